//! A function of a million variables: Rosenbrock's, in a loop that is compiled to as little code as that of
//! ten, and needs no more of the stack.

use monograd::prelude::*;

func! {
    /// Σ 100 (xᵢ₊₁ − xᵢ²)² + (1 − xᵢ)², of N = M + 1 variables.
    fn rosenbrock<const N: usize, const M: usize>(x: [R; N]) {
        (100 * (x.window::<1, M>() - x.window::<0, M>().square()).square()
            + (1 - x.window::<0, M>()).square())
        .sum()
    }
    fn step(h, x) { 0.5 * h + x.sin() }
    /// A recurrence through all variables.
    fn last<const N: usize>(x: [R; N]) { fold(step, 0, (x,)).checkpointed() }
}

/// Not inlined, so that its code can be looked at: the tests compare its size with that of `of_ten`.
#[inline(never)]
pub fn of_a_million(x: &[f64], gradient: &mut [f64]) -> f64 {
    rosenbrock::<1_000_000, 999_999, _>
        .value_and_gradient_into(x, gradient)
        .expect("a million numbers")
}

#[inline(never)]
pub fn of_ten(x: &[f64], gradient: &mut [f64]) -> f64 {
    rosenbrock::<10, 9, _>
        .value_and_gradient_into(x, gradient)
        .expect("ten numbers")
}

fn main() {
    for (name, variables, function) in [
        ("ten", 10, of_ten as fn(&[f64], &mut [f64]) -> f64),
        ("a million", 1_000_000, of_a_million),
    ] {
        let x = vec![1.1; variables];
        let mut gradient = vec![0.0; variables];
        let value = function(&x, &mut gradient);
        println!(
            "{name}: {value:.6}, and the last derivative {:.6}",
            gradient[variables - 1]
        );
    }

    let x = vec![0.001; 1_000_000];
    let mut gradient = vec![0.0; 1_000_000];
    let value = last::<1_000_000, _>
        .value_and_gradient_into(&x, &mut gradient)
        .expect("a million numbers");
    println!(
        "a recurrence: {value:.6}, and the last derivatives {:.6?}",
        &gradient[999_997..]
    );
}
