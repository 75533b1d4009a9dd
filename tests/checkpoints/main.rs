//! Checkpoints: training resumed, files that are damaged or of something else, and states that cannot be.
#![cfg(feature = "checkpoints")]

mod format;
mod impossible;
mod saving;

use monograd::nn::{
    Activation, Batches, Checkpoint, CheckpointError, Init, Mlp, Module, Optimizer, Schedule,
    mean_squared_error,
};
use monograd::prelude::*;
use monograd::tape::Data;
use serde_json::Value as Json;

const ROWS: [([f64; 2], f64); 4] = [
    ([0.0, 0.1], 1.0),
    ([0.9, 0.2], -1.0),
    ([-0.4, 0.8], 1.0),
    ([0.3, -0.5], -1.0),
];

fn optimizers<F: Data>() -> [Optimizer<F>; 7] {
    let schedule = Schedule::cosine(0.1, 30).warm_up(3);
    [
        Optimizer::sgd(0.05),
        Optimizer::momentum(0.05, 0.9).schedule(Schedule::linear(0.1, 20)),
        Optimizer::nesterov(0.05, 0.9).clip_norm(0.5),
        Optimizer::rmsprop(0.01).clip_value(0.1),
        Optimizer::adam(0.01),
        Optimizer::adamw(0.01, 0.1).schedule(Schedule::step(0.5, 7)),
        Optimizer::adam(0.01).schedule(schedule),
    ]
}

fn model<F: Data>(tape: &Tape<F>, seed: u64) -> Mlp<'_, F> {
    Mlp::build(2)
        .layers(&[3, 1], Activation::Tanh)
        .on(tape, seed)
}

/// Trains as long as nothing is refused.
fn epoch<'t, F: Data>(
    tape: &'t Tape<F>,
    model: &Mlp<'t, F>,
    optimizer: &mut Optimizer<F>,
    batches: &mut Batches,
) -> Result<(), monograd::nn::TrainingError> {
    for rows in batches.epoch() {
        optimizer.minimize(tape, model, || {
            let rows = rows.iter().map(|&row| ROWS[row % 4]);
            let (x, targets): (Vec<_>, Vec<_>) = rows.unzip();
            let targets: Vec<F> = targets.into_iter().map(F::constant).collect();
            let y: Vec<_> = x
                .iter()
                .map(|x| model.forward(&x.map(F::constant))[0])
                .collect();
            mean_squared_error(&y, &targets)
        })?;
    }
    Ok(())
}

fn bits<'t>(model: &impl Module<'t, f64>) -> Vec<u64> {
    model.parameters().map(|p| p.data().to_bits()).collect()
}

/// A file with this content and its checksum.
fn file(content: &str) -> Vec<u8> {
    let crc = crc32fast::hash(content.as_bytes());
    format!(
        "{{\"format\":\"monograd checkpoint 1\",\"crc32\":\"{crc:08x}\",\"checkpoint\":{content}}}\n"
    )
    .into_bytes()
}

/// What stands in the file of a model of 13 parameters, an optimiser and batches of 3 of 4 rows, trained for two epochs.
fn content(mut optimizer: Optimizer<f64>) -> Json {
    let tape = Tape::new();
    let (model, mut batches) = (model(&tape, 1), Batches::new(4, 3, 9));
    for _ in 0..2 {
        epoch(&tape, &model, &mut optimizer, &mut batches).expect("finite");
    }
    let checkpoint = Checkpoint::of(&model)
        .optimizer(&optimizer)
        .batches(&batches);
    let text = checkpoint.to_text().expect("finite");
    assert_eq!(
        Checkpoint::from_bytes(text.as_bytes()).expect("whole"),
        checkpoint
    );
    let file: Json = serde_json::from_str(&text).expect("JSON");
    file["checkpoint"].clone()
}

#[test]
fn resumed_training_is_uninterrupted_training() {
    for optimizer in optimizers() {
        let tape = Tape::new();
        let (whole, mut of_whole) = (model(&tape, 1), optimizer.clone());
        let mut batches = Batches::new(4, 3, 9);
        for _ in 0..10 {
            epoch(&tape, &whole, &mut of_whole, &mut batches).expect("finite");
        }

        let (half, mut of_half) = (model(&tape, 1), optimizer.clone());
        let mut batches = Batches::new(4, 3, 9);
        for _ in 0..5 {
            epoch(&tape, &half, &mut of_half, &mut batches).expect("finite");
        }
        let checkpoint = Checkpoint::of(&half).optimizer(&of_half).batches(&batches);
        let text = checkpoint.to_text().expect("finite");

        let tape = Tape::new();
        let resumed = model(&tape, 77);
        let (mut optimizer, mut batches) = (optimizer.clone(), Batches::new(4, 3, 0));
        let checkpoint = Checkpoint::<f64>::from_bytes(text.as_bytes()).expect("whole");
        checkpoint.restore(&resumed).expect("the same layers");
        checkpoint.restore_optimizer(&mut optimizer).expect("saved");
        checkpoint.restore_batches(&mut batches).expect("saved");
        for _ in 0..5 {
            epoch(&tape, &resumed, &mut optimizer, &mut batches).expect("finite");
        }
        assert_eq!(bits(&whole), bits(&resumed));
        assert_eq!(optimizer, of_whole);
    }
}

