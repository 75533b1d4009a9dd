//! Networks of dynamic values, in micrograd's words: [`Neuron`], [`Layer`], [`Mlp`], each a
//! [`Module`].
//!
//! The parameters are leaves of a tape, recorded when the network is created. Run each step of training in a
//! [scope](crate::Tape::scope) of the tape: what the step records is removed when it ends, and the parameters stay.
//! [`Optimizer::minimize`] does so.
//!
//! ```
//! use monograd::nn::{Mlp, Module};
//! use monograd::prelude::*;
//!
//! let tape = Tape::new();
//! let model = Mlp::new(&tape, 2, &[4, 1], 1337);
//! let rows = [([0.0, 0.0], 0.0), ([0.0, 1.0], 1.0), ([1.0, 0.0], 1.0)];
//!
//! let step = || {
//!     tape.scope(|| {
//!         let mut loss = tape.value(0.0);
//!         for (x, y) in rows {
//!             loss += (model.forward(&x)[0] - y).square();
//!         }
//!         model.zero_grad();
//!         loss.backward();
//!         for p in model.parameters() {
//!             p.set_data(p.data() - 0.05 * p.grad());
//!         }
//!         loss.data()
//!     })
//! };
//! let first = step();
//! let last = (0..200).map(|_| step()).last().unwrap();
//! assert!(last < 0.01 * first);
//! ```
//!
//! # Extending it
//!
//! | your own | is | see |
//! |---|---|---|
//! | a model | a type that gives its parameters | [`Module`] |
//! | an activation | a rule: a value and its derivative | [`Activate`] |
//! | a loss | a function of a prediction and its target | [`mean_loss`], [`summed_loss`] |
//! | a penalty | a function of a parameter | [`parameter_sum`] |
//! | an optimiser | the numbers that it stores for each parameter, and a step | [`Method`] |

mod activation;
mod batches;
mod checked;
#[cfg(feature = "checkpoints")]
mod checkpoint;
mod clip;
mod init;
mod layer;
mod loss;
mod memory;
mod method;
mod mlp;
mod neuron;
mod optimizer;
mod outputs;
#[cfg(feature = "checkpoints")]
mod replace;
#[cfg(feature = "checkpoints")]
mod saved;
mod schedule;
mod scratch;
mod standard;
mod state;
mod training;

pub use activation::{Activate, Activation};
pub use batches::Batches;
#[cfg(feature = "checkpoints")]
pub use checkpoint::{Checkpoint, CheckpointError};
pub use clip::{clip_grad_norm, clip_grad_value};
pub use init::Init;
pub use layer::Layer;
pub use loss::{
    binary_cross_entropy, cross_entropy, hinge, l1, l2, mean_loss, mean_squared_error,
    parameter_sum, squared_error, summed_loss,
};
pub use method::{Kept, KeptNumbers, Method, Step};
pub use mlp::{Mlp, MlpBuilder};
pub use neuron::Neuron;
pub use optimizer::Optimizer;
pub use outputs::{IntoIter, Outputs};
pub use schedule::Schedule;
pub use standard::Standard;
pub use training::TrainingError;

use crate::tape::{Data, Value};

/// Something with parameters.
///
/// ```
/// use monograd::nn::Module;
/// use monograd::prelude::*;
///
/// /// y = a x + b
/// struct Line<'t> {
///     a: Value<'t, f64>,
///     b: Value<'t, f64>,
/// }
///
/// impl<'t> Module<'t, f64> for Line<'t> {
///     fn parameters(&self) -> impl Iterator<Item = Value<'t, f64>> {
///         [self.a, self.b].into_iter()
///     }
/// }
///
/// let tape = Tape::new();
/// let line = Line { a: tape.value(2.0), b: tape.value(1.0) };
/// (line.a * 3.0 + line.b).backward();
/// let grads: Vec<f64> = line.parameters().map(Value::grad).collect();
/// assert_eq!(grads, [3.0, 1.0]);
/// line.zero_grad();
/// assert_eq!(line.a.grad(), 0.0);
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a module",
    note = "implement `monograd::nn::Module` for it: give its parameters"
)]
pub trait Module<'t, F: Data> {
    /// The parameters, in a fixed order.
    fn parameters(&self) -> impl Iterator<Item = Value<'t, F>>;

    /// Sets the gradient of every parameter to zero.
    fn zero_grad(&self) {
        for parameter in self.parameters() {
            parameter.zero_grad();
        }
    }

    /// How many parameters there are.
    fn parameter_count(&self) -> usize {
        self.parameters().count()
    }

    /// What it is, in a line: a saved model is restored only to one that says the same of itself.
    ///
    /// If nothing else is said, it is the name of the type and the number of the parameters. Where these do not tell
    /// two models apart, because a type holds layers of different sizes, say, the description should.
    fn describe(&self) -> String {
        let name = core::any::type_name::<Self>();
        let parts = name.split_inclusive(['<', '>', '(', ')', '[', ']', ',', ' ']);
        let without_path = |part: &'static str| part.rsplit("::").next().unwrap_or(part);
        let name: String = parts.map(without_path).collect();
        let name = name.replace("<'_>", "").replace("'_, ", "");
        format!("{name} of {} parameters", self.parameter_count())
    }
}
