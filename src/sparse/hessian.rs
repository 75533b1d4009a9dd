//! The sparse Hessian of a function.

use super::colouring::Colours;
use super::pattern::{Order, Pattern};
use super::trace;
use crate::drivers::{Differentiable, LengthError};
use crate::expr::{Cotangent, Inputs, R};
use crate::forward::Bundle;
use crate::scalar::Scalar;
use core::fmt;
use std::vec;
use std::vec::Vec;

/// The Hessian of a function, of which only the entries are computed that may be other than zero.
///
/// [`of`](SparseHessian::of) finds the [pattern](Pattern) from the function and colours it; an evaluation then is
/// one Hessian–vector product for each colour, whatever the number of inputs: three for a tridiagonal Hessian. Of up to 512 inputs
/// four products are computed by one sweep. The
/// values are written in the order of the pattern, the lower triangle in CSC, or with
/// [`mirrored`](SparseHessian::mirrored) both triangles, or with [`diagonal`](SparseHessian::diagonal) the diagonal alone.
/// Nothing is allocated after `of`.
///
/// ```
/// use monograd::prelude::*;
/// use monograd::sparse::SparseHessian;
///
/// func! {
///     /// Springs between neighbours on a line.
///     fn energy(x: [R; 100]) {
///         let mut sum = 0;
///         for i in 0..99 {
///             sum += (x[i + 1] - x[i]).square().square();
///         }
///         sum
///     }
/// }
///
/// let mut hessian = SparseHessian::of(energy);
/// assert_eq!((hessian.pattern().len(), hessian.colour_count()), (199, 3));
///
/// let x: Vec<f64> = (0..100).map(|i| 0.5 * f64::from(i)).collect();
/// let (mut gradient, mut values) = (vec![0.0; 100], vec![0.0; 199]);
/// let value = hessian.value_gradient_hessian_into(&x, &mut gradient, &mut values)?;
/// assert_eq!(value, 99.0 / 16.0);
/// assert_eq!(gradient[..2], [-0.5, 0.0]);
/// assert_eq!(values[..3], [3.0, -3.0, 6.0]); // (0, 0), (1, 0), (1, 1)
/// # Ok::<(), monograd::drivers::LengthError>(())
/// ```
///
/// A function whose inputs are many needs room on the stack for what it stores, as for its gradient: of a `let` of 10,000
/// numbers 160 kB, and as much for its cotangent. Where that does not suffice, a
/// [thread](std::thread::Builder::stack_size) with a larger stack does, or a sum
/// over rows with [indices](crate::sparse::At), which needs none.
#[derive(Clone)]
pub struct SparseHessian<F, S, const N: usize> {
    function: F,
    pattern: Pattern,
    colours: Colours,
    /// The entries by the colour from whose product they are read.
    recovery: Vec<Recovery>,
    /// Where those of each colour begin.
    of_colour: Vec<usize>,
    one: Sweep<S, 1>,
    two: Sweep<S, 2>,
    four: Sweep<S, 4>,
}

/// The memory of a sweep for the products with `K` colours.
#[derive(Clone)]
struct Sweep<S, const K: usize> {
    x: Vec<Bundle<S, K>>,
    gradient: Vec<Bundle<S, K>>,
}

impl<S: Scalar, const K: usize> Sweep<S, K> {
    /// For so many inputs.
    fn of(inputs: usize) -> Self {
        let zeros = vec![Bundle::constant(S::zero()); inputs];
        Sweep {
            x: zeros.clone(),
            gradient: zeros,
        }
    }

    /// The value; the gradient moves along the colours from `first` on.
    fn run<F, const N: usize>(&mut self, function: F, x: &[S], colours: &[usize], first: usize) -> S
    where
        F: Differentiable<N, Codomain = R>,
    {
        for ((moving, &x), &colour) in self.x.iter_mut().zip(x).zip(colours) {
            *moving = Bundle::constant(x);
            if let Some(tangent) = moving.tangents.get_mut(colour.wrapping_sub(first)) {
                *tangent = S::one();
            }
        }
        let value = function.sweep_into(
            F::Inputs::group(&self.x),
            Cotangent::of(Bundle::constant(S::one())),
            F::Inputs::group_slots(&mut self.gradient),
        );
        value.primal
    }

    /// Writes the entries that are read from the products, those of each colour, and the gradient; gives how many colours these are.
    fn read<'r>(
        &self,
        recovered: impl Iterator<Item = &'r [Recovery]>,
        values: &mut [S],
        gradient: Option<&mut [S]>,
    ) -> usize {
        for (direction, entries) in recovered.take(K).enumerate() {
            for recovery in entries {
                values[recovery.entry] = self.gradient[recovery.at].tangents[direction];
            }
        }
        for (slope, moving) in gradient.into_iter().flatten().zip(&self.gradient) {
            *slope = moving.primal;
        }
        K
    }
}

