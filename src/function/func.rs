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
/// attributes. An input is a real number if no shape is written. The body is written as Rust is, and ends
/// with an expression:
///
/// - **Expressions** are made of variables and numbers with the operators `+ - * / %` and the
///   methods of [`Ex`](crate::Ex). A literal is a real number, whether or not it has a point: `1 / 2` is a
///   half. So is a constant of yours, of any type of number. It is rounded to the scalar of the evaluation.
/// - **`let`** shares: its expression is evaluated once and pulled back once, however often the name
///   is used. A later `let` may take an earlier one's name, or an input's. A `let mut` can be assigned to.
/// - **Calls** to other functions, `softplus(n)`, are closed: the callee sees its arguments and
///   nothing else.
/// - **Choices** are made by `if`, with comparisons, `&&`, `||` and `!`. Only the branch that is taken is
///   evaluated and differentiated; at the border the derivative is that of the branch taken there. A condition
///   can be a `let`. [`select`](crate::select) is the same for expressions without `let`s.
/// - **Loops**, `for i in 0..100`, take variables on from step to step: see [below](#loops).
/// - **Results**: a body that ends with an array, `[x * y, x + y]`, or a tuple, is a vector-valued
///   function; `let [a, b] = f(x, y);` gives names to its results.
///
/// ```
/// use monograd::prelude::*;
///
/// func! {
///     /// Huber's loss of a residual.
///     fn huber(r, delta) {
///         if r.abs() <= delta { 0.5 * r * r } else { delta * (r.abs() - 0.5 * delta) }
///     }
///     /// A root that is continued by its tangent at 1.
///     fn root(x) {
///         let mut y = x;
///         if x < 1 {
///             let slope = 1 / 2;
///             y = 1 + slope * (x - 1);
///         } else {
///             y = x.sqrt();
///         }
///         y
///     }
/// }
/// assert_eq!(huber.gradient(&[-3.0, 1.0]), [-1.0, 2.0]);
/// assert_eq!(root.value_and_gradient(&[-1.0]), (0.0, [0.5])); // √−1 is not evaluated
/// ```
///
/// A variable that is not used is warned of, as in Rust, unless its name begins with `_`. Everything that can be
/// asked of a function is in [`Function`](crate::Function).
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
///         let h = dense(w, b, x);
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
/// An input can be an array: its shape, made of [`R`](crate::R), follows its name. That of a `let` is known
/// by itself, and can be written. Operations work element by element, on arrays of one shape and on reals, which
/// are broadcast; so do calls of functions of reals: `softplus(v)`, `f(xs, ys, mu)`, and `if` by a condition of
/// arrays. [`sum`](crate::Ex::sum) and the other reductions make reals of arrays, [`dot`](crate::Ex::dot)
/// multiplies vectors and matrices, `x[2]` and `x[1..4]` are elements (also [`at`](crate::Ex::at) and
/// [`window`](crate::Ex::window)), `[x, y]` and `[0; 3]` are arrays. [`fold`](crate::fold) and
/// [`scan`](crate::scan) are recurrences of a function.
///
/// **An expression of arrays is one loop, and a `let` is stored.** Nothing is kept between the operations of an
/// expression; in the reverse sweep it is evaluated again, except for its value. So give a name to what is
/// costly and used again. What is computed from a whole array inside of such a loop, as `x.mean()`, and what a
/// matrix is multiplied with, is stored by itself.
///
/// One input with a shape is given as the array it is, a struct of parameters as the struct, several as a tuple.
///
/// # Functions as parameters
///
/// A parameter can be a function, `f: F` with `F: Function<2>` for one of two reals (`Function<2, [R; 3], ([R; 3], R)>`
/// for one with shapes). So integrators and solvers are written once:
///
/// ```
/// use monograd::prelude::*;
///
/// func! {
///     /// A step of Heun's method for y′ = f(y, t).
///     fn heun<F: Function<2>>(f: F, y, t, h) {
///         let slope = f(y, t);
///         y + 0.5 * h * (slope + f(y + h * slope, t + h))
///     }
///     fn decay(y, t) { t - y }
///     fn after_one(y) { heun(decay, y, 0, 1) }
/// }
/// assert_eq!(after_one.gradient(&[2.0]), [0.5]);
/// ```
///
/// # Loops
///
/// ```
/// use monograd::prelude::*;
///
/// func! {
///     /// A damped pendulum by symplectic Euler, against what was observed.
///     fn pendulum(theta0, g, damping; observed: [R; 100], dt) {
///         let mut theta = theta0;
///         let mut omega = 0;
///         let mut loss = 0;
///         for i in 0..100 {
///             omega -= dt * (g * theta.sin() + damping * omega);
///             theta += dt * omega;
///             loss += (theta - observed[i]).square();
///         }
///         loss / 100
///     }
///
///     /// The energy of four charges in the plane.
///     fn energy(x: [R; 4], y: [R; 4]) {
///         let mut energy = 0;
///         for i in 0..4 {
///             for j in 0..4 {
///                 if j < i { energy += 1 / (x[i] - x[j]).hypot(y[i] - y[j]); }
///             }
///         }
///         energy
///     }
///
///     /// A step of the heat equation, element by element.
///     fn step(u: [R; 6], k) -> [R; 6] {
///         let mut next = u;
///         for i in 1..5 {
///             next[i] = u[i] + k * (u[i - 1] - 2 * u[i] + u[i + 1]);
///         }
///         next
///     }
/// }
///
/// let data = ([0.1; 100], 0.01);
/// let slope: f64 = pendulum.with(&data).gradient(&[0.1, 9.8, 0.05])[1];
/// let by_difference = (pendulum.with(&data).value(&[0.1, 9.8001, 0.05])
///     - pendulum.with(&data).value(&[0.1, 9.7999, 0.05])) / 2e-4;
/// assert!((slope - by_difference).abs() < 1e-9);
/// assert_eq!(energy.value(&([0.0, 1.0, 0.0, 1.0], [0.0, 0.0, 1.0, 1.0])), 4.0 + f64::sqrt(2.0));
/// ```
///
/// The variables that a loop assigns to, reals and arrays, keep their shapes from step to step; what else it
/// mentions is read where it is. How often it goes round is a constant: `0..100`, `1..N`, with a constant of yours or a
/// size of the function. The index is a number in an expression; in brackets it is a `usize` of Rust's, so that
/// `x[i + 1]`, `x[N - 1 - i]` and `m[i][j]` are elements, and panics where there is none. Up to four loops
/// stand in one another; `if` stands in them, and they in `if`.
///
/// One step is compiled, however many there are. On the way back each step is pulled back, the last one first, by the
/// variables and `let`s that it had, which are kept on the stack: as many numbers for each step. With
/// `#[checkpointed]` before the `for` only about √N of the states of N steps are kept, and the others
/// computed again, at about twice the cost.
///
/// An array of which a loop only reads and assigns elements is changed where it is: `a[i] = …` and `a[i] += …` cost
/// what they do in Rust. If the loop reads all of it, as by `a.sum()`, or an `if` outside of loops assigns to an
/// element, the array is copied.
///
/// # Named parameters
///
/// ```
/// use monograd::prelude::*;
///
/// #[derive(Parameters, Debug)]
/// struct Net<S> {
///     w: [[S; 2]; 16],
///     b: [S; 16],
///     v: [S; 16],
/// }
///
/// func! {
///     fn error(net: Net<R>; x: [R; 2], y) {
///         let h = (net.w.dot(x) + net.b).tanh();
///         (net.v.dot(h) - y).square()
///     }
/// }
///
/// let rows = [([1.0, 0.0], 1.0), ([0.0, 1.0], -1.0)];
/// let loss = error.over(&rows).mean();
/// let mut net = Net::from_fn(|i| 0.3 * (i as f64).sin());
/// for _ in 0..100 {
///     let gradient = loss.gradient(&net); // a `Net<f64>`
///     net = net.zip(&gradient, |p, slope| p - 0.1 * slope);
/// }
/// assert!(loss.value(&net) < 1e-6);
/// ```
///
/// An input, or a datum, can be a struct with [`#[derive(Parameters)]`](crate::Parameters), written with `R` for its
/// numbers. In the body its fields are variables. It can be given to another function that has such an input, and so
/// can a struct in it: `dense(net.hidden, x)`. In a loop or a branch its fields are read one by one.
///
/// # In place
///
/// ```
/// use monograd::prelude::*;
///
/// let gradient = func!(|x, y| x * y.sin()).gradient(&[2.0, 0.0]);
/// assert_eq!(gradient, [0.0, 2.0]);
///
/// // It holds the numbers that it mentions, of any type.
/// let (k, n) = (0.3_f64, 2_usize);
/// let f = func!(move |x| {
///     let s = (k * x).sigmoid();
///     n * s * s
/// });
/// assert_eq!(f.value(&[0.0]), 0.5);
/// ```
///
/// # As an attribute
///
/// [`#[differentiable]`](macro@crate::differentiable) makes the same of a `fn` with types.
///
/// # Limits
///
/// A function has at most 32 inputs and 32 results; if it declares shapes, 12 inputs and 12 pieces of data. A rule of your
/// own has at most 12 operands, a `custom` function 11. The bounds
/// of a loop do not depend on the index of another, and are no arithmetic with a size, which stable Rust does not
/// do in types. A single expression that is a chain of more than about 120 operands meets the compiler's recursion limit
/// ("overflow evaluating the requirement"): break it with a `let`, which costs nothing:
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
