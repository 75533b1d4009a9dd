use monograd::prelude::*;

func! {
    fn polar(x, y) { [x.hypot(y), y.atan2(x)] }
}

fn main() {
    println!("{:?}", polar.gradient(&[1.0, 2.0]));
}
