//! The operations on one number.

/// Hands every operation on one number to a macro, after what else it is given.
///
/// A row reads
///
/// ```text
/// /// What it is.
/// Marker method(parameter: Type): |x| primal, |c, x, y| c · dy/dx,
///     derivative "in words", domain "in words", within [of y, of dy/dx],
///     tests [(parameter) at [points to test at] edge [x => y, dy/dx]];
/// ```
///
/// where `F` is the [`Real`](crate::scalar::Real) the primal is computed in, `S` the
/// [`Scalar`](crate::scalar::Scalar) the derivative is, and y the value. An operation with a
/// parameter has tests for several of its values. Edges are the awkward
/// points; the rule for them is that of [`crate::rules`].
///
/// The parameters of the derivative state what it reads: `_` stands where it does not read x, or y, and no other name
/// than these compiles. What is not read need not be kept or computed again; a test holds each row to what it states.
///
/// After `within` stands how exact value and derivative are over the whole domain, in units in the last place,
/// in `f32` as in `f64`. Where the derivative is computed from y, but from x where y has too few digits
/// left for that, a condition on y says where: `within [1, 2; x where |y| condition]`.
///
/// How the derivative goes on along a Taylor series is stated last, by a [`Slope`](crate::scalar::Slope), where the
/// series has a recurrence: `within [2, 2; slope Slope::Polynomial([0.0, 1.0, 0.0])]` of eˣ, whose derivative is y. A row
/// that states none has the series that its derivative has, computed by the rules of the operations in it.
///
/// Where x takes no part in the value, as below the kink of relu, the derivative is 0 whatever it is multiplied with, and
/// the row states it: `within [0, 0; zeros structure]`; `zeros both`, where others of its zeros are numbers like another.
/// Elements of arrays are pulled back without a branch then: c · dy/dx, made present, where x takes part, and −0, which is what is
/// absent, elsewhere. Where that has a shorter form by y, the row states it, too: `zeros structure, absent |c, y| form`.
macro_rules! unary_table {
    ($callback:ident $($argument:tt)*) => {
        $callback! {
            $($argument)*
            /// Negation, −x.
            Neg neg(): |x| -x, |c, _, _| -c,
                derivative "−1", domain "all x", within [0, 0],
                tests [
                    () at [-1.3, 0.7, 2.5] edge [0.0 => 0.0, -1.0]
                ];

            /// The reciprocal, 1/x.
            Recip recip(): |x| F::one() / x, |c, _, y| -(c * y) * y,
                derivative "−y²", domain "x ≠ 0", within [0, 3; slope Slope::Polynomial([0.0, 0.0, -1.0])],
                tests [
                    () at [-1.3, 0.49, 2.5]
                    edge [0.0 => INF, -INF; -0.0 => -INF, -INF; INF => 0.0, 0.0]
                ];

            /// The square, x².
            Square square(): |x| x * x, |c, x, _| c.doubled() * x,
                derivative "2x", domain "all x", within [0, 0],
                tests [
                    () at [-1.3, 0.49, 2.5] edge [0.0 => 0.0, 0.0]
                ];

            /// A power with an integer exponent, xⁿ.
            Powi powi(n: i32): |x| integer_power(x, n), |c, x, _| c * integer_power_partial(x, n),
                derivative "n xⁿ⁻¹", domain "all x; x ≠ 0 for n < 0", within [2, 3; slope Slope::Power],
                tests [
                    (3) at [-1.3, 0.49, 2.5] edge [0.0 => 0.0, 0.0]
                    (2) at [-1.3, 0.49, 2.5] edge [0.0 => 0.0, 0.0]
                    (1) at [-1.3, 0.49] edge [0.0 => 0.0, 1.0]
                    (0) at [-1.3, 0.49] edge [0.0 => 1.0, 0.0; INF => 1.0, 0.0; -INF => 1.0, 0.0]
                    (-1) at [-1.3, 0.49] edge [0.0 => INF, -INF; -0.0 => -INF, -INF]
                    (-2) at [-1.3, 0.49] edge [0.0 => INF, -INF; -0.0 => INF, INF]
                ];

            /// A power with a number as exponent, xᵖ. Where the exponent is an expression, use `pow`.
            Powf powf(p: f64): |x| x.powf(F::constant(p)),
                |c, x, y| c * power_partial(x, S::constant(p), y, || x.powf(p - 1.0)),
                derivative "p xᵖ⁻¹", domain "x > 0; all x for an integer p", within [2, 3; slope Slope::Power],
                tests [
                    (2.5) at [0.49, 1.01, 7.7] edge [0.0 => 0.0, 0.0; -1.0 => NAN, NAN]
                    (2.0) at [-1.3, 0.49] edge [0.0 => 0.0, 0.0; -2.0 => 4.0, -4.0]
                    (1.0) at [-1.3, 0.49] edge [0.0 => 0.0, 1.0]
                    (0.5) at [0.49, 7.7] edge [0.0 => 0.0, INF; INF => INF, 0.0]
                    (0.0) at [-1.3, 0.49] edge [0.0 => 1.0, 0.0; INF => 1.0, 0.0]
                    (-1.5) at [0.49, 7.7] edge [0.0 => INF, -INF; INF => 0.0, 0.0]
                ];

            /// The square root, √x.
            Sqrt sqrt(): |x| x.sqrt(), |c, _, y| c * (S::constant(0.5) * y.recip_of_root()),
                derivative "1/(2y)", domain "x ≥ 0", within [0, 2; slope Slope::through_value(0.5, [0.0, 1.0, 0.0])],
                tests [
                    () at [0.49, 0.001, 7.7]
                    edge [0.0 => 0.0, INF; -0.0 => 0.0, INF; INF => INF, 0.0; -1.0 => NAN, NAN]
                ];

            /// The cube root, ∛x.
            Cbrt cbrt(): |x| x.cbrt(), |c, _, y| c / (S::constant(3.0) * (y * y)),
                derivative "1/(3y²)", domain "all x", within [0, 4; slope Slope::through_value(1.0 / 3.0, [0.0, 0.0, 1.0])],
                tests [
                    () at [-5.2, 0.49, 7.7]
                    edge [0.0 => 0.0, INF; -0.0 => 0.0, INF; INF => INF, 0.0]
                ];

            /// The exponential, eˣ.
            Exp exp(): |x| x.exp(), |c, _, y| c * y,
                derivative "y", domain "all x", within [2, 2; slope Slope::Polynomial([0.0, 1.0, 0.0])],
                tests [
                    () at [-1.3, 0.49, 2.5] edge [-INF => 0.0, 0.0]
                ];

            /// The exponential to base 2, 2ˣ.
            Exp2 exp2(): |x| x.exp2(), |c, _, y| c * (y * S::constant(LN_2)),
                derivative "y ln 2", domain "all x", within [2, 2; slope Slope::Polynomial([0.0, LN_2, 0.0])],
                tests [
                    () at [-1.3, 0.49, 2.5] edge [-INF => 0.0, 0.0]
                ];

            /// eˣ − 1, exact near 0.
            ExpM1 exp_m1(): |x| x.exp_m1(), |c, x, y| c * exp_m1_partial(x, y),
                derivative "y + 1", domain "all x", within [2, 4; x where |y| is_saturated(-y); slope Slope::Polynomial([1.0, 1.0, 0.0])],
                tests [
                    () at [-1.3, 0.001, 2.5] edge [-INF => -1.0, 0.0]
                ];

            /// The natural logarithm, ln x.
            Ln ln(): |x| x.ln(), |c, x, y| c / positive(x, y),
                derivative "1/x", domain "x > 0", within [2, 0; slope Slope::through(1.0, [0.0, 1.0, 0.0])],
                tests [
                    () at [0.49, 0.001, 7.7]
                    edge [0.0 => -INF, INF; -0.0 => -INF, INF; INF => INF, 0.0; -1.0 => NAN, NAN]
                ];

            /// ln(1 + x), exact near 0.
            Ln1p ln_1p(): |x| x.ln_1p(), |c, x, y| c / positive(S::one() + x, y),
                derivative "1/(1 + x)", domain "x > −1", within [2, 2; slope Slope::through(1.0, [1.0, 1.0, 0.0])],
                tests [
                    () at [-0.49, 0.001, 7.7]
                    edge [-1.0 => -INF, INF; INF => INF, 0.0; -2.0 => NAN, NAN]
                ];

            /// The logarithm to base 2.
            Log2 log2(): |x| x.log2(), |c, x, y| c * (S::constant(LOG2_E) / positive(x, y)),
                derivative "1/(x ln 2)", domain "x > 0", within [2, 2; slope Slope::through(LOG2_E, [0.0, 1.0, 0.0])],
                tests [
                    () at [0.49, 0.001, 7.7]
                    edge [0.0 => -INF, INF; INF => INF, 0.0; -1.0 => NAN, NAN]
                ];

            /// The logarithm to base 10.
            Log10 log10(): |x| x.log10(), |c, x, y| c * (S::constant(LOG10_E) / positive(x, y)),
                derivative "1/(x ln 10)", domain "x > 0", within [3, 2; slope Slope::through(LOG10_E, [0.0, 1.0, 0.0])],
                tests [
                    () at [0.49, 0.001, 7.7]
                    edge [0.0 => -INF, INF; INF => INF, 0.0; -1.0 => NAN, NAN]
                ];

            /// The sine.
            Sin sin(): |x| x.sin(), |c, x, _| c * x.cos(),
                derivative "cos x", domain "all x", within [2, 2; slope Slope::Oscillation(-1.0)],
                tests [
                    () at [-1.3, 0.49, 2.5] edge [0.0 => 0.0, 1.0; INF => NAN, NAN]
                ];

            /// The cosine.
            Cos cos(): |x| x.cos(), |c, x, _| -(c * x.sin()),
                derivative "−sin x", domain "all x", within [2, 2; slope Slope::Oscillation(-1.0)],
                tests [
                    () at [-1.3, 0.49, 2.5] edge [0.0 => 1.0, 0.0; INF => NAN, NAN]
                ];

            /// The tangent.
            Tan tan(): |x| x.tan(), |c, _, y| c * (S::one() + y * y),
                derivative "1 + y²", domain "all x but the odd multiples of π/2", within [2, 3; slope Slope::Polynomial([1.0, 0.0, 1.0])],
                tests [
                    () at [-1.3, 0.49, 2.5] edge [0.0 => 0.0, 1.0]
                ];

            /// The inverse sine.
            Asin asin(): |x| x.asin(), |c, x, _| c / one_minus_square(x).sqrt(),
                derivative "1/√((1 − x)(1 + x))", domain "−1 ≤ x ≤ 1", within [2, 3; slope Slope::through_root([1.0, 0.0, -1.0])],
                tests [
                    () at [-0.49, 0.001, 0.9]
                    edge [1.0 => FRAC_PI_2, INF; -1.0 => -FRAC_PI_2, INF; 2.0 => NAN, NAN]
                ];

            /// The inverse cosine.
            Acos acos(): |x| x.acos(), |c, x, _| -(c / one_minus_square(x).sqrt()),
                derivative "−1/√((1 − x)(1 + x))", domain "−1 ≤ x ≤ 1", within [2, 3; slope Slope::through_root([1.0, 0.0, -1.0])],
                tests [
                    () at [-0.49, 0.001, 0.9]
                    edge [1.0 => 0.0, -INF; -1.0 => PI, -INF; 2.0 => NAN, NAN]
                ];

            /// The inverse tangent.
            Atan atan(): |x| x.atan(), |c, x, _| arctangent_chain(c, x),
                derivative "1/(1 + x²)", domain "all x", within [2, 3; slope Slope::through(1.0, [1.0, 0.0, 1.0])],
                tests [
                    () at [-1.3, 0.49, 7.7] edge [INF => FRAC_PI_2, 0.0; -INF => -FRAC_PI_2, 0.0]
                ];

            /// The hyperbolic sine.
            Sinh sinh(): |x| x.sinh(), |c, x, _| c * x.cosh(),
                derivative "cosh x", domain "all x", within [3, 2; slope Slope::Oscillation(1.0)],
                tests [
                    () at [-1.3, 0.49, 2.5] edge [0.0 => 0.0, 1.0; INF => INF, INF]
                ];

            /// The hyperbolic cosine.
            Cosh cosh(): |x| x.cosh(), |c, x, _| c * x.sinh(),
                derivative "sinh x", domain "all x", within [2, 3; slope Slope::Oscillation(1.0)],
                tests [
                    () at [-1.3, 0.49, 2.5] edge [0.0 => 1.0, 0.0; INF => INF, INF]
                ];

            /// The hyperbolic tangent.
            Tanh tanh(): |x| x.tanh(), |c, x, y| c * tanh_partial(x, y),
                derivative "(1 − y)(1 + y)", domain "all x", within [3, 5; x where |y| is_flat(one_minus_square(y)); slope Slope::Polynomial([1.0, 0.0, -1.0])],
                tests [
                    () at [-1.3, 0.49, 2.5]
                    edge [
                        0.0 => 0.0, 1.0; 400.0 => 1.0, 0.0; -400.0 => -1.0, 0.0;
                        800.0 => 1.0, 0.0; -800.0 => -1.0, 0.0; INF => 1.0, 0.0
                    ]
                ];

            /// The inverse hyperbolic sine.
            Asinh asinh(): |x| x.asinh(), |c, x, _| c / x.hypot(S::one()),
                derivative "1/√(x² + 1)", domain "all x", within [2, 2; slope Slope::through_root([1.0, 0.0, 1.0])],
                tests [
                    () at [-1.3, 0.49, 7.7] edge [0.0 => 0.0, 1.0; INF => INF, 0.0]
                ];

            /// The inverse hyperbolic cosine.
            Acosh acosh(): |x| x.acosh(),
                |c, x, _| c / ((x - S::one()).sqrt() * (x + S::one()).sqrt()),
                derivative "1/√((x − 1)(x + 1))", domain "x ≥ 1", within [3, 4; slope Slope::through_root([-1.0, 0.0, 1.0])],
                tests [
                    () at [1.5, 2.5, 7.7]
                    edge [1.0 => 0.0, INF; INF => INF, 0.0; 0.5 => NAN, NAN; -2.0 => NAN, NAN]
                ];

            /// The inverse hyperbolic tangent.
            Atanh atanh(): |x| x.atanh(), |c, x, y| c / positive(one_minus_square(x), y),
                derivative "1/((1 − x)(1 + x))", domain "−1 ≤ x ≤ 1", within [2, 3; slope Slope::through(1.0, [1.0, 0.0, -1.0])],
                tests [
                    () at [-0.49, 0.001, 0.9]
                    edge [1.0 => INF, INF; -1.0 => -INF, INF; 2.0 => NAN, NAN]
                ];

            /// The logistic function, 1/(1 + e⁻ˣ).
            Sigmoid sigmoid(): |x| sigmoid(x), |c, x, y| c * sigmoid_partial(x, y),
                derivative "y(1 − y)", domain "all x", within [3, 4; x where |y| is_saturated(y); slope Slope::Polynomial([0.0, 1.0, -1.0])],
                tests [
                    () at [-1.3, 0.49, 2.5]
                    edge [
                        0.0 => 0.5, 0.25; 800.0 => 1.0, 0.0; -800.0 => 0.0, 0.0; INF => 1.0, 0.0;
                        -INF => 0.0, 0.0
                    ]
                ];

            /// The logarithm of the logistic function, −ln(1 + e⁻ˣ).
            LogSigmoid log_sigmoid(): |x| -softplus(-x), |c, x, _| c * (-x).sigmoid(),
                derivative "sigmoid(−x)", domain "all x", within [2, 3],
                tests [
                    () at [-1.3, 0.49, 2.5]
                    edge [
                        0.0 => -LN_2, 0.5; 800.0 => 0.0, 0.0; -800.0 => -800.0, 1.0;
                        INF => 0.0, 0.0; -INF => -INF, 1.0
                    ]
                ];

            /// The smooth rectifier, ln(1 + eˣ).
            Softplus softplus(): |x| softplus(x),
                |c, x, _| c * x.sigmoid(),
                derivative "sigmoid x", domain "all x", within [2, 3],
                tests [
                    () at [-1.3, 0.49, 2.5]
                    edge [
                        0.0 => LN_2, 0.5; 800.0 => 800.0, 1.0; -800.0 => 0.0, 0.0; INF => INF, 1.0;
                        -INF => 0.0, 0.0
                    ]
                ];

            /// The rectifier, max(x, 0).
            Relu relu(): |x| F::select(x.less_than(F::zero()), F::zero(), x),
                |c, _, y| S::select(S::zero().less_than(y), c, y.zero_or_nan()),
                derivative "1 where x > 0, else 0", domain "all x",
                within [0, 0; zeros structure, absent |c, y| S::select(S::zero().less_than(y), c.present(), -y.abs())],
                tests [
                    () at [-1.3, 0.49, 2.5] edge [0.0 => 0.0, 0.0; -0.0 => 0.0, 0.0]
                ];

            /// The rectifier that leaks: x where x > 0, elsewhere slope · x.
            LeakyRelu leaky_relu(slope: f64):
                |x| F::select(x.less_than(F::zero()), F::constant(slope) * x, x),
                |c, x, _| kink_chain(c, x, S::constant(slope), slope),
                derivative "1 where x > 0, the slope where x < 0, at 0 the subgradient of least magnitude",
                domain "all x", within [0, 0; slope Slope::Constant],
                tests [
                    (0.01) at [-1.3, 0.49, 2.5] edge [0.0 => 0.0, 0.01; -0.0 => 0.0, 0.01]
                    (2.5) at [-1.3, 0.49] edge [0.0 => 0.0, 1.0]
                    (-0.5) at [-1.3, 0.49] edge [0.0 => 0.0, 0.0]
                ];

            /// The exponential linear unit: x where x > 0, elsewhere alpha · (eˣ − 1).
            Elu elu(alpha: f64):
                |x| F::select(x.less_than(F::zero()), F::constant(alpha) * x.exp_m1(), x),
                |c, x, y| kink_chain(c, x, elu_partial(x, y, alpha), alpha),
                derivative "1 where x > 0, y + alpha where x < 0, at 0 the subgradient of least magnitude",
                domain "all x", within [2, 8],
                tests [
                    (1.0) at [-1.3, 0.49, 2.5]
                    edge [0.0 => 0.0, 1.0; -0.0 => 0.0, 1.0; -800.0 => -1.0, 0.0; -INF => -1.0, 0.0]
                    (0.5) at [-1.3, 0.49] edge [0.0 => 0.0, 0.5; INF => INF, 1.0]
                    (2.5) at [-1.3, 0.49] edge [0.0 => 0.0, 1.0]
                ];

            /// The sigmoid linear unit, x sigmoid x, also called swish.
            Silu silu(): |x| silu(x),
                |c, x, y| c * silu_partial(x, y),
                derivative "s + y(1 − s) with s = sigmoid x", domain "all x", within [3, 5],
                tests [
                    () at [-1.3, 0.49, 2.5]
                    edge [
                        0.0 => 0.0, 0.5; 800.0 => 800.0, 1.0; -800.0 => 0.0, 0.0; INF => INF, 1.0;
                        -INF => 0.0, 0.0
                    ]
                ];

            /// The Gaussian error linear unit in its exact form, x Φ(x).
            Gelu gelu(): |x| gelu(x),
                |c, x, _| c * (x.normal_cdf() + moment(x, x.normal_pdf())),
                derivative "Φ(x) + x φ(x)", domain "all x", within [7, 5],
                tests [
                    () at [-1.3, 0.49, 2.5]
                    edge [
                        0.0 => 0.0, 0.5; 800.0 => 800.0, 1.0; -800.0 => 0.0, 0.0; INF => INF, 1.0;
                        -INF => 0.0, 0.0
                    ]
                ];

            /// The error function, 2/√π ∫₀ˣ e^(−t²) dt.
            Erf erf(): |x| x.erf(), |c, x, _| c * error_density(x),
                derivative "2/√π e^(−x²)", domain "all x", within [2, 3; slope Slope::Gauss(1.0)],
                tests [
                    () at [-1.3, 0.49, 2.5]
                    edge [0.0 => 0.0, FRAC_2_SQRT_PI; INF => 1.0, 0.0; -INF => -1.0, 0.0]
                ];

            /// The complementary error function, 1 − erf x, exact where it is small.
            Erfc erfc(): |x| x.erfc(), |c, x, _| -(c * error_density(x)),
                derivative "−2/√π e^(−x²)", domain "all x", within [3, 3; slope Slope::Gauss(1.0)],
                tests [
                    () at [-1.3, 0.49, 2.5]
                    edge [0.0 => 1.0, -FRAC_2_SQRT_PI; INF => 0.0, 0.0; -INF => 2.0, 0.0]
                ];

            /// The distribution function of the standard normal distribution, Φ(x).
            NormalCdf normal_cdf(): |x| normal_cdf(x), |c, x, _| c * x.normal_pdf(),
                derivative "φ(x), the density", domain "all x", within [7, 3; slope Slope::Gauss(0.5)],
                tests [
                    () at [-1.3, 0.49, 2.5]
                    edge [0.0 => 0.5, FRAC_1_SQRT_TAU; INF => 1.0, 0.0; -INF => 0.0, 0.0]
                ];

            /// The density of the standard normal distribution, φ(x) = e^(−x²/2)/√(2π).
            NormalPdf normal_pdf(): |x| normal_pdf(x), |c, x, y| -(c * moment(x, y)),
                derivative "−x y", domain "all x", within [3, 5; slope Slope::Moment],
                tests [
                    () at [-1.3, 0.49, 2.5]
                    edge [0.0 => FRAC_1_SQRT_TAU, 0.0; INF => 0.0, 0.0; -INF => 0.0, 0.0]
                ];

            /// The magnitude, |x|.
            Abs abs(): |x| x.abs(), |c, x, _| sign_chain(c, x),
                derivative "the sign of x, 0 at 0", domain "all x", within [0, 0; zeros structure],
                tests [
                    () at [-1.3, 0.49, 2.5] edge [0.0 => 0.0, 0.0; -0.0 => 0.0, 0.0]
                ];

            /// The sign: 1, −1, or 0 at 0.
            Signum signum():
                |x| F::select(
                    x.less_than(F::zero()),
                    -F::one(),
                    F::select(F::zero().less_than(x), F::one(), x),
                ),
                |_, x, _| constant_partial(x),
                derivative "0", domain "all x; the derivative is that beside the step", within [0, 0; zeros structure],
                tests [
                    () at [-1.3, 0.49, 2.5]
                    edge [0.0 => 0.0, 0.0; -0.0 => 0.0, 0.0; INF => 1.0, 0.0; -INF => -1.0, 0.0]
                ];

            /// The greatest integer at most x.
            Floor floor(): |x| x.floor(), |_, x, _| constant_partial(x),
                derivative "0", domain "all x; the derivative is that between the steps", within [0, 0; zeros structure],
                tests [
                    () at [-1.3, 0.49, 2.5] edge [1.0 => 1.0, 0.0]
                ];

            /// The least integer at least x.
            Ceil ceil(): |x| x.ceil(), |_, x, _| constant_partial(x),
                derivative "0", domain "all x; the derivative is that between the steps", within [0, 0; zeros structure],
                tests [
                    () at [-1.3, 0.49, 2.5] edge [1.0 => 1.0, 0.0]
                ];

            /// The nearest integer, halves away from zero.
            Round round(): |x| x.round(), |_, x, _| constant_partial(x),
                derivative "0", domain "all x; the derivative is that between the steps", within [0, 0; zeros structure],
                tests [
                    () at [-1.3, 0.49, 2.7] edge [1.0 => 1.0, 0.0]
                ];

            /// The integer part, towards zero.
            Trunc trunc(): |x| x.trunc(), |_, x, _| constant_partial(x),
                derivative "0", domain "all x; the derivative is that between the steps", within [0, 0; zeros structure],
                tests [
                    () at [-1.3, 0.49, 2.5] edge [1.0 => 1.0, 0.0]
                ];

            /// The fractional part, x − trunc x.
            Fract fract(): |x| x.fract(), |c, _, _| c,
                derivative "1", domain "all x; the derivative is that between the steps", within [0, 0; slope Slope::Constant],
                tests [
                    () at [-1.3, 0.49, 2.5] edge [1.0 => 0.0, 1.0]
                ];
        }
    };
}

pub(crate) use unary_table;