/// Of how many inputs at most there are several products by one sweep: what it stores is on the stack.
const FEW_INPUTS: usize = 512;

/// An entry, and at which index it stands in the product with its colour.
#[derive(Debug, Clone, Copy)]
struct Recovery {
    entry: usize,
    at: usize,
}

impl<F, S, const N: usize> fmt::Debug for SparseHessian<F, S, N> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SparseHessian")
            .field("entries", &self.pattern.len())
            .field("colours", &self.colours.count)
            .finish_non_exhaustive()
    }
}

impl<F, S, const N: usize> SparseHessian<F, S, N>
where
    F: Differentiable<N, Data = (), Codomain = R>,
    S: Scalar,
{
    /// The Hessian of a function, the lower triangle of it: finds its pattern, and colours it.
    #[must_use]
    pub fn of(function: F) -> Self {
        let pattern = trace::hessian(function);
        let (whole, _) = pattern.mirrored();
        let colours = Colours::star(&whole);
        let entries = pattern.entries().enumerate();
        let by_entry = recoveries(&whole, &colours, entries);
        Self::with(function, pattern, colours, &by_entry)
    }

    /// The same with both triangles: the pattern is symmetric, so that it is CSC and CSR.
    #[must_use]
    pub fn mirrored(self) -> Self {
        if self.pattern.entries().any(|(row, column)| row < column) {
            return self;
        }
        let mut of_lower = vec![(0, 0); self.pattern.len()];
        for colour in 0..self.colours.count {
            for recovery in &self.recovery[self.of_colour[colour]..self.of_colour[colour + 1]] {
                of_lower[recovery.entry] = (colour, recovery.at);
            }
        }
        let (whole, lower) = self.pattern.mirrored();
        let by_entry: Vec<_> = lower.into_iter().map(|entry| of_lower[entry]).collect();
        Self::with(self.function, whole, self.colours, &by_entry)
    }

    /// The diagonal alone, an entry for each input: what preconditioners scale by. Only inputs that share an entry
    /// need colours of their own, so it takes fewer products, of a tridiagonal Hessian two.
    ///
    /// ```
    /// use monograd::prelude::*;
    /// use monograd::sparse::SparseHessian;
    ///
    /// func! {
    ///     /// Of points in the plane from their neighbours.
    ///     fn distances(p: [[R; 2]; 100]) {
    ///         let mut sum = 0;
    ///         for i in 0..99 {
    ///             sum += (p[i + 1] - p[i]).norm();
    ///         }
    ///         sum
    ///     }
    /// }
    ///
    /// let mut diagonal = SparseHessian::of(distances).diagonal();
    /// assert_eq!((diagonal.pattern().len(), diagonal.colour_count()), (200, 4));
    ///
    /// let x: Vec<f64> = (0..100).flat_map(|i| [2.0 * f64::from(i), 0.0]).collect();
    /// let mut values = vec![0.0; 200];
    /// diagonal.values_into(&x, &mut values)?;
    /// assert_eq!(values[..4], [0.0, 0.5, 0.0, 1.0]);
    /// # Ok::<(), monograd::drivers::LengthError>(())
    /// ```
    #[must_use]
    pub fn diagonal(self) -> Self {
        let size = F::Inputs::LEN;
        let is_diagonal = self.pattern.entries().all(|(row, column)| row == column);
        if is_diagonal && self.pattern.len() == size {
            return self;
        }
        let whole = self.mirrored();
        let colours = Colours::of_neighbours(&whole.pattern);
        let entries: Vec<_> = (0..size).map(|at| (at, at)).collect();
        let by_entry: Vec<_> = (0..size).map(|at| (colours.of[at], at)).collect();
        let pattern = Pattern::from_entries(Order::Columns, (size, size), &entries);
        Self::with(whole.function, pattern, colours, &by_entry)
    }

    /// `by_entry` has the colour, and the index in the product with that, of each entry.
    fn with(function: F, pattern: Pattern, colours: Colours, by_entry: &[(usize, usize)]) -> Self {
        let mut of_colour = vec![0; colours.count + 1];
        for &(colour, _) in by_entry {
            of_colour[colour + 1] += 1;
        }
        for colour in 0..colours.count {
            of_colour[colour + 1] += of_colour[colour];
        }
        let mut next = of_colour.clone();
        let mut recovery = vec![Recovery { entry: 0, at: 0 }; by_entry.len()];
        for (entry, &(colour, at)) in by_entry.iter().enumerate() {
            recovery[next[colour]] = Recovery { entry, at };
            next[colour] += 1;
        }
        let (size, is_large) = (F::Inputs::LEN, const { FEW_INPUTS < F::Inputs::LEN });
        let is_by_fours = colours.count > 2 && !matches!(colours.count % 4, 1 | 2);
        SparseHessian {
            one: Sweep::of(if is_large { size } else { 0 }),
            two: Sweep::of(if is_large || is_by_fours { 0 } else { size }),
            four: Sweep::of(if is_large || colours.count <= 2 {
                0
            } else {
                size
            }),
            function,
            pattern,
            colours,
            recovery,
            of_colour,
        }
    }

    /// Where the entries are, and in which order the values are written.
    pub fn pattern(&self) -> &Pattern {
        &self.pattern
    }

    /// How many colours there are: as many Hessian–vector products make up the Hessian.
    pub fn colour_count(&self) -> usize {
        self.colours.count
    }

    /// Writes the values of the entries at `x`.
    ///
    /// # Errors
    ///
    /// If the slices are not of the lengths of the inputs and of the pattern.
    pub fn values_into(&mut self, x: &[S], values: &mut [S]) -> Result<(), LengthError> {
        LengthError::check("point", F::Inputs::LEN, x)?;
        LengthError::check("values", self.pattern.len(), values)?;
        self.products(x, values, None);
        Ok(())
    }

    /// The value at `x`; writes the gradient, and the values of the entries of the Hessian.
    ///
    /// # Errors
    ///
    /// If the slices are not of the lengths of the inputs and of the pattern.
    pub fn value_gradient_hessian_into(
        &mut self,
        x: &[S],
        gradient: &mut [S],
        values: &mut [S],
    ) -> Result<S, LengthError> {
        LengthError::check("point", F::Inputs::LEN, x)?;
        LengthError::check("gradient", F::Inputs::LEN, gradient)?;
        LengthError::check("values", self.pattern.len(), values)?;
        Ok(self.products(x, values, Some(gradient)))
    }

    /// The value; writes the entries, and the gradient where there is a place for it.
    fn products(&mut self, x: &[S], values: &mut [S], mut gradient: Option<&mut [S]>) -> S {
        let (function, count) = (self.function, self.colours.count);
        let mut first = 0;
        loop {
            let colours = &self.colours.of;
            // What a sweep reads from the products with some colours, from `first` on.
            let recovered = (first..count)
                .map(|colour| &self.recovery[self.of_colour[colour]..self.of_colour[colour + 1]]);
            let gradient = gradient.as_deref_mut();
            let left = count - first;
            let (swept, value) = if const { FEW_INPUTS < F::Inputs::LEN } {
                let value = self.one.run(function, x, colours, first);
                (self.one.read(recovered, values, gradient), value)
            } else if left <= 2 {
                let value = self.two.run(function, x, colours, first);
                (self.two.read(recovered, values, gradient), value)
            } else {
                let value = self.four.run(function, x, colours, first);
                (self.four.read(recovered, values, gradient), value)
            };
            first += swept;
            if first >= count {
                return value;
            }
        }
    }
}

