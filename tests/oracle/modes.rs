//! Programs as what can be asked of them, with inputs, data and results as flat lists of numbers.

use crate::plain::Near;
use monograd::__private::{AnyFunction, Closed, HasInputs};
use monograd::expr::{Inputs, R, Shape};
use monograd::prelude::*;

/// A program, and the modes that are tried with it beside value and gradient, since all of them for all
/// programs take long to compile.
pub struct Case {
    pub name: &'static str,
    /// The name its numbers are stored under: of two forms of one program that of the first.
    pub stored_as: &'static str,
    /// The values, by loops.
    pub by_loops: fn(&[f64], &[f64], &Near) -> Vec<f64>,
    pub program: &'static (dyn Program + Sync),
    pub modes: &'static [Mode],
}

/// Value and derivatives: of a real program the gradient, of another the Jacobian row by row.
pub trait Program {
    fn sizes(&self) -> Sizes;
    fn value(&self, x: &[f64], data: &[f64]) -> Vec<f64>;
    fn value_and_derivatives(&self, x: &[f64], data: &[f64]) -> (Vec<f64>, Vec<f64>);
}

/// How many reals there are.
pub struct Sizes {
    pub inputs: usize,
    pub data: usize,
    pub results: usize,
}

/// A sum over rows, and its gradient.
pub type Summed = fn(&[f64], &[Vec<f64>]) -> (f64, Vec<f64>);

