//! Models and optimisers in files.

use super::{Batches, Module, Optimizer};
use crate::tape::{Data, Value};
use core::fmt;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use std::path::{Path, PathBuf};
use std::{fs, io};

/// What training can be resumed from: the parameters of a model, and the state of its optimiser and its batches.
///
/// It is saved as JSON with a checksum, bit for bit; what is loaded is checked before anything is changed.
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
pub struct Checkpoint<F> {
    /// The type of the numbers.
    precision: String,
    /// What the model says it is.
    module: String,
    parameters: Vec<F>,
    optimizer: Option<Optimizer<F>>,
    batches: Option<Batches>,
}

/// Why a checkpoint was not saved, or not loaded. Nothing has changed then.
#[derive(Debug)]
#[non_exhaustive]
pub enum CheckpointError {
    /// The file could not be read or written.
    File(PathBuf, io::Error),
    /// The file is not, or no longer, what was saved.
    Damaged(String),
    /// A parameter, or a number of the optimiser, is infinite or NaN.
    NotFinite,
    /// The numbers are of another type.
    Precision {
        /// That of the file.
        saved: String,
        /// That which was asked for.
        asked: &'static str,
    },
    /// The model is another one.
    Module {
        /// That of the file.
        saved: String,
        /// The one to be restored.
        asked: String,
    },
    /// There is none in the file: the optimiser, or the batches.
    Missing(&'static str),
}

impl fmt::Display for CheckpointError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            CheckpointError::File(path, error) => write!(f, "{}: {error}", path.display()),
            CheckpointError::Damaged(what) => write!(f, "the checkpoint is damaged: {what}"),
            CheckpointError::NotFinite => {
                f.write_str("a checkpoint holds finite numbers, and a parameter or the optimiser has one that is not")
            }
            CheckpointError::Precision { saved, asked } => {
                write!(f, "the checkpoint is of {saved}, not of {asked}")
            }
            CheckpointError::Module { saved, asked } => {
                write!(f, "the checkpoint is that of another model: {saved}, not {asked}")
            }
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
        Checkpoint {
            precision: core::any::type_name::<F>().into(),
            module: module.describe(),
            parameters: module.parameters().map(Value::data).collect(),
            optimizer: None,
            batches: None,
        }
    }

    /// With the optimiser as it is now.
    #[must_use = "the checkpoint with the optimiser is the result"]
    pub fn optimizer(mut self, optimizer: &Optimizer<F>) -> Self {
        self.optimizer = Some(optimizer.clone());
        self
    }

    /// With the batches as they are now.
    #[must_use = "the checkpoint with the batches is the result"]
    pub fn batches(mut self, batches: &Batches) -> Self {
        self.batches = Some(batches.clone());
        self
    }

    /// Writes the file at once: what was there before is there until all is written.
    ///
    /// # Errors
    ///
    /// If a number is not finite, or the file cannot be written.
    pub fn save(&self, path: impl AsRef<Path>) -> Result<(), CheckpointError> {
        let path = path.as_ref();
        let text = self.to_text()?;
        let mut beside = path.as_os_str().to_owned();
        beside.push(".part");
        let write = || {
            fs::write(&beside, text)?;
            fs::File::open(&beside)?.sync_all()?;
            fs::rename(&beside, path)
        };
        write().map_err(|error| CheckpointError::File(path.into(), error))
    }

    /// The text of the file.
    ///
    /// # Errors
    ///
    /// If a number is not finite.
    pub fn to_text(&self) -> Result<String, CheckpointError> {
        let content = serde_json::to_string(self);
        let content = content.map_err(|error| CheckpointError::Damaged(error.to_string()))?;
        // A number that is not finite is null in JSON, which is read as no number.
        if serde_json::from_str::<Self>(&content).is_err() {
            return Err(CheckpointError::NotFinite);
        }
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
        let loose: serde_json::Value =
            serde_json::from_str(content).map_err(|error| damaged(&error.to_string()))?;
        let asked = core::any::type_name::<F>();
        if let Some(saved) = loose["precision"].as_str()
            && saved != asked
        {
            let saved = saved.into();
            return Err(CheckpointError::Precision { saved, asked });
        }
        serde_json::from_str(content).map_err(|error| damaged(&error.to_string()))
    }

    /// Sets the parameters of a model to those saved.
    ///
    /// # Errors
    ///
    /// If the model is not such a one.
    pub fn restore<'t>(&self, module: &impl Module<'t, F>) -> Result<(), CheckpointError> {
        let asked = module.describe();
        if asked != self.module || module.parameter_count() != self.parameters.len() {
            let saved = self.module.clone();
            return Err(CheckpointError::Module { saved, asked });
        }
        for (parameter, &data) in module.parameters().zip(&self.parameters) {
            parameter.set_data(data);
        }
        Ok(())
    }

    /// Sets an optimiser to the one saved.
    ///
    /// # Errors
    ///
    /// If none was.
    pub fn restore_optimizer(&self, optimizer: &mut Optimizer<F>) -> Result<(), CheckpointError> {
        let saved = self.optimizer.as_ref();
        *optimizer = saved.ok_or(CheckpointError::Missing("optimiser"))?.clone();
        Ok(())
    }

    /// Sets batches to those saved.
    ///
    /// # Errors
    ///
    /// If none were.
    pub fn restore_batches(&self, batches: &mut Batches) -> Result<(), CheckpointError> {
        let saved = self.batches.as_ref();
        *batches = saved.ok_or(CheckpointError::Missing("batches"))?.clone();
        Ok(())
    }
}

fn wrapped(content: &str) -> String {
    let checksum = crc32fast::hash(content.as_bytes());
    format!("{HEAD}{checksum:08x}{NECK}{content}{TAIL}")
}
