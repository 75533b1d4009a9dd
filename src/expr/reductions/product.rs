//! The product of the elements of an array.

use crate::expr::bodies::binding::evaluate_each;
use crate::expr::{Cotangents, Coverage, Elementwise, Expr, Product, Shape, ShapedFrame, Values};
use crate::scalar::Scalar;

impl<Fr: ShapedFrame, E: Elementwise<Fr>> Expr<Fr> for Product<E> {
    #[cfg_attr(optimized, inline(always))]
    fn value<S: Scalar>(self, values: &Values<'_, Fr, S>, _: usize) -> S {
        (0..E::Shape::LEN).fold(S::one(), |product, at| product * self.0.value(values, at))
    }

    /// The derivative in an element is the product of those before it, times that of those after it: which is exact
    /// where elements are 0. Both are kept, and made side by side, since each product waits for the one before.
    #[cfg_attr(optimized, inline(always))]
    fn vjp<S: Scalar>(
        self,
        values: &Values<'_, Fr, S>,
        _: usize,
    ) -> (
        S,
        impl FnOnce(S, &mut Cotangents<'_, Fr, S>) + Copy + use<Fr, E, S>,
    ) {
        let mut elements = E::Shape::fill(S::one());
        let elements = E::Shape::flat_mut(&mut elements);
        evaluate_each(self.0, values, elements);
        let (mut before, mut after) = (E::Shape::fill(S::one()), E::Shape::fill(S::one()));
        let product = products(
            elements,
            E::Shape::flat_mut(&mut before),
            E::Shape::flat_mut(&mut after),
        );
        (
            product,
            #[cfg_attr(optimized, inline(always))]
            move |cotangent: S, cotangents: &mut Cotangents<'_, Fr, S>| {
                let values = Fr::values(cotangents);
                let (before, after) = (E::Shape::flat(&before), E::Shape::flat(&after));
                self.0.pull_each(
                    values,
                    E::Shape::LEN,
                    Coverage::Every,
                    #[cfg_attr(optimized, inline(always))]
                    |at| cotangent * before[at] * after[at],
                    cotangents,
                );
            },
        )
    }
    #[cfg_attr(optimized, inline(always))]
    fn reach<S: Scalar>(self, _: &mut Cotangents<'_, Fr, S>, _: Coverage) {}
}

/// The product of all elements; writes those of the elements before each and after each.
#[cfg_attr(optimized, inline(always))]
fn products<S: Scalar>(elements: &[S], before: &mut [S], after: &mut [S]) -> S {
    let (before, after) = (&mut before[..elements.len()], &mut after[..elements.len()]);
    let (mut of_before, mut of_after) = (S::one(), S::one());
    for at in 0..elements.len() {
        before[at] = of_before;
        of_before = of_before * elements[at];
        let back = elements.len() - 1 - at;
        after[back] = of_after;
        of_after = of_after * elements[back];
    }
    of_before
}