/// The other modes.
pub enum Mode {
    Product(&'static (dyn Product + Sync)),
    Sides(&'static (dyn Sides + Sync)),
    Single(&'static (dyn Single + Sync)),
    Series(&'static (dyn Series + Sync)),
    #[cfg(feature = "std")]
    OnTape(&'static (dyn OnATape + Sync)),
    /// The sum over rows, and its gradient.
    Rows(Summed),
    #[cfg(feature = "rayon")]
    InParallel(Summed),
}

/// The Hessian–vector product.
pub trait Product {
    fn product(&self, x: &[f64], data: &[f64], v: &[f64]) -> Vec<f64>;
}

/// The Jacobian from both sides: values with derivatives along `v`, and with the cotangents `u` pulled back.
pub trait Sides {
    fn jvp(&self, x: &[f64], data: &[f64], v: &[f64]) -> (Vec<f64>, Vec<f64>);
    fn vjp(&self, x: &[f64], data: &[f64], u: &[f64]) -> (Vec<f64>, Vec<f64>);
}

/// Value and gradient in single precision.
pub trait Single {
    fn value_and_gradient(&self, x: &[f32], data: &[f32]) -> (f32, Vec<f32>);
}

/// The derivatives of order 0 to 3 along `v`.
pub trait Series {
    fn series(&self, x: &[f64], data: &[f64], v: &[f64]) -> [f64; 4];
}

/// Value and gradient by a tape, as one node and operation by operation.
#[cfg(feature = "std")]
pub trait OnATape {
    fn as_one_node(&self, x: &[f64], data: &[f64]) -> (f64, Vec<f64>);
    fn by_operations(&self, x: &[f64], data: &[f64]) -> (f64, Vec<f64>);
}

pub struct Real<F, const A: usize, const N: usize>(pub F);
pub struct Vector<F, const A: usize, const N: usize>(pub F);
pub struct Matrix<F, const A: usize, const N: usize>(pub F);

type Definition<F, const A: usize> = <F as AnyFunction<A>>::Definition;
type InputsOf<F, const A: usize> = <Definition<F, A> as Closed>::Inputs;
type DataOf<F, const A: usize> = <Definition<F, A> as Closed>::Data;
type Codomain<F, const A: usize> = <Definition<F, A> as Closed>::Codomain;

/// Numbers as the inputs of a function.
fn grouped<I: Inputs, S: Copy>(numbers: &[S]) -> I::Of<S> {
    assert_eq!(numbers.len(), I::LEN);
    I::from_fn(&mut |at| numbers[at])
}

/// The inputs of a function as numbers.
fn flat<I: Inputs, S: Copy>(inputs: &I::Of<S>) -> Vec<S> {
    let mut numbers = Vec::with_capacity(I::LEN);
    I::visit(I::refs(inputs), &mut |block: &[S]| {
        numbers.extend_from_slice(block);
    });
    numbers
}

/// Lists of numbers as the rows of a data set of `f`.
pub fn rows<F: AnyFunction<A>, const A: usize>(
    _: F,
    rows: &[Vec<f64>],
) -> Vec<<DataOf<F, A> as Inputs>::Of<f64>> {
    rows.iter()
        .map(|row| grouped::<DataOf<F, A>, f64>(row))
        .collect()
}

macro_rules! sizes_and_value {
    () => {
        fn sizes(&self) -> Sizes {
            Sizes {
                inputs: <InputsOf<F, A>>::LEN,
                data: <DataOf<F, A>>::LEN,
                results: <Codomain<F, A> as Shape>::LEN,
            }
        }
        fn value(&self, x: &[f64], data: &[f64]) -> Vec<f64> {
            let data = grouped::<DataOf<F, A>, f64>(data);
            let value = self.0.with(&data).value(&grouped::<InputsOf<F, A>, f64>(x));
            <Codomain<F, A> as Shape>::flat(&value).to_vec()
        }
    };
}

impl<F: AnyFunction<A>, const A: usize, const N: usize> Program for Real<F, A, N>
where
    InputsOf<F, A>: HasInputs<N>,
    Definition<F, A>: Closed<Codomain = R>,
{
    sizes_and_value!();

    fn value_and_derivatives(&self, x: &[f64], data: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let data = grouped::<DataOf<F, A>, f64>(data);
        let mut gradient = vec![f64::NAN; x.len()];
        let value = (self.0.with(&data)).value_and_gradient_into(x, &mut gradient);
        (vec![value.expect("as many numbers")], gradient)
    }
}

impl<F: AnyFunction<A>, const A: usize, const N: usize, const M: usize> Program for Vector<F, A, N>
where
    InputsOf<F, A>: HasInputs<N>,
    Definition<F, A>: Closed<Codomain = [R; M]>,
{
    sizes_and_value!();

    fn value_and_derivatives(&self, x: &[f64], data: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let data = grouped::<DataOf<F, A>, f64>(data);
        let x = grouped::<InputsOf<F, A>, f64>(x);
        let (value, jacobian) = self.0.with(&data).value_and_jacobian(&x);
        let rows = jacobian.iter().map(flat::<InputsOf<F, A>, f64>);
        (value.to_vec(), rows.flatten().collect())
    }
}

/// There is no Jacobian of a matrix: its rows one by one.
impl<F: AnyFunction<A>, const A: usize, const N: usize> Program for Matrix<F, A, N>
where
    InputsOf<F, A>: HasInputs<N>,
{
    sizes_and_value!();

    fn value_and_derivatives(&self, x: &[f64], data: &[f64]) -> (Vec<f64>, Vec<f64>) {
        let data = grouped::<DataOf<F, A>, f64>(data);
        let x = grouped::<InputsOf<F, A>, f64>(x);
        let mut rows = (Vec::new(), Vec::new());
        for row in 0..<Codomain<F, A> as Shape>::LEN {
            let unit = |at| if at == row { 1.0 } else { 0.0 };
            let u = <Codomain<F, A> as Shape>::from_fn(&mut |at| unit(at));
            let (value, cotangents) = self.0.with(&data).vjp(&x, &u);
            rows.0 = <Codomain<F, A> as Shape>::flat(&value).to_vec();
            rows.1.extend(flat::<InputsOf<F, A>, f64>(&cotangents));
        }
        rows
    }
}

impl<F: AnyFunction<A>, const A: usize, const N: usize> Product for Real<F, A, N>
where
    InputsOf<F, A>: HasInputs<N>,
    Definition<F, A>: Closed<Codomain = R>,
{
    fn product(&self, x: &[f64], data: &[f64], v: &[f64]) -> Vec<f64> {
        let data = grouped::<DataOf<F, A>, f64>(data);
        let [x, v] = [x, v].map(grouped::<InputsOf<F, A>, f64>);
        flat::<InputsOf<F, A>, f64>(&self.0.with(&data).hvp(&x, &v))
    }
}

macro_rules! sides {
    ($($Kind:ident)*) => {
        $(impl<F: AnyFunction<A>, const A: usize, const N: usize> Sides for $Kind<F, A, N>
        where
            InputsOf<F, A>: HasInputs<N>,
        {
            fn jvp(&self, x: &[f64], data: &[f64], v: &[f64]) -> (Vec<f64>, Vec<f64>) {
                let data = grouped::<DataOf<F, A>, f64>(data);
                let [x, v] = [x, v].map(grouped::<InputsOf<F, A>, f64>);
                let (value, tangent) = self.0.with(&data).jvp(&x, &v);
                let numbers = |of| <Codomain<F, A> as Shape>::flat(of).to_vec();
                (numbers(&value), numbers(&tangent))
            }
            fn vjp(&self, x: &[f64], data: &[f64], u: &[f64]) -> (Vec<f64>, Vec<f64>) {
                let data = grouped::<DataOf<F, A>, f64>(data);
                let u = <Codomain<F, A> as Shape>::from_fn(&mut |at| u[at]);
                let (value, cotangents) = self.0.with(&data).vjp(&grouped::<InputsOf<F, A>, f64>(x), &u);
                let value = <Codomain<F, A> as Shape>::flat(&value).to_vec();
                (value, flat::<InputsOf<F, A>, f64>(&cotangents))
            }
        })*
    };
}
sides!(Real Vector Matrix);

impl<F: AnyFunction<A>, const A: usize, const N: usize> Single for Real<F, A, N>
where
    InputsOf<F, A>: HasInputs<N>,
    Definition<F, A>: Closed<Codomain = R>,
{
    fn value_and_gradient(&self, x: &[f32], data: &[f32]) -> (f32, Vec<f32>) {
        let data = grouped::<DataOf<F, A>, f32>(data);
        let mut gradient = vec![f32::NAN; x.len()];
        let value = (self.0.with(&data)).value_and_gradient_into(x, &mut gradient);
        (value.expect("as many numbers"), gradient)
    }
}

impl<F: AnyFunction<A>, const A: usize, const N: usize> Series for Real<F, A, N>
where
    InputsOf<F, A>: HasInputs<N>,
    Definition<F, A>: Closed<Codomain = R>,
{
    fn series(&self, x: &[f64], data: &[f64], v: &[f64]) -> [f64; 4] {
        let identity = func!(|x| x);
        let number = |x, v| identity.taylor::<3, f64>(&[x], &[v]);
        let x: Vec<_> = x.iter().zip(v).map(|(&x, &v)| number(x, v)).collect();
        let data = grouped::<DataOf<F, A>, f64>(data);
        let series = (self.0.with(&data)).value(&grouped::<InputsOf<F, A>, Taylor<f64, 3>>(&x));
        [0, 1, 2, 3].map(|order| series.derivative(order))
    }
}

#[cfg(feature = "std")]
impl<F: AnyFunction<A>, const A: usize, const N: usize> OnATape for Real<F, A, N>
where
    InputsOf<F, A>: HasInputs<N>,
    Definition<F, A>: Closed<Codomain = R> + Send,
{
    fn as_one_node(&self, x: &[f64], data: &[f64]) -> (f64, Vec<f64>) {
        let tape = Tape::new();
        let x: Vec<_> = x.iter().map(|&x| tape.value(x)).collect();
        let data = grouped::<DataOf<F, A>, f64>(data);
        let result = (self.0.with(&data)).on(grouped::<InputsOf<F, A>, Value<f64>>(&x));
        result.backward();
        (result.data(), x.iter().map(|x| x.grad()).collect())
    }
    fn by_operations(&self, x: &[f64], data: &[f64]) -> (f64, Vec<f64>) {
        let tape = Tape::new();
        let x: Vec<_> = x.iter().map(|&x| tape.value(x)).collect();
        let data = grouped::<DataOf<F, A>, f64>(data);
        let result = (self.0.with(&data)).value(&grouped::<InputsOf<F, A>, Value<f64>>(&x));
        result.backward();
        (result.data(), x.iter().map(|x| x.grad()).collect())
    }
}

/// The list of a file's programs.
#[macro_export]
macro_rules! programs {
    ($($Kind:ident $name:ident as $stored:ident $(with $($mode:ident)+)?;)*) => {
        pub const CASES: &[$crate::modes::Case] = &[$($crate::modes::Case {
            name: stringify!($name),
            stored_as: stringify!($stored),
            by_loops: by_loops::$stored,
            program: &$crate::modes::$Kind($name),
            modes: &[$($($crate::programs!(@ $mode $Kind $name)),+)?],
        }),*];
    };
    (@ rows $Kind:ident $name:ident) => {
        $crate::modes::Mode::Rows(|x, rows| {
            let rows = $crate::modes::rows($name, rows);
            let mut gradient = vec![f64::NAN; x.len()];
            let value = $name.over(&rows).value_and_gradient_into(x, &mut gradient);
            (value.expect("as many numbers"), gradient)
        })
    };
    (@ parallel $Kind:ident $name:ident) => {
        #[cfg(feature = "rayon")]
        $crate::modes::Mode::InParallel(|x, rows| {
            let rows = $crate::modes::rows($name, rows);
            let mut gradient = vec![f64::NAN; x.len()];
            let parallel = $name.over(&rows).in_parallel();
            let value = parallel.value_and_gradient_into(x, &mut gradient);
            (value.expect("as many numbers"), gradient)
        })
    };
    (@ product $Kind:ident $name:ident) => {
        $crate::modes::Mode::Product(&$crate::modes::$Kind($name))
    };
    (@ sides $Kind:ident $name:ident) => {
        $crate::modes::Mode::Sides(&$crate::modes::$Kind($name))
    };
    (@ single $Kind:ident $name:ident) => {
        $crate::modes::Mode::Single(&$crate::modes::$Kind($name))
    };
    (@ series $Kind:ident $name:ident) => {
        $crate::modes::Mode::Series(&$crate::modes::$Kind($name))
    };
    (@ tape $Kind:ident $name:ident) => {
        #[cfg(feature = "std")]
        $crate::modes::Mode::OnTape(&$crate::modes::$Kind($name))
    };
}