#[test]
fn a_damaged_file_is_an_error_and_changes_nothing() {
    let tape = Tape::<f64>::new();
    let (saved, mut optimizer) = (model(&tape, 1), Optimizer::adam(0.1));
    epoch(&tape, &saved, &mut optimizer, &mut Batches::new(4, 2, 1)).expect("finite");
    let text = Checkpoint::of(&saved)
        .optimizer(&optimizer)
        .to_text()
        .expect("finite");
    let bytes = text.as_bytes();
    let load = |bytes: &[u8]| Checkpoint::<f64>::from_bytes(bytes);
    assert!(load(bytes).is_ok());
    for end in 0..bytes.len() {
        let error = load(&bytes[..end]).unwrap_err();
        assert!(
            matches!(error, CheckpointError::Damaged(_)),
            "cut at {end}: {error}"
        );
    }
    let mut damaged = bytes.to_vec();
    for at in 0..bytes.len() {
        for bit in 0..8 {
            damaged[at] ^= 1 << bit;
            let error = load(&damaged).unwrap_err();
            assert!(
                matches!(error, CheckpointError::Damaged(_)),
                "bit {bit} of {at}: {error}"
            );
            damaged[at] ^= 1 << bit;
        }
    }
    let mut longer = bytes.to_vec();
    longer.push(b'\n');
    assert!(load(&longer).is_err());
}

#[test]
fn another_model_is_refused_by_both_names_and_not_changed() {
    let tape = Tape::new();
    let saved = model(&tape, 1);
    let checkpoint = Checkpoint::of(&saved);
    let other = Mlp::build(2).layers(&[4, 1], Activation::Tanh).on(&tape, 2);
    let relu = Mlp::build(2).layers(&[3, 1], Activation::Relu).on(&tape, 2);
    for model in [&other, &relu] {
        let before = bits(model);
        let error = checkpoint.restore(model).unwrap_err().to_string();
        let both = format!("the checkpoint is that of another model: {saved}, not {model}");
        assert_eq!(error, both);
        assert_eq!(bits(model), before);
    }
    let text = checkpoint.to_text().expect("finite");
    let error = Checkpoint::<f32>::from_bytes(text.as_bytes()).unwrap_err();
    assert_eq!(error.to_string(), "the checkpoint is of f64, not of f32");
    let error = serde_json::from_value::<Checkpoint<f32>>(content(Optimizer::sgd(0.1)));
    assert!(error.unwrap_err().to_string().contains("is of f64"));
}

/// Two modules of a user that have as many parameters.
struct Line<'t>([Value<'t, f64>; 2]);
struct Circle<'t>([Value<'t, f64>; 2]);
struct Both<A, B>(A, B);

impl<'t> Module<'t, f64> for Line<'t> {
    fn parameters(&self) -> impl Iterator<Item = Value<'t, f64>> {
        self.0.into_iter()
    }
}

impl<'t> Module<'t, f64> for Circle<'t> {
    fn parameters(&self) -> impl Iterator<Item = Value<'t, f64>> {
        self.0.into_iter()
    }
}

impl<'t, A: Module<'t, f64>, B: Module<'t, f64>> Module<'t, f64> for Both<A, B> {
    fn parameters(&self) -> impl Iterator<Item = Value<'t, f64>> {
        self.0.parameters().chain(self.1.parameters())
    }
}

#[test]
fn as_many_parameters_do_not_make_the_same_model() {
    let tape = Tape::new();
    let line = || Line([1.0, 2.0].map(|x| tape.value(x)));
    let circle = || Circle([3.0, 4.0].map(|x| tape.value(x)));
    let checkpoint = Checkpoint::of(&line());
    let other = circle();
    let error = checkpoint.restore(&other).unwrap_err();
    assert_eq!(
        error.to_string(),
        "the checkpoint is that of another model: Line of 2 parameters, not Circle of 2 parameters"
    );
    assert_eq!(other.0.map(Value::data), [3.0, 4.0]);
    assert!(checkpoint.restore(&line()).is_ok());
    let error = Checkpoint::of(&Both(line(), circle())).restore(&Both(circle(), line()));
    let names = "Both<Line, Circle> of 4 parameters, not Both<Circle, Line> of 4 parameters";
    assert!(error.unwrap_err().to_string().ends_with(names));
}

