//! The crates whose functions are of numbers: forward mode and tapes.

use crate::workloads::Number;
use nalgebra::SVector;
use std::cell::RefCell;

/// The numbers of a crate, whose functions all go by one path.
macro_rules! number {
    ([$($generics:tt)*] $Type:ty, $x:ident: shift($constant:ident) $shift:expr,
        scale($factor:ident) $scale:expr, $($function:ident $value:expr),*) => {
        impl<$($generics)*> Number for $Type {
            #[inline]
            fn shift(self, $constant: f64) -> Self { let $x = self; $shift }
            #[inline]
            fn scale(self, $factor: f64) -> Self { let $x = self; $scale }
            $(#[inline]
            fn $function(self) -> Self { let $x = self; $value })*
        }
    };
}

pub type NumDual<const N: usize> = num_dual::DualSVec64<N>;
number!([const N: usize] NumDual<N>, x: shift(c) x + c, scale(k) x * k,
    exp num_dual::DualNum::exp(&x),
    ln num_dual::DualNum::ln(&x),
    tanh num_dual::DualNum::tanh(&x),
    sqrt num_dual::DualNum::sqrt(&x),
    sin num_dual::DualNum::sin(&x),
    cos num_dual::DualNum::cos(&x),
    recip num_dual::DualNum::recip(&x),
    relu if x.re > 0.0 { x } else { x * 0.0 });

#[inline(always)]
pub fn num_dual<const N: usize>(
    f: impl Fn(&[NumDual<N>]) -> NumDual<N>,
    x: &[f64; N],
) -> SVector<f64, N> {
    let of_vector = |v: SVector<NumDual<N>, N>| f(v.as_slice());
    num_dual::gradient(of_vector, &SVector::from(*x)).1
}

pub type Hyper<const M: usize> = hyperdual::Hyperdual<f64, M>;
number!([const M: usize] Hyper<M>, x: shift(c) x + c, scale(k) x * k,
    exp num_traits::Float::exp(x),
    ln num_traits::Float::ln(x),
    tanh num_traits::Float::tanh(x),
    sqrt num_traits::Float::sqrt(x),
    sin num_traits::Float::sin(x),
    cos num_traits::Float::cos(x),
    recip num_traits::Float::recip(x),
    relu if x.real() > 0.0 { x } else { x * 0.0 });

/// M is one more than the number of inputs; the derivatives are those of the value.
#[inline(always)]
pub fn hyperdual<const N: usize, const M: usize>(
    f: impl Fn(&[Hyper<M>]) -> Hyper<M>,
    x: &[f64; N],
) -> Hyper<M> {
    f(&hyperdual_inputs(x))
}

#[inline(always)]
fn hyperdual_inputs<const N: usize, const M: usize>(x: &[f64; N]) -> [Hyper<M>; N] {
    std::array::from_fn(|i| {
        Hyper::from_fn(|place| match place {
            0 => x[i],
            place if place == i + 1 => 1.0,
            _ => 0.0,
        })
    })
}

pub type Echidna = echidna::Reverse<f64>;
number!([] Echidna, x: shift(c) x + c, scale(k) x * k,
    exp num_traits::Float::exp(x),
    ln num_traits::Float::ln(x),
    tanh num_traits::Float::tanh(x),
    sqrt num_traits::Float::sqrt(x),
    sin num_traits::Float::sin(x),
    cos num_traits::Float::cos(x),
    recip num_traits::Float::recip(x),
    relu if num_traits::ToPrimitive::to_f64(&x) > Some(0.0) { x } else { x * 0.0 });

pub fn echidna(f: impl Fn(&[Echidna]) -> Echidna, x: &[f64]) -> Vec<f64> {
    echidna::grad(|inputs: &[Echidna]| f(inputs), x)
}

pub type AdTrait = ad_trait::reverse_ad::adr::adr;
number!([] AdTrait, x: shift(c) x + ad_trait::F64(c), scale(k) x * ad_trait::F64(k),
    exp simba::scalar::ComplexField::exp(x),
    ln simba::scalar::ComplexField::ln(x),
    tanh simba::scalar::ComplexField::tanh(x),
    sqrt simba::scalar::ComplexField::sqrt(x),
    sin simba::scalar::ComplexField::sin(x),
    cos simba::scalar::ComplexField::cos(x),
    recip simba::scalar::ComplexField::recip(x),
    relu if x.value() > 0.0 { x } else { x * ad_trait::F64(0.0) });

pub fn ad_trait(f: impl Fn(&[AdTrait]) -> AdTrait, x: &[f64]) -> Vec<f64> {
    let inputs = ad_trait_inputs(x);
    let output = f(&inputs).get_backwards_mode_grad();
    inputs.iter().map(|input| output.wrt(input)).collect()
}

fn ad_trait_inputs(x: &[f64]) -> Vec<AdTrait> {
    let numbers = x.iter().enumerate();
    numbers
        .map(|(i, &x)| AdTrait::new_variable(x, i == 0))
        .collect()
}

