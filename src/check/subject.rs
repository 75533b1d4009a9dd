//! What can be checked: every kind of function, as a sum of parts.

use super::modes::Precision;
use crate::drivers::{Function, HasInputs, NoData, With};
use crate::expr::{AnyFunction, Blocks, Closed, Cotangent, Inputs, R, Shape, Slots};
use crate::rows::{Over, Penalty};
use crate::scalar::{Plain, Scalar};

pub(super) use crate::drivers::{Of, Results};

/// The reverse sweeps, which `func!` writes out one by one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sweep {
    /// Evaluated and pulled back at once.
    AtOnce,
    /// Evaluated, and the pullback called then.
    Pullback,
}

/// Of how many rows a sum is, and of what else.
#[derive(Debug, Clone, Copy)]
pub struct Rows {
    /// How many there are.
    pub len: usize,
    /// Whether it is their mean.
    pub is_mean: bool,
}

/// One of the parts, which are evaluated one by one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum At {
    /// The function: the only part.
    Whole,
    /// The row that is summed as this number.
    Row(usize),
    /// What is added to the rows.
    Penalty,
}

impl Rows {
    /// How much a part adds, per its value.
    pub(super) fn weight(self, at: At) -> f64 {
        match at {
            At::Row(_) if self.is_mean => 1.0 / self.len as f64,
            _ => 1.0,
        }
    }
}

/// What a driver of a sum gave: by which mode, and the value and the gradient.
#[derive(Debug, Clone, Copy)]
pub struct Driven<F, G> {
    /// The mode.
    pub mode: &'static str,
    /// Whether it must be what the last one gave to the last bit.
    pub exactly: bool,
    /// The value.
    pub value: F,
    /// The gradient.
    pub gradient: G,
}

/// What can be checked.
///
/// | | |
/// |---|---|
/// | a function of reals or with shapes, with one result or several | `f` |
/// | a function with its data | `f.with(&data)` |
/// | a sum over rows, or its mean, with or without a penalty | `f.over(&rows).mean().plus(penalty)` |
/// | the same with weights | `f.over(&rows).weights(&w)?` |
/// | any of these sums on all cores | `f.over(&rows).in_parallel()` |
///
/// The point is an array, if all inputs are reals, or else a tuple: what the function's `value` takes. `A` is found by
/// the compiler. The trait cannot be implemented elsewhere.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be checked",
    note = "what can be: a function of `func!`, `f.with(&data)`, `f.over(&rows)` and `f.over(&rows).in_parallel()`"
)]
pub trait Subject<const A: usize> {
    /// The shapes of its inputs.
    type Inputs: Inputs;
    /// The shape of its result.
    type Codomain: Shape;
    /// The shapes of its data.
    #[doc(hidden)]
    type Data: Inputs;

    /// The names of the inputs, and then of the data.
    #[doc(hidden)]
    const NAMES: &'static [&'static str];

    /// Of how many rows it is the sum.
    #[doc(hidden)]
    fn rows(&self) -> Option<Rows> {
        None
    }

    /// The number in the data set of the row that is summed as number `position`.
    #[doc(hidden)]
    fn number(&self, position: usize) -> usize {
        position
    }

    /// The value of a part; `datum` makes a scalar of the datum of a number.
    #[doc(hidden)]
    fn value<S: Scalar>(
        &self,
        at: At,
        x: Blocks<'_, Self::Inputs, S>,
        datum: &impl Fn(usize, f64) -> S,
    ) -> Results<Self::Codomain, S>;

    /// The value of a part, with the cotangents of its results pulled back; that of a sum's one result is 1.
    #[doc(hidden)]
    fn pull<S: Scalar>(
        &self,
        at: At,
        x: Blocks<'_, Self::Inputs, S>,
        datum: &impl Fn(usize, f64) -> S,
        sweep: Sweep,
        seeds: Results<Self::Codomain, Cotangent<S>>,
        slots: Slots<'_, Self::Inputs, S>,
    ) -> Results<Self::Codomain, S>;

    /// What its own drivers give, where they do more than evaluate it.
    #[doc(hidden)]
    fn drive<F: Precision>(
        &self,
        _x: Blocks<'_, Self::Inputs, F>,
        _take: &mut impl FnMut(Driven<F, Of<Self::Inputs, F>>),
    ) {
    }
}

