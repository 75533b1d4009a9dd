//! Where the entries of a sparse matrix are.

use std::vec;
use std::vec::Vec;

/// Along what the entries of a sparse matrix are stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Order {
    /// Column by column, compressed sparse columns (CSC).
    Columns,
    /// Row by row, compressed sparse rows (CSR).
    Rows,
}

/// Where the entries of a sparse matrix are that may be other than zero: compressed sparse columns (CSC) or rows (CSR).
///
/// In CSC the entries of column j are those from number `starts()[j]` to `starts()[j + 1]`, exclusive, and
/// `indices()` has the row of each, in ascending order. In CSR columns and rows are exchanged. These are the arrays
/// that sparse solvers take: `faer`'s `SymbolicSparseColMat::new_checked`, `sprs`'s `CsMat::new_csc`.
///
/// ```
/// use monograd::prelude::*;
/// use monograd::sparse::SparseJacobian;
///
/// func! { fn polar(r, phi, z) { [r * phi.cos(), r * phi.sin(), 2 * z] } }
/// let jacobian = SparseJacobian::<_, f64, 3>::of(polar);
/// let pattern = jacobian.pattern();
/// assert_eq!((pattern.row_count(), pattern.column_count(), pattern.len()), (3, 3, 5));
/// assert_eq!(pattern.starts(), [0, 2, 4, 5]);
/// assert_eq!(pattern.indices(), [0, 1, 0, 1, 2]);
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pattern {
    order: Order,
    rows: usize,
    columns: usize,
    starts: Vec<usize>,
    indices: Vec<usize>,
}

impl Pattern {
    /// From the entries of each column, or row by the order, as pairs of its number and the other index; one may be given
    /// several times.
    pub(super) fn from_entries(
        order: Order,
        (rows, columns): (usize, usize),
        entries: &[(usize, usize)],
    ) -> Self {
        let (major, minor) = match order {
            Order::Columns => (columns, rows),
            Order::Rows => (rows, columns),
        };
        // Sorted by the minor index, and then, stably, by the major one.
        let by_minor = counting_sort(minor, entries, |&(_, minor)| minor);
        let sorted = counting_sort(major, &by_minor, |&(major, _)| major);
        let (mut starts, mut indices) = (vec![0; major + 1], Vec::with_capacity(sorted.len()));
        let mut last = None;
        for entry in sorted {
            if last == Some(entry) {
                continue;
            }
            last = Some(entry);
            indices.push(entry.1);
            starts[entry.0 + 1] = indices.len();
        }
        for at in 1..=major {
            starts[at] = starts[at].max(starts[at - 1]);
        }
        indices.shrink_to_fit();
        Pattern {
            order,
            rows,
            columns,
            starts,
            indices,
        }
    }

    /// Along what the entries are stored.
    pub fn order(&self) -> Order {
        self.order
    }

    /// How many rows the matrix has.
    pub fn row_count(&self) -> usize {
        self.rows
    }

    /// How many columns the matrix has.
    pub fn column_count(&self) -> usize {
        self.columns
    }

    /// How many entries there are.
    pub fn len(&self) -> usize {
        self.indices.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.indices.is_empty()
    }

    /// The number of the first entry of each column, of each row in CSR, and at the end the number of all entries.
    pub fn starts(&self) -> &[usize] {
        &self.starts
    }

    /// The row of each entry, in CSR the column.
    pub fn indices(&self) -> &[usize] {
        &self.indices
    }

