//! Patterns and sparse values of operations and of random programs of them, against dense derivatives.
#![cfg(feature = "std")]

mod any;

use any::{Any, NAMES, OPERATION};
use monograd::Scalar;
use monograd::expr::apply;
use monograd::prelude::*;
use monograd::scalar::{Real, Rule};
use monograd::sparse::{SparseHessian, SparseJacobian};
use std::cell::Cell;

const NODES: usize = 6;

thread_local! {
    /// Which operation each node of a program is.
    static CHOSEN: Cell<[usize; NODES]> = const { Cell::new([0; NODES]) };
}

/// The node `K` of a program.
#[derive(Debug, Clone, Copy)]
struct Node<const K: usize>;

impl<const K: usize> Rule<3> for Node<K> {
    fn primal<F: Real>(self, x: [F; 3]) -> F {
        OPERATION.set(CHOSEN.get()[K]);
        Any.primal(x)
    }
    fn partials<S: Scalar>(self, x: [S; 3], y: S) -> [S; 3] {
        OPERATION.set(CHOSEN.get()[K]);
        Any.partials(x, y)
    }
    fn chain<S: Scalar>(self, c: S, x: [S; 3], y: S) -> [S; 3] {
        OPERATION.set(CHOSEN.get()[K]);
        Any.chain(c, x, y)
    }
}

func! {
    fn alone(x, y, z) { apply(Node::<0>, (x, y, z)) }
    fn program(x: [R; 8]) {
        let a = apply(Node::<0>, (x[0], x[1], x[2]));
        let b = apply(Node::<1>, (a, x[3], x[0]));
        let c = apply(Node::<2>, (x[4], b, x[5]));
        let d = if x[6] > 0.5 { apply(Node::<3>, (a, c, x[6])) } else { x[7] };
        let mut sum = d;
        for i in 0..7 { sum += apply(Node::<4>, (x[i], x[i + 1], 0.3)); }
        apply(Node::<5>, (b, x[7], c)) + 2 * sum
    }
    fn results(x: [R; 8]) -> [R; 4] {
        let a = apply(Node::<0>, (x[0], x[1], x[2]));
        let b = apply(Node::<1>, (a, x[3], x[0]));
        let c = apply(Node::<2>, (x[4], b, x[5]));
        [a + x[7], apply(Node::<3>, (x[6], c, x[1])), apply(Node::<4>, (b, c, x[7])), apply(Node::<5>, (a, a, a))]
    }
}

struct Draw(u64);

impl Draw {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        (self.0 >> 33) as usize % limit
    }

    /// From 0.1 to 1, where most operations have a value.
    fn number(&mut self) -> f64 {
        0.1 + 0.9 * (self.below(1 << 30) as f64 / f64::from(1 << 30))
    }
}

/// Of every operation alone the pattern has exactly the entries that are other than zero somewhere.
#[test]
fn the_pattern_of_an_operation_is_exact() {
    let mut draw = Draw(1);
    for (operation, name) in NAMES.iter().enumerate() {
        CHOSEN.set([operation; NODES]);
        let mut hessian = [[false; 3]; 3];
        let mut gradient = [false; 3];
        for _ in 0..200 {
            let signed = |number: f64, is_negative| {
                if is_negative {
                    -2.0 * number
                } else {
                    2.0 * number
                }
            };
            let point: [f64; 3] =
                std::array::from_fn(|_| signed(draw.number(), draw.below(2) == 0));
            let (_, slopes, second) = alone.value_gradient_hessian(&point);
            for i in 0..3 {
                gradient[i] |= slopes[i].is_finite() && slopes[i] != 0.0;
                for j in 0..3 {
                    hessian[i][j] |= second[i][j].is_finite() && second[i][j].abs() > 1e-12;
                }
            }
        }
        let found = SparseHessian::<_, f64, 3>::of(alone).mirrored();
        let jacobian = SparseJacobian::<_, f64, 3>::of(func!(|x, y, z| [alone(x, y, z)]));
        for i in 0..3 {
            let in_pattern = jacobian.pattern().position(0, i).is_some();
            assert_eq!(in_pattern, gradient[i], "{name}: the derivative in {i}");
            for j in 0..3 {
                let in_pattern = found.pattern().position(i, j).is_some();
                assert_eq!(
                    in_pattern, hessian[i][j],
                    "{name}: the derivatives in {i} and {j}"
                );
            }
        }
    }
}

