//! The numbers that stand at an axis.

use super::axis::Axis;
use core::ops::Range;
use plotters::coord::ranged1d::{KeyPointHint, NoDefaultFormatting, Ranged, ValueFormatter};

/// As many numbers stand at an axis at most.
const MOST: usize = 10;

impl Axis {
    /// The numbers, in order: multiples of 1, 2 or 5 times a power of ten, or on a logarithmic scale powers of ten if
    /// there are several.
    fn ticks(&self) -> Vec<f64> {
        if self.logarithmic {
            let powers = self.powers();
            if powers.len() > 1 {
                return powers;
            }
        }
        let step = self.step();
        let first = (self.low / step).ceil();
        let multiples = (0..=MOST).map(|i| (first + i as f64) * step);
        let mut ticks: Vec<f64> = multiples.filter(|x| self.holds(*x)).collect();
        // Close together, neighbours may be the same number.
        ticks.dedup();
        match ticks.is_empty() {
            true => vec![self.low, self.high],
            false => ticks,
        }
    }

    fn holds(&self, number: f64) -> bool {
        (self.low..=self.high).contains(&number)
    }

    /// Powers of ten; every second, fifth, tenth and so on, if there are too many.
    fn powers(&self) -> Vec<f64> {
        let [first, last] = [self.low.log10(), self.high.log10()];
        let counts = [1.0, 2.0, 5.0, 10.0, 20.0, 50.0, 100.0];
        let few = |every: &f64| last - first < MOST as f64 * every;
        let every = counts.into_iter().find(few).unwrap_or(100.0);
        let exponents = (0..=MOST).map(|i| ((first / every).ceil() + i as f64) * every);
        let powers = exponents.map(|exponent| 10_f64.powf(exponent));
        powers.filter(|power| self.holds(*power)).collect()
    }

    /// The least step of which there are not too many.
    fn step(&self) -> f64 {
        let width = self.high / MOST as f64 - self.low / MOST as f64;
        let power = 10_f64.powf(width.log10().floor());
        let steps = [1.0, 2.0, 5.0, 10.0, 20.0].map(|factor| factor * power);
        let few = |step: &f64| {
            let count = (self.high / step).floor() - (self.low / step).ceil() + 1.0;
            count <= MOST as f64
        };
        steps.into_iter().find(few).unwrap_or(self.high)
    }

    /// A number with as many digits as tell it from its neighbours.
    fn label(&self, number: f64) -> String {
        let exponent = |x: f64| x.abs().log10().floor();
        let of_step = match self.logarithmic && self.powers().len() > 1 {
            true => exponent(number),
            false => exponent(self.step()),
        };
        let greatest = exponent(number);
        if number == 0.0 {
            return "0.0".into();
        }
        if greatest >= 6.0 || of_step < -5.0 {
            let digits = (greatest - of_step).clamp(0.0, 16.0) as usize;
            return format!("{number:.digits$e}");
        }
        let decimals = (-of_step).max(1.0) as usize;
        format!("{number:.decimals$}")
    }
}

impl Ranged for Axis {
    type FormatOption = NoDefaultFormatting;
    type ValueType = f64;

    fn map(&self, number: &f64, (from, to): (i32, i32)) -> i32 {
        let along = f64::from(to - from) * self.fraction(*number);
        // A pixel is that of its lesser side, rounding left aside.
        let along = match along >= 0.0 {
            true => (along + 1e-3).floor(),
            false => (along - 1e-3).ceil(),
        };
        from + along as i32
    }

    fn key_points<Hint: KeyPointHint>(&self, _hint: Hint) -> Vec<f64> {
        self.ticks()
    }

    fn range(&self) -> Range<f64> {
        self.low..self.high
    }
}

impl ValueFormatter<f64> for Axis {
    fn format_ext(&self, number: &f64) -> String {
        self.label(*number)
    }
}
