//! Every mode against reverse mode.

use super::comparison::{Agreement, Comparison, Sides};
use super::parts::{Parts, along, direction, directions, each, seed_of, unit};
use super::subject::{Of, Results, Subject, Sweep};
use super::{Check, Quantity, Report};
use crate::expr::{Inputs, Shape};
use crate::forward::{Dual, MultiDual, Taylor};
use crate::scalar::{Plain, Scalar};
#[cfg(feature = "std")]
use crate::tape::Data;
use core::fmt;

/// What a tape can record, where there is one.
#[cfg(not(feature = "std"))]
pub trait Data {}
#[cfg(not(feature = "std"))]
impl<F> Data for F {}

/// The two precisions.
pub trait Precision: Plain<Mask = bool> + Scalar + Data + fmt::Debug + fmt::Display {
    /// The type's name.
    const NAME: &'static str;
    /// The distance from 1 to the next number.
    const EPSILON: f64;

    /// The number in this precision.
    fn rounded(number: f64) -> f64 {
        Self::constant(number).to_f64()
    }
}
impl Precision for f32 {
    const NAME: &'static str = "f32";
    const EPSILON: f64 = f32::EPSILON as f64;
}
impl Precision for f64 {
    const NAME: &'static str = "f64";
    const EPSILON: f64 = f64::EPSILON;
}

pub(super) const REVERSE: &str = "reverse mode";
const EVALUATION: &str = "evaluation";
const PULLBACK: &str = "the pullback";
const DUAL: &str = "dual numbers";
const MULTI_DUAL: &str = "dual numbers with several tangents";
const TAYLOR: &str = "a Taylor series";
#[cfg(feature = "std")]
const TAPE: &str = "the tape";

/// How many tangents the dual numbers with several have.
const TANGENTS: usize = 4;

/// A gradient, and the sums of the magnitudes that were added up to it.
pub(super) type Gradient<I> = (Of<I, f64>, Of<I, f64>);

/// Every mode against reverse mode, in one precision.
pub(super) fn compare<F: Precision, T: Subject<A>, const A: usize>(
    check: &Check,
    report: &mut Report,
    subject: &T,
    point: &Of<T::Inputs, f64>,
) -> Agreement<T, A> {
    let x = each::<T::Inputs, _, _>(point, F::constant);
    let mut modes = Modes::<F, T, A> {
        parts: Parts::new(subject, F::rounded),
        x,
        comparison: Comparison::new::<F>(check, report, &x),
    };
    let [values, scales] = modes.values()?;
    let jacobian = modes.jacobian();
    #[cfg(feature = "std")]
    modes.tape(&values, &scales, &jacobian)?;
    modes.units(&values, &scales, &jacobian)?;
    modes.hessian()?;
    modes.along_a_direction(&jacobian)?;
    modes.drivers(&jacobian)
}

/// What is compared in a precision.
pub(super) struct Modes<'a, F: Precision, T: Subject<A>, const A: usize> {
    pub(super) parts: Parts<'a, T, A>,
    pub(super) x: Of<T::Inputs, F>,
    pub(super) comparison: Comparison<'a, T, A>,
}

type Numbers<T, const A: usize> = Results<<T as Subject<A>>::Codomain, f64>;
pub(super) type Jacobian<T, const A: usize> =
    Results<<T as Subject<A>>::Codomain, Gradient<<T as Subject<A>>::Inputs>>;

