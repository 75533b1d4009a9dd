use monograd::prelude::*;

fn main() {
    let f = func!(|x| x * x);
    let point = [1.0_f32];
    let direction = [1.0_f64];
    println!("{:?}", f.jvp(&point, &direction));
}