/// As [`Subject::pull`].
fn pull<G: Closed, S: Scalar>(
    function: G,
    x: Blocks<'_, G::Inputs, S>,
    data: Blocks<'_, G::Data, S>,
    sweep: Sweep,
    seeds: Results<G::Codomain, Cotangent<S>>,
    slots: Slots<'_, G::Inputs, S>,
) -> Results<G::Codomain, S> {
    let unwanted = G::Data::unwanted();
    match sweep {
        Sweep::AtOnce => function.accumulate(x, data, seeds, slots, unwanted),
        Sweep::Pullback => {
            let (value, pullback) = function.pullback(x, data);
            pullback(seeds, x, data, slots, unwanted);
            value
        }
    }
}

/// Data as other scalars.
fn data_as<D: Inputs, T: Plain, S: Scalar>(
    data: Blocks<'_, D, T>,
    datum: &impl Fn(usize, f64) -> S,
) -> Of<D, S> {
    D::from_fn(&mut |at| datum(at, D::get(data, at).to_f64()))
}

impl<T: AnyFunction<A>, const A: usize> Subject<A> for T
where
    <T::Definition as Closed>::Data: NoData,
{
    type Inputs = <T::Definition as Closed>::Inputs;
    type Codomain = <T::Definition as Closed>::Codomain;
    type Data = <T::Definition as Closed>::Data;

    const NAMES: &'static [&'static str] = T::Definition::NAMES;

    fn value<S: Scalar>(
        &self,
        _: At,
        x: Blocks<'_, Self::Inputs, S>,
        _: &impl Fn(usize, f64) -> S,
    ) -> Results<Self::Codomain, S> {
        let data = <T::Definition as Closed>::Data::group(&[]);
        self.definition().evaluate(x, data)
    }
    fn pull<S: Scalar>(
        &self,
        _: At,
        x: Blocks<'_, Self::Inputs, S>,
        _: &impl Fn(usize, f64) -> S,
        sweep: Sweep,
        seeds: Results<Self::Codomain, Cotangent<S>>,
        slots: Slots<'_, Self::Inputs, S>,
    ) -> Results<Self::Codomain, S> {
        let data = <T::Definition as Closed>::Data::group(&[]);
        pull::<T::Definition, S>(self.definition(), x, data, sweep, seeds, slots)
    }
}

impl<G: Closed, T: Plain + Scalar, const N: usize> Subject<N> for With<'_, G, T>
where
    G::Inputs: HasInputs<N>,
{
    type Inputs = G::Inputs;
    type Codomain = G::Codomain;
    type Data = G::Data;

    const NAMES: &'static [&'static str] = G::NAMES;

    fn value<S: Scalar>(
        &self,
        _: At,
        x: Blocks<'_, Self::Inputs, S>,
        datum: &impl Fn(usize, f64) -> S,
    ) -> Results<Self::Codomain, S> {
        let data = data_as::<G::Data, T, S>(self.data(), datum);
        self.function().evaluate(x, G::Data::refs(&data))
    }
    fn pull<S: Scalar>(
        &self,
        _: At,
        x: Blocks<'_, Self::Inputs, S>,
        datum: &impl Fn(usize, f64) -> S,
        sweep: Sweep,
        seeds: Results<Self::Codomain, Cotangent<S>>,
        slots: Slots<'_, Self::Inputs, S>,
    ) -> Results<Self::Codomain, S> {
        let data = data_as::<G::Data, T, S>(self.data(), datum);
        pull::<G, S>(
            self.function(),
            x,
            G::Data::refs(&data),
            sweep,
            seeds,
            slots,
        )
    }
}

