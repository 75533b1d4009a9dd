use monograd::prelude::*;

fn main() {
    let x = {
        let tape = Tape::new();
        tape.value(1.0)
    };
    println!("{x}");
}
