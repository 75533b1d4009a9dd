//! Losses over the steps.

use super::axis::Axis;

/// Curves over the steps of training: losses, accuracies.
///
/// ```
/// use monograd::draw::Curves;
///
/// let losses: Vec<f64> = (0..200).map(|step| 0.97_f64.powi(step)).collect();
/// let curves = Curves::new("loss").line("training", &losses).logarithmic();
/// let text = curves.to_text(60, 12);
/// assert_eq!(text.lines().count(), 14);
/// println!("{text}");
/// ```
#[derive(Debug, Clone)]
pub struct Curves {
    pub(super) title: String,
    pub(super) lines: Vec<(String, Vec<f64>)>,
    pub(super) logarithmic: bool,
}

/// What stands for each of the lines in the terminal.
const MARKS: [char; 4] = ['*', 'o', '+', 'x'];

impl Curves {
    /// No line yet.
    #[must_use = "curves are of use when drawn"]
    pub fn new(title: impl Into<String>) -> Self {
        Curves {
            title: title.into(),
            lines: Vec::new(),
            logarithmic: false,
        }
    }

    /// One more line: a number for each step. What is not finite is left out, and so is, on a logarithmic scale, what
    /// is not positive.
    #[must_use = "the curves with the line are the result"]
    pub fn line(mut self, name: impl Into<String>, numbers: &[f64]) -> Self {
        self.lines.push((name.into(), numbers.to_vec()));
        self
    }

    /// On a logarithmic scale.
    #[must_use = "the curves on the scale are the result"]
    pub fn logarithmic(mut self) -> Self {
        self.logarithmic = true;
        self
    }

    /// The steps and what is drawn there, of a line.
    pub(super) fn points(numbers: &[f64], logarithmic: bool) -> impl Iterator<Item = (usize, f64)> {
        let drawn = move |&(_, y): &(usize, f64)| y.is_finite() && (y > 0.0 || !logarithmic);
        numbers.iter().copied().enumerate().filter(drawn)
    }

    /// The last step, at least 1.
    pub(super) fn last_step(&self) -> usize {
        let longest = self.lines.iter().map(|(_, numbers)| numbers.len()).max();
        longest.unwrap_or(1).max(2) - 1
    }

    /// The range of the numbers.
    pub(super) fn axis(&self) -> Axis {
        let lines = self.lines.iter();
        let all = lines.flat_map(|(_, numbers)| Curves::points(numbers, self.logarithmic));
        Axis::of(all.map(|(_, y)| y), self.logarithmic)
    }

    /// The curves for a terminal: `height` lines of `width` characters, with the title above and the steps below.
    pub fn to_text(&self, width: usize, height: usize) -> String {
        let (width, height) = (width.max(2), height.max(2));
        let (last, axis) = (self.last_step(), self.axis());
        let mut cells = vec![vec![' '; width]; height];
        for (line, mark) in self.lines.iter().zip(MARKS.iter().cycle()) {
            for (step, y) in Curves::points(&line.1, self.logarithmic) {
                let column = step * (width - 1) / last;
                let row = ((1.0 - axis.fraction(y)) * (height - 1) as f64).round() as usize;
                cells[row][column] = *mark;
            }
        }
        let mut text = self.title.clone();
        for ((name, _), mark) in self.lines.iter().zip(MARKS.iter().cycle()) {
            text.push_str(&format!("  {mark} {name}"));
        }
        for (row, cells) in cells.into_iter().enumerate() {
            let label = match row {
                0 => label(axis.high),
                row if row + 1 == height => label(axis.low),
                _ => " ".repeat(10),
            };
            let cells: String = cells.into_iter().collect();
            text.push_str(&format!("\n{label} |{}", cells.trim_end()));
        }
        let last = last.to_string();
        let dashes = "-".repeat(width.saturating_sub(last.len() + 1));
        text.push_str(&format!("\n{:>10} 0{dashes}{last}", "step"));
        text
    }
}

/// A number in ten characters.
fn label(number: f64) -> String {
    match number.abs() {
        0.0 | 1e-4..1e5 => format!("{number:>10.4}"),
        _ => format!("{number:>10.2e}"),
    }
}
