//! Derivatives against finite differences of the order below, and in `f32` against `f64`.

use super::comparison::{Agreement, Comparison, Sides};
use super::modes::{Precision, REVERSE};
use super::parts::{
    FEW, Parts, along, direction, directions, each, moved, replaced, seed_of, unit,
};
use super::subject::{Of, Results, Subject, Sweep};
use super::{Check, Quantity, Report, difference};
use crate::expr::{Inputs, Shape};
use crate::forward::{Dual, Taylor};
use core::cell::RefCell;

/// The derivatives in `f32` against those in `f64`, at the point and the data rounded to `f32`.
pub(super) fn single_against_double<T: Subject<A>, const A: usize>(
    check: &Check,
    report: &mut Report,
    subject: &T,
    point: &Of<T::Inputs, f64>,
) -> Agreement<T, A> {
    let single = each::<T::Inputs, _, _>(point, |x| x as f32);
    let double = each::<T::Inputs, _, _>(&single, f64::from);
    let mut comparison = Comparison::<T, A>::new(check, report, &single);
    let parts = Parts::new(subject, f32::rounded);
    for result in 0..T::Codomain::LEN {
        let seeds = seed_of::<T::Codomain>(result);
        let actual = parts.sweep(Sweep::AtOnce, &single, seeds, |x: f32| [f64::from(x)]);
        let expected = parts.sweep(Sweep::AtOnce, &double, seeds, |x: f64| [x]);
        let mut scale = 0.0;
        T::Inputs::visit(T::Inputs::refs(&expected.scale), &mut |scales: &[f64]| {
            scale += scales.iter().sum::<f64>();
        });
        let mut agree = |quantity, actual, expected| {
            let sides = Sides {
                quantity,
                actual: (REVERSE, actual),
                expected: ("the same in f64", expected),
            };
            comparison.agree(sides, scale)
        };
        let value = |of: &Results<T::Codomain, [f64; 1]>| T::Codomain::flat(of)[result][0];
        let quantity = Comparison::<T, A>::result(result);
        agree(quantity, value(&actual.value), value(&expected.value))?;
        for at in 0..T::Inputs::LEN {
            let of = |of: &Of<T::Inputs, [f64; 1]>| T::Inputs::get(T::Inputs::refs(of), at)[0];
            let quantity = Comparison::<T, A>::derivative(result, at);
            agree(quantity, of(&actual.gradient), of(&expected.gradient))?;
        }
    }
    Ok(())
}

/// The longest step in an input.
fn step(check: &Check, x: f64) -> f64 {
    check.step * x.abs().max(1.0)
}

/// How often a function is evaluated at most for one derivative.
const SAMPLES: usize = 96;

/// A function of a number, which remembers what it has given.
struct Remembered<F, V> {
    function: F,
    samples: RefCell<[Option<(f64, V)>; SAMPLES]>,
}

impl<V: Copy, F: Fn(f64) -> V> Remembered<F, V> {
    fn new(function: F) -> Self {
        Remembered {
            function,
            samples: RefCell::new([None; SAMPLES]),
        }
    }

    fn at<U>(&self, x: f64, read: impl FnOnce(&V) -> U) -> U {
        let mut samples = self.samples.borrow_mut();
        for sample in samples.iter_mut() {
            match sample {
                Some((at, value)) if *at == x => return read(value),
                Some(_) => {}
                None => return read(&sample.insert((x, (self.function)(x))).1),
            }
        }
        // At NaN, which equals nothing.
        read(&(self.function)(x))
    }
}

/// Each order against the differences of the one below.
pub(super) fn differences<T: Subject<A>, const A: usize>(
    check: &Check,
    report: &mut Report,
    subject: &T,
    point: &Of<T::Inputs, f64>,
) -> Agreement<T, A> {
    let parts = Parts::new(subject, f64::rounded);
    let comparison = Comparison::new(check, report, point);
    let mut differences = Differences {
        check,
        parts,
        point,
        comparison,
    };
    if T::Inputs::LEN + T::Codomain::LEN <= FEW {
        differences.in_every_input()?;
    } else {
        differences.in_many_inputs()?;
    }
    differences.third()
}

struct Differences<'a, T: Subject<A>, const A: usize> {
    check: &'a Check,
    parts: Parts<'a, T, A>,
    point: &'a Of<T::Inputs, f64>,
    comparison: Comparison<'a, T, A>,
}

