//! Curves and boundaries as SVG, by the crate `plotters`.

use super::axis::Axis;
use super::{Boundary, Curves};
use core::error::Error;
use core::ops::Range;
use plotters::coord::Shift;
use plotters::prelude::*;

/// The colours of classes and of lines.
const COLOURS: [RGBColor; 6] = [
    RGBColor(38, 95, 176),
    RGBColor(205, 82, 45),
    RGBColor(46, 139, 87),
    RGBColor(142, 80, 163),
    RGBColor(160, 120, 30),
    RGBColor(70, 130, 140),
];
const FONT: (&str, u32) = ("sans-serif", 15);
/// At how many points along each side of the plane the classifier is evaluated.
const GRID: usize = 120;

type Area<'s> = DrawingArea<SVGBackend<'s>, Shift>;
type Drawn = Result<(), Box<dyn Error>>;

fn picture(size: (u32, u32), draw: impl FnOnce(&Area<'_>) -> Drawn) -> String {
    let mut svg = String::new();
    let area = SVGBackend::with_string(&mut svg, size).into_drawing_area();
    let drawn = area.fill(&WHITE).map_err(Into::into);
    let drawn = drawn
        .and_then(|()| draw(&area))
        .and_then(|()| Ok(area.present()?));
    drawn.expect("a picture in memory is always drawn");
    drop(area);
    svg
}

impl Curves {
    /// The curves as SVG.
    ///
    /// ```
    /// # use monograd::draw::Curves;
    /// let svg = Curves::new("loss").line("training", &[1.0, 0.5, 0.25]).to_svg();
    /// assert!(svg.starts_with("<svg") && svg.contains("polyline"));
    /// ```
    pub fn to_svg(&self) -> String {
        let axis = match self.axis() {
            axis if axis.logarithmic => axis,
            axis => axis.with_margin(0.05),
        };
        picture((720, 440), |area| self.draw(area, axis))
    }

    fn draw(&self, area: &Area<'_>, axis: Axis) -> Drawn {
        let mut chart = ChartBuilder::on(area)
            .caption(&self.title, ("sans-serif", 20))
            .margin(16)
            .x_label_area_size(42)
            .y_label_area_size(70)
            .build_cartesian_2d(0..self.last_step(), axis)?;
        let mesh = &mut chart.configure_mesh();
        mesh.x_desc("step")
            .label_style(FONT)
            .light_line_style(WHITE)
            .draw()?;
        for ((name, numbers), &colour) in self.lines.iter().zip(COLOURS.iter().cycle()) {
            let points = Curves::points(numbers, self.logarithmic);
            let series = chart.draw_series(LineSeries::new(points, colour.stroke_width(2)))?;
            series.label(name).legend(move |(x, y)| {
                PathElement::new([(x, y), (x + 18, y)], colour.stroke_width(2))
            });
        }
        let labels = &mut chart.configure_series_labels();
        labels
            .label_font(FONT)
            .background_style(WHITE)
            .border_style(WHITE)
            .draw()?;
        Ok(())
    }
}

impl<C: Fn([f64; 2]) -> usize> Boundary<'_, C> {
    /// The plane as SVG.
    ///
    /// ```
    /// # use monograd::draw::Boundary;
    /// let boundary = Boundary::new(&[[0.0, 0.0], [1.0, 1.0]], &[0, 1], |[x, y]| usize::from(x + y > 1.0));
    /// assert!(boundary.to_svg("two points").contains("circle"));
    /// ```
    pub fn to_svg(&self, title: &str) -> String {
        picture((640, 480), |area| {
            let [horizontal, vertical] = self.axes();
            let mut chart = ChartBuilder::on(area)
                .caption(title, ("sans-serif", 20))
                .margin(14)
                .x_label_area_size(30)
                .y_label_area_size(42)
                .build_cartesian_2d(horizontal, vertical)?;
            chart
                .configure_mesh()
                .disable_mesh()
                .label_style(FONT)
                .draw()?;
            let at = |axis: &Axis, cells: f64| axis.at(cells / GRID as f64);
            for row in 0..GRID {
                let y = |cells: f64| at(&vertical, row as f64 + cells);
                let class =
                    |column: usize| (self.classify)([at(&horizontal, column as f64 + 0.5), y(0.5)]);
                for (class, Range { start, end }) in runs(GRID, class) {
                    let [left, right] = [start, end].map(|column| at(&horizontal, column as f64));
                    let colour = COLOURS[class % COLOURS.len()].mix(0.22).filled();
                    let corners = [(left, y(0.0)), (right, y(1.0))];
                    chart.draw_series([Rectangle::new(corners, colour)])?;
                }
            }
            chart.draw_series(self.drawn().map(|([x, y], class)| {
                let colour = COLOURS[class % COLOURS.len()];
                EmptyElement::at((x, y))
                    + Circle::new((0, 0), 4, colour.filled())
                    + Circle::new((0, 0), 4, WHITE.stroke_width(1))
            }))?;
            Ok(())
        })
    }
}

/// Neighbours of one class.
fn runs(n: usize, class: impl Fn(usize) -> usize) -> Vec<(usize, Range<usize>)> {
    let mut runs: Vec<(usize, Range<usize>)> = Vec::new();
    for i in 0..n {
        let class = class(i);
        match runs.last_mut() {
            Some((last, range)) if *last == class => range.end = i + 1,
            _ => runs.push((class, i..i + 1)),
        }
    }
    runs
}
