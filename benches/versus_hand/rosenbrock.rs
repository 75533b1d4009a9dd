//! Rosenbrock's valley in two dimensions, (1 − x)² + 100 (y − x²)².

use monograd::prelude::*;

func! {
    fn rosenbrock(x, y) {
        let a = x - 1;
        let b = y - x.square();
        a.square() + 100 * b * b
    }

    /// The same as the README writes it: equal in value, another order of operations.
    fn rosenbrock_as_in_the_readme(x, y) {
        let a = 1.0 - x;
        let b = y - x * x;
        a * a + 100.0 * b * b
    }
}

/// Not read by the test of the generated code, which takes the function above.
#[allow(dead_code, reason = "the benchmark's alone")]
#[inline(always)]
pub fn ours_as_in_the_readme(point: &[f64; 2]) -> (f64, [f64; 2]) {
    rosenbrock_as_in_the_readme.value_and_gradient(point)
}

#[inline(always)]
pub fn ours(point: &[f64; 2]) -> (f64, [f64; 2]) {
    rosenbrock.value_and_gradient(point)
}

#[inline(always)]
pub fn by_hand(&[x, y]: &[f64; 2]) -> (f64, [f64; 2]) {
    let a = 1.0 - x;
    let b = y - x * x;
    (100.0 * b * b + a * a, [-2.0 * a - 400.0 * b * x, 200.0 * b])
}

/// In a hundred variables.
pub mod chain {
    use monograd::prelude::*;

    func! {
        fn rosenbrock(x: [R; 100]) {
            (100 * (x.window::<1, 99>() - x.window::<0, 99>().square()).square()
                + (1 - x.window::<0, 99>()).square()).sum()
        }
    }

    #[inline(always)]
    pub fn ours(x: &[f64; 100]) -> (f64, [f64; 100]) {
        let mut gradient = [0.0; 100];
        let value = rosenbrock.value_and_gradient_into(x, &mut gradient);
        (value.expect("100 numbers"), gradient)
    }

    #[inline(always)]
    pub fn by_hand(x: &[f64; 100]) -> (f64, [f64; 100]) {
        let mut value = 0.0;
        let mut gradient = [0.0; 100];
        for i in 0..99 {
            let a = x[i + 1] - x[i] * x[i];
            let b = 1.0 - x[i];
            value += 100.0 * (a * a) + b * b;
            let d = 200.0 * a;
            gradient[i] -= 2.0 * (d * x[i] + b);
            gradient[i + 1] += d;
        }
        (value, gradient)
    }
}
