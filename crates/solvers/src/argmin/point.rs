//! Points, in the types with which argmin computes.

use std::borrow::Cow;

/// A point of argmin with numbers `S`: a `Vec`, and by the features `nalgebra` and `ndarray` theirs.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a point of argmin with numbers `{S}`",
    note = "a `Vec<{S}>` is; `DVector` and `SVector` of nalgebra 0.34 are by the feature `nalgebra` of monograd-solvers, \
            `Array1` of ndarray 0.16 by its feature `ndarray`"
)]
pub trait Point<S: Clone>: Sized {
    /// A Hessian in the same library's types.
    type Hessian;
    /// The numbers, one after the other.
    fn numbers(&self) -> Cow<'_, [S]>;

    /// The point of these numbers.
    fn of_numbers(numbers: Vec<S>) -> Self;

    /// The Hessian of these n² numbers, which is symmetric.
    fn hessian(n: usize, numbers: Vec<S>) -> Self::Hessian;
}

/// A point whose type is that of residuals, too, however many there are: not nalgebra's `SVector`.
#[diagnostic::on_unimplemented(
    message = "residuals for argmin cannot be a `{Self}`",
    note = "start at a `Vec<{S}>`; or at a `DVector` of nalgebra 0.34 or an `Array1` of ndarray 0.16, by the features \
            `nalgebra` and `ndarray` of monograd-solvers"
)]
pub trait ResidualPoint<S: Clone>: Point<S> {
    /// A Jacobian in the same library's types.
    type Jacobian;

    /// The Jacobian of `results` rows of `inputs` numbers each.
    fn jacobian(results: usize, inputs: usize, row_by_row: Vec<S>) -> Self::Jacobian;
}

impl<S: Clone> Point<S> for Vec<S> {
    type Hessian = Vec<Vec<S>>;

    fn numbers(&self) -> Cow<'_, [S]> {
        Cow::Borrowed(self)
    }
    fn of_numbers(numbers: Vec<S>) -> Self {
        numbers
    }
    fn hessian(n: usize, numbers: Vec<S>) -> Vec<Vec<S>> {
        <Self as ResidualPoint<S>>::jacobian(n, n, numbers)
    }
}

impl<S: Clone> ResidualPoint<S> for Vec<S> {
    type Jacobian = Vec<Vec<S>>;

    fn jacobian(results: usize, inputs: usize, row_by_row: Vec<S>) -> Vec<Vec<S>> {
        let row = |result| row_by_row[result * inputs..][..inputs].to_vec();
        (0..results).map(row).collect()
    }
}

#[cfg(feature = "nalgebra")]
mod of_nalgebra {
    use super::{Cow, Point, ResidualPoint};
    use nalgebra::{DMatrix, DVector, SMatrix, SVector};

    impl<S: nalgebra::Scalar> Point<S> for DVector<S> {
        type Hessian = DMatrix<S>;

        fn numbers(&self) -> Cow<'_, [S]> {
            Cow::Borrowed(self.as_slice())
        }
        fn of_numbers(numbers: Vec<S>) -> Self {
            DVector::from_vec(numbers)
        }
        fn hessian(n: usize, numbers: Vec<S>) -> DMatrix<S> {
            DMatrix::from_vec(n, n, numbers)
        }
    }

    impl<S: nalgebra::Scalar> ResidualPoint<S> for DVector<S> {
        type Jacobian = DMatrix<S>;

        fn jacobian(results: usize, inputs: usize, row_by_row: Vec<S>) -> DMatrix<S> {
            DMatrix::from_row_iterator(results, inputs, row_by_row)
        }
    }

    impl<S: nalgebra::Scalar, const N: usize> Point<S> for SVector<S, N> {
        type Hessian = SMatrix<S, N, N>;

        fn numbers(&self) -> Cow<'_, [S]> {
            Cow::Borrowed(self.as_slice())
        }
        fn of_numbers(numbers: Vec<S>) -> Self {
            SVector::from_vec(numbers)
        }
        fn hessian(_: usize, numbers: Vec<S>) -> SMatrix<S, N, N> {
            SMatrix::from_vec(numbers)
        }
    }
}

#[cfg(feature = "ndarray")]
mod of_ndarray {
    use super::{Cow, Point, ResidualPoint};
    use ndarray::{Array1, Array2};

    impl<S: Clone> Point<S> for Array1<S> {
        type Hessian = Array2<S>;

        fn numbers(&self) -> Cow<'_, [S]> {
            match self.as_slice() {
                Some(numbers) => Cow::Borrowed(numbers),
                None => Cow::Owned(self.to_vec()),
            }
        }
        fn of_numbers(numbers: Vec<S>) -> Self {
            Array1::from_vec(numbers)
        }
        fn hessian(n: usize, numbers: Vec<S>) -> Array2<S> {
            <Self as ResidualPoint<S>>::jacobian(n, n, numbers)
        }
    }

    impl<S: Clone> ResidualPoint<S> for Array1<S> {
        type Jacobian = Array2<S>;

        fn jacobian(results: usize, inputs: usize, row_by_row: Vec<S>) -> Array2<S> {
            Array2::from_shape_fn((results, inputs), |(result, input)| {
                row_by_row[result * inputs + input].clone()
            })
        }
    }
}