impl<F: Precision, T: Subject<A>, const A: usize> Modes<'_, F, T, A> {
    pub(super) const INPUTS: usize = <T::Inputs as Inputs>::LEN;
    const RESULTS: usize = <T::Codomain as Shape>::LEN;

    pub(super) fn agree(
        &mut self,
        quantity: Quantity,
        actual: (&'static str, f64),
        expected: (&'static str, f64),
        scale: f64,
    ) -> Agreement<T, A> {
        let sides = Sides {
            quantity,
            actual,
            expected,
        };
        self.comparison.agree(sides, scale)
    }

    /// The number `at` of a list.
    pub(super) fn get(numbers: &Of<T::Inputs, f64>, at: usize) -> f64 {
        T::Inputs::get(T::Inputs::refs(numbers), at)
    }

    /// The values and their magnitudes; by evaluation, and by both reverse sweeps.
    fn values(&mut self) -> Agreement<T, A, [Numbers<T, A>; 2]> {
        let weights = self.parts.weights();
        let swept = self.parts.sweep(Sweep::AtOnce, &self.x, weights, to_f64);
        let evaluated = self.parts.evaluate(&self.x, to_f64);
        let pulled = self.parts.sweep(Sweep::Pullback, &self.x, weights, to_f64);
        for result in 0..Self::RESULTS {
            let quantity = Comparison::<T, A>::result(result);
            let of =
                |numbers: &Results<T::Codomain, [f64; 1]>| T::Codomain::flat(numbers)[result][0];
            let scale = T::Codomain::flat(&evaluated.1)[result];
            let expected = (REVERSE, of(&swept.value));
            self.agree(quantity, (EVALUATION, of(&evaluated.0)), expected, scale)?;
            self.agree(quantity, (PULLBACK, of(&pulled.value)), expected, scale)?;
        }
        for at in 0..Self::INPUTS {
            let of =
                |numbers: &Of<T::Inputs, [f64; 1]>| T::Inputs::get(T::Inputs::refs(numbers), at)[0];
            let input = self.parts.input(at);
            let scale = Self::get(&swept.scale, at);
            let actual = (PULLBACK, of(&pulled.gradient));
            let expected = (REVERSE, of(&swept.gradient));
            self.agree(Quantity::Derivative { input }, actual, expected, scale)?;
        }
        let values = T::Codomain::map(&swept.value, |[value]| value);
        Ok([values, evaluated.1])
    }

    /// The gradient of each result.
    fn jacobian(&self) -> Jacobian<T, A> {
        T::Codomain::from_fn(&mut |result| {
            let seeds = seed_of::<T::Codomain>(result);
            let swept = self.parts.sweep(Sweep::AtOnce, &self.x, seeds, to_f64);
            let gradient = each::<T::Inputs, _, _>(&swept.gradient, |[slope]| slope);
            (gradient, swept.scale)
        })
    }

    /// The value and the derivatives on a tape on which the function's operations are recorded.
    #[cfg(feature = "std")]
    fn tape(
        &mut self,
        values: &Numbers<T, A>,
        scales: &Numbers<T, A>,
        jacobian: &Jacobian<T, A>,
    ) -> Agreement<T, A> {
        let on_tape = self.parts.on_tape(&self.x);
        for result in 0..Self::RESULTS {
            let (value, gradient) = &T::Codomain::flat(&on_tape)[result];
            let expected = T::Codomain::flat(values)[result];
            let scale = T::Codomain::flat(scales)[result];
            let quantity = Comparison::<T, A>::result(result);
            self.agree(quantity, (TAPE, *value), (REVERSE, expected), scale)?;
            let (row, scales) = &T::Codomain::flat(jacobian)[result];
            for at in 0..Self::INPUTS {
                let quantity = Comparison::<T, A>::derivative(result, at);
                let actual = (TAPE, Self::get(gradient, at));
                let expected = (REVERSE, Self::get(row, at));
                self.agree(quantity, actual, expected, Self::get(scales, at))?;
            }
        }
        Ok(())
    }

    /// Along each input by the numbers that carry derivatives forward.
    fn units(
        &mut self,
        values: &Numbers<T, A>,
        scales: &Numbers<T, A>,
        jacobian: &Jacobian<T, A>,
    ) -> Agreement<T, A> {
        for at in 0..Self::INPUTS {
            let v = unit::<T::Inputs>(at);
            let duals = along::<T::Inputs, F, Dual<F>>(&self.x, &v, Dual::new);
            let (duals, _) = self.parts.evaluate(&duals, dual_to_f64);
            let lines = along::<T::Inputs, F, Taylor<F, 3>>(&self.x, &v, Taylor::line);
            let (lines, _) = self.parts.evaluate(&lines, taylor_to_f64);
            for result in 0..Self::RESULTS {
                let [value, slope] = T::Codomain::flat(&duals)[result];
                let [series_value, series_slope, ..] = T::Codomain::flat(&lines)[result];
                let expected = (REVERSE, T::Codomain::flat(values)[result]);
                let scale = T::Codomain::flat(scales)[result];
                let quantity = Comparison::<T, A>::result(result);
                self.agree(quantity, (DUAL, value), expected, scale)?;
                self.agree(quantity, (TAYLOR, series_value), expected, scale)?;
                let (row, scales) = &T::Codomain::flat(jacobian)[result];
                let expected = (REVERSE, Self::get(row, at));
                let scale = Self::get(scales, at);
                let quantity = Comparison::<T, A>::derivative(result, at);
                self.agree(quantity, (DUAL, slope), expected, scale)?;
                self.agree(quantity, (TAYLOR, series_slope), expected, scale)?;
            }
        }
        Ok(())
    }

    /// The Hessian times units, or if there are many times some directions, forward over reverse.
    fn hessian(&mut self) -> Agreement<T, A> {
        let weights = self.parts.weights();
        let gradient = self.parts.sweep(Sweep::AtOnce, &self.x, weights, to_f64);
        let count = directions::<T::Inputs>().count();
        for first in (0..count).step_by(TANGENTS) {
            let lanes: [_; TANGENTS] =
                core::array::from_fn(|lane| directions::<T::Inputs>().nth(first + lane));
            let x = T::Inputs::from_fn(&mut |at| {
                let primal = T::Inputs::get(T::Inputs::refs(&self.x), at);
                let tangent = |lane: usize| {
                    lanes[lane]
                        .as_ref()
                        .map_or(0.0, |direction| Self::get(&direction.v, at))
                };
                MultiDual::new(
                    primal,
                    core::array::from_fn(|lane| F::constant(tangent(lane))),
                )
            });
            let several = self.parts.sweep(Sweep::AtOnce, &x, weights, multi_to_f64);
            let several = |at: usize| T::Inputs::get(T::Inputs::refs(&several.gradient), at);
            for at in 0..Self::INPUTS {
                let quantity = Quantity::Derivative {
                    input: self.parts.input(at),
                };
                let slope = T::Inputs::get(T::Inputs::refs(&gradient.gradient), at)[0];
                let scale = Self::get(&gradient.scale, at);
                self.agree(
                    quantity,
                    (MULTI_DUAL, several(at)[0]),
                    (REVERSE, slope),
                    scale,
                )?;
            }
            for (lane, direction) in lanes.iter().enumerate() {
                let Some(direction) = direction else { break };
                let x = along::<T::Inputs, F, Dual<F>>(&self.x, &direction.v, Dual::new);
                let product = self.parts.sweep(Sweep::AtOnce, &x, weights, dual_to_f64);
                for at in 0..Self::INPUTS {
                    let quantity = self.parts.second(direction.input, at);
                    let [_, one] = T::Inputs::get(T::Inputs::refs(&product.gradient), at);
                    let actual = (DUAL, one);
                    let expected = (MULTI_DUAL, several(at)[1 + lane]);
                    self.agree(quantity, actual, expected, Self::get(&product.scale, at))?;
                }
            }
        }
        Ok(())
    }

    /// ⟨u, J v⟩ = ⟨Jᵀu, v⟩, and the same a second and a third time, for weights u of the results.
    fn along_a_direction(&mut self, jacobian: &Jacobian<T, A>) -> Agreement<T, A> {
        let v = direction::<T::Inputs>();
        let weights = self.parts.weights();
        let weight = |result: usize| T::Codomain::flat(&weights)[result].unwrap_or(0.0);

        let moving = along::<T::Inputs, F, Dual<F>>(&self.x, &v, Dual::new);
        let (dual, _) = self.parts.evaluate(&moving, dual_to_f64);
        let line = along::<T::Inputs, F, Taylor<F, 3>>(&self.x, &v, Taylor::line);
        let (series, _) = self.parts.evaluate(&line, taylor_to_f64);
        let combined = |of: &dyn Fn(usize) -> f64| -> f64 {
            (0..Self::RESULTS).map(|i| weight(i) * of(i)).sum()
        };
        let series = |order: usize| combined(&|i| T::Codomain::flat(&series)[i][order]);

        // What the sweeps over numbers that move along v give, times v.
        let swept_twice = self
            .parts
            .sweep(Sweep::AtOnce, &moving, weights, dual_to_f64);
        let moving_twice = along::<T::Inputs, F, Dual<Dual<F>>>(&self.x, &v, |x, v| {
            Dual::new(Dual::new(x, v), Dual::new(v, F::zero()))
        });
        let third = |number: Dual<Dual<F>>| [number.tangent.tangent.to_f64()];
        let swept_thrice = self
            .parts
            .sweep(Sweep::AtOnce, &moving_twice, weights, third);
        let [first, second, third] = [
            (0..Self::RESULTS).fold((0.0, 0.0), |(sum, size), i| {
                let (row, scales) = &T::Codomain::flat(jacobian)[i];
                let (product, scale) = Self::dot(row, scales, &v);
                (sum + weight(i) * product, size + weight(i).abs() * scale)
            }),
            Self::dot(
                &each::<T::Inputs, _, _>(&swept_twice.gradient, |[_, slope]| slope),
                &swept_twice.scale,
                &v,
            ),
            Self::dot(
                &each::<T::Inputs, _, _>(&swept_thrice.gradient, |[slope]| slope),
                &swept_thrice.scale,
                &v,
            ),
        ];
        let along = [first, second, (third.0, third.1 + second.1)];

        let quantity = Quantity::Directional { order: 1 };
        let slope = combined(&|i| T::Codomain::flat(&dual)[i][1]);
        self.agree(quantity, (DUAL, slope), (REVERSE, first.0), first.1)?;
        for (below, (expected, scale)) in along.into_iter().enumerate() {
            let order = below + 1;
            let quantity = Quantity::Directional { order };
            self.agree(
                quantity,
                (TAYLOR, series(order)),
                (REVERSE, expected),
                scale,
            )?;
        }
        Ok(())
    }

    /// A product, and the sum of the magnitudes that it adds, for the rounding it may suffer.
    fn dot(
        row: &Of<T::Inputs, f64>,
        scales: &Of<T::Inputs, f64>,
        v: &Of<T::Inputs, f64>,
    ) -> (f64, f64) {
        (0..Self::INPUTS).fold((0.0, 0.0), |(sum, scale), at| {
            let v = Self::get(v, at);
            (
                sum + Self::get(row, at) * v,
                scale + (Self::get(scales, at) * v).abs(),
            )
        })
    }
}

pub(super) fn to_f64<F: Plain>(number: F) -> [f64; 1] {
    [number.to_f64()]
}

fn dual_to_f64<F: Plain>(number: Dual<F>) -> [f64; 2] {
    [number.primal.to_f64(), number.tangent.to_f64()]
}

fn multi_to_f64<F: Precision>(number: MultiDual<F, TANGENTS>) -> [f64; 1 + TANGENTS] {
    core::array::from_fn(|i| match i {
        0 => number.primal.to_f64(),
        _ => number.tangent(i - 1).to_f64(),
    })
}

/// The value and the derivatives.
fn taylor_to_f64<F: Precision>(number: Taylor<F, 3>) -> [f64; 4] {
    core::array::from_fn(|order| match order {
        0 => number.primal.to_f64(),
        _ => number.derivative(order).to_f64(),
    })
}
