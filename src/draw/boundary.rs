//! The plane as a classifier sees it.

use super::axis::Axis;

/// The decision boundary of a classifier of points in the plane, and the points that it learned from. Points with a
/// coordinate that is not finite are left out.
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

    /// The points that are drawn, and their classes.
    pub(super) fn drawn(&self) -> impl Iterator<Item = ([f64; 2], usize)> {
        let points = self
            .points
            .iter()
            .copied()
            .zip(self.classes.iter().copied());
        points.filter(|(point, _)| point.iter().all(|x| x.is_finite()))
    }

    /// The ranges of both coordinates, with a margin.
    pub(super) fn axes(&self) -> [Axis; 2] {
        [0, 1].map(|axis| {
            let coordinates = self.drawn().map(|(point, _)| point[axis]);
            Axis::of(coordinates, false).with_margin(0.1)
        })
    }

    /// The plane for a terminal, so many columns and rows.
    pub fn to_text(&self, columns: usize, rows: usize) -> String {
        let (columns, rows) = (columns.max(1), rows.max(1));
        let [horizontal, vertical] = self.axes();
        let middle = |i: usize, n: usize| (i as f64 + 0.5) / n as f64;
        let mut cells: Vec<Vec<char>> = (0..rows)
            .map(|row| {
                let y = vertical.at(1.0 - middle(row, rows));
                let class = |column| {
                    let x = horizontal.at(middle(column, columns));
                    PLANE[(self.classify)([x, y]) % PLANE.len()]
                };
                (0..columns).map(class).collect()
            })
            .collect();
        for ([x, y], class) in self.drawn() {
            let column = (horizontal.fraction(x) * columns as f64) as usize;
            let row = ((1.0 - vertical.fraction(y)) * rows as f64) as usize;
            cells[row.min(rows - 1)][column.min(columns - 1)] = POINTS[class % POINTS.len()];
        }
        let lines: Vec<String> = cells
            .into_iter()
            .map(|line| line.into_iter().collect())
            .collect();
        lines.join("\n")
    }
}
