//! What is refused, with a reason that the compiler prints.
//!
//! A function with several results has methods by the names of those it does not have, bound to a
//! trait that nothing implements, and so has a function with one.

/// That a function has one result: implemented by none that is asked.
#[diagnostic::on_unimplemented(
    message = "`{Self}` has several results, and a gradient is that of one",
    label = "a function with several results",
    note = "ask for its `jacobian`, or for a product with it: `jvp`, `vjp`",
    note = "or define a function with one result: `func! {{ fn one(x, y) {{ {Self}(x, y).component::<0>() }} }}`"
)]
pub trait RealValued {
    /// Cannot be called.
    fn refuse<T>() -> T;
}

/// That a function has several results: implemented by none that is asked.
#[diagnostic::on_unimplemented(
    message = "`{Self}` has one result, and a Jacobian is that of several",
    label = "a function with one result",
    note = "ask for its `gradient`",
    note = "for a Jacobian of one row, end the body with an array: `[x * y]`"
)]
pub trait VectorValued {
    /// Cannot be called.
    fn refuse<T>() -> T;
}

/// That a function has no data.
#[diagnostic::on_unimplemented(
    message = "this function has data, which must be bound before it is asked",
    label = "has data of the shapes `{Self}`",
    note = "bind it, `f.with(&data).gradient(&x)`, or sum over a data set, `f.over(&rows).gradient(&x)`"
)]
pub trait NoData {}

impl NoData for () {}
