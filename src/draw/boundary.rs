//! The plane as a classifier sees it.

/// The decision boundary of a classifier of points in the plane, and the points that it learned from.
///
/// ```
/// use monograd::draw::Boundary;
///
/// let points = [[-1.0, 0.0], [1.0, 0.0]];
/// let boundary = Boundary::new(&points, &[0, 1], |[x, _]| usize::from(x > 0.0));
/// println!("{}", boundary.to_text(40, 12));
/// # assert_eq!(boundary.to_text(4, 2), "..::\no.:x");
/// ```
#[derive(Debug, Clone)]
pub struct Boundary<'p, C> {
    pub(super) points: &'p [[f64; 2]],
    pub(super) classes: &'p [usize],
    pub(super) classify: C,
}

/// What stands in the terminal for the points of each class, and for the plane around them.
const POINTS: [char; 6] = ['o', 'x', '#', '@', '%', '&'];
const PLANE: [char; 6] = ['.', ':', ' ', '-', '\'', '`'];

impl<'p, C: Fn([f64; 2]) -> usize> Boundary<'p, C> {
    /// Of points and their classes, counted from 0, and of what the classifier makes of any point.
    ///
    /// # Panics
    ///
    /// If there is not a class for each point, or no point.
    #[track_caller]
    pub fn new(points: &'p [[f64; 2]], classes: &'p [usize], classify: C) -> Self {
        assert_eq!(points.len(), classes.len(), "a class for each point");
        assert!(!points.is_empty(), "a picture of at least one point");
        Boundary {
            points,
            classes,
            classify,
        }
    }

    /// The range of a coordinate, with a margin.
    pub(super) fn range(&self, axis: usize) -> (f64, f64) {
        let coordinates = || self.points.iter().map(|point| point[axis]);
        let low = coordinates().fold(f64::INFINITY, f64::min);
        let high = coordinates().fold(f64::NEG_INFINITY, f64::max);
        let margin = match high - low {
            0.0 => 1.0,
            width => 0.1 * width,
        };
        (low - margin, high + margin)
    }

    /// The plane for a terminal, so many columns and rows.
    pub fn to_text(&self, columns: usize, rows: usize) -> String {
        let (columns, rows) = (columns.max(1), rows.max(1));
        let ((left, right), (bottom, top)) = (self.range(0), self.range(1));
        let at = |i: usize, n: usize, from: f64, to: f64| {
            from + (i as f64 + 0.5) / n as f64 * (to - from)
        };
        let mut cells: Vec<Vec<char>> = (0..rows)
            .map(|row| {
                let class = |column| {
                    let x = at(column, columns, left, right);
                    let y = at(row, rows, top, bottom);
                    PLANE[(self.classify)([x, y]) % PLANE.len()]
                };
                (0..columns).map(class).collect()
            })
            .collect();
        for (&[x, y], &class) in self.points.iter().zip(self.classes) {
            let column = ((x - left) / (right - left) * columns as f64) as usize;
            let row = ((top - y) / (top - bottom) * rows as f64) as usize;
            cells[row.min(rows - 1)][column.min(columns - 1)] = POINTS[class % POINTS.len()];
        }
        let lines: Vec<String> = cells
            .into_iter()
            .map(|line| line.into_iter().collect())
            .collect();
        lines.join("\n")
    }
}
