//! The macro `func!`.

/// Defines differentiable functions.
///
/// # As items
///
/// ```
/// use monograd::prelude::*;
///
/// func! {
///     /// Rosenbrock's valley, f(x, y) = (1 − x)² + 100 (y − x²)².
///     pub fn rosenbrock(x, y) {
///         let a = 1.0 - x;
///         let b = y - x * x;
///         a * a + 100.0 * b * b
///     }
///
///     /// Its logarithm, by a call.
///     fn log_rosenbrock(x, y) {
///         rosenbrock(x, y).ln()
///     }
/// }
///
/// let (value, gradient) = rosenbrock.value_and_gradient(&[0.0, 1.0]);
/// assert_eq!((value, gradient), (101.0, [-2.0, 200.0]));
/// assert_eq!(log_rosenbrock.gradient(&[0.0, 1.0]), [-2.0 / 101.0, 200.0 / 101.0]);
/// ```
///
/// Several functions can stand in one `func!`; each has its visibility, documentation and
/// attributes. The inputs are real numbers. The body is a sequence of `let`s and a closing
/// expression:
///
/// - **Expressions** are made of inputs, `let`s and numbers with the operators `+ - * /` and the
///   methods of [`Ex`](crate::Ex). A literal, float or integer, can stand on either side of an
///   operator; so can an `f64` constant of yours. It is rounded to the scalar of the evaluation.
/// - **`let`** shares: its expression is evaluated once and pulled back once, however often the name
///   is used. A later `let` may take an earlier one's name, or an input's.
/// - **Calls** to other functions, `softplus(n)`, are closed: the callee sees its arguments and
///   nothing else.
/// - **Choices** are made by [`select`](crate::select), `select(x.less_than(y), yes, no)`: there is no
///   `if`, since there are no numbers yet.
/// - **Results**: a body that ends with an array, `[x * y, x + y]`, or a tuple, is a vector-valued
///   function.
///
/// What a function is good for is in [`Function`](crate::Function), and if it has several results in
/// [`VectorFunction`](crate::VectorFunction).
///
/// # Shapes and data
///
/// ```
/// use monograd::prelude::*;
///
/// func! {
///     /// A dense layer. The sizes are those of the arguments.
///     fn dense<const IN: usize, const OUT: usize>(
///         w: [[R; IN]; OUT], b: [R; OUT], x: [R; IN]
///     ) -> [R; OUT] {
///         (w.dot(x) + b).tanh()
///     }
///     /// The error of an observation; what stands after `;` is data, which is not differentiated.
///     fn error(w: [[R; 2]; 3], b: [R; 3]; x: [R; 2], y: [R; 3]) {
///         let h: [R; 3] = dense(w, b, x);
///         (h - y).norm_squared()
///     }
/// }
///
/// let (w, b) = ([[0.1, 0.2]; 3], [0.0; 3]);
/// let rows = [([1.0, 0.0], [0.5, 0.0, 0.0]), ([0.0, 1.0], [0.0, 0.5, 0.0])];
/// let of_one = error.with(&rows[0]).gradient(&(w, b));
/// let of_all = error.over(&rows).gradient(&(w, b));
/// assert!(of_one.1[0] < 0.0 && of_all.1[2] > of_one.1[2]);
/// ```
///
/// An input or a `let` can be an array: its shape, made of [`R`](crate::R), follows its name. Operations work
/// element by element, on arrays of one shape and on reals, which meet every element; so do calls of functions
/// of reals: `softplus(v)`, `f(xs, ys, mu)`. [`sum`](crate::Ex::sum) and the other reductions make reals of
/// arrays, [`dot`](crate::Ex::dot) multiplies vectors and matrices, [`at`](crate::Ex::at) and
/// [`window`](crate::Ex::window) are elements, [`fold`](crate::fold) and [`scan`](crate::scan) recurrences.
///
/// **An expression of arrays is one loop, and a `let` is a place in memory.** Nothing is kept between the
/// operations of an expression; on the way back it is computed again from what has a place, but for its own
/// value. So give a name to what is costly and used again. What is computed from a whole array, as `x.mean()`,
/// cannot stand inside of such a loop, in which it would be computed for each element, and what a matrix is
/// multiplied with, or a function with shapes called with, must have a place: the compiler says where a `let`
/// is needed.
///
/// A function with shapes or data is asked by [`ShapedFunction`](crate::ShapedFunction).
///
/// # As an expression
///
/// ```
/// use monograd::prelude::*;
///
/// let gradient = func!(|x, y| x * y.sin()).gradient(&[2.0, 0.0]);
/// assert_eq!(gradient, [0.0, 2.0]);
///
/// let f = func!(|x| {
///     let s = x.sigmoid();
///     s * s
/// });
/// assert_eq!(f.value(&[0.0]), 0.25);
/// ```
///
/// It looks like a closure and captures nothing: what it needs are its inputs.
///
/// # Limits
///
/// A function has at most 32 inputs, 32 results and 512 `let`s; if it declares shapes, 12 inputs, 12 pieces of
/// data and 64 `let`s. Beyond, it says so. A single expression that is
/// a chain of more than about 120 operands meets the compiler's recursion limit ("overflow
/// evaluating the requirement"): break it with a `let`, which costs nothing:
///
/// ```
/// # use monograd::prelude::*;
/// # let f = func!(|a, b, c, d| {
/// let first = a + b; // … the first hundred
/// let second = c + d; // … the next
/// first + second
/// # });
/// # assert_eq!(f.value(&[1.0, 2.0, 3.0, 4.0]), 10.0);
/// ```
#[macro_export]
macro_rules! func {
    ($($tokens:tt)*) => {
        $crate::__private::func! { [$crate] $($tokens)* }
    };
}