/// For each entry (i, j) of the lower triangle of a symmetric matrix the colour and the row by which it is read: j's colour and i,
/// where j is alone of it in row i, else i's and j.
pub(super) fn recoveries(
    whole: &Pattern,
    colours: &Colours,
    entries: impl Iterator<Item = (usize, (usize, usize))>,
) -> Vec<(usize, usize)> {
    // Whether the neighbour of vertex i at each entry of the whole is alone of its colour there.
    let mut is_alone = vec![true; whole.len()];
    let mut first = vec![(usize::MAX, 0); colours.count];
    for vertex in 0..whole.row_count() {
        let start = whole.starts()[vertex];
        for (offset, &near) in whole.of(vertex).iter().enumerate() {
            let at = start + offset;
            let seen = &mut first[colours.of[near]];
            if seen.0 == vertex {
                is_alone[at] = false;
                is_alone[seen.1] = false;
            } else {
                *seen = (vertex, at);
            }
        }
    }
    let alone = |row: usize, column: usize| {
        let at = whole.position(column, row);
        at.is_some_and(|at| is_alone[at])
    };
    entries
        .map(|(_, (row, column))| {
            if alone(row, column) {
                (colours.of[column], row)
            } else {
                debug_assert!(alone(column, row), "({row}, {column}) in a star colouring");
                (colours.of[row], column)
            }
        })
        .collect()
}
