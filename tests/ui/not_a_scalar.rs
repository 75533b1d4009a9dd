use monograd::prelude::*;

fn main() {
    let f = func!(|x| x * x);
    println!("{:?}", f.gradient(&[1_u64]));
}
