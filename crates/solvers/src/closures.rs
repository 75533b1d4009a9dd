//! The closure that slsqp and nlopt take.

use monograd::Objective;

/// The objective as such a closure.
///
/// # Panics
///
/// Where a point or a gradient has another length than the dimension.
pub(crate) fn closure<O: Objective, U>(
    objective: O,
) -> impl Fn(&[f64], Option<&mut [f64]>, &mut U) -> f64 {
    move |x, gradient, _| {
        let value = match gradient {
            Some(gradient) => objective.value_and_gradient_at(x, gradient),
            None => objective.value_at(x),
        };
        value.unwrap_or_else(|lengths| panic!("an objective in a solver: {lengths}"))
    }
}
