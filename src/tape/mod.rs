//! Programs that are recorded as they run: a [`Tape`] records the operations on [`Value`]s.
//!
//! # The tape
//!
//! Every operation on values appends a node to the tape: its data, its gradient, the operation, and for
//! each operand the index and the partial derivative: 40 bytes in `f64`, 24 in `f32`. Operands are recorded before
//! the results, so that [`backward`](Value::backward) is a loop over the nodes from the last to the first, without
//! recursion. A tape holds up to 2²⁸ values.
//!
//! When a [scope](Tape::scope) ends, the memory of what it recorded is used again. After the first steps of training
//! nothing is allocated.
//!
//! # Functions on a tape
//!
//! [`f.on(values)`](OnTape::on) records a static function as one node. Its partial derivatives are computed by the
//! function's gradient, and take 12 bytes for each input in `f64`. `f.value(&values)` records each operation of the
//! function instead, since a value is a [`Scalar`].
//!
//! ```
//! use monograd::prelude::*;
//!
//! let f = func!(|x, y| x * y.sin());
//! let tape = Tape::new();
//! let (x, y) = (tape.value(2.0), tape.value(0.0));
//! f.on([x, y]).backward();
//! assert_eq!([x.grad(), y.grad()], f.gradient(&[2.0, 0.0]));
//! assert_eq!(tape.len(), 3);
//!
//! tape.zero_grad();
//! f.value(&[x, y]).backward(); // a sine and a product
//! assert_eq!([x.grad(), y.grad()], f.gradient(&[2.0, 0.0]));
//! assert_eq!(tape.len(), 5);
//! ```
//!
//! # Many operands at once
//!
//! An [`Affine`] map is a matrix of leaves and an offset. It computes all its results in one loop, and pulls their
//! gradients back in one. [`Value::gather`] records an operation of your own on any number of values as one node.
//!
//! # Recorded once, replayed often
//!
//! A [`Recording`] is a recorded graph that can be evaluated at other inputs, without recording it again.
//!
//! # Zero, infinity and NaN
//!
//! What does not take part in a result contributes nothing to a gradient, not even NaN: a value that it does not depend
//! on, the operand that [`relu`](Value::relu), [`max`](Value::max) or [`clamp`](Value::clamp) does not choose, an input that
//! a function does not read, a stopped gradient. A derivative that takes part and happens to be 0 gives NaN when it is
//! multiplied by an infinite one. Reverse mode of static functions does the same; see [`numerics`](crate::numerics).
//!
//! ```
//! use monograd::prelude::*;
//!
//! let tape = Tape::new();
//! let slope = |x: f64, f: fn(Value<f64>) -> Value<f64>| {
//!     let x = tape.value(x);
//!     f(x).backward();
//!     x.grad()
//! };
//! assert_eq!(slope(-1.0, |x| x.relu().sqrt()), 0.0); // relu is constant there, though √ is infinitely steep at 0
//! assert!(slope(0.0, |x| x.square().sqrt()).is_nan()); // 2x · ∞ at x = 0
//! assert_eq!(slope(0.0, |x| { let _unused = x.ln(); 3.0 * x }), 3.0);
//! ```
//!
//! # Lifetimes
//!
//! | mistake | consequence |
//! |---|---|
//! | a value outlives its tape | does not compile |
//! | an operation on values of two tapes | panics with a message |
//! | a value is used after the [scope](Tape::scope) that recorded it ended | panics with a message |
//! | a rule of your own uses the tape that its operation is being recorded on | panics with a message |
//!
//! The compiler could refuse the mistakes with tapes and scopes only if the type of a value named its scope, so that each
//! parameter would have to be converted in each scope.

mod affine;
mod apply;
mod decision;
mod edges;
mod float;
mod function;
mod gather;
mod gathered;
mod gradients;
mod graph;
mod handle;
mod matrices;
mod node;
mod operands;
mod operators;
mod own;
pub(crate) mod pointwise;
mod record;
mod recording;
mod replay_error;
mod room;
mod run;
mod scalar;
mod scope;
mod sweep;
mod value;

pub use affine::Affine;
pub use function::{InputsError, OnTape};
pub use gradients::Gradients;
pub(crate) use graph::{OperationName, Traced, TracedOperand};
pub use recording::Recording;
pub use replay_error::ReplayError;
pub use run::Run;
pub use value::Value;

use crate::forward::Dual;
use crate::scalar::{Plain, Scalar, Wrapped};
use core::cell::{RefCell, RefMut};
use core::fmt;
use handle::Held;
use node::Node;
use num_traits::Float;
use record::Record;

