//! Numbers held together, over many programs and points.

use crate::plain::Near;
use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// What was compared, and what did not agree.
pub struct Comparison {
    program: String,
    failures: Vec<String>,
    wrong_programs: Vec<String>,
    points: usize,
    left_out: usize,
    numbers: usize,
    /// The greatest difference of each kind, relative to the size of the terms.
    worst: BTreeMap<String, (f64, String)>,
}

impl Comparison {
    pub fn new() -> Self {
        Comparison {
            program: String::new(),
            failures: Vec::new(),
            wrong_programs: Vec::new(),
            points: 0,
            left_out: 0,
            numbers: 0,
            worst: BTreeMap::new(),
        }
    }

    /// Compares what belongs to a program; its panic is a failure of that program alone.
    pub fn of_program(&mut self, group: &str, name: &str, compare: impl FnOnce(&mut Self)) {
        self.program = format!("{group}::{name}");
        let before = self.failures.len();
        if catch_unwind(AssertUnwindSafe(|| compare(self))).is_err() {
            self.failures.push(format!("{}: a panic", self.program));
        }
        if self.failures.len() > before {
            self.wrong_programs.push(self.program.clone());
        }
    }

    /// Whether a point is so near to a kink or a jump that there is nothing to compare.
    pub fn is_too_near(&mut self, near: Near, distance: f64) -> bool {
        let is_too_near = near.distance() < distance;
        self.points += 1;
        self.left_out += usize::from(is_too_near);
        is_too_near
    }

    pub fn lists(
        &mut self,
        what: &str,
        actual: &[f64],
        expected: &[f64],
        tolerance: f64,
        size: f64,
    ) {
        if actual.len() != expected.len() {
            let (program, actual, expected) = (&self.program, actual.len(), expected.len());
            (self.failures).push(format!(
                "{program}: {what}: {actual} numbers for {expected}"
            ));
        }
        for (&actual, &expected) in actual.iter().zip(expected) {
            self.numbers(what, actual, expected, tolerance, size);
        }
    }

    /// Two numbers that are to be equal but for `tolerance` times the `size` of the terms they are made of.
    pub fn numbers(&mut self, what: &str, actual: f64, expected: f64, tolerance: f64, size: f64) {
        self.numbers += 1;
        let error = (actual - expected).abs();
        let size = size.max(expected.abs());
        let worst = self.worst.entry(what.to_string()).or_default();
        if error / size > worst.0 {
            *worst = (error / size, self.program.clone());
        }
        if error.is_nan() || error > tolerance * size {
            let program = &self.program;
            (self.failures).push(format!("{program}: {what}: {actual:?} is not {expected:?}"));
        }
    }

    /// Says what was compared, and fails if something did not agree or fewer than `least` numbers were
    /// compared.
    pub fn finish(self, least: usize) {
        println!(
            "{} numbers at {} points, {} of them left out near a kink",
            self.numbers, self.points, self.left_out
        );
        for (what, (error, program)) in &self.worst {
            println!("{what}: {error:.1e} at most, of {program}");
        }
        assert!(
            self.failures.is_empty(),
            "{} programs are wrong, in {} numbers: {:#?}\n{}",
            self.wrong_programs.len(),
            self.failures.len(),
            self.wrong_programs,
            self.failures[..self.failures.len().min(40)].join("\n")
        );
        assert!(self.numbers >= least, "{} numbers", self.numbers);
        assert!(4 * self.left_out <= self.points, "too many points left out");
    }
}

/// Points and data of a program: 20, or as many as `MONOGRAD_RANDOM_CASES` says.
pub fn random_points(
    name: &str,
    inputs: usize,
    data: usize,
) -> impl Iterator<Item = (Vec<f64>, Vec<f64>)> {
    let cases = std::env::var("MONOGRAD_RANDOM_CASES").map_or(20, |cases| {
        cases.parse().expect("MONOGRAD_RANDOM_CASES is a number")
    });
    let seed = name.bytes().fold(0_u64, |seed, byte| {
        seed.wrapping_mul(31).wrapping_add(u64::from(byte))
    });
    let mut random = Random(seed);
    (0..cases).map(move |_: usize| {
        let mut list = |n| (0..n).map(|_| random.between(-1.7, 1.7)).collect();
        (list(inputs), list(data))
    })
}

/// Steele, Lea & Flood's SplitMix64.
struct Random(u64);

impl Random {
    fn between(&mut self, low: f64, high: f64) -> f64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let z = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        low + (high - low) * ((z ^ (z >> 31)) >> 11) as f64 / (1_u64 << 53) as f64
    }
}
