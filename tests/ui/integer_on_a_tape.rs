use monograd::prelude::*;

fn main() {
    let tape = Tape::new();
    let x = tape.value(1);
    println!("{x}");
}
