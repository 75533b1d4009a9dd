//! Files that were saved before are read, and saved again are the same byte for byte.

use super::*;

fn is_saved_again(file: &str, fresh: Optimizer<f64>) {
    let tape = Tape::new();
    let layers = Mlp::build(2).layers(&[5, 1], Activation::Tanh);
    let (model, mut optimizer, mut batches) = (layers.on(&tape, 1), fresh, Batches::new(10, 3, 0));
    let checkpoint = Checkpoint::<f64>::from_bytes(file.as_bytes()).expect("a file");
    checkpoint.restore(&model).expect("such a model");
    checkpoint
        .restore_optimizer(&mut optimizer)
        .expect("such an optimiser");
    checkpoint
        .restore_batches(&mut batches)
        .expect("such batches");
    assert_eq!((optimizer.steps(), batches.epochs()), (3, 3));
    let again = Checkpoint::of(&model)
        .optimizer(&optimizer)
        .batches(&batches);
    assert_eq!(again.to_text().expect("finite"), file);
}

#[test]
fn files_of_every_kind_of_memory() {
    is_saved_again(include_str!("rmsprop.json"), Optimizer::rmsprop(0.5));
    is_saved_again(include_str!("adamw.json"), Optimizer::adamw(0.5, 0.3));
}
