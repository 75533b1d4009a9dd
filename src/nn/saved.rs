//! Optimisers as checkpoints hold them.

use super::checked::{Refused, at_least_zero, ensure, possible};
use super::clip::Clip;
use super::memory::Memory;
use super::method::{Kept, Method};
use super::state::State;
use super::{Optimizer, Schedule, Standard};
use crate::tape::Data;
use core::any::Any;
use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// The state of an optimiser, which need not make sense before it is checked.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct Saved<F> {
    method: SavedMethod,
    rate: f64,
    schedule: Schedule,
    clip: Clip,
    steps: u64,
    memory: SavedMemory<F>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
enum SavedMethod {
    /// One of the user's own, by its name.
    Own(String),
    #[serde(untagged)]
    Standard(Standard),
}

/// What a method keeps of each parameter.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct SavedMemory<F> {
    parameters: usize,
    /// The first that can be any number.
    first: Vec<F>,
    /// The first that cannot be negative.
    second: Vec<F>,
    /// The others, in the order of the method.
    #[serde(default = "Vec::new", skip_serializing_if = "Vec::is_empty")]
    more: Vec<Vec<F>>,
}

impl SavedMethod {
    fn of<F: Data, M: Method<F>>(method: &M) -> Self {
        match (method as &dyn Any).downcast_ref() {
            Some(standard) => SavedMethod::Standard(*standard),
            None => SavedMethod::Own(method.name()),
        }
    }

    fn name(&self) -> &str {
        match self {
            SavedMethod::Own(name) => name,
            SavedMethod::Standard(standard) => standard.kind(),
        }
    }

    /// Whether an optimiser by the one can become one by the other.
    fn fits(&self, other: &Self) -> bool {
        matches!(self, SavedMethod::Own(_)) == matches!(other, SavedMethod::Own(_))
            && self.name() == other.name()
    }
}

impl<F: Data> SavedMemory<F> {
    fn of(memory: &Memory<F>, keeps: &[Kept]) -> Self {
        let mut saved = SavedMemory {
            parameters: memory.parameters,
            first: Vec::new(),
            second: Vec::new(),
            more: Vec::new(),
        };
        for (at, numbers) in memory.kept.iter().enumerate() {
            *saved.of_kept(keeps, at) = numbers.clone();
        }
        saved
    }

    /// Where the one of this number of what is kept stands.
    fn of_kept(&mut self, keeps: &[Kept], at: usize) -> &mut Vec<F> {
        let is_first = |at: usize| !keeps[..at].contains(&keeps[at]);
        match keeps[at] {
            Kept::Number if is_first(at) => &mut self.first,
            Kept::NotNegative if is_first(at) => &mut self.second,
            _ => {
                let others = (0..at).filter(|&before| !is_first(before)).count();
                let length = self.more.len().max(others + 1);
                self.more.resize_with(length, Vec::new);
                &mut self.more[others]
            }
        }
    }

    /// What a method keeps of each parameter, once it has kept any.
    fn memory(&self, keeps: &[Kept]) -> Result<Memory<F>, Refused> {
        let mut rest = self.clone();
        let kept = (0..keeps.len()).map(|at| core::mem::take(rest.of_kept(keeps, at)));
        let memory = Memory {
            parameters: self.parameters,
            kept: kept.collect(),
        };
        for (numbers, &keeps) in memory.kept.iter().zip(keeps) {
            check(numbers, keeps, memory.parameters)?;
        }
        let not_kept = [rest.first, rest.second].into_iter().chain(rest.more);
        for numbers in not_kept {
            let (length, parameters) = (numbers.len(), self.parameters);
            ensure(length == 0, || {
                format!(
                    "the optimiser remembers {length} numbers, not 0, of {parameters} parameters"
                )
            })?;
        }
        Ok(memory)
    }

    /// What can be known before the method is.
    fn check(&self) -> Result<(), Refused> {
        let SavedMemory {
            parameters,
            first,
            second,
            more,
        } = self;
        for (numbers, kept) in [(first, Kept::Number), (second, Kept::NotNegative)] {
            if !numbers.is_empty() {
                check(numbers, kept, *parameters)?;
            }
        }
        let mut more = more.iter();
        more.try_for_each(|numbers| check(numbers, Kept::Number, *parameters))
    }
}

