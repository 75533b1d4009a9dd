//! SVG as PNG.

use core::fmt;
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree};

/// Why an SVG has no pixels.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PngError(String);

impl fmt::Display for PngError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the picture cannot be rendered: {}", self.0)
    }
}

impl core::error::Error for PngError {}

/// The pixels of a picture, `scale` of them for each of the SVG's, as a PNG file.
///
/// Text is set in the fonts of the system; where there are none, the picture is without.
///
/// # Errors
///
/// If the text is not SVG, or the picture is empty or too large.
///
/// ```
/// use monograd::draw::{Curves, png};
///
/// let svg = Curves::new("loss").line("training", &[1.0, 0.5]).to_svg();
/// let file = png(&svg, 1.0)?;
/// assert!(file.starts_with(b"\x89PNG"));
/// # Ok::<(), monograd::draw::PngError>(())
/// ```
pub fn png(svg: &str, scale: f32) -> Result<Vec<u8>, PngError> {
    let mut options = Options::default();
    options.fontdb_mut().load_system_fonts();
    let tree = Tree::from_str(svg, &options).map_err(|error| PngError(error.to_string()))?;
    let side = |length: f32| (length * scale).ceil() as u32;
    let size = tree.size();
    let pixels = Pixmap::new(side(size.width()), side(size.height()));
    let mut pixels = pixels.ok_or_else(|| PngError("it is empty or too large".into()))?;
    resvg::render(
        &tree,
        Transform::from_scale(scale, scale),
        &mut pixels.as_mut(),
    );
    pixels
        .encode_png()
        .map_err(|error| PngError(error.to_string()))
}