/// A real number a tape can record: `f32`, `f64`, or another float in [`Wrapped`].
///
/// ```
/// use monograd::prelude::*;
/// use monograd::tape::Data;
///
/// fn double<F: Data>(x: Value<'_, F>) -> Value<'_, F> {
///     x + x
/// }
/// let tape = Tape::new();
/// assert_eq!(double(tape.value(1.5_f32)).data(), 3.0);
/// ```
#[diagnostic::on_unimplemented(
    message = "a tape cannot record `{Self}`",
    label = "not a real number",
    note = "a tape records `f32`, `f64` or `monograd::Wrapped<T>`; for an integer write a float: `2.0`"
)]
pub trait Data: Scalar<Mask = bool> + Held + fmt::Debug + fmt::Display + 'static {
    /// The nearest `f64`; of a number that carries derivatives, its primal's.
    fn as_f64(self) -> f64;

    /// Whether it, or a derivative it carries, is NaN.
    fn has_nan(self) -> bool;

    /// Whether it, and every derivative it carries, is finite.
    fn all_finite(self) -> bool;

    /// Whether nothing tells the two numbers apart: −0 is not 0, and NaN is NaN.
    fn is_same(self, other: Self) -> bool;
}

// Written out: these are the impls that the compiler lists where something is not data.
impl Data for f32 {
    #[cfg_attr(optimized, inline(always))]
    fn is_same(self, other: Self) -> bool {
        self.to_bits() == other.to_bits()
    }
    #[cfg_attr(optimized, inline(always))]
    fn as_f64(self) -> f64 {
        self.into()
    }
    #[cfg_attr(optimized, inline(always))]
    fn has_nan(self) -> bool {
        self.is_nan()
    }
    #[cfg_attr(optimized, inline(always))]
    fn all_finite(self) -> bool {
        self.is_finite()
    }
}

impl Data for f64 {
    #[cfg_attr(optimized, inline(always))]
    fn is_same(self, other: Self) -> bool {
        self.to_bits() == other.to_bits()
    }
    #[cfg_attr(optimized, inline(always))]
    fn as_f64(self) -> f64 {
        self
    }
    #[cfg_attr(optimized, inline(always))]
    fn has_nan(self) -> bool {
        self.is_nan()
    }
    #[cfg_attr(optimized, inline(always))]
    fn all_finite(self) -> bool {
        self.is_finite()
    }
}

impl<T: Float + fmt::Debug + fmt::Display + 'static> Data for Wrapped<T> {
    #[cfg_attr(optimized, inline(always))]
    fn is_same(self, other: Self) -> bool {
        let (x, y) = (self.get(), other.get());
        (x == y || x.is_nan() && y.is_nan()) && x.is_sign_negative() == y.is_sign_negative()
    }
    #[cfg_attr(optimized, inline(always))]
    fn as_f64(self) -> f64 {
        self.to_f64()
    }
    #[cfg_attr(optimized, inline(always))]
    fn has_nan(self) -> bool {
        self.get().is_nan()
    }
    #[cfg_attr(optimized, inline(always))]
    fn all_finite(self) -> bool {
        self.get().is_finite()
    }
}

/// The tangents of the data run along with it: what is pulled back over dual numbers is the derivative of the
/// gradient along them.
impl<S: Data> Data for Dual<S> {
    #[cfg_attr(optimized, inline(always))]
    fn is_same(self, other: Self) -> bool {
        self.primal.is_same(other.primal) && self.tangent.is_same(other.tangent)
    }
    #[cfg_attr(optimized, inline(always))]
    fn as_f64(self) -> f64 {
        self.primal.as_f64()
    }
    #[cfg_attr(optimized, inline(always))]
    fn has_nan(self) -> bool {
        self.primal.has_nan() || self.tangent.has_nan()
    }
    #[cfg_attr(optimized, inline(always))]
    fn all_finite(self) -> bool {
        self.primal.all_finite() && self.tangent.all_finite()
    }
}

/// Records operations on [`Value`]s, for [`backward`](Value::backward) to differentiate.
///
/// ```
/// use monograd::prelude::*;
///
/// let tape = Tape::new();
/// let a = tape.value(2.0);
/// let b = tape.value(-3.0);
/// let c = tape.value(10.0);
/// let d = a * b + c;
/// d.backward();
/// assert_eq!(d.data(), 4.0);
/// assert_eq!((a.grad(), b.grad(), c.grad()), (-3.0, 2.0, 1.0));
/// ```
///
/// A tape is `Send` and not `Sync`: it can be moved to another thread, but not be used by two.
#[derive(Debug)]
pub struct Tape<F> {
    record: EachThreadHasATapeOfItsOwn<Record<F>>,
}