    /// The row and the column of each entry, in the order stored.
    ///
    /// ```
    /// use monograd::prelude::*;
    /// use monograd::sparse::SparseHessian;
    ///
    /// let hessian = SparseHessian::<_, f64, 3>::of(func!(|x, y, z| x * y + z * z));
    /// // The lower triangle, column by column:
    /// assert!(hessian.pattern().entries().eq([(1, 0), (2, 2)]));
    /// ```
    pub fn entries(&self) -> impl Iterator<Item = (usize, usize)> + '_ {
        let majors = self.starts.windows(2).enumerate();
        majors.flat_map(move |(major, range)| {
            let minors = &self.indices[range[0]..range[1]];
            minors.iter().map(move |&minor| match self.order {
                Order::Columns => (minor, major),
                Order::Rows => (major, minor),
            })
        })
    }

    /// The number of an entry, if it is in the pattern.
    ///
    /// ```
    /// # use monograd::prelude::*;
    /// # use monograd::sparse::SparseHessian;
    /// let hessian = SparseHessian::<_, f64, 3>::of(func!(|x, y, z| x * y + z * z));
    /// assert_eq!(hessian.pattern().position(2, 2), Some(1));
    /// assert_eq!(hessian.pattern().position(0, 0), None);
    /// ```
    pub fn position(&self, row: usize, column: usize) -> Option<usize> {
        let (major, minor) = match self.order {
            Order::Columns => (column, row),
            Order::Rows => (row, column),
        };
        let start = *self.starts.get(major)?;
        let end = *self.starts.get(major + 1)?;
        let found = self.indices[start..end].binary_search(&minor).ok()?;
        Some(start + found)
    }

    /// The entries of a column, in CSR of a row.
    pub(super) fn of(&self, major: usize) -> &[usize] {
        &self.indices[self.starts[major]..self.starts[major + 1]]
    }

    /// The pattern in the other order, and for each of its entries the number of the same in this one.
    pub(super) fn reordered(&self) -> (Self, Vec<usize>) {
        let order = match self.order {
            Order::Columns => Order::Rows,
            Order::Rows => Order::Columns,
        };
        let majors = self.starts.windows(2).enumerate();
        let mut numbered = Vec::with_capacity(self.len());
        for (major, range) in majors {
            numbered.extend((range[0]..range[1]).map(|at| (self.indices[at], major, at)));
        }
        Self::from_numbered(order, (self.rows, self.columns), &numbered)
    }

    /// Of the lower triangle of a symmetric matrix, in CSC, the whole, and for each of its entries the number of the same, or
    /// its mirror image, in this one.
    pub(super) fn mirrored(&self) -> (Self, Vec<usize>) {
        let size = (self.rows, self.columns);
        let mut numbered: Vec<(usize, usize, usize)> = Vec::with_capacity(2 * self.len());
        for (at, (row, column)) in self.entries().enumerate() {
            numbered.push((column, row, at));
            if row != column {
                numbered.push((row, column, at));
            }
        }
        Self::from_numbered(self.order, size, &numbered)
    }

    /// From entries that each are given once, with a number that is handed back in the order stored.
    fn from_numbered(
        order: Order,
        size: (usize, usize),
        numbered: &[(usize, usize, usize)],
    ) -> (Self, Vec<usize>) {
        let entries: Vec<_> = numbered.iter().map(|&(a, b, _)| (a, b)).collect();
        let pattern = Self::from_entries(order, size, &entries);
        let mut numbers = vec![0; pattern.len()];
        let mut next = pattern.starts.clone();
        let minor_count = match order {
            Order::Columns => size.0,
            Order::Rows => size.1,
        };
        for (major, _, number) in counting_sort(minor_count, numbered, |&(_, minor, _)| minor) {
            numbers[next[major]] = number;
            next[major] += 1;
        }
        (pattern, numbers)
    }
}

/// The items in ascending order of their keys, which are less than `keys`; those of one key in the order they had.
fn counting_sort<T: Copy>(keys: usize, items: &[T], key: impl Fn(&T) -> usize) -> Vec<T> {
    let mut next = vec![0; keys + 1];
    for item in items {
        next[key(item) + 1] += 1;
    }
    for at in 1..=keys {
        next[at] += next[at - 1];
    }
    let Some(&first) = items.first() else {
        return Vec::new();
    };
    let mut sorted = vec![first; items.len()];
    for item in items {
        let place = &mut next[key(item)];
        sorted[*place] = *item;
        *place += 1;
    }
    sorted
}
