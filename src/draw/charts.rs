//! Curves and boundaries as SVG, by the crate `plotters`.

use super::{Boundary, Curves};
use core::error::Error;
use core::ops::Range;
use plotters::coord::Shift;
use plotters::coord::ranged1d::{AsRangedCoord, ValueFormatter};
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
/// How many points along each side the plane is asked at.
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
        let (last, least, greatest) = self.ranges();
        picture((720, 440), |area| {
            if self.logarithmic {
                let range = (least..greatest).log_scale();
                self.draw(area, last, range)
            } else {
                let margin = 0.05 * (greatest - least);
                let range = least - margin..greatest + margin;
                self.draw(area, last, range)
            }
        })
    }

    fn draw<Y>(&self, area: &Area<'_>, last: usize, range: Y) -> Drawn
    where
        Y: AsRangedCoord<Value = f64>,
        Y::CoordDescType: ValueFormatter<f64>,
    {
        let mut chart = ChartBuilder::on(area)
            .caption(&self.title, ("sans-serif", 20))
            .margin(16)
            .x_label_area_size(42)
            .y_label_area_size(70)
            .build_cartesian_2d(0..last, range)?;
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
            let ((left, right), (bottom, top)) = (self.range(0), self.range(1));
            let mut chart = ChartBuilder::on(area)
                .caption(title, ("sans-serif", 20))
                .margin(14)
                .x_label_area_size(30)
                .y_label_area_size(42)
                .build_cartesian_2d(left..right, bottom..top)?;
            chart
                .configure_mesh()
                .disable_mesh()
                .label_style(FONT)
                .draw()?;
            let (width, height) = ((right - left) / GRID as f64, (top - bottom) / GRID as f64);
            for row in 0..GRID {
                let y = bottom + row as f64 * height;
                let class = |column: usize| {
                    let x = left + (column as f64 + 0.5) * width;
                    (self.classify)([x, y + 0.5 * height])
                };
                for (class, Range { start, end }) in runs(GRID, class) {
                    let [x0, x1] = [start, end].map(|column| left + column as f64 * width);
                    let colour = COLOURS[class % COLOURS.len()].mix(0.22).filled();
                    let corners = [(x0, y), (x1, y + height)];
                    chart.draw_series([Rectangle::new(corners, colour)])?;
                }
            }
            let points = self.points.iter().zip(self.classes);
            chart.draw_series(points.map(|(&[x, y], &class)| {
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
