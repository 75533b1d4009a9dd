use monograd::prelude::*;

fn corner<const N: usize>(f: impl Function<N, [R; 3]>, x: [f64; N]) -> f64 {
    f.jacobian(&x)[2][0]
}

fn main() {
    println!("{}", corner(func!(|x, y| [x * y, x + y]), [1.0, 2.0]));
}
