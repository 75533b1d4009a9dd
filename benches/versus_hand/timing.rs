//! Timing one function against another.

use std::hint::black_box;
use std::time::Instant;

/// How long a batch takes, about.
const BATCH_SECONDS: f64 = 1e-4;
const BATCHES: usize = 4000;
/// What a workload's batches take at most, about, if one call is a long batch.
const SECONDS: f64 = 2.0;

/// The numbers that a result is made of.
pub trait Numbers {
    fn visit(&self, visit: &mut dyn FnMut(f64));
}

impl Numbers for f64 {
    fn visit(&self, visit: &mut dyn FnMut(f64)) {
        visit(*self);
    }
}

impl<T: Numbers> Numbers for [T] {
    fn visit(&self, visit: &mut dyn FnMut(f64)) {
        self.iter().for_each(|element| element.visit(visit));
    }
}

impl<T: Numbers, const N: usize> Numbers for [T; N] {
    fn visit(&self, visit: &mut dyn FnMut(f64)) {
        self.as_slice().visit(visit);
    }
}

impl<T: Numbers> Numbers for Vec<T> {
    fn visit(&self, visit: &mut dyn FnMut(f64)) {
        self.as_slice().visit(visit);
    }
}

macro_rules! tuple_of_numbers {
    ($($name:ident)+) => {
        impl<$($name: Numbers),+> Numbers for ($($name,)+) {
            #[allow(non_snake_case, reason = "one name serves as type and as variable")]
            fn visit(&self, visit: &mut dyn FnMut(f64)) {
                let ($($name,)+) = self;
                $($name.visit(visit);)+
            }
        }
    };
}

tuple_of_numbers!(A);
tuple_of_numbers!(A B);
tuple_of_numbers!(A B C);
tuple_of_numbers!(A B C D);
tuple_of_numbers!(A B C D E F);
tuple_of_numbers!(A B C D E F G H I J);

/// Checks that the two agree at `point`, times them, and prints their line.
#[inline(never)]
pub fn compare<P: ?Sized, A: Numbers, B: Numbers>(
    name: &str,
    point: &P,
    mut ours: impl FnMut(&P) -> A,
    mut hand: impl FnMut(&P) -> B,
) {
    assert_agree(&ours(point), &hand(point));
    time(name, point, ours, hand);
}

/// Panics unless the numbers of the two agree.
pub fn assert_agree(ours: &impl Numbers, hand: &impl Numbers) {
    let (ours, hand) = (numbers(ours), numbers(hand));
    assert_eq!(ours.len(), hand.len());
    for (ours, by_hand) in ours.into_iter().zip(hand) {
        assert_close(ours, by_hand);
    }
}

fn numbers(result: &impl Numbers) -> Vec<f64> {
    let mut numbers = Vec::new();
    result.visit(&mut |number| numbers.push(number));
    numbers
}

/// Whether a workload is timed: all are by `cargo bench`, unless the program is given parts of names. By
/// `cargo test --bench versus_hand`, which does not pass `--bench`, values and gradients are compared and none is timed.
fn is_wanted(name: &str) -> bool {
    if !std::env::args().any(|argument| argument == "--bench") {
        return false;
    }
    let mut parts = std::env::args()
        .skip(1)
        .filter(|part| !part.starts_with('-'))
        .peekable();
    parts.peek().is_none() || parts.any(|part| name.contains(&part))
}

/// Times the two at `point`, and prints their line.
#[inline(never)]
pub fn time<P: ?Sized, A, B>(
    name: &str,
    point: &P,
    mut ours: impl FnMut(&P) -> A,
    mut hand: impl FnMut(&P) -> B,
) {
    if !is_wanted(name) {
        return;
    }
    let calls = calls(point, &mut hand);
    let (mut our_times, mut hand_times, mut ratios) = (Vec::new(), Vec::new(), Vec::new());
    let start = Instant::now();
    for _ in 0..BATCHES {
        if ratios.len() >= 100 && start.elapsed().as_secs_f64() > SECONDS {
            break;
        }
        let ours = batch(calls, point, &mut ours);
        let hand = batch(calls, point, &mut hand);
        our_times.push(1e9 * ours);
        hand_times.push(1e9 * hand);
        ratios.push(ours / hand);
    }
    let [ours, hand, ratio] = [our_times, hand_times, ratios].map(median);
    println!("{name} {ours:.2} {hand:.2} {ratio:.3}");
}

/// Times a function at `point` that nothing is written by hand for, and prints its line.
#[inline(never)]
pub fn time_alone<P: ?Sized, A>(name: &str, point: &P, mut ours: impl FnMut(&P) -> A) {
    if !is_wanted(name) {
        return;
    }
    let calls = calls(point, &mut ours);
    let times = (0..BATCHES).map(|_| 1e9 * batch(calls, point, &mut ours));
    println!("{name} {:.2} - -", median(times.collect()));
}

/// Times a function that takes long, and much of the stack, by the least of five calls, and prints its line.
pub fn time_few(name: &str, ours: fn()) {
    if !is_wanted(name) {
        return;
    }
    let least = move || {
        let seconds = (0..5).map(|_| batch(1, &(), &mut |()| ours()));
        seconds.fold(f64::INFINITY, f64::min)
    };
    let thread = std::thread::Builder::new().stack_size(1 << 28).spawn(least);
    let seconds = thread.expect("a thread").join().expect("no panic");
    println!("{name} {:.2} - -", 1e9 * seconds);
}

/// How many calls make a batch.
fn calls<P: ?Sized, A>(point: &P, function: &mut impl FnMut(&P) -> A) -> usize {
    batch(10, point, function);
    let seconds = batch(10, point, function);
    (BATCH_SECONDS / seconds).max(1.0) as usize
}

/// Seconds per call.
fn batch<P: ?Sized, A>(calls: usize, point: &P, gradient: &mut impl FnMut(&P) -> A) -> f64 {
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
