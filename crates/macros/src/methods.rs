//! What is known here of the library's methods, by their names.
//!
//! It saves the compiler's time. Of a method that is not listed the library is asked, by the type of what it gives,
//! whether it is computed from whole arrays.

use syn::{Expr, ExprMethodCall, Ident};

/// What a method makes.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Method {
    /// A real of an array.
    Reduction,
    /// An array, as a whole.
    Whole,
    /// What else only arrays have.
    OfArrays,
    /// Element by element, at so much more than the arithmetic around it that in a loop its value is kept for the way
    /// back.
    Costly,
    /// Element by element.
    Elementwise,
}

/// The methods.
const METHODS: &[(&str, Method)] = &[
    ("sum", Method::Reduction),
    ("mean", Method::Reduction),
    ("product", Method::Reduction),
    ("norm", Method::Reduction),
    ("norm_squared", Method::Reduction),
    ("minimum", Method::Reduction),
    ("maximum", Method::Reduction),
    ("log_sum_exp", Method::Reduction),
    ("det", Method::Reduction),
    ("ln_det", Method::Reduction),
    ("trace", Method::Reduction),
    ("softmax", Method::Whole),
    ("log_softmax", Method::Whole),
    ("cumulative_sum", Method::Whole),
    ("solve", Method::Whole),
    ("solve_lower", Method::Whole),
    ("solve_lower_transposed", Method::Whole),
    ("solve_upper", Method::Whole),
    ("inverse", Method::Whole),
    ("cholesky", Method::Whole),
    ("eigenvalues", Method::Whole),
    ("eigenvectors", Method::Whole),
    ("dot", Method::OfArrays),
    ("at", Method::OfArrays),
    ("window", Method::OfArrays),
    ("column", Method::OfArrays),
    ("transpose", Method::OfArrays),
    ("diagonal", Method::OfArrays),
    ("tile", Method::OfArrays),
    ("repeat", Method::OfArrays),
    ("rows", Method::OfArrays),
    ("columns", Method::OfArrays),
    ("outer", Method::OfArrays),
    ("concat", Method::OfArrays),
    ("checkpointed", Method::OfArrays),
    ("sin", Method::Costly),
    ("cos", Method::Costly),
    ("tan", Method::Costly),
    ("asin", Method::Costly),
    ("acos", Method::Costly),
    ("atan", Method::Costly),
    ("sinh", Method::Costly),
    ("cosh", Method::Costly),
    ("tanh", Method::Costly),
    ("asinh", Method::Costly),
    ("acosh", Method::Costly),
    ("atanh", Method::Costly),
    ("exp", Method::Costly),
    ("exp2", Method::Costly),
    ("exp_m1", Method::Costly),
    ("ln", Method::Costly),
    ("log2", Method::Costly),
    ("log10", Method::Costly),
    ("ln_1p", Method::Costly),
    ("sqrt", Method::Costly),
    ("cbrt", Method::Costly),
    ("sigmoid", Method::Costly),
    ("softplus", Method::Costly),
    ("log_sigmoid", Method::Costly),
    ("erf", Method::Costly),
    ("erfc", Method::Costly),
    ("gelu", Method::Costly),
    ("silu", Method::Costly),
    ("normal_cdf", Method::Costly),
    ("normal_pdf", Method::Costly),
    ("pow", Method::Costly),
    ("hypot", Method::Costly),
    ("neg", Method::Elementwise),
    ("recip", Method::Elementwise),
    ("square", Method::Elementwise),
    ("powi", Method::Elementwise),
    ("powf", Method::Elementwise),
    ("relu", Method::Elementwise),
    ("leaky_relu", Method::Elementwise),
    ("elu", Method::Elementwise),
    ("abs", Method::Elementwise),
    ("signum", Method::Elementwise),
    ("floor", Method::Elementwise),
    ("ceil", Method::Elementwise),
    ("round", Method::Elementwise),
    ("trunc", Method::Elementwise),
    ("fract", Method::Elementwise),
    ("sin_cos", Method::Elementwise),
    ("stop_gradient", Method::Elementwise),
    ("apply", Method::Elementwise),
    ("apply_with", Method::Elementwise),
    ("component", Method::Elementwise),
    ("less_than", Method::Elementwise),
    ("at_most", Method::Elementwise),
    ("greater_than", Method::Elementwise),
    ("at_least", Method::Elementwise),
    ("equals", Method::Elementwise),
    ("and", Method::Elementwise),
    ("or", Method::Elementwise),
    ("not", Method::Elementwise),
    ("add", Method::Elementwise),
    ("sub", Method::Elementwise),
    ("mul", Method::Elementwise),
    ("div", Method::Elementwise),
    ("log", Method::Elementwise),
    ("rem", Method::Elementwise),
    ("rem_euclid", Method::Elementwise),
    ("copysign", Method::Elementwise),
    ("ln_add_exp", Method::Elementwise),
    ("min", Method::Elementwise),
    ("max", Method::Elementwise),
    ("atan2", Method::Elementwise),
    ("mul_add", Method::Elementwise),
    ("clamp", Method::Elementwise),
];

/// Methods whose argument is a number of Rust and no expression, and the method that takes one.
pub(crate) const WITH_NUMBER: [(&str, Option<&str>); 4] = [
    ("powi", Some("pow")),
    ("powf", Some("pow")),
    ("leaky_relu", None),
    ("elu", None),
];

/// The check of the last argument of a method that takes a rule there.
pub(crate) fn takes_rule(method: &str, arguments: usize) -> Option<&'static str> {
    match (method, arguments) {
        ("apply", 1) => Some("rule_of_one_number"),
        ("apply_with", 2) => Some("rule_of_two_numbers"),
        _ => None,
    }
}

/// What a method makes, if it is known.
pub(crate) fn kind(name: &str) -> Option<Method> {
    let found = METHODS.iter().find(|(method, _)| *method == name)?;
    Some(found.1)
}

/// What a call makes, if its method is known: a reduction of all rows or columns makes an array.
pub(crate) fn kind_of(call: &ExprMethodCall) -> Option<Method> {
    match kind(&call.method.to_string())? {
        Method::Reduction if lines(&call.receiver).is_some() => Some(Method::Whole),
        kind => Some(kind),
    }
}

/// The call, if it is one of the rows or the columns of a matrix.
pub(crate) fn lines(expression: &Expr) -> Option<&ExprMethodCall> {
    match expression {
        Expr::Paren(paren) => lines(&paren.expr),
        Expr::MethodCall(call) if is_of_lines(&call.method) => Some(call),
        _ => None,
    }
}

/// Whether a method gives the rows or the columns of a matrix.
pub(crate) fn is_of_lines(method: &Ident) -> bool {
    method == "rows" || method == "columns"
}

/// Whether a method is one that rows and columns have.
pub(crate) fn is_for_lines(method: &Ident) -> bool {
    let of_one = ["det", "ln_det", "trace", "norm_squared"];
    match kind(&method.to_string()) {
        Some(Method::Reduction) => !of_one.iter().any(|name| method == name),
        _ => method == "softmax" || method == "log_softmax" || method == "cumulative_sum",
    }
}
