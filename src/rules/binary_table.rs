//! The operations on two numbers: those with an operator, and those with a method.
//!
//! A row reads
//!
//! ```text
//! /// What it is.
//! Marker method: |x, y| primal, |c, x, y, z| c · ∂z/∂x, |c, x, y, z| c · ∂z/∂y,
//!     derivative "in words", domain "in words", within [of z, of the partials], at [(x, y)] edge [(x, y) => z, ∂z/∂x, ∂z/∂y];
//! ```
//!
//! with the conventions of [`unary_table`](super::unary_table). A row of [`operator_table`] is
//! headed by the operator's trait in [`core::ops`], whose name the marker shares.

/// Hands every operation on two numbers that has an operator to a macro, after what else it is given.
macro_rules! operator_table {
    ($callback:ident $($argument:tt)*) => {
        $callback! {
            $($argument)*
            /// The sum, x + y.
            Add add: |x, y| x + y, |c, _, _, _| c, |c, _, _, _| c,
                derivative "(1, 1)", domain "all x, y", within [0, 0],
                at [(-1.3, 0.49), (2.5, 7.7)] edge [(0.0, 0.0) => 0.0, 1.0, 1.0];

            /// The difference, x − y.
            Sub sub: |x, y| x - y, |c, _, _, _| c, |c, _, _, _| -c,
                derivative "(1, −1)", domain "all x, y", within [0, 0],
                at [(-1.3, 0.49), (2.5, 7.7)] edge [(0.0, 0.0) => 0.0, 1.0, -1.0];

            /// The product, x y.
            Mul mul: |x, y| x * y, |c, _, y, _| c * y, |c, x, _, _| c * x,
                derivative "(y, x)", domain "all x, y", within [0, 0],
                at [(-1.3, 0.49), (2.5, 7.7)] edge [(0.0, 0.0) => 0.0, 0.0, 0.0];

            /// The quotient, x/y.
            Div div: |x, y| x / y,
                |c, _, y, _| c * (S::one() / y), |c, _, y, z| -((c * (S::one() / y)) * z),
                derivative "(1/y, −z/y)", domain "y ≠ 0", within [0, 3],
                at [(-1.3, 0.49), (2.5, 7.7)]
                edge [(1.0, 0.0) => INF, INF, -INF; (0.0, 0.0) => NAN, INF, NAN];
        }
    };
}

