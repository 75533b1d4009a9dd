//! Models and optimisers in files.

use super::batches::Plan;
use super::replace::replace;
use super::saved::Saved;
use super::{Batches, Method, Module, Optimizer};
use crate::tape::{Data, Value};
use core::fmt;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use std::path::{Path, PathBuf};
use std::{fs, io};

/// What training can be resumed from: the parameters of a model, and the state of its optimiser and its batches.
///
/// It is saved as JSON with a checksum, bit for bit. What is loaded is checked as the arguments of the constructors
/// are, so that nothing that loads fails later, and what is restored must fit: nothing is changed before.
///
/// ```
/// use monograd::nn::{Checkpoint, Mlp, Module, Optimizer};
/// use monograd::prelude::*;
///
/// let tape = Tape::<f64>::new();
/// let (model, mut optimizer) = (Mlp::new(&tape, 2, &[4, 1], 1), Optimizer::adam(0.01));
/// # let path = std::env::temp_dir().join("monograd-checkpoint-example.json");
/// Checkpoint::of(&model).optimizer(&optimizer).save(&path)?;
///
/// let other = Mlp::new(&tape, 2, &[4, 1], 2);
/// let checkpoint = Checkpoint::load(&path)?;
/// checkpoint.restore(&other)?;
/// checkpoint.restore_optimizer(&mut optimizer)?;
/// assert!(model.parameters().map(Value::data).eq(other.parameters().map(Value::data)));
///
/// let error = checkpoint.restore(&Mlp::new(&tape, 2, &[3, 1], 1)).unwrap_err();
/// assert!(error.to_string().contains("Layer of [ReLUNeuron(2), ReLUNeuron(2), ReLUNeuron(2)]"));
/// # std::fs::remove_file(path)?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(
    try_from = "Content<F>",
    bound(deserialize = "F: Data + Deserialize<'de>")
)]
pub struct Checkpoint<F>(Content<F>);

/// A checkpoint that is not checked yet.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(bound(deserialize = "F: Data + Deserialize<'de>"))]
struct Content<F> {
    /// The type of the numbers.
    precision: String,
    /// What the model says it is.
    module: String,
    parameters: Vec<F>,
    optimizer: Option<Saved<F>>,
    batches: Option<Plan>,
}

impl<F: Data> Content<F> {
    /// Of what is saved, and of what is loaded.
    fn check(&self) -> Result<(), CheckpointError> {
        let expected = core::any::type_name::<F>();
        if self.precision != expected {
            let saved = self.precision.clone();
            return Err(CheckpointError::Precision { saved, expected });
        }
        let numbers = self.parameters.iter().enumerate();
        if let Some((parameter, number)) = numbers.clone().find(|(_, x)| !x.all_finite()) {
            let number = number.as_f64();
            return Err(CheckpointError::NotFinite { parameter, number });
        }
        let optimizer = self.optimizer.as_ref().map_or(Ok(()), Saved::check);
        let batches = self.batches.as_ref().map_or(Ok(()), Plan::check);
        let checked = optimizer.and(batches);
        checked.map_err(|reason| CheckpointError::Damaged(reason.to_string()))
    }
}

impl<F: Data> TryFrom<Content<F>> for Checkpoint<F> {
    type Error = CheckpointError;

    fn try_from(content: Content<F>) -> Result<Self, CheckpointError> {
        content.check()?;
        Ok(Checkpoint(content))
    }
}

