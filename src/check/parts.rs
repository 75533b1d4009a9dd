//! A subject evaluated over any scalar, part by part, and the parts added in `f64`.

use super::subject::{At, Of, Results, Subject, Sweep};
use super::{Input, Quantity};
use crate::expr::{Cotangent, Inputs, Shape};
use crate::scalar::Scalar;

/// A subject, whose data is rounded.
pub(super) struct Parts<'a, T, const A: usize> {
    pub(super) subject: &'a T,
    round: fn(f64) -> f64,
}

/// The results, of each scalar `K` numbers, and the sums of the magnitudes of the parts' results.
type Evaluated<T, const A: usize, const K: usize> = (
    Results<<T as Subject<A>>::Codomain, [f64; K]>,
    Results<<T as Subject<A>>::Codomain, f64>,
);

/// The value and the gradient of each result.
#[cfg(feature = "std")]
type OnTape<T, const A: usize> =
    Results<<T as Subject<A>>::Codomain, (f64, Of<<T as Subject<A>>::Inputs, f64>)>;

/// What a reverse sweep gives, of each scalar `K` numbers.
pub(super) struct Swept<T: Subject<A>, const A: usize, const K: usize> {
    pub(super) value: Results<T::Codomain, [f64; K]>,
    pub(super) gradient: Of<T::Inputs, [f64; K]>,
    /// The sums of the magnitudes of the parts' gradients, of the last of the numbers.
    pub(super) scale: Of<T::Inputs, f64>,
}

impl<'a, T: Subject<A>, const A: usize> Parts<'a, T, A> {
    pub(super) fn new(subject: &'a T, round: fn(f64) -> f64) -> Self {
        Parts { subject, round }
    }

    /// How many parts there are.
    fn count(&self) -> usize {
        self.subject.rows().map_or(1, |rows| rows.len + 1)
    }

    /// A part, and how much it adds per its value.
    fn part(&self, position: usize) -> (At, f64) {
        match self.subject.rows() {
            None => (At::Whole, 1.0),
            Some(rows) if position < rows.len => {
                let at = At::Row(position);
                (at, rows.weight(at))
            }
            Some(_) => (At::Penalty, 1.0),
        }
    }

    /// The results.
    pub(super) fn evaluate<S: Scalar, const K: usize>(
        &self,
        x: &Of<T::Inputs, S>,
        read: fn(S) -> [f64; K],
    ) -> Evaluated<T, A, K> {
        let mut sums = T::Codomain::fill([0.0; K]);
        let mut scales = T::Codomain::fill(0.0);
        let datum = |_: usize, number: f64| S::constant((self.round)(number));
        for position in 0..self.count() {
            let (at, weight) = self.part(position);
            let results = self.subject.value(at, T::Inputs::refs(x), &datum);
            let results = T::Codomain::flat(&results);
            for (i, sum) in T::Codomain::flat_mut(&mut sums).iter_mut().enumerate() {
                add(sum, weight, read(results[i]));
            }
            for (i, scale) in T::Codomain::flat_mut(&mut scales).iter_mut().enumerate() {
                *scale += (weight * read(results[i])[0]).abs();
            }
        }
        (sums, scales)
    }

