//! Finite differences.

/// A derivative by finite differences.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Difference {
    /// The derivative.
    pub derivative: f64,
    /// How far off it may be, as the differences with other steps tell.
    pub error: f64,
    /// The step with which it was found.
    pub step: f64,
}

/// The derivative of a plain function at `x` by central differences, extrapolated to a vanishing
/// step from steps of at most `step` (Ridders, Advances in Engineering Software 4 (1982) 75–76).
///
/// Where these do not agree with one another, since they reach beyond the domain or across a kink,
/// it starts again from a shorter step.
///
/// ```
/// let slope = monograd::check::difference(f64::exp, 0.0, 0.1);
/// assert!((slope.derivative - 1.0).abs() < 1e-11 && slope.error < 1e-10);
/// ```
pub fn difference(f: impl Fn(f64) -> f64, x: f64, step: f64) -> Difference {
    let mut best = extrapolate(&f, x, step);
    for shorter in [16.0, 256.0, 4096.0] {
        if best.error <= 1e-9 * best.derivative.abs().max(1.0) {
            break;
        }
        let next = extrapolate(&f, x, step / shorter);
        if best.error.is_nan() || best.error > next.error {
            best = next;
        }
    }
    best
}

fn extrapolate(f: &dyn Fn(f64) -> f64, x: f64, step: f64) -> Difference {
    const SHRINK: f64 = 1.4;
    const STEPS: usize = 12;
    // The difference, and what rounding the values makes of it.
    let central = |h: f64| {
        let h = (x + h) - x; // added to x exactly
        let (right, left) = (f(x + h), f(x - h));
        let rounding = f64::EPSILON * right.abs().max(left.abs()) / h;
        ((right - left) / (2.0 * h), rounding)
    };

    let mut h = step;
    let mut best = Difference {
        derivative: central(h).0,
        error: f64::INFINITY,
        step,
    };
    // Entry i of the tableau's column is free of the errors of order h² to h²ⁱ.
    let mut column = [best.derivative; STEPS];
    for size in 1..STEPS {
        h /= SHRINK;
        let previous = column;
        let rounding;
        (column[0], rounding) = central(h);
        let mut factor = SHRINK * SHRINK;
        for row in 1..=size {
            column[row] = (column[row - 1] * factor - previous[row - 1]) / (factor - 1.0);
            factor *= SHRINK * SHRINK;
            let error = rounding
                + f64::max(
                    (column[row] - column[row - 1]).abs(),
                    (column[row] - previous[row - 1]).abs(),
                );
            if error <= best.error {
                best = Difference {
                    derivative: column[row],
                    error,
                    step: h,
                };
            }
        }
        if (column[size] - previous[size - 1]).abs() >= 2.0 * best.error {
            break;
        }
    }
    best
}