impl<T: Subject<A>, const A: usize> Differences<'_, T, A> {
    fn get(numbers: &Of<T::Inputs, f64>, at: usize) -> f64 {
        T::Inputs::get(T::Inputs::refs(numbers), at)
    }

    /// The point, moved along `v` by `t`.
    fn moved(&self, v: &Of<T::Inputs, f64>, t: f64) -> Of<T::Inputs, f64> {
        moved::<T::Inputs>(self.point, v, t)
    }

    /// The point, with the number `at` of the inputs at `x`.
    fn with(&self, at: usize, x: f64) -> Of<T::Inputs, f64> {
        replaced::<T::Inputs>(self.point, at, x)
    }

    /// The results, and the gradient of their weighted sum.
    fn swept(&self, x: &Of<T::Inputs, f64>) -> (Results<T::Codomain, f64>, Of<T::Inputs, f64>) {
        let weights = self.parts.weights();
        let swept = self.parts.sweep(Sweep::AtOnce, x, weights, |x: f64| [x]);
        (
            T::Codomain::map(&swept.value, |[value]| value),
            each::<T::Inputs, _, _>(&swept.gradient, |[slope]| slope),
        )
    }

    /// The Hessian of the results' weighted sum at `x`, times `v`.
    fn hessian_product(
        &self,
        x: &Of<T::Inputs, f64>,
        v: &Of<T::Inputs, f64>,
    ) -> Of<T::Inputs, f64> {
        let moving = along::<T::Inputs, f64, Dual<f64>>(x, v, Dual::new);
        let tangent = |number: Dual<f64>| [number.tangent];
        let weights = self.parts.weights();
        let swept = self.parts.sweep(Sweep::AtOnce, &moving, weights, tangent);
        each::<T::Inputs, _, _>(&swept.gradient, |[slope]| slope)
    }

    /// Every first and every second derivative.
    fn in_every_input(&mut self) -> Agreement<T, A> {
        let jacobian = T::Codomain::from_fn(&mut |result| {
            let seeds = seed_of::<T::Codomain>(result);
            let swept = self
                .parts
                .sweep(Sweep::AtOnce, self.point, seeds, |x: f64| [x]);
            each::<T::Inputs, _, _>(&swept.gradient, |[slope]| slope)
        });
        for at in 0..T::Inputs::LEN {
            let x = Self::get(self.point, at);
            let step = step(self.check, x);
            let product = self.hessian_product(self.point, &unit::<T::Inputs>(at));
            let remembered = Remembered::new(|x| self.swept(&self.with(at, x)));
            let slope = |result: usize| {
                let value = |x| remembered.at(x, |(values, _)| T::Codomain::flat(values)[result]);
                difference(value, x, step)
            };
            let curvature = |other| {
                let slope = |x| remembered.at(x, |(_, gradient)| Self::get(gradient, other));
                difference(slope, x, step)
            };
            let slopes = T::Codomain::from_fn(&mut |result| slope(result));
            let curvatures = T::Inputs::from_fn(&mut |other| curvature(other));
            for (result, slope) in T::Codomain::flat(&slopes).iter().enumerate() {
                let quantity = Comparison::<T, A>::derivative(result, at);
                let derivative = Self::get(&T::Codomain::flat(&jacobian)[result], at);
                self.comparison
                    .agree_with_difference(quantity, derivative, *slope)?;
            }
            for other in 0..T::Inputs::LEN {
                let curvature = T::Inputs::get(T::Inputs::refs(&curvatures), other);
                let quantity = self.parts.second(Some(at), other);
                let second = Self::get(&product, other);
                self.comparison
                    .agree_with_difference(quantity, second, curvature)?;
            }
        }
        Ok(())
    }

    /// The first derivatives of the results' weighted sum, and the second along some directions.
    fn in_many_inputs(&mut self) -> Agreement<T, A> {
        let weights = self.parts.weights();
        let weight = |i: usize| T::Codomain::flat(&weights)[i].unwrap_or(0.0);
        let combined = |values: &Results<T::Codomain, [f64; 1]>| -> f64 {
            let values = T::Codomain::flat(values).iter().enumerate();
            values.map(|(i, [value])| weight(i) * value).sum()
        };
        let (_, gradient) = self.swept(self.point);
        for at in 0..T::Inputs::LEN {
            let x = Self::get(self.point, at);
            let value = |x| combined(&self.parts.evaluate(&self.with(at, x), |x: f64| [x]).0);
            let slope = difference(value, x, step(self.check, x));
            let input = self.parts.input(at);
            let (quantity, derivative) = (Quantity::Derivative { input }, Self::get(&gradient, at));
            self.comparison
                .agree_with_difference(quantity, derivative, slope)?;
        }
        let v = direction::<T::Inputs>();
        for direction in directions::<T::Inputs>() {
            let slope = |t: f64| Self::dot(&self.swept(&self.moved(&direction.v, t)).1, &v);
            let curvature = difference(slope, 0.0, self.check.step);
            let product = Self::dot(&self.hessian_product(self.point, &direction.v), &v);
            let quantity = Quantity::Directional { order: 2 };
            self.comparison
                .agree_with_difference(quantity, product, curvature)?;
        }
        Ok(())
    }

    /// The third derivative along a direction.
    fn third(&mut self) -> Agreement<T, A> {
        let v = direction::<T::Inputs>();
        let weights = self.parts.weights();
        let weight = |i: usize| T::Codomain::flat(&weights)[i].unwrap_or(0.0);
        let line = along::<T::Inputs, f64, Taylor<f64, 3>>(self.point, &v, Taylor::line);
        let derivative = |series: Taylor<f64, 3>| [series.derivative(3)];
        let (thirds, _) = self.parts.evaluate(&line, derivative);
        let thirds = T::Codomain::flat(&thirds).iter().enumerate();
        let third = thirds.map(|(i, [third])| weight(i) * third).sum();
        let curvature = |t: f64| Self::dot(&self.hessian_product(&self.moved(&v, t), &v), &v);
        let difference = difference(curvature, 0.0, self.check.step);
        let quantity = Quantity::Directional { order: 3 };
        self.comparison
            .agree_with_difference(quantity, third, difference)
    }

    fn dot(a: &Of<T::Inputs, f64>, b: &Of<T::Inputs, f64>) -> f64 {
        (0..T::Inputs::LEN)
            .map(|at| Self::get(a, at) * Self::get(b, at))
            .sum()
    }
}