    /// The results, with cotangents pulled back.
    pub(super) fn sweep<S: Scalar, const K: usize>(
        &self,
        sweep: Sweep,
        x: &Of<T::Inputs, S>,
        seeds: Results<T::Codomain, Option<f64>>,
        read: fn(S) -> [f64; K],
    ) -> Swept<T, A, K> {
        let mut swept = Swept {
            value: T::Codomain::fill([0.0; K]),
            gradient: filled::<T::Inputs, _>([0.0; K]),
            scale: filled::<T::Inputs, _>(0.0),
        };
        let datum = |_: usize, number: f64| S::constant((self.round)(number));
        for position in 0..self.count() {
            let (at, weight) = self.part(position);
            let mut gradient = filled::<T::Inputs, _>(S::zero());
            let seeds = cotangents::<T::Codomain, S>(&seeds);
            let slots = T::Inputs::slots(&mut gradient);
            let x = T::Inputs::refs(x);
            let value = self.subject.pull(at, x, &datum, sweep, seeds, slots);
            let value = T::Codomain::flat(&value);
            for (i, sum) in T::Codomain::flat_mut(&mut swept.value)
                .iter_mut()
                .enumerate()
            {
                add(sum, weight, read(value[i]));
            }
            let part = each::<T::Inputs, _, _>(&gradient, read);
            swept.gradient = sums::<T::Inputs, K>(&swept.gradient, weight, &part);
            swept.scale = magnitudes::<T::Inputs, K>(&swept.scale, weight, &part);
        }
        swept
    }

    /// The value and the gradient of each result, by tapes on which the operations of the parts are recorded.
    #[cfg(feature = "std")]
    pub(super) fn on_tape<F: super::modes::Precision>(&self, x: &Of<T::Inputs, F>) -> OnTape<T, A> {
        use crate::scalar::Field;
        use crate::tape::{Tape, Value};

        let zeros = filled::<T::Inputs, _>(0.0);
        let mut sums = T::Codomain::fill((0.0, zeros));
        for position in 0..self.count() {
            let (at, weight) = self.part(position);
            let tape = Tape::<F>::new();
            let leaves = T::Inputs::map(T::Inputs::refs(x), |x| tape.value(x));
            let datum =
                |_: usize, number: f64| <Value<'_, F> as Field>::constant((self.round)(number));
            let results = self.subject.value(at, T::Inputs::refs(&leaves), &datum);
            for (i, (value, gradient)) in T::Codomain::flat_mut(&mut sums).iter_mut().enumerate() {
                let result = T::Codomain::flat(&results)[i];
                *value += weight * result.data().to_f64();
                // Of a result that no input takes part in there are none.
                let gradients = result.traced_place().map(|_| result.gradients());
                *gradient = T::Inputs::zip(
                    T::Inputs::refs(gradient),
                    T::Inputs::refs(&leaves),
                    |sum, leaf| {
                        let slope = gradients.as_ref().map(|all| all.of(leaf).to_f64());
                        sum + weight * slope.unwrap_or(0.0)
                    },
                );
            }
        }
        sums
    }

    /// The cotangents by which several results are made one number; of one result 1.
    pub(super) fn weights(&self) -> Results<T::Codomain, Option<f64>> {
        T::Codomain::from_fn(&mut |i| match T::Codomain::LEN {
            1 => Some(1.0),
            _ => Some(component(i)),
        })
    }

    /// The number `at` of the inputs.
    pub(super) fn input(&self, at: usize) -> Input {
        Input::of::<T::Inputs>(T::NAMES, at)
    }

    /// What the Hessian times a direction, which may be an input's, is called.
    pub(super) fn second(&self, direction: Option<usize>, at: usize) -> Quantity {
        let input = self.input(at);
        match direction {
            Some(other) => Quantity::Second {
                inputs: [self.input(other), input],
            },
            None => Quantity::HessianProduct { input },
        }
    }
}

/// A direction, and the input along which it points, if it does along one.
pub(super) struct Direction<I: Inputs> {
    pub(super) v: Of<I, f64>,
    pub(super) input: Option<usize>,
}

/// Up to how many inputs every second derivative is checked.
pub(super) const FEW: usize = 64;

/// Those along which the Hessian is checked: along all inputs, or some if there are many.
pub(super) fn directions<I: Inputs>() -> impl Iterator<Item = Direction<I>> {
    let few = I::LEN <= FEW;
    (0..if few { I::LEN } else { 4 }).map(move |i| {
        if few {
            return Direction {
                v: unit::<I>(i),
                input: Some(i),
            };
        }
        // Components that do not follow one another in any order.
        let mixed = |at: usize| (at as u32 * 4 + i as u32 + 1).wrapping_mul(0x9E37_79B9) >> 16;
        Direction {
            v: I::from_fn(&mut |at| f64::from(mixed(at)) / 65_536.0 - 0.5),
            input: None,
        }
    })
}

