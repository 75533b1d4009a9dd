//! Timing one function against another.

use std::hint::black_box;
use std::time::Instant;

/// How long a batch takes, about.
const BATCH_SECONDS: f64 = 1e-4;
const BATCHES: usize = 4000;

/// Checks that the two agree at `point`, times them, and prints their line.
pub fn compare<const N: usize>(
    name: &str,
    point: &[f64; N],
    ours: impl Fn(&[f64; N]) -> (f64, [f64; N]),
    hand: impl Fn(&[f64; N]) -> (f64, [f64; N]),
) {
    let ((our_value, our_gradient), (value, gradient)) = (ours(point), hand(point));
    assert_close(our_value, value);
    for (ours, by_hand) in our_gradient.into_iter().zip(gradient) {
        assert_close(ours, by_hand);
    }

    time(name, point, ours, hand);
}

/// Times the two at `point`, and prints their line.
pub fn time<const N: usize, A, B>(
    name: &str,
    point: &[f64; N],
    ours: impl Fn(&[f64; N]) -> A,
    hand: impl Fn(&[f64; N]) -> B,
) {
    let calls = (BATCH_SECONDS / batch(1000, point, &hand)).max(1.0) as usize;
    let (mut our_times, mut hand_times, mut ratios) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..BATCHES {
        let ours = batch(calls, point, &ours);
        let hand = batch(calls, point, &hand);
        our_times.push(1e9 * ours);
        hand_times.push(1e9 * hand);
        ratios.push(ours / hand);
    }
    let [ours, hand, ratio] = [our_times, hand_times, ratios].map(median);
    println!("{name} {ours:.2} {hand:.2} {ratio:.3}");
}

/// Times a function at `point` that nothing is written by hand for, and prints its line.
pub fn time_alone<const N: usize, A>(name: &str, point: &[f64; N], ours: impl Fn(&[f64; N]) -> A) {
    let calls = (BATCH_SECONDS / batch(1000, point, &ours)).max(1.0) as usize;
    let times = (0..BATCHES).map(|_| 1e9 * batch(calls, point, &ours));
    println!("{name} {:.2} - -", median(times.collect()));
}

/// Seconds per call.
fn batch<const N: usize, A>(
    calls: usize,
    point: &[f64; N],
    gradient: impl Fn(&[f64; N]) -> A,
) -> f64 {
    let start = Instant::now();
    for _ in 0..calls {
        black_box(gradient(black_box(point)));
    }
    start.elapsed().as_secs_f64() / calls as f64
}

fn median(mut numbers: Vec<f64>) -> f64 {
    numbers.sort_by(f64::total_cmp);
    numbers[numbers.len() / 2]
}

/// Panics unless the numbers agree to a relative 1e-12.
pub fn assert_close(actual: f64, expected: f64) {
    let error = (actual - expected).abs();
    assert!(
        error <= 1e-12 * expected.abs().max(1.0),
        "{actual} is not {expected}"
    );
}
