use monograd::prelude::*;

#[derive(Clone, Copy)]
struct Cube;

fn main() {
    println!("{}", func!(|x| x.apply(Cube)).value(&[1.0]));
}
