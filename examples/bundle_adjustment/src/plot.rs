//! The errors, step by step, as a picture.

use plotters::prelude::*;
use std::error::Error;

/// Draws the errors, and the noise floor, on a logarithmic scale.
pub fn errors(path: &str, errors: &[f64], floor: f64) -> Result<(), Box<dyn Error>> {
    let root = SVGBackend::new(path, (720, 440)).into_drawing_area();
    root.fill(&WHITE)?;
    let steps = errors.len().max(2) - 1;
    let greatest = errors.iter().copied().fold(floor, f64::max);
    let mut chart = ChartBuilder::on(&root)
        .caption("Reprojection error", ("sans-serif", 22))
        .margin(16)
        .x_label_area_size(44)
        .y_label_area_size(64)
        .build_cartesian_2d(0..steps, (0.5 * floor..2.0 * greatest).log_scale())?;
    chart
        .configure_mesh()
        .x_desc("step")
        .y_desc("pixels (root mean square)")
        .x_labels(steps + 1)
        .draw()?;
    chart.draw_series(LineSeries::new(
        (0..=steps).map(|step| (step, floor)),
        &RGBColor(150, 150, 150),
    ))?;
    let points = errors.iter().copied().enumerate();
    chart.draw_series(LineSeries::new(points, BLUE.stroke_width(2)))?;
    root.present()?;
    Ok(())
}
