use monograd::prelude::*;
use std::thread;

fn main() {
    let tape = Tape::new();
    let x = tape.value(1.0);
    thread::scope(|scope| {
        scope.spawn(|| println!("{x}"));
    });
}