/// The compiler names it to whom it refuses to send a `Value` to another thread.
#[derive(Debug)]
struct EachThreadHasATapeOfItsOwn<T>(RefCell<T>);

impl<F> Tape<F> {
    /// What is recorded.
    ///
    /// # Panics
    ///
    /// If an operation is being recorded: a rule of the user's own is at work.
    #[cfg_attr(optimized, inline(always))]
    #[track_caller]
    fn record(&self) -> RefMut<'_, Record<F>> {
        match self.record.0.try_borrow_mut() {
            Ok(record) => record,
            Err(_) => in_use(),
        }
    }
}

#[cold]
#[inline(never)]
#[track_caller]
fn in_use() -> ! {
    panic!(
        "a tape was used while an operation was recorded on it: a rule computes with the numbers it is given, not with \
         Values of the tape it is recorded on"
    )
}

impl<F: Data> Tape<F> {
    /// An empty tape.
    ///
    /// ```
    /// # use monograd::prelude::*;
    /// assert!(Tape::<f64>::new().is_empty());
    /// ```
    pub fn new() -> Self {
        Tape {
            record: EachThreadHasATapeOfItsOwn(RefCell::new(Record::new())),
        }
    }

    /// A value that is not the result of an operation: an input or a parameter, a *leaf*.
    ///
    /// ```
    /// # use monograd::prelude::*;
    /// let tape = Tape::new();
    /// assert_eq!(tape.value(3.0).data(), 3.0);
    /// ```
    #[inline]
    #[track_caller]
    pub fn value(&self, data: F) -> Value<'_, F> {
        Value::push(self, [], |[]| Node::leaf(data))
    }

    /// Runs `body`, and then removes from the tape what it has recorded. The memory is used again.
    ///
    /// Values recorded before the scope can be used inside. They keep the gradients that they receive there, and the data
    /// that they are set to. So create parameters outside, and make each step of training a scope. Scopes nest.
    ///
    /// ```
    /// use monograd::prelude::*;
    ///
    /// let tape = Tape::new();
    /// let w = tape.value(1.0_f64);
    /// for _ in 0..100 {
    ///     tape.scope(|| {
    ///         let loss = (w * 3.0 - 6.0).square();
    ///         w.zero_grad();
    ///         loss.backward();
    ///         w.set_data(w.data() - 0.05 * w.grad());
    ///     });
    /// }
    /// assert!((w.data() - 2.0).abs() < 1e-12);
    /// assert_eq!(tape.len(), 1);
    /// ```
    ///
    /// # Panics
    ///
    /// Using a value afterwards that was recorded inside panics:
    ///
    /// ```should_panic
    /// # use monograd::prelude::*;
    /// let tape = Tape::new();
    /// let x = tape.value(2.0);
    /// let y = tape.scope(|| x * x);
    /// println!("{}", y.data()); // the scope in which this Value was recorded has ended
    /// ```
    pub fn scope<T>(&self, body: impl FnOnce() -> T) -> T {
        struct Scope<'t, F: Data>(&'t Tape<F>);
        impl<F: Data> Drop for Scope<'_, F> {
            fn drop(&mut self) {
                self.0.record().end_scope();
            }
        }
        self.record().begin_scope();
        let _ended_even_by_a_panic = Scope(self);
        body()
    }

    /// Sets the gradient of every value to zero.
    ///
    /// ```
    /// # use monograd::prelude::*;
    /// let tape = Tape::new();
    /// let x = tape.value(3.0);
    /// (x * x).backward();
    /// tape.zero_grad();
    /// assert_eq!(x.grad(), 0.0);
    /// ```
    pub fn zero_grad(&self) {
        self.record().zero_grad();
    }

    /// The number of values on the tape.
    ///
    /// ```
    /// # use monograd::prelude::*;
    /// let tape = Tape::new();
    /// let x = tape.value(3.0);
    /// let _y = x * x + 1.0;
    /// assert_eq!(tape.len(), 3);
    /// ```
    pub fn len(&self) -> usize {
        self.record().nodes().len()
    }

    /// Whether nothing has been recorded.
    ///
    /// ```
    /// # use monograd::prelude::*;
    /// let tape = Tape::new();
    /// assert!(tape.is_empty());
    /// let _x = tape.value(1.0);
    /// assert!(!tape.is_empty());
    /// ```
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

impl<F: Data> Default for Tape<F> {
    fn default() -> Self {
        Self::new()
    }
}