/// Why a checkpoint was not saved, loaded or restored. Nothing has changed then.
#[derive(Debug)]
#[non_exhaustive]
pub enum CheckpointError {
    /// The file could not be read or written.
    File(PathBuf, io::Error),
    /// The file is not, or no longer, what was saved.
    Damaged(String),
    /// A parameter is infinite or NaN.
    NotFinite {
        /// The parameter, counted from 0 in the module's order.
        parameter: usize,
        /// Its data.
        number: f64,
    },
    /// The numbers are of another type.
    Precision {
        /// That of the file.
        saved: String,
        /// That of what is loaded.
        expected: &'static str,
    },
    /// The model is another one.
    Module {
        /// That of the file.
        saved: String,
        /// The one to be restored.
        expected: String,
    },
    /// The optimiser is another one.
    Optimizer {
        /// That of the file.
        saved: String,
        /// The one to be restored.
        expected: String,
    },
    /// The batches are others.
    Batches {
        /// Those of the file.
        saved: String,
        /// Those to be restored.
        expected: String,
    },
    /// A parameter of the model to be restored is a constant or the result of an operation.
    NotALeaf {
        /// The parameter, counted from 0 in the module's order.
        parameter: usize,
    },
    /// There is none in the file: the optimiser, or the batches.
    Missing(&'static str),
}

impl fmt::Display for CheckpointError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            CheckpointError::File(path, error) => write!(f, "{}: {error}", path.display()),
            CheckpointError::Damaged(what) => write!(f, "the checkpoint is damaged: {what}"),
            CheckpointError::NotFinite { parameter, number } => write!(
                f,
                "a checkpoint holds finite numbers, and parameter {parameter} is {number}"
            ),
            CheckpointError::Precision { saved, expected } => {
                write!(f, "the checkpoint is of {saved}, not of {expected}")
            }
            CheckpointError::Module { saved, expected } => {
                write!(
                    f,
                    "the checkpoint is that of another model: {saved}, not {expected}"
                )
            }
            CheckpointError::Optimizer { saved, expected } => {
                write!(
                    f,
                    "the checkpoint's optimiser is another one: {saved}, not {expected}"
                )
            }
            CheckpointError::Batches { saved, expected } => {
                write!(
                    f,
                    "the checkpoint's batches are others: {saved}, not {expected}"
                )
            }
            CheckpointError::NotALeaf { parameter } => write!(
                f,
                "parameter {parameter} of the model is a constant or the result of an operation, which cannot be set"
            ),
            CheckpointError::Missing(what) => write!(f, "the checkpoint has no {what}"),
        }
    }
}

impl core::error::Error for CheckpointError {
    fn source(&self) -> Option<&(dyn core::error::Error + 'static)> {
        match self {
            CheckpointError::File(_, error) => Some(error),
            _ => None,
        }
    }
}

/// What stands around the content of a file: it is compared letter by letter.
const HEAD: &str = r#"{"format":"monograd checkpoint 1","crc32":""#;
const NECK: &str = r#"","checkpoint":"#;
const TAIL: &str = "}\n";