/// Hands every operation on two numbers that has a method to a macro, after what else it is given.
macro_rules! binary_table {
    ($callback:ident $($argument:tt)*) => {
        $callback! {
            $($argument)*
            /// A power, xʸ.
            Pow pow: |x, y| x.powf(y),
                |c, x, y, z| c * power_partial(x, y, z, || x.pow(y - S::one())),
                |c, x, y, z| c * exponent_partial(x, y, z),
                derivative "(y xʸ⁻¹, z ln x)", domain "x > 0; all x for an integer y, but for ∂z/∂y", within [2, 4],
                at [(0.49, 2.5), (2.5, -1.3), (7.7, 0.49)]
                edge [
                    (0.0, 2.0) => 0.0, 0.0, 0.0; (0.0, 1.0) => 0.0, 1.0, 0.0;
                    (0.0, 0.5) => 0.0, INF, 0.0; (0.0, 0.0) => 1.0, 0.0, -INF;
                    (0.0, -1.0) => INF, -INF, NAN; (-2.0, 2.0) => 4.0, -4.0, NAN
                ];

            /// The logarithm of x to the base y, ln x/ln y.
            Log log: |x, y| x.ln() / y.ln(),
                |c, x, y, z| (c / y.ln()) / positive(x, z),
                |c, _, y, z| -(c * (z / y.ln()) / y),
                derivative "(1/(x ln y), −z/(y ln y))", domain "x > 0; y > 0, y ≠ 1", within [3, 5],
                at [(0.49, 2.5), (7.7, 0.49)]
                edge [
                    (0.0, 2.0) => -INF, INF, INF; (1.0, 2.0) => 0.0, LOG2_E, 0.0;
                    (-1.0, 2.0) => NAN, NAN, NAN
                ];

            /// The remainder of x by y, x − y trunc(x/y), with the sign of x.
            Rem rem: |x, y| x.rem(y), |c, _, _, _| c, |c, x, y, z| -(c * ((x - z) / y).round()),
                derivative "(1, −trunc(x/y))", domain "y ≠ 0; the derivative is that between the steps", within [0, 3],
                at [(7.7, 2.5), (-7.7, 2.5), (7.7, -2.5)]
                edge [(6.0, 2.0) => 0.0, 1.0, -3.0; (0.0, 2.0) => 0.0, 1.0, 0.0];

            /// The remainder of x by y that is not negative.
            RemEuclid rem_euclid:
                |x, y| {
                    let z = x.rem(y);
                    F::select(z.less_than(F::zero()), z + y.abs(), z)
                },
                |c, _, _, _| c,
                |c, x, y, z| -(c * ((x - z) / y).round()),
                derivative "(1, −(x − z)/y)", domain "y ≠ 0; the derivative is that between the steps", within [0, 2],
                at [(7.7, 2.5), (-7.7, 2.5), (7.7, -2.5)]
                edge [(6.0, 2.0) => 0.0, 1.0, -3.0; (-6.0, 2.0) => 0.0, 1.0, 3.0];

            /// The magnitude of x with the sign of y, −0 included; NaN where y is, whose sign means nothing.
            Copysign copysign: |x, y| F::select(y.equals(y), x.copysign(y), y),
                |c, x, _, z| sign_chain(sign_chain(c, x), z),
                |_, _, _, z| constant_partial(z),
                derivative "(1 if x has the sign of y, −1 if not, 0 at x = 0; 0)", domain "all x, y", within [0, 0; zeros structure],
                at [(-1.3, 0.49), (-1.3, -0.49), (2.5, -7.7)]
                edge [
                    (0.0, -1.0) => 0.0, 0.0, 0.0; (3.0, -0.0) => -3.0, -1.0, 0.0;
                    (3.0, NAN) => NAN, NAN, NAN
                ];

            /// ln(eˣ + eʸ), without overflow.
            LnAddExp ln_add_exp:
                |x, y| x.max(y) + (-gap::<F>(x, y).abs()).exp().ln_1p(),
                |c, x, y, _| c * sigmoid_of_gap(x, y),
                |c, x, y, _| c * sigmoid_of_gap(y, x),
                derivative "(sigmoid(x − y), sigmoid(y − x))", domain "all x, y", within [5, 3],
                at [(-1.3, 0.49), (2.5, 2.5), (7.7, 2.5)]
                edge [
                    (-INF, -INF) => -INF, 0.5, 0.5; (-INF, 1.0) => 1.0, 0.0, 1.0;
                    (INF, 1.0) => INF, 1.0, 0.0; (1000.0, 1000.0) => 1000.0 + LN_2, 0.5, 0.5
                ];

            /// The lesser of x and y; of a number and NaN, the number.
            Min min: |x, y| lesser(x, y),
                |c, x, y, z| extremum_chain(c, x, y, z),
                |c, x, y, z| extremum_chain(c, y, x, z),
                derivative "1 for the one taken, ½ each where x = y", domain "all x, y", within [0, 0; zeros structure],
                at [(-1.3, 0.49), (7.7, 2.5)]
                edge [
                    (1.0, 1.0) => 1.0, 0.5, 0.5; (1.0, NAN) => 1.0, 1.0, 0.0;
                    (NAN, 1.0) => 1.0, 0.0, 1.0; (NAN, NAN) => NAN, NAN, NAN
                ];

            /// The greater of x and y; of a number and NaN, the number.
            Max max: |x, y| greater(x, y),
                |c, x, y, z| extremum_chain(c, x, y, z),
                |c, x, y, z| extremum_chain(c, y, x, z),
                derivative "1 for the one taken, ½ each where x = y", domain "all x, y", within [0, 0; zeros structure],
                at [(-1.3, 0.49), (7.7, 2.5)]
                edge [
                    (1.0, 1.0) => 1.0, 0.5, 0.5; (1.0, NAN) => 1.0, 1.0, 0.0;
                    (NAN, 1.0) => 1.0, 0.0, 1.0; (NAN, NAN) => NAN, NAN, NAN
                ];

            /// The angle of the point with ordinate x and abscissa y, in (−π, π].
            Atan2 atan2: |x, y| x.atan2(y),
                |c, x, y, _| c * angle_partial(y, x),
                |c, x, y, _| -(c * angle_partial(x, y)),
                derivative "(y, −x)/(x² + y²)", domain "(x, y) ≠ (0, 0)", within [2, 3],
                at [(-1.3, 0.49), (2.5, -7.7)]
                edge [
                    (0.0, 0.0) => 0.0, NAN, NAN; (INF, 1.0) => FRAC_PI_2, 0.0, 0.0;
                    (1.0, INF) => 0.0, 0.0, 0.0; (1.0, 0.0) => FRAC_PI_2, 0.0, -1.0
                ];

            /// The distance of the point (x, y) from the origin, √(x² + y²).
            Hypot hypot: |x, y| x.hypot(y),
                |c, x, y, z| S::select(z.equals(S::zero()), S::zero(), c * S::nary([x, y, z], Direction)),
                |c, x, y, z| S::select(z.equals(S::zero()), S::zero(), c * S::nary([y, x, z], Direction)),
                derivative "(x/z, y/z), 0 at the origin", domain "all x, y", within [2, 2; zeros both],
                at [(-1.3, 0.49), (2.5, -7.7)]
                edge [
                    (0.0, 0.0) => 0.0, 0.0, 0.0; (INF, 1.0) => INF, 1.0, 0.0;
                    (1.0, -INF) => INF, 0.0, -1.0; (INF, INF) => INF, NAN, NAN
                ];
        }
    };
}

pub(crate) use {binary_table, operator_table};
