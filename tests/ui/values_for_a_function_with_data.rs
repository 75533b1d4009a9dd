use monograd::prelude::*;

fn main() {
    let line = func!(|slope, offset; x| slope * x + offset);
    let tape = Tape::new();
    let [slope, offset] = [2.0, 1.0].map(|p| tape.value(p));
    line.on([slope, offset]).backward();
}
