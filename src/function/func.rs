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
/// One `func!` can define several functions, each with its visibility, documentation and attributes. An input is a real
/// number unless a shape is written after it. The body is written as Rust is, and ends with an expression:
///
/// - **Expressions** are made of variables and numbers with the operators `+ - * / %` and the
///   methods of [`Ex`](crate::Ex). A literal is a real number, whether or not it has a point: `1 / 2` is a
///   half. A constant of yours can be of any type of number. All are rounded to the number type of the evaluation.
/// - A **`let`** is evaluated once and pulled back once, however often its name is used. A later `let` can shadow an
///   earlier one, or an input. A `let mut` can be assigned to.
/// - **Calls**: `softplus(n)` calls another function. It sees its arguments and nothing else.
/// - **Choices** are made by `if`, with comparisons, `&&`, `||` and `!`. Only the branch taken is evaluated and
///   differentiated. At the border the derivative is that of the branch taken there. A `let` can hold a condition.
///   [`select`](crate::select) is an `if` as an expression.
/// - **Loops**: `for i in 0..100` carries variables from step to step: see [below](#loops).
/// - **Results**: a body that ends with an array, `[x * y, x + y]`, or a tuple is a vector-valued function.
///   `let [a, b] = f(x, y);` names its results.
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
/// An unused variable gives a warning, as in Rust, unless its name begins with `_`. The derivatives of a function are the
/// methods of the trait [`Function`](crate::Function).
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
///     /// The error of an observation. Inputs after `;` are data, which are not differentiated.
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
/// An input can be an array: its shape, made of [`R`](crate::R), follows its name. The shape of a `let` is inferred, or
/// can be written.
///
/// - Operations work element by element. The operands are arrays of one shape, or reals, which are broadcast. So do calls
///   of functions of reals, `softplus(v)`, `f(xs, ys, mu)`, and `if` with a condition on arrays.
/// - [`sum`](crate::Ex::sum) and the other reductions make a real of an array. [`dot`](crate::Ex::dot) multiplies vectors
///   and matrices.
/// - `x[2]` is an element and `x[1..4]` a window; also [`at`](crate::Ex::at) and [`window`](crate::Ex::window). `[x, y]` and
///   `[0; 3]` are arrays.
/// - [`fold`](crate::fold) and [`scan`](crate::scan) apply a function repeatedly.
///
/// **An expression of arrays is one loop over the elements, and a `let` is stored.** No intermediate array is stored
/// between the operations of an expression. The reverse sweep evaluates the expression again, so give a `let` to what is
/// costly and used again. A reduction inside of an expression, as `x.mean()`, the operands of a matrix product, and the
/// result of a call of a function with shapes, `dense(w, x).tanh()`, are stored without a `let`.
///
/// A point with one array is that array; one with one struct of parameters is the struct; one with several inputs is a
/// tuple.
///
/// # Functions as parameters
///
/// A parameter can be a function, `f: F` with `F: Function<2>` for one of two reals (`Function<2, [R; 3], ([R; 3], R)>`
/// for one with shapes, `Function<1, [R; 3], [R; 3]>` for one of an array). So integrators and solvers are written once:
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
///     /// The energy of charges in the plane, each pair once.
///     fn energy<const N: usize>(x: [R; N], y: [R; N]) {
///         let mut energy = 0;
///         for i in 0..N {
///             for j in i + 1..N {
///                 energy += 1 / (x[i] - x[j]).hypot(y[i] - y[j]);
///             }
///         }
///         energy
///     }
///
///     /// The mean of three neighbours, where they are known: not negative.
///     fn smooth(x: [R; 5]) -> [R; 5] {
///         let mut y = x;
///         for i in 1..4 {
///             if x[i] >= 0 { y[i] = x[i - 1..i + 2].mean(); }
///         }
///         y
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
/// let four = func!(|x: [R; 4], y: [R; 4]| energy(x, y));
/// assert_eq!(four.value(&([0.0, 1.0, 0.0, 1.0], [0.0, 0.0, 1.0, 1.0])), 4.0 + f64::sqrt(2.0));
/// assert_eq!(smooth.value(&[1.0, 2.0, 6.0, -1.0, 5.0]), [1.0, 3.0, 7.0 / 3.0, -1.0, 5.0]);
/// ```
///
/// The variables that a loop assigns to are its state. They are reals or arrays, and keep their shapes from step to step.
/// The bounds are made of constants of yours, sizes of the function and the indices of the loops around: `0..100`,
/// `1..N - 1`, `0..i`, `i + 1..N`. The largest number of steps must be a constant or at most a size: `0..2 * N` and `0..=N`
/// are refused, since stable Rust does not compute with a size in a type. In an expression the index is a real number. In
/// brackets it is a `usize`: `x[i + 1]`, `x[N - 1 - i]` and `m[i][j]` are elements, `x[i..i + 3]` is a range of constant
/// length; both panic out of bounds. Loops can be nested four deep, and contain and be contained in `if`.
///
/// One step is compiled, however many there are. The reverse sweep goes through the steps from the last to the first. It
/// needs the state and the `let`s of each step, which are stored on the stack. With `#[checkpointed]` before the `for`, about
/// √N states of N steps are stored, and the others are computed again, at about twice the cost. The gradient in one real input,
/// and that in a few where the steps are short, is computed by a forward sweep instead, which costs less there and stores
/// nothing.
///
/// `a[i] = …` and `a[i] += …` change an array in place, as in Rust, if the loop only reads and assigns its elements. So they
/// do in an `if`, if the elements that its branches use are one and the same, or certainly different, as `a[i]` and
/// `a[i + 1]` are. The array is copied in each step if the loop reads all of it, as by `a.sum()`, or if elements in a branch may be
/// the same, as `a[i]` and `a[j]`; and once by an `if` outside of loops.
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
/// An input, parameter or data, can be a struct with [`#[derive(Parameters)]`](crate::Parameters), with `R` for the type of
/// its numbers. Its fields are variables of the body. Inside of loops and branches too, it can be passed to another
/// function with such an input, as can a struct that is a field: `dense(net.hidden, x)`.
///
/// # In place
///
/// ```
/// use monograd::prelude::*;
///
/// let gradient = func!(|x, y| x * y.sin()).gradient(&[2.0, 0.0]);
/// assert_eq!(gradient, [0.0, 2.0]);
///
/// // It captures numbers, of any type.
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
/// [`#[differentiable]`](macro@crate::differentiable) makes the same of a `fn` whose types are written.
///
/// # Limits
///
/// A function has at most 32 inputs and 32 results; if it declares shapes, 12 inputs and 12 pieces of data. A rule of your
/// own has at most 12 operands, a `custom` function 11. The length
/// of a range of elements is a constant or a size as it is, and a loop goes round at most as often as a constant or a size
/// says. In a branch that is chosen by a comparison of arrays, the call of a function with shapes needs a `let` before it. A
/// single expression that is a chain of more than about 120 operands meets the compiler's recursion limit
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