/// To 14 digits of the greatest entry, which is what sums in another order can differ by.
fn is_near(sparse: f64, dense: f64, greatest: f64) -> bool {
    (sparse - dense).abs() <= 1e-14 * greatest.max(1.0)
}

#[test]
fn sparse_hessians_of_random_programs_are_the_dense_ones() {
    let mut draw = Draw(2);
    let (mut compared, mut left_out) = (0, 0);
    for _ in 0..600 {
        CHOSEN.set(std::array::from_fn(|_| draw.below(NAMES.len())));
        let mut sparse = SparseHessian::of(program);
        let (mut gradient, mut values) = ([0.0; 8], vec![f64::NAN; sparse.pattern().len()]);
        for _ in 0..3 {
            let x: [f64; 8] = std::array::from_fn(|_| draw.number());
            let (value, slopes, dense) = program.value_gradient_hessian(&x);
            let is_moderate = dense.as_flattened().iter().all(|entry| entry.abs() < 1e6);
            if !is_moderate
                || !slopes
                    .iter()
                    .chain([&value])
                    .all(|number| number.is_finite())
            {
                continue;
            }
            let same = sparse
                .value_gradient_hessian_into(&x, &mut gradient, &mut values)
                .expect("lengths");
            assert_eq!((same, gradient), (value, slopes), "{:?}", CHOSEN.get());
            let greatest = dense
                .as_flattened()
                .iter()
                .fold(0.0, |m: f64, x| m.max(x.abs()));
            for i in 0..8 {
                for j in 0..=i {
                    match sparse.pattern().position(i, j) {
                        Some(at) => {
                            assert!(
                                is_near(values[at], dense[i][j], greatest),
                                "({i}, {j}) of {:?}: {} and not {}",
                                CHOSEN.get(),
                                values[at],
                                dense[i][j]
                            );
                            compared += 1;
                        }
                        None => {
                            assert_eq!(dense[i][j], 0.0, "({i}, {j}) of {:?}", CHOSEN.get());
                            left_out += 1;
                        }
                    }
                }
            }
        }
    }
    assert!(
        compared > 5_000 && left_out > 5_000,
        "{compared}, {left_out}"
    );
}

#[test]
fn sparse_jacobians_of_random_programs_are_the_dense_ones() {
    let mut draw = Draw(3);
    let mut compared = 0;
    for case in 0..600 {
        CHOSEN.set(std::array::from_fn(|_| draw.below(NAMES.len())));
        let sparse = SparseJacobian::of(results);
        let is_forward = case % 2 == 0;
        let mut sparse = if is_forward {
            sparse.forward()
        } else {
            sparse.reverse()
        };
        if draw.below(2) == 0 {
            sparse = sparse.by_rows();
        }
        let (mut value, mut values) = ([0.0; 4], vec![f64::NAN; sparse.pattern().len()]);
        let x: [f64; 8] = std::array::from_fn(|_| draw.number());
        let dense = if is_forward {
            results.jacobian_forward(&x)
        } else {
            results.jacobian_reverse(&x)
        };
        if !dense.as_flattened().iter().all(|entry| entry.is_finite()) {
            continue;
        }
        sparse
            .value_and_jacobian_into(&x, &mut value, &mut values)
            .expect("lengths");
        assert_eq!(value.map(f64::to_bits), results.value(&x).map(f64::to_bits));
        for (i, row) in dense.iter().enumerate() {
            for (j, &expected) in row.iter().enumerate() {
                let found = sparse.pattern().position(i, j).map_or(0.0, |at| values[at]);
                assert_eq!(found, expected, "({i}, {j}) of {:?}", CHOSEN.get());
                compared += 1;
            }
        }
    }
    assert!(compared > 5_000, "{compared}");
}
