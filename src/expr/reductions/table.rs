//! The reductions: what they are, what their derivatives are, and what holds at awkward points. Their evaluation is in
//! [`reduction`](super::reduction), and in files of their own.

/// Calls a macro with all reductions. Each has a type, a method, its derivatives in words, and awkward points: an array of
/// three numbers, the value there, and the derivatives in the three. The types, the methods and their documentation are
/// made of them, and `tests/reductions.rs` tests them in every mode.
#[doc(hidden)]
#[macro_export]
macro_rules! __reductions {
    ($then:ident) => {
        $then! {
            /// The sum of the elements of an expression.
            Sum
            /// The sum of the elements: one loop, in which the whole expression is evaluated.
            ///
            /// At the end of a function, or in a sum there, it is pulled back in the same loop. Elsewhere the reverse sweep computes
            /// the elements again, so give a costly expression a `let` of its own.
            ///
            /// ```
            /// use monograd::prelude::*;
            ///
            /// func! { fn energy(x: [R; 3]) { x.square().sum() } }
            /// let (value, gradient) = energy.value_and_gradient(&[1.0, 2.0, 3.0]);
            /// assert_eq!((value, gradient), (14.0, [2.0, 4.0, 6.0]));
            /// ```
            sum: derivatives "1", edges [
                [INF, 1.0, 2.0] => INF, [1.0, 1.0, 1.0];
                [INF, -INF, 0.0] => NAN, [1.0, 1.0, 1.0]
            ];

            /// The mean of the elements of an expression.
            Mean
            /// The mean of the elements.
            ///
            /// ```
            /// use monograd::prelude::*;
            ///
            /// func! {
            ///     fn variance(x: [R; 4]) {
            ///         let mean = x.mean();
            ///         (x - mean).square().mean()
            ///     }
            /// }
            /// assert_eq!(variance.value_and_gradient(&[1.0, 3.0, 1.0, 3.0]), (1.0, [-0.5, 0.5, -0.5, 0.5]));
            /// ```
            mean: derivatives "1/n", edges [
                [INF, 1.0, 2.0] => INF, [1.0 / 3.0, 1.0 / 3.0, 1.0 / 3.0]
            ];

            /// The product of the elements of an expression.
            Product
            /// The product of the elements. Its derivatives are exact where elements are zero.
            ///
            /// ```
            /// use monograd::prelude::*;
            ///
            /// let f = func!(|x: [R; 3]| x.product());
            /// assert_eq!(f.gradient(&[2.0, 0.0, 5.0]), [0.0, 10.0, 0.0]);
            /// assert_eq!(f.gradient(&[2.0, 0.0, 0.0]), [0.0, 0.0, 0.0]);
            /// ```
            product: derivatives "the product of the others", edges [
                [2.0, 0.0, 5.0] => 0.0, [0.0, 10.0, 0.0];
                [2.0, 0.0, 0.0] => 0.0, [0.0, 0.0, 0.0];
                [INF, 0.0, 1.0] => NAN, [0.0, INF, NAN]
            ];

            /// The Euclidean norm of an expression.
            Norm
            /// The Euclidean norm, √Σ xᵢ². Its derivative at 0 is 0.
            ///
            /// ```
            /// use monograd::prelude::*;
            ///
            /// let f = func!(|x: [R; 2]| x.norm());
            /// assert_eq!(f.value_and_gradient(&[3.0, 4.0]), (5.0, [0.6, 0.8]));
            /// assert_eq!(f.value_and_gradient(&[0.0, 0.0]), (0.0, [0.0, 0.0]));
            /// ```
            norm: derivatives "xᵢ/y", edges [
                [0.0, 0.0, 0.0] => 0.0, [0.0, 0.0, 0.0];
                [3e200, 4e200, 0.0] => 5e200, [0.6, 0.8, 0.0];
                [3e-200, 0.0, 4e-200] => 5e-200, [0.6, 0.0, 0.8]
            ];

            /// The least element of an expression.
            Minimum
            /// The least element; elements that are NaN do not count. Where several are least, each has an equal
            /// share of the derivative.
            ///
            /// ```
            /// use monograd::prelude::*;
            ///
            /// let f = func!(|x: [R; 3]| x.minimum());
            /// assert_eq!(f.value_and_gradient(&[2.0, 1.0, 1.0]), (1.0, [0.0, 0.5, 0.5]));
            /// ```
            minimum: derivatives "1/k for the k elements that are least, 0 for the others", edges [
                [2.0, 1.0, 1.0] => 1.0, [0.0, 0.5, 0.5];
                [NAN, 2.0, 1.0] => 1.0, [0.0, 0.0, 1.0];
                [NAN, NAN, NAN] => NAN, [NAN, NAN, NAN]
            ];

            /// The greatest element of an expression.
            Maximum
            /// The greatest element; elements that are NaN do not count. Where several are greatest, each has an
            /// equal share of the derivative.
            ///
            /// ```
            /// use monograd::prelude::*;
            ///
            /// let f = func!(|x: [R; 3]| x.maximum());
            /// assert_eq!(f.value_and_gradient(&[2.0, 1.0, 1.0]), (2.0, [1.0, 0.0, 0.0]));
            /// ```
            maximum: derivatives "1/k for the k elements that are greatest, 0 for the others", edges [
                [2.0, 2.0, 1.0] => 2.0, [0.5, 0.5, 0.0];
                [2.0, NAN, 1.0] => 2.0, [1.0, 0.0, 0.0];
                [NAN, NAN, NAN] => NAN, [NAN, NAN, NAN]
            ];

            /// The logarithm of the sum of the exponentials of the elements of an expression.
            LogSumExp
            /// ln Σ exp xᵢ, without overflow. Its derivatives are the [`softmax`](Ex::softmax).
            ///
            /// ```
            /// use monograd::prelude::*;
            ///
            /// let f = func!(|x: [R; 2]| x.log_sum_exp());
            /// let (value, gradient) = f.value_and_gradient(&[1000.0, 1000.0]);
            /// assert_eq!((value, gradient), (1000.0 + 2.0_f64.ln(), [0.5, 0.5]));
            /// ```
            log_sum_exp: derivatives "exp(xᵢ − y)", edges [
                [1000.0, 1000.0, 0.0] => 1000.0 + 2_f64.ln(), [0.5, 0.5, 0.0];
                [-INF, 0.0, 0.0] => 2_f64.ln(), [0.0, 0.5, 0.5]
            ];
        }
    };
}
