use monograd::prelude::*;

fn main() {
    let f = func!(|x, y| x * y);
    println!("{:?}", f.gradient(&[1.0, 2.0, 3.0]));
}
