#![deny(unused_must_use)]
use monograd::Ex;
use monograd::prelude::*;

fn doubled<E: Copy>(x: Ex<E>) -> Ex<E> {
    x.less_than(0);
    x
}

fn main() {
    println!("{}", func!(|x| doubled(x)).value(&[1.0]));
}
