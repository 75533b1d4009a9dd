//! The patterns of a function, from the function itself.

use super::dependence::{Dependence, input, set};
use super::pattern::{Order, Pattern};
use super::sets::Universe;
use crate::drivers::Differentiable;
use crate::expr::{Closed, Cotangent, Inputs, R, Shape};
use std::vec;
use std::vec::Vec;

/// The pattern of the Jacobian of a function, by one evaluation over [`Dependence`].
pub(super) fn jacobian<F: Differentiable<N, Data = ()>, const N: usize>(function: F) -> Pattern {
    let inputs = F::Inputs::LEN;
    let mut universe = Universe::of(inputs);
    let x: Vec<_> = (0..inputs).map(input).collect();
    let results = function.evaluate(F::Inputs::group(&x));
    let entries = entries(&mut universe, F::Codomain::flat(&results));
    let by_rows = Pattern::from_entries(Order::Rows, (F::Codomain::LEN, inputs), &entries);
    by_rows.reordered().0
}

/// The entries of the Jacobian of a definition in all its inputs, whatever its data.
pub(super) fn local_jacobian<G: Closed>(function: G) -> Vec<(usize, usize)> {
    let mut universe = Universe::of(G::Inputs::LEN);
    let x = G::Inputs::from_fn(&mut input);
    let data = G::Data::from_fn(&mut |_| Dependence::CONSTANT);
    let results = function.evaluate(G::Inputs::refs(&x), G::Data::refs(&data));
    let mut entries = entries(&mut universe, G::Codomain::flat(&results));
    entries.sort_unstable();
    entries
}

/// The pattern of the lower triangle of the Hessian of a definition in all its inputs, whatever its data.
pub(super) fn local_hessian<G: Closed<Codomain = R>>(function: G) -> Pattern {
    let mut universe = Universe::of(G::Inputs::LEN);
    let x = G::Inputs::from_fn(&mut input);
    let data = G::Data::from_fn(&mut |_| Dependence::CONSTANT);
    let seed = Cotangent::of(Dependence::CONSTANT);
    let (_, gradient) = function.sweep(G::Inputs::refs(&x), G::Data::refs(&data), seed);
    let mut slopes = Vec::new();
    G::Inputs::visit(G::Inputs::refs(&gradient), &mut |block: &[Dependence]| {
        slopes.extend_from_slice(block);
    });
    lower_triangle(&mut universe, &slopes)
}

/// The pattern of the lower triangle of the Hessian of a function, by one reverse sweep over [`Dependence`].
pub(super) fn hessian<F: Differentiable<N, Data = (), Codomain = R>, const N: usize>(
    function: F,
) -> Pattern {
    let inputs = F::Inputs::LEN;
    let mut universe = Universe::of(inputs);
    let x: Vec<_> = (0..inputs).map(input).collect();
    let mut gradient = vec![Dependence::ZERO; inputs];
    function.sweep_into(
        F::Inputs::group(&x),
        Cotangent::of(Dependence::CONSTANT),
        F::Inputs::group_slots(&mut gradient),
    );
    lower_triangle(&mut universe, &gradient)
}

/// The pattern of the lower triangle of a symmetric matrix, from the inputs on which each number of a gradient depends.
pub(super) fn lower_triangle(universe: &mut Universe, gradient: &[Dependence]) -> Pattern {
    let mut entries = entries(universe, gradient);
    for entry in &mut entries {
        *entry = (entry.0.min(entry.1), entry.0.max(entry.1));
    }
    let size = (gradient.len(), gradient.len());
    Pattern::from_entries(Order::Columns, size, &entries)
}

/// The number of each result, and of an input on which it depends.
pub(super) fn entries(universe: &mut Universe, results: &[Dependence]) -> Vec<(usize, usize)> {
    let mut entries = Vec::new();
    for (row, result) in results.iter().enumerate() {
        if let Some(inputs) = set(*result) {
            universe.each(inputs, |input| entries.push((row, input)));
        }
    }
    entries
}