#[test]
fn what_is_not_a_leaf_is_refused_and_nothing_changed() {
    let tape = Tape::new();
    let checkpoint = Checkpoint::of(&Line([1.0, 2.0].map(|x| tape.value(x))));
    let x = tape.value(5.0);
    for second in [x * 2.0, Value::from(7.0)] {
        let error = checkpoint.restore(&Line([x, second])).unwrap_err();
        assert_eq!(
            error.to_string(),
            "parameter 1 of the model is a constant or the result of an operation, which cannot be set"
        );
        assert_eq!((x.data(), second.data() >= 7.0), (5.0, true));
    }
}

#[test]
fn another_optimiser_is_refused_by_both_names_and_not_changed() {
    let tape = Tape::new();
    let saved = model(&tape, 1);
    let checkpoint = Checkpoint::of(&saved);
    let mut optimizer = Optimizer::adam(0.5);
    let error = checkpoint.restore_optimizer(&mut optimizer).unwrap_err();
    assert_eq!(error.to_string(), "the checkpoint has no optimiser");
    let error = checkpoint.restore_batches(&mut Batches::new(1, 1, 0));
    assert_eq!(
        error.unwrap_err().to_string(),
        "the checkpoint has no batches"
    );

    let names = [
        "SGD",
        "SGD with momentum",
        "SGD with Nesterov's momentum",
        "RMSprop",
        "Adam",
        "AdamW",
        "Adam",
    ];
    for (of_saved, name) in optimizers::<f64>().into_iter().zip(names) {
        let mut trained = of_saved.clone();
        let mut batches = Batches::new(4, 3, 1);
        epoch(&tape, &saved, &mut trained, &mut batches).expect("finite");
        let checkpoint = Checkpoint::of(&saved).optimizer(&trained);
        for (mut other, expected) in optimizers::<f64>().into_iter().zip(names) {
            let before = other.clone();
            let restored = checkpoint.restore_optimizer(&mut other);
            if name == expected {
                restored.expect("the same kind");
                assert_eq!(other, trained);
                continue;
            }
            assert_eq!(
                restored.unwrap_err().to_string(),
                format!(
                    "the checkpoint's optimiser is another one: {name} of 13 parameters, not {expected}"
                )
            );
            assert_eq!(other, before);
        }
        let mut of_five = of_saved.clone();
        of_five.update(&mut [0.5; 5], &[0.1; 5]).expect("finite");
        let error = checkpoint.restore_optimizer(&mut of_five).unwrap_err();
        let both = format!("{name} of 13 parameters, not {name} of 5 parameters");
        assert!(error.to_string().ends_with(&both), "{error}");
    }
}

#[test]
fn other_batches_are_refused_by_both_sizes_and_not_changed() {
    let tape = Tape::new();
    let mut batches = Batches::new(10, 4, 7);
    let _ = batches.epoch();
    let checkpoint = Checkpoint::of(&model::<f64>(&tape, 1)).batches(&batches);
    for (rows, size) in [(11, 4), (10, 5), (1, 1)] {
        let mut other = Batches::new(rows, size, 1);
        let error = checkpoint.restore_batches(&mut other).unwrap_err();
        assert_eq!(
            error.to_string(),
            format!(
                "the checkpoint's batches are others: batches of 4 of 10 rows, not batches of {size} of {rows} rows"
            )
        );
        assert_eq!(other, Batches::new(rows, size, 1));
    }
    let mut same = Batches::new(10, 4, 1);
    checkpoint.restore_batches(&mut same).expect("the same");
    assert_eq!(same, batches);
    assert!(same.epoch().eq(batches.epoch()));
}

#[test]
fn a_loaded_checkpoint_equals_the_saved_one_in_the_middle_of_training() {
    for optimizer in optimizers() {
        content(optimizer); // which compares them
    }
}

