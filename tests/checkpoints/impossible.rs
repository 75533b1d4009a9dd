//! Files whose checksum is right and whose content is not what was saved: what loads can be restored, trained and saved.
//!
//! `MONOGRAD_RANDOM_CASES` sets how many are tried, 10,000 if it is not set. One that fails is made as small as it can be
//! and kept in `proptest-regressions`, to be tried first next time.

use super::*;
use proptest::prelude::*;
use proptest::test_runner::{Config, FileFailurePersistence, TestRunner};
use serde::{Serialize, de::DeserializeOwned};
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};

/// What becomes of one place in the content.
#[derive(Debug, Clone)]
enum Damage {
    Replaced(&'static str),
    Scaled(f64),
    Removed,
    Doubled,
    Another(&'static str),
}

const NUMBERS: [&str; 34] = [
    "0",
    "-0.0",
    "1",
    "2",
    "3",
    "4",
    "13",
    "-1",
    "0.5",
    "-0.5",
    "0.999999999999999999",
    "1.0000000000000002",
    "1e-320",
    "5e-324",
    "1e-45",
    "1e19",
    "1e20",
    "1e38",
    "3.4028235e38",
    "1e39",
    "-1e200",
    "1e200",
    "1.7976931348623157e308",
    "-1.7976931348623157e308",
    "1e999",
    "9007199254740992",
    "9007199254740993",
    "1000000000000000",
    "9000000000000000000",
    "9223372036854775807",
    "18446744073709551614",
    "18446744073709551615",
    "18446744073709551616",
    "-9223372036854775808",
];
const OTHERS: [&str; 15] = [
    "null",
    "true",
    "\"\"",
    "\"NaN\"",
    "\"inf\"",
    "[]",
    "{}",
    "[1,2]",
    "[[1,2]]",
    "\"Not\"",
    "{\"Norm\":1e-300}",
    "{\"Value\":1e-300}",
    "{\"Step\":{\"factor\":1e10,\"every\":1}}",
    "{\"Linear\":{\"to\":1e308,\"steps\":1}}",
    "{\"Sgd\":{\"momentum\":0.0,\"nesterov\":true}}",
];

fn damage() -> impl Strategy<Value = Damage> {
    prop_oneof![
        6 => prop::sample::select(&NUMBERS[..]).prop_map(Damage::Replaced),
        2 => prop::sample::select(&OTHERS[..]).prop_map(Damage::Replaced),
        3 => prop::sample::select(vec![-1.0, 0.0, 1e-300, 1e-30, 1e30, 1e300]).prop_map(Damage::Scaled),
        1 => Just(Damage::Removed),
        1 => Just(Damage::Doubled),
        2 => prop::sample::select(vec!["Adam", "RmsProp", "Sgd", "Linear", "Cosine", "Norm"]).prop_map(Damage::Another),
    ]
}

/// The places in the content, as pointers.
fn places(content: &Json, at: String, all: &mut Vec<String>) {
    match content {
        Json::Array(items) => {
            for (i, item) in items.iter().enumerate() {
                places(item, format!("{at}/{i}"), all);
            }
        }
        Json::Object(fields) => {
            for (name, field) in fields {
                places(field, format!("{at}/{name}"), all);
            }
        }
        _ => {}
    }
    all.push(at);
}

/// JSON cannot hold every number: those that are put in are marked, and the marks taken out of the text.
const MARK: &str = "@@";

fn damaged(mut content: Json, damages: &[(usize, Damage)]) -> String {
    for (number, damage) in damages {
        let mut all = Vec::new();
        places(&content, String::new(), &mut all);
        // Every second goes to what is not one of many numbers.
        let few = |at: &&String| !at.contains("/memory/") && !at.contains("/parameters/");
        let few: Vec<&String> = all.iter().filter(few).collect();
        let at = match number % 2 {
            0 => few[number / 2 % few.len()],
            _ => &all[number / 2 % all.len()],
        };
        let place = content.pointer_mut(at).expect("it was there");
        match damage {
            Damage::Replaced(by) => *place = format!("{MARK}{by}{MARK}").into(),
            Damage::Scaled(factor) => {
                if let Some(number) = place.as_f64() {
                    *place = (number * factor).into();
                }
            }
            Damage::Removed => match place {
                Json::Array(items) => drop(items.pop()),
                Json::Object(fields) => {
                    let first = fields.keys().next().cloned();
                    first.map(|name| fields.remove(&name));
                }
                other => *other = Json::Null,
            },
            Damage::Doubled => {
                if let Json::Array(items) = place {
                    items.extend(items.clone());
                }
            }
            Damage::Another(name) => {
                if let Json::Object(fields) = place
                    && let Some((_, variant)) = fields.clone().into_iter().next()
                {
                    fields.insert((*name).into(), variant);
                }
            }
        }
    }
    let text = content.to_string();
    let mut parts = text.split(MARK);
    let mut whole: String = parts.next().unwrap_or_default().into();
    for (i, part) in parts.enumerate() {
        match i % 2 {
            // The quotes around the marks are not part of it.
            0 => {
                whole.pop();
                whole += &part.replace("\\\"", "\"");
            }
            _ => whole += &part[1..],
        }
    }
    whole
}

/// What an optimiser that loads can do, alone.
fn use_alone<F: Data + PartialEq>(optimizer: &Optimizer<F>) {
    for count in [13, 0, 26] {
        let mut optimizer = optimizer.clone();
        let mut parameters = vec![F::one(); count];
        for gradient in [0.0, -0.5, 1e19, 1e30] {
            let gradient = vec![F::constant(gradient); count];
            let before = (optimizer.clone(), parameters.clone());
            match optimizer.update(&mut parameters, &gradient) {
                Ok(()) => assert!(parameters.iter().all(|x| x.all_finite())),
                Err(_) => assert!((&optimizer, &parameters) == (&before.0, &before.1)),
            }
        }
    }
}

/// Whether it loads; what loads is used.
fn use_it<F: Data + PartialEq + Serialize + DeserializeOwned>(content: &str) -> bool {
    let optimizer = serde_json::from_str::<Json>(content);
    if let Ok(json) = optimizer {
        if let Ok(optimizer) = serde_json::from_value::<Optimizer<F>>(json["optimizer"].clone()) {
            use_alone(&optimizer);
        }
        if let Ok(mut batches) = serde_json::from_value::<Batches>(json["batches"].clone()) {
            for _ in 0..2 {
                batches.epoch().for_each(|rows| assert!(!rows.is_empty()));
            }
        }
        if let Ok(schedule) =
            serde_json::from_value::<Schedule>(json["optimizer"]["schedule"].clone())
        {
            for step in [0, 1, 7, 1 << 53, u64::MAX] {
                assert!(schedule.at(step) >= 0.0);
            }
        }
    }
    let Ok(checkpoint) = Checkpoint::<F>::from_bytes(&file(content)) else {
        return false;
    };
    let tape = Tape::new();
    let model = model::<F>(&tape, 2);
    let _ = checkpoint.restore(&model);
    assert!(model.parameters().all(|p| p.data().all_finite()));
    for mut optimizer in optimizers::<F>() {
        let _ = checkpoint.restore_optimizer(&mut optimizer);
        let mut batches = Batches::new(4, 3, 1);
        let _ = checkpoint.restore_batches(&mut batches);
        for _ in 0..2 {
            let _ = epoch(&tape, &model, &mut optimizer, &mut batches);
        }
        let again = Checkpoint::of(&model)
            .optimizer(&optimizer)
            .batches(&batches);
        let text = again.to_text().expect("a step leaves what is finite");
        let loaded = Checkpoint::from_bytes(text.as_bytes());
        assert_eq!(loaded.expect("what is saved loads"), again);
    }
    true
}

#[test]
fn what_loads_trains_and_is_saved() {
    let cases = std::env::var("MONOGRAD_RANDOM_CASES").map_or(10_000, |cases| {
        cases.parse().expect("MONOGRAD_RANDOM_CASES is a number")
    });
    let contents = optimizers().map(content);
    let kept = FileFailurePersistence::Direct("proptest-regressions/checkpoints.txt");
    let config = Config {
        cases,
        failure_persistence: Some(Box::new(kept)),
        ..Config::default()
    };
    let damages = prop::collection::vec((any::<usize>(), damage()), 1..4);
    let strategy = (0..contents.len(), any::<bool>(), damages);
    let loaded = AtomicUsize::new(0);
    let result = TestRunner::new(config).run(&strategy, |(content, single, damages)| {
        let mut content = contents[content].clone();
        let loads = match single {
            true => {
                content["precision"] = "f32".into();
                use_it::<f32>(&damaged(content, &damages))
            }
            false => use_it::<f64>(&damaged(content, &damages)),
        };
        loaded.fetch_add(usize::from(loads), Relaxed);
        Ok(())
    });
    if let Err(failure) = result {
        panic!("{failure}");
    }
    let loaded = loaded.into_inner();
    println!("{cases} files, of which {loaded} load");
    assert!(loaded > cases as usize / 10);
}