impl<G, T, P, const N: usize> Subject<N> for Over<'_, G, T, P>
where
    G::Inputs: HasInputs<N>,
    G: Closed<Codomain = R>,
    T: Plain + Scalar,
    P: Penalty<G::Inputs>,
{
    type Inputs = G::Inputs;
    type Codomain = R;
    type Data = G::Data;

    const NAMES: &'static [&'static str] = G::NAMES;

    fn rows(&self) -> Option<Rows> {
        Some(Rows {
            len: self.len(),
            is_mean: self.is_mean(),
        })
    }
    fn number(&self, position: usize) -> usize {
        Over::number(self, position)
    }
    fn value<S: Scalar>(
        &self,
        at: At,
        x: Blocks<'_, Self::Inputs, S>,
        datum: &impl Fn(usize, f64) -> S,
    ) -> S {
        let At::Row(position) = at else {
            return self.penalty().value(x);
        };
        let data = self.with_data(position, |data| data_as::<G::Data, T, S>(data, datum));
        self.function().evaluate(x, G::Data::refs(&data))
    }
    fn pull<S: Scalar>(
        &self,
        at: At,
        x: Blocks<'_, Self::Inputs, S>,
        datum: &impl Fn(usize, f64) -> S,
        sweep: Sweep,
        seed: Cotangent<S>,
        slots: Slots<'_, Self::Inputs, S>,
    ) -> S {
        let At::Row(position) = at else {
            return self.penalty().accumulate(x, seed, slots);
        };
        let data = self.with_data(position, |data| data_as::<G::Data, T, S>(data, datum));
        pull::<G, S>(self.function(), x, G::Data::refs(&data), sweep, seed, slots)
    }
    fn drive<F: Precision>(
        &self,
        x: Blocks<'_, Self::Inputs, F>,
        take: &mut impl FnMut(Driven<F, Of<Self::Inputs, F>>),
    ) {
        drive_over::<_, _, F, N>(*self, x, take);
    }
}

/// What the drivers of a sum give.
fn drive_over<O, I, F, const N: usize>(
    over: O,
    x: Blocks<'_, I, F>,
    take: &mut impl FnMut(Driven<F, Of<I, F>>),
) where
    O: Function<N, R, I>,
    I: Inputs,
    F: Precision,
{
    let x = I::map(x, |x| x);
    let mut driven = |mode, value: F, gradient: Of<I, F>| {
        take(Driven {
            mode,
            exactly: false,
            value,
            gradient,
        });
    };
    let (value, gradient) = over.value_and_gradient(&x);
    driven("the sum over rows", value, gradient);
    driven("the value of the sum over rows", over.value(&x), gradient);
    #[cfg(feature = "std")]
    {
        let mut point = std::vec::Vec::new();
        I::visit(I::refs(&x), &mut |numbers: &[F]| {
            point.extend_from_slice(numbers);
        });
        let mut gradient = std::vec![F::zero(); I::LEN];
        let value = over.value_and_gradient_into(&point, &mut gradient);
        let value = value.expect("slices of its length");
        let gradient = I::from_fn(&mut |at| gradient[at]);
        driven("the sum over rows in place", value, gradient);
    }
}

#[cfg(feature = "rayon")]
impl<'r, G, T, P, const N: usize> Subject<N> for crate::rows::Parallel<'r, G, T, P>
where
    G::Inputs: HasInputs<N>,
    G: Closed<Codomain = R> + Sync,
    T: Plain + Scalar + Send + Sync,
    P: Penalty<G::Inputs> + Sync,
    crate::rows::Source<'r, G::Data, T>: Sync,
    Of<G::Inputs, T>: Send,
{
    type Inputs = G::Inputs;
    type Codomain = R;
    type Data = G::Data;

    const NAMES: &'static [&'static str] = G::NAMES;

    fn rows(&self) -> Option<Rows> {
        self.on_one_core().rows()
    }
    fn number(&self, position: usize) -> usize {
        self.on_one_core().number(position)
    }
    fn value<S: Scalar>(
        &self,
        at: At,
        x: Blocks<'_, Self::Inputs, S>,
        datum: &impl Fn(usize, f64) -> S,
    ) -> S {
        Subject::value(self.on_one_core(), at, x, datum)
    }
    fn pull<S: Scalar>(
        &self,
        at: At,
        x: Blocks<'_, Self::Inputs, S>,
        datum: &impl Fn(usize, f64) -> S,
        sweep: Sweep,
        seed: Cotangent<S>,
        slots: Slots<'_, Self::Inputs, S>,
    ) -> S {
        self.on_one_core().pull(at, x, datum, sweep, seed, slots)
    }
    fn drive<F: Precision>(
        &self,
        x: Blocks<'_, Self::Inputs, F>,
        take: &mut impl FnMut(Driven<F, Of<Self::Inputs, F>>),
    ) {
        self.on_one_core().drive(x, take);
        // To the last bit what came last.
        let x = G::Inputs::map(x, |x| x);
        let (value, gradient) = Function::<N, R, G::Inputs>::value_and_gradient(*self, &x);
        take(Driven {
            mode: "the sum over rows on all cores",
            exactly: true,
            value,
            gradient,
        });
    }
}