/// A state that no constructor gives, though its checksum is right, and what the error says.
#[test]
fn states_that_cannot_be_do_not_load() {
    let impossible = |pointer: &str, json: &str, reason: &str| {
        let mut content = content(Optimizer::adamw(0.01, 0.1).schedule(Schedule::step(0.5, 7)));
        let at = content.pointer_mut(pointer);
        *at.unwrap_or_else(|| panic!("{pointer}")) = serde_json::from_str(json).expect("JSON");
        let error = Checkpoint::<f64>::from_bytes(&file(&content.to_string())).unwrap_err();
        assert!(
            matches!(error, CheckpointError::Damaged(_)) && error.to_string().contains(reason),
            "{pointer} {json}: {error}"
        );
    };
    impossible("/batches/size", "0", "a batch has at least one row");
    if usize::BITS == 64 {
        let rows = "the order of 9000000000000000000 rows";
        impossible("/batches/rows", "9000000000000000000", rows);
    }
    let many = "at most 2⁵³ epochs are counted, and this is after 18446744073709551615";
    impossible("/batches/epochs", "18446744073709551615", many);
    let many = "at most 2⁵³ steps are counted";
    impossible("/optimizer/steps", "18446744073709551615", many);
    let fresh = "an optimiser of no step remembers no parameter, not 13";
    impossible("/optimizer/steps", "0", fresh);
    let every = "a rate changes every so many steps, at least 1";
    impossible("/optimizer/schedule/shape/Step/every", "0", every);
    let factor = "the factor of a rate is finite and at least 0, not -0.5";
    impossible("/optimizer/schedule/shape/Step/factor", "-0.5", factor);
    let rate = "the rate is finite and at least 0, not -0.01";
    impossible("/optimizer/rate", "-0.01", rate);
    impossible("/optimizer/rate", "null", "invalid type: null");
    let decay = "a decay is at least 0 and below 1, not 1";
    impossible("/optimizer/method/Adam/decays/1", "1", decay);
    let weights = "the decay of weights is finite and at least 0, not -1";
    impossible("/optimizer/method/Adam/weight_decay", "-1", weights);
    let limit = "the limit of gradients is greater than 0, not -1";
    impossible("/optimizer/clip", r#"{"Norm":-1}"#, limit);
    let momentum = "momentum is between 0 and 1, not 2";
    let method = r#"{"Sgd":{"momentum":2,"nesterov":true}}"#;
    impossible("/optimizer/method", method, momentum);
    let second = "the second moment of parameter 2 cannot be -1";
    impossible("/optimizer/memory/second/2", "-1", second);
    let lengths = "the optimiser remembers 2 numbers, not 13, of 13 parameters";
    impossible("/optimizer/memory/first", "[0.5, 0.25]", lengths);
    let lengths = "the optimiser remembers 13 numbers, not 7, of 7 parameters";
    impossible("/optimizer/memory/parameters", "7", lengths);
    let lengths = "the optimiser remembers 13 numbers, not 0, of 13 parameters";
    impossible("/optimizer/method", r#"{"RmsProp":{"decay":0.5}}"#, lengths);

    // What is finite in one precision is not in another.
    let mut content = content(Optimizer::sgd(0.1));
    content["precision"] = "f32".into();
    content["parameters"][4] = (1e300).into();
    let error = serde_json::from_value::<Checkpoint<f32>>(content).unwrap_err();
    assert_eq!(
        error.to_string(),
        "a checkpoint holds finite numbers, and parameter 4 is inf"
    );
    // Nor does anything of it load alone.
    let alone = serde_json::from_str::<Batches>;
    assert!(alone(r#"{"rows":4,"size":3,"seed":1,"epochs":0}"#).is_ok());
    assert!(alone(r#"{"rows":4,"size":0,"seed":1,"epochs":0}"#).is_err());
    if usize::BITS == 64 {
        let error = alone(r#"{"rows":1000000000000000,"size":1,"seed":1,"epochs":0}"#).unwrap_err();
        assert!(error.to_string().contains("no memory for the order"));
    }
    assert!(serde_json::from_str::<Init>(r#"{"Uniform":0.5}"#).is_ok());
    assert!(serde_json::from_str::<Init>(r#"{"Uniform":-0.5}"#).is_err());
    assert!(serde_json::from_str::<Init>(r#"{"Uniform":1e39}"#).is_err());
    assert!(
        serde_json::from_str::<Schedule>(r#"{"warm_up":0,"shape":{"Linear":{"to":-1,"steps":3}}}"#)
            .is_err()
    );
}

#[test]
fn what_is_not_finite_is_not_saved() {
    let tape = Tape::new();
    let saved = model(&tape, 1);
    saved.parameters().nth(2).expect("13").set_data(f64::NAN);
    let checkpoint = Checkpoint::of(&saved);
    let text = "a checkpoint holds finite numbers, and parameter 2 is NaN";
    assert_eq!(checkpoint.to_text().unwrap_err().to_string(), text);
    let path = std::env::temp_dir().join(format!("monograd-nan-{}", std::process::id()));
    assert_eq!(checkpoint.save(&path).unwrap_err().to_string(), text);
    assert!(!path.exists());
}
