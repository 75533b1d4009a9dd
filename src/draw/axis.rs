//! A range of numbers, however large, small or close together they are.

/// The range that an axis shows.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Axis {
    /// The bounds: finite, the lower one below the upper one, and on a logarithmic scale greater than 0.
    pub(super) low: f64,
    pub(super) high: f64,
    pub(super) logarithmic: bool,
}

impl Axis {
    /// The least range that holds all of the numbers, a little more if they are the same, and some range if there is
    /// none. The numbers are finite and on a logarithmic scale greater than 0.
    pub(super) fn of(numbers: impl Iterator<Item = f64>, logarithmic: bool) -> Self {
        let ends = numbers.fold(None, |ends, x| match ends {
            None => Some((x, x)),
            Some((low, high)) => Some((x.min(low), x.max(high))),
        });
        let (low, high) = match ends {
            None => (0.1, 1.0),
            Some((low, high)) if low < high => (low, high),
            Some((only, _)) if logarithmic => {
                let least = f64::from_bits(1);
                ((only / 2.0).max(least), within(only * 2.0))
            }
            Some((only, _)) => {
                // Beside a large number 1 is nothing.
                let margin = f64::max(1.0, 1e-10 * only.abs());
                (within(only - margin), within(only + margin))
            }
        };
        Axis {
            low,
            high,
            logarithmic,
        }
    }

    /// With a margin of this fraction on both sides of a linear scale.
    pub(super) fn with_margin(self, fraction: f64) -> Self {
        let margin = match self.high - self.low {
            width if width.is_finite() => fraction * width,
            _ => fraction * self.high - fraction * self.low,
        };
        Axis {
            low: within(self.low - margin),
            high: within(self.high + margin),
            ..self
        }
    }

    /// Where a number is between the bounds, from 0 to 1.
    pub(super) fn fraction(&self, number: f64) -> f64 {
        let [number, low, high] = [number, self.low, self.high].map(|x| match self.logarithmic {
            true => x.log10(),
            false => x,
        });
        let fraction = match high - low {
            width if width.is_finite() => (number - low) / width,
            _ => (number / 2.0 - low / 2.0) / (high / 2.0 - low / 2.0),
        };
        // The logarithms of different bounds may be the same.
        match fraction.is_nan() {
            true => 0.5,
            false => fraction.clamp(0.0, 1.0),
        }
    }

    /// The number at a fraction of a linear scale.
    pub(super) fn at(&self, fraction: f64) -> f64 {
        match self.high - self.low {
            width if width.is_finite() => self.low + fraction * width,
            _ => (1.0 - fraction) * self.low + fraction * self.high,
        }
    }
}

/// The nearest finite number.
fn within(number: f64) -> f64 {
    number.clamp(f64::MIN, f64::MAX)
}
