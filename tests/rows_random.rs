//! Sums over rows at random: their Hessian is the sum of the rows' Hessians, and a cache changes no bit.
#![cfg(feature = "std")]

use monograd::prelude::*;
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};

func! {
    fn decay(a, k; t, y) { (a * (-k * t).exp() - y).square() }
    fn logistic(w: [R; 3], b; x: [R; 3], y) {
        let z = w.dot(x) + b;
        z.softplus() - y * z
    }
    fn size(w: [R; 3], b) { w.norm_squared() * (1 + b * b) }
    /// Of more inputs than move at once, in which it is not linear.
    fn waves(w: [R; 9]; x: [R; 3]) { (w[0..3].dot(x) + w[3..6].norm_squared()).sin() * w[6..9].product() }
}

fn run<T: Strategy>(strategy: T, test: impl Fn(T::Value) -> Result<(), TestCaseError>) {
    let config = Config {
        cases: 24,
        failure_persistence: None,
        ..Config::default()
    };
    if let Err(error) = TestRunner::new(config).run(&strategy, test) {
        panic!("{error}");
    }
}

fn numbers<const N: usize>() -> impl Strategy<Value = [f64; N]> {
    prop::collection::vec(-1.5..1.5_f64, N).prop_map(|v| v.try_into().expect("N numbers"))
}

/// Some rows: around a pack and a chunk, more often few.
fn rows<const N: usize>() -> impl Strategy<Value = Vec<[f64; N]>> {
    let len = prop_oneof![3 => 0..20_usize, 1 => 250..270_usize, 1 => 500..600_usize];
    len.prop_flat_map(|len| prop::collection::vec(numbers::<N>(), len))
}

/// The Hessian of an objective at a point.
fn hessian(objective: impl Objective<f64>, x: &[f64]) -> Vec<f64> {
    let mut hessian = vec![f64::NAN; x.len() * x.len()];
    objective.hessian_at(x, &mut hessian).expect("n² numbers");
    hessian
}

/// A Hessian against the sum of those of its parts, which rounds once: relative to the sum of their greatest elements.
fn assert_sum(sum: &[f64], parts: &[Vec<f64>]) -> Result<(), TestCaseError> {
    let greatest = |part: &Vec<f64>| part.iter().fold(0.0, |most: f64, h| most.max(h.abs()));
    let scale: f64 = parts.iter().map(greatest).sum();
    for (at, &actual) in sum.iter().enumerate() {
        let (mut total, mut rest) = (0.0, 0.0);
        for part in parts {
            let (before, next): (f64, f64) = (total, part[at]);
            total = before + next;
            let of_next = total - before;
            rest += (before - (total - of_next)) + (next - of_next);
        }
        let error = (actual - (total + rest)).abs();
        prop_assert!(error <= 1e-14 * scale, "{at}: {actual}, {}", total + rest);
    }
    Ok(())
}

#[test]
fn the_hessian_of_a_sum_is_the_sum_of_the_hessians() {
    run((numbers::<2>(), rows::<2>()), |(x, rows)| {
        let parts: Vec<_> = rows
            .iter()
            .map(|row| hessian(decay.with(row).objective(), &x))
            .collect();
        let sum = decay.over(&rows);
        assert_sum(&hessian(sum.objective(), &x), &parts)?;
        prop_assert_eq!(sum.hessian(&x).concat(), hessian(sum.objective(), &x));
        Ok(())
    });
    run((numbers::<4>(), rows::<4>()), |(x, rows)| {
        let rows: Vec<_> = rows.iter().map(|&[a, b, c, y]| ([a, b, c], y)).collect();
        let mut parts: Vec<_> = rows
            .iter()
            .map(|row| hessian(logistic.with(row).objective(), &x))
            .collect();
        parts.push(hessian(size.objective(), &x));
        let sum = logistic.over(&rows).plus(size);
        assert_sum(&hessian(sum.objective(), &x), &parts)?;
        #[cfg(feature = "rayon")]
        prop_assert_eq!(
            hessian(sum.in_parallel().objective(), &x),
            hessian(sum.objective(), &x)
        );
        Ok(())
    });
    run((numbers::<9>(), rows::<3>()), |(x, rows)| {
        let parts: Vec<_> = rows
            .iter()
            .map(|row| hessian(waves.with(row).objective(), &x))
            .collect();
        let sum = waves.over(&rows);
        assert_sum(&hessian(sum.objective(), &x), &parts)?;
        prop_assert_eq!(sum.hessian(&x).concat(), hessian(sum.objective(), &x));
        Ok(())
    });
}

/// Whatever is asked at whichever point, in any order.
#[test]
fn cached_and_not_cached_give_the_same_bits() {
    let number = || {
        prop_oneof![
            4 => -1.5..1.5_f64,
            1 => prop::sample::select(vec![0.0, -0.0, 1e300, f64::INFINITY, f64::NAN]),
        ]
    };
    let points = prop::array::uniform3(prop::array::uniform4(number()));
    let questions = prop::collection::vec((0..3_usize, any::<bool>()), 1..12);
    run(
        (points, questions, rows::<4>()),
        |(points, questions, rows)| {
            let rows: Vec<_> = rows.iter().map(|&[a, b, c, y]| ([a, b, c], y)).collect();
            let sum = logistic.over(&rows).plus(size).objective::<f64>();
            let cached = sum.clone().cached();
            // All NaNs are one.
            let bits = |x: f64| if x.is_nan() { u64::MAX } else { x.to_bits() };
            for (point, gradient_too) in questions {
                let x = &points[point];
                if gradient_too {
                    let [mut expected, mut actual] = [[7.0; 4]; 2];
                    let value = sum.value_and_gradient_at(x, &mut expected);
                    let same = cached.value_and_gradient_at(x, &mut actual);
                    prop_assert_eq!(same.map(bits), value.map(bits));
                    prop_assert_eq!(actual.map(bits), expected.map(bits));
                } else {
                    let (same, value) = (cached.value_at(x), sum.value_at(x));
                    prop_assert_eq!(same.map(bits), value.map(bits));
                }
            }
            Ok(())
        },
    );
}