/// Along the input `at`.
pub(super) fn unit<I: Inputs>(at: usize) -> Of<I, f64> {
    I::from_fn(&mut |i| if i == at { 1.0 } else { 0.0 })
}

/// A direction along no axis, with its components of different size and sign.
pub(super) fn direction<I: Inputs>() -> Of<I, f64> {
    I::from_fn(&mut component)
}

fn component(i: usize) -> f64 {
    [0.6, -0.8, 0.35, 0.45][i % 4] / (1.0 + (i / 4) as f64)
}

/// Scalars of a point and a direction.
pub(super) fn along<I: Inputs, F: Scalar, S: Scalar>(
    x: &Of<I, F>,
    v: &Of<I, f64>,
    scalar: fn(F, F) -> S,
) -> Of<I, S> {
    I::zip(I::refs(x), I::refs(v), |x, v| scalar(x, F::constant(v)))
}

// What follows is generic over the inputs and not over the function, and takes no closure: a program may check a hundred
// functions, for all of which it is compiled once.

/// The point, moved along `v` by `t`.
pub(super) fn moved<I: Inputs>(x: &Of<I, f64>, v: &Of<I, f64>, t: f64) -> Of<I, f64> {
    I::zip(I::refs(x), I::refs(v), |x, v| x + t * v)
}

/// The point, with `to` for the number `at`.
pub(super) fn replaced<I: Inputs>(x: &Of<I, f64>, at: usize, to: f64) -> Of<I, f64> {
    I::from_fn(&mut |i| if i == at { to } else { I::get(I::refs(x), i) })
}

/// One number for all inputs.
pub(super) fn filled<I: Inputs, T: Copy>(number: T) -> Of<I, T> {
    I::from_fn(&mut |_| number)
}

/// The number of each input.
pub(super) fn each<I: Inputs, T: Copy, U: Copy>(list: &Of<I, T>, of: fn(T) -> U) -> Of<I, U> {
    I::map(I::refs(list), of)
}

/// The sums, and a part's numbers, weighted.
fn sums<I: Inputs, const K: usize>(
    sums: &Of<I, [f64; K]>,
    weight: f64,
    part: &Of<I, [f64; K]>,
) -> Of<I, [f64; K]> {
    I::zip(I::refs(sums), I::refs(part), |mut sum, slope| {
        add(&mut sum, weight, slope);
        sum
    })
}

/// The sums of magnitudes, and a part's, of the last of its numbers.
fn magnitudes<I: Inputs, const K: usize>(
    scales: &Of<I, f64>,
    weight: f64,
    part: &Of<I, [f64; K]>,
) -> Of<I, f64> {
    I::zip(I::refs(scales), I::refs(part), |scale, slope| {
        scale + (weight * slope[K - 1]).abs()
    })
}

/// The cotangents of the results.
fn cotangents<C: Shape, S: Scalar>(seeds: &Results<C, Option<f64>>) -> Results<C, Cotangent<S>> {
    C::map(seeds, |seed| match seed {
        Some(seed) => Cotangent::of(S::constant(seed)),
        None => Cotangent::NONE,
    })
}

/// The cotangent 1 of one result.
pub(super) fn seed_of<C: Shape>(result: usize) -> Results<C, Option<f64>> {
    C::from_fn(&mut |i| (i == result).then_some(1.0))
}

fn add<const K: usize>(sum: &mut [f64; K], weight: f64, part: [f64; K]) {
    for (sum, part) in sum.iter_mut().zip(part) {
        *sum += weight * part;
    }
}
