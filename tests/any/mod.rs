//! Every operation, chosen by its number while a test runs: one program holds them all.

use monograd::Scalar;
use monograd::rules::{self, StopGradient};
use monograd::scalar::{BinaryRule, Real, Rule, UnaryRule};
use std::cell::Cell;

thread_local! {
    /// Which operation [`Any`] is.
    pub static OPERATION: Cell<usize> = const { Cell::new(0) };
}

/// An operation that is chosen while the program runs; it may not read all of its operands.
#[derive(Debug, Clone, Copy)]
pub struct Any;

macro_rules! any {
    (

        unary [$($unary:expr),* $(,)?] binary [$($binary:expr),* $(,)?] ternary [$($ternary:expr),* $(,)?]
    ) => {
        pub const NAMES: &[&str] = &[
            $(stringify!($unary),)* $(stringify!($binary),)* $(stringify!($ternary)),*
        ];

        impl Rule<3> for Any {
            fn primal<F: Real>(self, x: [F; 3]) -> F {
                let mut operation = OPERATION.get();
                $(if operation == 0 {
                    return UnaryRule::primal($unary, x[0]);
                }
                operation -= 1;)*
                $(if operation == 0 {
                    return BinaryRule::primal($binary, x[0], x[1]);
                }
                operation -= 1;)*
                $(if operation == 0 {
                    return Rule::primal($ternary, x);
                }
                operation -= 1;)*
                unreachable!("{operation} operations too many")
            }
            fn partials<S: Scalar>(self, x: [S; 3], y: S) -> [S; 3] {
                self.chain(S::one(), x, y)
            }
            fn chain<S: Scalar>(self, c: S, x: [S; 3], y: S) -> [S; 3] {
                let mut operation = OPERATION.get();
                let zero = S::zero();
                $(if operation == 0 {
                    return [UnaryRule::chain($unary, c, x[0], y), zero, zero];
                }
                operation -= 1;)*
                $(if operation == 0 {
                    let left = BinaryRule::chain_left($binary, c, x[0], x[1], y);
                    return [left, BinaryRule::chain_right($binary, c, x[0], x[1], y), zero];
                }
                operation -= 1;)*
                $(if operation == 0 {
                    return Rule::chain($ternary, c, x, y);
                }
                operation -= 1;)*
                unreachable!("{operation} operations too many")
            }
        }
    };
}

any! {

    unary [
        rules::Neg, rules::Recip, rules::Square, rules::Powi(3), rules::Powi(-1), rules::Powi(-2),
        rules::Powf(2.5), rules::Powf(0.5), rules::Powf(-1.5), rules::Sqrt, rules::Cbrt,
        rules::Exp, rules::Exp2, rules::ExpM1, rules::Ln, rules::Ln1p, rules::Log2, rules::Log10,
        rules::Sin, rules::Cos, rules::Tan, rules::Asin, rules::Acos, rules::Atan, rules::Sinh,
        rules::Cosh, rules::Tanh, rules::Asinh, rules::Acosh, rules::Atanh, rules::Sigmoid,
        rules::LogSigmoid, rules::Softplus, rules::Relu, rules::LeakyRelu(0.01), rules::Elu(1.0),
        rules::Silu, rules::Gelu, rules::Erf, rules::Erfc, rules::NormalCdf, rules::NormalPdf,
        rules::Abs, rules::Signum, rules::Floor, rules::Ceil, rules::Round, rules::Trunc,
        rules::Fract, StopGradient,
    ]
    binary [
        rules::Add, rules::Sub, rules::Mul, rules::Div, rules::Pow, rules::Log, rules::Rem,
        rules::RemEuclid, rules::Copysign, rules::LnAddExp, rules::Min, rules::Max, rules::Atan2,
        rules::Hypot,
    ]
    ternary [rules::MulAdd, rules::Clamp]
}