pub type Reverse<'t> = reverse::Var<'t>;
number!(['t] Reverse<'t>, x: shift(c) x + c, scale(k) x * k,
    exp reverse::Var::exp(&x),
    ln reverse::Var::ln(&x),
    tanh reverse::Var::tanh(&x),
    sqrt reverse::Var::sqrt(&x),
    sin reverse::Var::sin(&x),
    cos reverse::Var::cos(&x),
    recip reverse::Var::recip(&x),
    relu if x.val() > 0.0 { x } else { x * 0.0 });

thread_local! {
    /// Kept, so that its memory is used again.
    static TAPE: RefCell<reverse::Tape> = RefCell::new(reverse::Tape::new());
}

pub fn reverse(f: impl for<'t> Fn(&[Reverse<'t>]) -> Reverse<'t>, x: &[f64]) -> Vec<f64> {
    TAPE.with_borrow(|tape| {
        tape.clear();
        let inputs = tape.add_vars(x);
        use reverse::Gradient;
        f(&inputs).grad().wrt(&inputs)
    })
}

pub type EasyMl<'t> = easy_ml::differentiation::Record<'t, f64>;
number!(['t] EasyMl<'t>, x: shift(c) x + c, scale(k) x * k,
    exp easy_ml::numeric::extra::Exp::exp(x),
    ln easy_ml::numeric::extra::Ln::ln(x),
    tanh { let e = easy_ml::numeric::extra::Exp::exp(x * 2.0); (e - 1.0) / (e + 1.0) },
    sqrt easy_ml::numeric::extra::Sqrt::sqrt(x),
    sin easy_ml::numeric::extra::Sin::sin(x),
    cos easy_ml::numeric::extra::Cos::cos(x),
    recip EasyMl::constant(1.0) / x,
    relu if x.number > 0.0 { x } else { x * 0.0 });

thread_local! {
    /// Kept, so that its memory is used again.
    static LIST: easy_ml::differentiation::WengertList<f64> = easy_ml::differentiation::WengertList::new();
}

pub fn easy_ml(f: impl for<'t> Fn(&[EasyMl<'t>]) -> EasyMl<'t>, x: &[f64]) -> Vec<f64> {
    LIST.with(|list| {
        list.clear();
        let inputs: Vec<_> = x.iter().map(|&x| EasyMl::variable(x, list)).collect();
        let derivatives = f(&inputs).derivatives();
        inputs.iter().map(|input| derivatives.at(input)).collect()
    })
}

pub type Monograd<'t> = monograd::Value<'t, f64>;
number!(['t] Monograd<'t>, x: shift(c) x + c, scale(k) x * k,
    exp x.exp(),
    ln x.ln(),
    tanh x.tanh(),
    sqrt x.sqrt(),
    sin x.sin(),
    cos x.cos(),
    recip x.recip(),
    relu x.relu());

thread_local! {
    /// Kept, so that its memory is used again.
    static MONOGRAD: monograd::Tape<f64> = monograd::Tape::new();
}

pub fn monograd(f: impl for<'t> Fn(&[Monograd<'t>]) -> Monograd<'t>, x: &[f64]) -> Vec<f64> {
    MONOGRAD.with(|tape| {
        tape.scope(|| {
            let inputs: Vec<_> = x.iter().map(|&x| tape.value(x)).collect();
            f(&inputs).backward();
            inputs.iter().map(|input| input.grad()).collect()
        })
    })
}

/// The Jacobians of a function with two results, row after row.
pub mod jacobian {
    use super::*;

    #[inline(always)]
    pub fn num_dual<const N: usize>(
        f: impl Fn(&[NumDual<N>]) -> [NumDual<N>; 2],
        x: &[f64; N],
    ) -> [[f64; N]; 2] {
        let of_vector = |v: SVector<NumDual<N>, N>| SVector::from(f(v.as_slice()));
        let (_, jacobian) = ::num_dual::jacobian(of_vector, &SVector::from(*x));
        std::array::from_fn(|row| std::array::from_fn(|column| jacobian[(row, column)]))
    }

    #[inline(always)]
    pub fn hyperdual<const N: usize, const M: usize>(
        f: impl Fn(&[Hyper<M>]) -> [Hyper<M>; 2],
        x: &[f64; N],
    ) -> [Hyper<M>; 2] {
        f(&hyperdual_inputs(x))
    }

    pub fn echidna(f: impl Fn(&[Echidna]) -> [Echidna; 2], x: &[f64]) -> [Vec<f64>; 2] {
        let row = |weights: [f64; 2]| {
            let (_, row) = ::echidna::vjp(|v: &[Echidna]| f(v).to_vec(), x, &weights);
            row
        };
        [row([1.0, 0.0]), row([0.0, 1.0])]
    }

    pub fn ad_trait(f: impl Fn(&[AdTrait]) -> [AdTrait; 2], x: &[f64]) -> [Vec<f64>; 2] {
        let inputs = ad_trait_inputs(x);
        f(&inputs).map(|output| {
            let output = output.get_backwards_mode_grad();
            inputs.iter().map(|input| output.wrt(input)).collect()
        })
    }

    pub fn reverse(
        f: impl for<'t> Fn(&[Reverse<'t>]) -> [Reverse<'t>; 2],
        x: &[f64],
    ) -> [Vec<f64>; 2] {
        use ::reverse::Gradient;
        TAPE.with_borrow(|tape| {
            tape.clear();
            let inputs = tape.add_vars(x);
            f(&inputs).map(|output| output.grad().wrt(&inputs))
        })
    }
}
