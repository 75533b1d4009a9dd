use monograd::prelude::*;

fn main() {
    let f = func!(|x| x * x);
    println!("{:?}", f.taylor::<0, _>(&[1.0], &[1.0]));
}