impl<F: Data + Serialize + DeserializeOwned> Checkpoint<F> {
    /// The parameters of a model as they are now.
    pub fn of<'t>(module: &impl Module<'t, F>) -> Self {
        Checkpoint(Content {
            precision: core::any::type_name::<F>().into(),
            module: module.describe(),
            parameters: module.parameters().map(Value::data).collect(),
            optimizer: None,
            batches: None,
        })
    }

    /// With the optimiser as it is now.
    #[must_use = "the checkpoint with the optimiser is the result"]
    pub fn optimizer<M: Method<F>>(mut self, optimizer: &Optimizer<F, M>) -> Self {
        self.0.optimizer = Some(Saved::of(&optimizer.state));
        self
    }

    /// With the batches as they are now.
    #[must_use = "the checkpoint with the batches is the result"]
    pub fn batches(mut self, batches: &Batches) -> Self {
        self.0.batches = Some(batches.plan);
        self
    }

    /// Writes the file at once: a reader finds what was there before or all of this, and so does whoever comes after
    /// the process was killed or the power failed in the middle.
    ///
    /// The file keeps its permissions; a symbolic link stays, and the file that it leads to is written. What is being
    /// written is a file `.monograd-checkpoint-….part` in the same directory. A process that is killed leaves it
    /// behind, and the next one that saves a checkpoint in the directory removes it.
    ///
    /// # Errors
    ///
    /// If a parameter is not finite, or the file cannot be written: then the file is as it was. Only if syncing the
    /// directory fails, the new content is there, but might not survive a loss of power.
    pub fn save(&self, path: impl AsRef<Path>) -> Result<(), CheckpointError> {
        let path = path.as_ref();
        let text = self.to_text()?;
        replace(path, text.as_bytes()).map_err(|error| CheckpointError::File(path.into(), error))
    }

    /// The text of the file.
    ///
    /// # Errors
    ///
    /// If a parameter is not finite.
    pub fn to_text(&self) -> Result<String, CheckpointError> {
        self.0.check()?;
        let content = serde_json::to_string(self);
        let content = content.map_err(|error| CheckpointError::Damaged(error.to_string()))?;
        Ok(wrapped(&content))
    }

    /// Reads a file.
    ///
    /// # Errors
    ///
    /// If it cannot be read, is damaged, or is of another precision.
    pub fn load(path: impl AsRef<Path>) -> Result<Self, CheckpointError> {
        let path = path.as_ref();
        let bytes = fs::read(path).map_err(|error| CheckpointError::File(path.into(), error))?;
        Self::from_bytes(&bytes)
    }

    /// From the bytes of a file.
    ///
    /// # Errors
    ///
    /// If they are damaged, or of another precision.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, CheckpointError> {
        let damaged = |what: &str| CheckpointError::Damaged(what.into());
        let text = core::str::from_utf8(bytes).map_err(|_| damaged("it is not text"))?;
        let rest = text.strip_prefix(HEAD);
        let rest = rest.ok_or_else(|| damaged("it does not begin as a checkpoint does"))?;
        let content = rest.get(8..).and_then(|rest| rest.strip_prefix(NECK));
        let content = content.and_then(|content| content.strip_suffix(TAIL));
        let content = content.ok_or_else(|| damaged("its end is missing"))?;
        if wrapped(content) != text {
            return Err(damaged("its checksum is not that of its content"));
        }
        // Numbers of another type need not be read as such to be told apart.
        let not_read = |error: serde_json::Error| damaged(&error.to_string());
        let Numbers { precision: saved } = serde_json::from_str(content).map_err(not_read)?;
        let expected = core::any::type_name::<F>();
        if saved != expected {
            return Err(CheckpointError::Precision { saved, expected });
        }
        let content: Content<F> = serde_json::from_str(content).map_err(not_read)?;
        content.try_into()
    }

    /// Sets the parameters of a model to those saved.
    ///
    /// # Errors
    ///
    /// If the model is not such a one, or has a parameter that is not a leaf.
    pub fn restore<'t>(&self, module: &impl Module<'t, F>) -> Result<(), CheckpointError> {
        let Content {
            module: saved,
            parameters,
            ..
        } = &self.0;
        let expected = module.describe();
        let (count, expected_count) = (parameters.len(), module.parameter_count());
        if *saved != expected {
            let saved = saved.clone();
            return Err(CheckpointError::Module { saved, expected });
        }
        if count != expected_count {
            return Err(CheckpointError::Module {
                saved: format!("{saved}, with {count} parameters"),
                expected: format!("{expected}, with {expected_count} parameters"),
            });
        }
        let mut leaves = module.parameters().map(Value::leaf);
        if let Some(parameter) = leaves.position(|leaf| leaf.is_none()) {
            return Err(CheckpointError::NotALeaf { parameter });
        }
        for (parameter, &data) in module.parameters().zip(parameters) {
            parameter.set_data(data);
        }
        Ok(())
    }

    /// Sets an optimiser to the one saved: its rate, its schedule, its clipping and what it remembers.
    ///
    /// The numbers of a standard method are set, too. A method of your own is saved by its [name](Method::name), and
    /// what it keeps of each parameter is restored to an optimiser that has it.
    ///
    /// # Errors
    ///
    /// If none was saved, or if it is one of another kind, or if both have taken steps and not of as many parameters.
    pub fn restore_optimizer<M: Method<F>>(
        &self,
        optimizer: &mut Optimizer<F, M>,
    ) -> Result<(), CheckpointError> {
        let saved = self.0.optimizer.as_ref();
        let saved = saved.ok_or(CheckpointError::Missing("optimiser"))?;
        let other = Saved::of(&optimizer.state);
        if !saved.fits(&other) {
            return Err(CheckpointError::Optimizer {
                saved: saved.describe(),
                expected: other.describe(),
            });
        }
        let state = saved.state(optimizer.state.method.clone());
        let damaged =
            |reason: super::checked::Refused| CheckpointError::Damaged(reason.to_string());
        optimizer.state = state.map_err(damaged)?;
        Ok(())
    }

    /// Sets batches to those saved: their seed and their epoch.
    ///
    /// # Errors
    ///
    /// If none were saved, or if they are of another number of rows or of another size.
    pub fn restore_batches(&self, batches: &mut Batches) -> Result<(), CheckpointError> {
        let saved = self.0.batches.as_ref();
        let saved = saved.ok_or(CheckpointError::Missing("batches"))?;
        if !saved.fits(&batches.plan) {
            return Err(CheckpointError::Batches {
                saved: saved.to_string(),
                expected: batches.plan.to_string(),
            });
        }
        batches.plan = *saved;
        Ok(())
    }
}

/// The type of the numbers of a checkpoint.
#[derive(Deserialize)]
struct Numbers {
    precision: String,
}

fn wrapped(content: &str) -> String {
    let checksum = crc32fast::hash(content.as_bytes());
    format!("{HEAD}{checksum:08x}{NECK}{content}{TAIL}")
}
