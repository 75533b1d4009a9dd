use monograd::prelude::*;

fn minimise<const N: usize>(f: impl Function<N>, start: [f64; N]) -> [f64; N] {
    f.gradient(&start)
}

fn square(x: f64) -> f64 {
    x * x
}

fn main() {
    println!("{:?}", minimise(square, [1.0]));
}