/// That these can be what is kept of so many parameters.
fn check<F: Data>(numbers: &[F], kept: Kept, parameters: usize) -> Result<(), Refused> {
    let length = numbers.len();
    ensure(length == parameters, || {
        format!(
            "the optimiser remembers {length} numbers, not {parameters}, of {parameters} parameters"
        )
    })?;
    let (moment, is_negative): (_, fn(&F) -> bool) = match kept {
        Kept::Number => ("first", |_| false),
        Kept::NotNegative => ("second", |x| x.as_f64() < 0.0),
    };
    let mut all = numbers.iter().enumerate();
    match all.find(|(_, x)| !x.all_finite() || is_negative(x)) {
        None => Ok(()),
        Some((parameter, number)) => ensure(false, || {
            format!("the {moment} moment of parameter {parameter} cannot be {number}")
        }),
    }
}

impl<F: Data> Saved<F> {
    pub(super) fn of<M: Method<F>>(state: &State<F, M>) -> Self {
        Saved {
            method: SavedMethod::of(&state.method),
            rate: state.rate,
            schedule: state.schedule,
            clip: state.clip,
            steps: state.steps,
            memory: SavedMemory::of(&state.memory, state.method.keeps()),
        }
    }

    /// Whether there is an optimiser of which this could be the state.
    pub(super) fn check(&self) -> Result<(), Refused> {
        if let SavedMethod::Standard(standard) = &self.method {
            return self.state(*standard).map(drop);
        }
        self.check_numbers()?;
        self.memory.check()
    }

    fn check_numbers(&self) -> Result<(), Refused> {
        at_least_zero("the rate", self.rate)?;
        self.clip.check()?;
        possible("steps", self.steps)?;
        let parameters = self.memory.parameters;
        ensure(self.steps > 0 || parameters == 0, || {
            format!("an optimiser of no step remembers no parameter, not {parameters}")
        })
    }

    /// The state of an optimiser by a method, with the method's numbers as they were saved if it is a standard one.
    pub(super) fn state<M: Method<F>>(&self, mut method: M) -> Result<State<F, M>, Refused> {
        let standard = (&mut method as &mut dyn Any).downcast_mut();
        if let (Some(standard), SavedMethod::Standard(saved)) = (standard, &self.method) {
            saved.checked()?;
            *standard = *saved;
        }
        self.check_numbers()?;
        let memory = self.memory.memory(method.keeps())?;
        Ok(State {
            method,
            rate: self.rate,
            schedule: self.schedule,
            clip: self.clip,
            steps: self.steps,
            // Before the first step nothing is kept.
            memory: if self.steps == 0 {
                Memory::default()
            } else {
                memory
            },
        })
    }

    /// The standard method, if it is one.
    fn standard(&self) -> Result<Standard, Refused> {
        match &self.method {
            SavedMethod::Standard(standard) => Ok(*standard),
            SavedMethod::Own(name) => Err(Refused::because(format!(
                "{name} is not a standard method: a checkpoint restores an optimiser that has it"
            ))),
        }
    }

    /// Whether an optimiser of which the other is the state can take this one.
    pub(super) fn fits(&self, other: &Self) -> bool {
        let counts =
            [self, other].map(|saved| (saved.steps > 0).then_some(saved.memory.parameters));
        let counted = match counts {
            [Some(count), Some(other)] => count == other,
            _ => true,
        };
        counted && self.method.fits(&other.method)
    }

    pub(super) fn describe(&self) -> String {
        let (name, parameters) = (self.method.name(), self.memory.parameters);
        match self.steps {
            0 => name.into(),
            _ => format!("{name} of {parameters} parameters"),
        }
    }
}

impl<F: Data + Serialize> Serialize for Optimizer<F> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Saved::of(&self.state).serialize(serializer)
    }
}

impl<'de, F: Data + Deserialize<'de>> Deserialize<'de> for Optimizer<F> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let saved = Saved::deserialize(deserializer)?;
        let state = saved.standard().and_then(|standard| saved.state(standard));
        state.and_then(Optimizer::try_from).map_err(Error::custom)
    }
}
