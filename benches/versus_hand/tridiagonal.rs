//! The Hessian of a chain of 10,000 variables, whose entries are on the diagonal and beside it.

use monograd::prelude::*;
use monograd::sparse::SparseHessian;

pub const SIZE: usize = 10_000;

func! {
    fn chain(x: [R; 10_000]) {
        let a: [R; 9_999] = x.window::<1, 9_999>() - x.window::<0, 9_999>().square();
        let b: [R; 9_999] = 1 - x.window::<0, 9_999>();
        100 * a.norm_squared() + b.norm_squared()
    }
}

/// How many variables the banded Hessian has: on and below the diagonal it has 999,999 entries.
const BANDED: usize = 333_334;

func! {
    fn banded(x: [R; 333_334]) {
        let mut sum = 0;
        #[checkpointed]
        for i in 0..333_332 {
            sum += (x[i] * x[i + 1] * x[i + 2]).sin();
        }
        sum
    }
}

/// Finds the pattern of a banded Hessian, colours it, and makes ready for its evaluation.
pub fn pattern_of_a_million() {
    let hessian = SparseHessian::<_, f64, 1>::of(banded);
    assert_eq!(hessian.pattern().len(), 3 * BANDED - 3);
}

/// The value and an entry of the sparse Hessian.
pub fn ours() -> impl FnMut(&[f64]) -> (f64, f64) {
    let mut hessian = SparseHessian::of(chain);
    let (mut gradient, mut values) = (vec![0.0; SIZE], vec![0.0; hessian.pattern().len()]);
    move |x| {
        let value = hessian
            .value_gradient_hessian_into(x, &mut gradient, &mut values)
            .expect("slices of these lengths");
        (value, values[2 * 777])
    }
}

/// Three Hessian-vector products, which hold the same numbers.
pub fn three_products() -> impl FnMut(&[f64]) -> (f64, f64) {
    let directions: [Vec<f64>; 3] =
        std::array::from_fn(|colour| (0..SIZE).map(|i| f64::from(i % 3 == colour)).collect());
    move |x| {
        let x: &[f64; SIZE] = x.try_into().expect("10,000 numbers");
        let mut entry = 0.0;
        for direction in &directions {
            let direction: &[f64; SIZE] = direction[..].try_into().expect("10,000 numbers");
            let product = chain.hvp(x, direction);
            if direction[777] == 1.0 {
                entry = product[777];
            }
        }
        (chain.value(x), entry)
    }
}

/// The value and an entry of the tridiagonal Hessian, all of which is computed.
pub fn by_hand() -> impl FnMut(&[f64]) -> (f64, f64) {
    let (mut gradient, mut values) = (vec![0.0; SIZE], vec![0.0; 2 * SIZE - 1]);
    move |x| {
        let mut value = 0.0;
        gradient.fill(0.0);
        values.fill(0.0);
        for i in 0..SIZE - 1 {
            let (a, b) = (x[i + 1] - x[i] * x[i], 1.0 - x[i]);
            value += 100.0 * a * a + b * b;
            gradient[i] += -400.0 * a * x[i] - 2.0 * b;
            gradient[i + 1] += 200.0 * a;
            values[2 * i] += 800.0 * x[i] * x[i] - 400.0 * a + 2.0;
            values[2 * i + 1] = -400.0 * x[i];
            values[2 * i + 2] += 200.0;
        }
        (value, values[2 * 777])
    }
}
