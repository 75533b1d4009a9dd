//! The operations on three numbers.

/// Hands every operation on three numbers to a macro, after what else it is given.
///
/// A row reads
///
/// ```text
/// /// What it is.
/// Marker method: |x, y, z| primal, |c, x, y, z, w| [c · ∂w/∂x, c · ∂w/∂y, c · ∂w/∂z],
///     derivative "in words", domain "in words", within [of w, of the partials], at [(x, y, z)]
///     edge [(x, y, z) => w, ∂w/∂x, ∂w/∂y, ∂w/∂z];
/// ```
///
/// with the conventions of [`unary_table`](super::unary_table).
macro_rules! ternary_table {
    ($callback:ident $($argument:tt)*) => {
        $callback! {
            $($argument)*
            /// The product plus a term, x y + z, rounded once.
            ///
            /// It is one instruction where the processor has it and the program is compiled for that
            /// (`-C target-cpu=native`), and slow where not.
            MulAdd mul_add: |x, y, z| x.mul_add(y, z), |c, x, y, _, _| [c * y, c * x, c],
                derivative "(y, x, 1)", domain "all x, y, z", within [0, 0],
                at [(-1.3, 0.49, 2.5), (2.5, 7.7, -0.3)]
                edge [(0.0, 0.0, 0.0) => 0.0, 0.0, 0.0, 1.0; (2.0, INF, 1.0) => INF, INF, 2.0, 1.0];

            /// x between the bounds y and z: min(max(x, y), z), and NaN where x is.
            Clamp clamp: |x, y, z| F::select(x.equals(x), lesser(greater(x, y), z), x),
                |c, x, y, z, w| {
                    let raised = x.max(y);
                    let inside = extremum_chain(c, raised, z, w);
                    [
                        S::select(x.equals(x), extremum_chain(inside, x, y, raised), x.zero_or_nan()),
                        extremum_chain(inside, y, x, raised),
                        extremum_chain(c, z, raised, w),
                    ]
                },
                derivative "1 for the one taken, ½ each where x is a bound", domain "all x; y ≤ z", within [0, 0; zeros structure],
                at [(0.3, -1.3, 2.5), (-2.7, -1.3, 2.5), (7.7, -1.3, 2.5)]
                edge [
                    (1.0, 1.0, 2.0) => 1.0, 0.5, 0.5, 0.0; (2.0, 1.0, 2.0) => 2.0, 0.5, 0.0, 0.5;
                    (NAN, 1.0, 2.0) => NAN, NAN, NAN, NAN; (INF, 1.0, 2.0) => 2.0, 0.0, 0.0, 1.0
                ];
        }
    };
}

pub(crate) use ternary_table;
