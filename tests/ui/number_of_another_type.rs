use monograd::prelude::*;

const HALF: f32 = 0.5;

func! {
    fn half(x) { x * HALF }
}

fn main() {
    println!("{:?}", half.value(&[1.0]));
}
