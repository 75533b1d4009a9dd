//! The views: what they are, and which element of the array each of their elements is. Their evaluation and pullback are in
//! [`view`](super::view).

/// Calls a macro with all views. Each has a type, a method, the shape of which it is, its own shape, for its element number
/// `i` the number of the array's element, both counted through all reals in order, and examples with the numbers of
/// the elements they show. The types, the methods and their documentation are made of them, and `tests/views.rs` tests them in
/// every mode.
#[doc(hidden)]
#[macro_export]
macro_rules! __views {
    ($then:ident) => {
        $then! {
            /// The element number `I`.
            Element<I>
            /// The element number `I`, counted from 0: of a vector a real, of a matrix a row.
            ///
            /// ```
            /// use monograd::prelude::*;
            ///
            /// let f = func!(|m: [[R; 2]; 3]| m.at::<2>().sum() * m.at::<0>().at::<1>());
            /// assert_eq!(f.value(&[[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]]), 22.0);
            /// ```
            at: of {A: Shape, const N: usize} [A; N], is A, element |i| I * A::LEN + i,
                if I < N, else "the array has no element of this number",
                tests [
                    ::<1> of [R; 3] => R: [1];
                    ::<0> of [R; 1] => R: [0];
                    ::<1> of [[R; 3]; 2] => [R; 3]: [3, 4, 5]
                ];

            /// The `K` elements from number `START` on.
            Window<START, K>
            /// The `K` elements from number `START` on.
            ///
            /// ```
            /// use monograd::prelude::*;
            ///
            /// func! {
            ///     /// Rosenbrock's function of a hundred variables.
            ///     fn rosenbrock(x: [R; 100]) {
            ///         let next: [R; 99] = x.window::<1, 99>();
            ///         let x: [R; 99] = x.window::<0, 99>();
            ///         (100 * (next - x.square()).square() + (1 - x).square()).sum()
            ///     }
            /// }
            /// assert_eq!(rosenbrock.gradient(&[1.0; 100]), [0.0; 100]);
            /// ```
            window: of {A: Shape, const N: usize} [A; N], is [A; K], element |i| START * A::LEN + i,
                if START + K <= N, else "the window reaches beyond the end of the array",
                tests [
                    ::<1, 2> of [R; 4] => [R; 2]: [1, 2];
                    ::<0, 3> of [R; 3] => [R; 3]: [0, 1, 2];
                    ::<2, 1> of [R; 3] => [R; 1]: [2];
                    ::<1, 2> of [[R; 2]; 3] => [[R; 2]; 2]: [2, 3, 4, 5]
                ];

            /// The element number `J` of each row.
            Column<J>
            /// The column number `J` of a matrix, counted from 0.
            ///
            /// ```
            /// use monograd::prelude::*;
            ///
            /// let f = func!(|m: [[R; 2]; 3]| m.column::<1>().sum());
            /// assert_eq!(f.gradient(&[[0.0; 2]; 3]), [[0.0, 1.0]; 3]);
            /// ```
            column: of {const N: usize, const M: usize} [[R; N]; M], is [R; M], element |i| i * N + J,
                if J < N, else "the matrix has no column of this number",
                tests [
                    ::<1> of [[R; 3]; 2] => [R; 2]: [1, 4];
                    ::<0> of [[R; 1]; 3] => [R; 3]: [0, 1, 2]
                ];

            /// Rows as columns.
            Transposed<>
            /// The transposed matrix.
            ///
            /// ```
            /// use monograd::prelude::*;
            ///
            /// func! { fn transposed(m: [[R; 3]; 2]) -> [[R; 2]; 3] { m.transpose() } }
            /// let m = [[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]];
            /// assert_eq!(transposed.value(&m), [[1.0, 4.0], [2.0, 5.0], [3.0, 6.0]]);
            /// ```
            transpose: of {const N: usize, const M: usize} [[R; N]; M], is [[R; M]; N],
                element |i| (i % M) * N + i / M,
                if true, else "",
                tests [
                    of [[R; 3]; 2] => [[R; 2]; 3]: [0, 3, 1, 4, 2, 5];
                    of [[R; 1]; 3] => [[R; 3]; 1]: [0, 1, 2]
                ];

            /// `M` times the same.
            Tiled<M>
            /// `M` copies of the array, one after the other: a matrix of rows that are alike.
            ///
            /// ```
            /// use monograd::prelude::*;
            ///
            /// let f = func!(|m: [[R; 2]; 3], x: [R; 2]| (m - x.tile::<3>()).square().sum());
            /// assert_eq!(f.gradient(&([[2.0; 2]; 3], [1.0, 2.0])), ([[2.0, 0.0]; 3], [-6.0, 0.0]));
            /// ```
            tile: of {A: Shape} A, is [A; M], element |i| i % A::LEN,
                if true, else "",
                tests [
                    ::<3> of [R; 2] => [[R; 2]; 3]: [0, 1, 0, 1, 0, 1];
                    ::<2> of R => [R; 2]: [0, 0];
                    ::<2> of [[R; 1]; 2] => [[[R; 1]; 2]; 2]: [0, 1, 0, 1]
                ];

            /// Each element `K` times.
            Repeated<K>
            /// Each element `K` times: a matrix of columns that are alike.
            ///
            /// With [`tile`](Ex::tile) it makes all pairs of the elements of two vectors.
            ///
            /// ```
            /// use monograd::prelude::*;
            ///
            /// func! {
            ///     /// The differences of all x and all y.
            ///     fn differences(x: [R; 2], y: [R; 3]) -> [[R; 3]; 2] { x.repeat::<3>() - y.tile::<2>() }
            /// }
            /// assert_eq!(differences.value(&([3.0, 5.0], [0.0, 1.0, 2.0])), [[3.0, 2.0, 1.0], [5.0, 4.0, 3.0]]);
            /// ```
            repeat: of {const N: usize} [R; N], is [[R; K]; N], element |i| i / K,
                if true, else "",
                tests [
                    ::<2> of [R; 3] => [[R; 2]; 3]: [0, 0, 1, 1, 2, 2];
                    ::<1> of [R; 2] => [[R; 1]; 2]: [0, 1]
                ];

            /// The elements whose row and column have the same number.
            Diagonal<>
            /// The diagonal of a square matrix, a vector.
            ///
            /// ```
            /// use monograd::prelude::*;
            ///
            /// let f = func!(|m: [[R; 2]; 2]| m.diagonal().product());
            /// assert_eq!(f.gradient(&[[2.0, 9.0], [9.0, 3.0]]), [[3.0, 0.0], [0.0, 2.0]]);
            /// ```
            diagonal: of {const N: usize} [[R; N]; N], is [R; N], element |i| i * (N + 1),
                if true, else "",
                tests [
                    of [[R; 3]; 3] => [R; 3]: [0, 4, 8];
                    of [[R; 1]; 1] => [R; 1]: [0]
                ];
        }
    };
}
