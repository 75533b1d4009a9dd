//! Matrices in memory, in any order.

use super::ColumnError;

/// A matrix in a slice, whose rows and columns are at constant distances: some of the numbers of each row of a data set, for
/// [`over_strided`](crate::OverRows::over_strided).
///
/// ```
/// use monograd::rows::Strided;
///
/// let numbers = [1.0, 2.0, 3.0, 4.0, 5.0, 6.0];
/// let by_rows = Strided::row_major(&numbers, 2)?; // of two columns
/// let by_columns = Strided::column_major(&numbers, 3)?; // of three rows
/// assert_eq!((by_rows.rows(), by_rows.columns()), (3, 2));
/// assert_eq!((by_rows.get(1, 0), by_columns.get(1, 0)), (3.0, 2.0));
/// // The first and the third column of a matrix of three, every second row:
/// let some = Strided::new(&numbers, [1, 2], [6, 2])?;
/// assert_eq!(some.get(0, 1), 3.0);
/// # Ok::<(), monograd::rows::ColumnError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Strided<'r, T> {
    numbers: &'r [T],
    size: [usize; 2],
    strides: [usize; 2],
}

impl<'r, T: Copy> Strided<'r, T> {
    /// A matrix of so many rows and columns, of which the next row, and the next column, is so many numbers further on.
    ///
    /// # Errors
    ///
    /// If the slice is shorter than that takes.
    pub fn new(
        numbers: &'r [T],
        size: [usize; 2],
        strides: [usize; 2],
    ) -> Result<Self, ColumnError> {
        let last = || {
            let ends = size.iter().zip(strides);
            ends.map(|(size, stride)| (size - 1).checked_mul(stride))
                .try_fold(1_usize, |sum, end| sum.checked_add(end?))
        };
        let expected = match size.contains(&0) {
            true => 0,
            false => last().unwrap_or(usize::MAX),
        };
        if numbers.len() < expected {
            return Err(ColumnError::Outside {
                expected,
                actual: numbers.len(),
            });
        }
        Ok(Strided {
            numbers,
            size,
            strides,
        })
    }

    /// One column.
    pub fn column(numbers: &'r [T]) -> Self {
        Strided {
            numbers,
            size: [numbers.len(), 1],
            strides: [1, 1],
        }
    }

    /// A matrix of so many columns, row by row, as Rust's arrays and ndarray store it.
    ///
    /// # Errors
    ///
    /// If the last row is not complete.
    pub fn row_major(numbers: &'r [T], columns: usize) -> Result<Self, ColumnError> {
        let rows = numbers.len().div_ceil(columns.max(1));
        let size = [rows, columns];
        Self::whole(numbers, size)?;
        Self::new(numbers, size, [columns, 1])
    }

    /// A matrix of so many rows, column by column, as Fortran, nalgebra and faer store it.
    ///
    /// # Errors
    ///
    /// If the last column is not complete.
    pub fn column_major(numbers: &'r [T], rows: usize) -> Result<Self, ColumnError> {
        let columns = numbers.len().div_ceil(rows.max(1));
        let size = [rows, columns];
        Self::whole(numbers, size)?;
        Self::new(numbers, size, [1, rows])
    }

    fn whole(numbers: &[T], [rows, columns]: [usize; 2]) -> Result<(), ColumnError> {
        if rows * columns == numbers.len() {
            return Ok(());
        }
        Err(ColumnError::Outside {
            expected: rows * columns,
            actual: numbers.len(),
        })
    }

    /// How many rows there are.
    pub fn rows(&self) -> usize {
        self.size[0]
    }

    /// How many columns there are.
    pub fn columns(&self) -> usize {
        self.size[1]
    }

    /// The number in a row and a column.
    ///
    /// # Panics
    ///
    /// If it is outside of the slice.
    #[cfg_attr(optimized, inline(always))]
    pub fn get(&self, row: usize, column: usize) -> T {
        self.numbers[row * self.strides[0] + column * self.strides[1]]
    }

    /// The numbers of a row.
    #[cfg_attr(optimized, inline(always))]
    pub(super) fn row(&self, row: usize) -> impl Iterator<Item = T> {
        (0..self.columns()).map(move |column| self.get(row, column))
    }
}
