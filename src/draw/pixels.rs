//! SVG as PNG.

use core::fmt;
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::fontdb::Database;
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

/// More pixels than these, a gigabyte, are not reserved.
const MOST_PIXELS: u64 = 1 << 28;

/// The family that stands for those without serifs, or of one width: a usual one, or else any there is.
fn family(fonts: &Database, monospaced: bool) -> Option<String> {
    let usual = match monospaced {
        true => ["DejaVu Sans Mono", "Liberation Mono", "Menlo", "Consolas"],
        false => ["DejaVu Sans", "Liberation Sans", "Helvetica", "Arial"],
    };
    let families = || {
        fonts
            .faces()
            .filter_map(|face| Some((&face.families.first()?.0, face)))
    };
    let is_usual = |name: &&str| families().any(|(family, _)| family == name);
    let found = usual
        .iter()
        .find(|name| is_usual(name))
        .map(|&name| name.into());
    found.or_else(|| {
        let of_kind = families().find(|(_, face)| face.monospaced == monospaced);
        of_kind
            .or_else(|| families().next())
            .map(|(family, _)| family.clone())
    })
}

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
    let fonts = options.fontdb_mut();
    fonts.load_system_fonts();
    if let Some(family) = family(fonts, false) {
        fonts.set_sans_serif_family(family);
    }
    if let Some(family) = family(fonts, true) {
        fonts.set_monospace_family(family);
    }
    let tree = Tree::from_str(svg, &options).map_err(|error| PngError(error.to_string()))?;
    let side = |length: f32| (length * scale).ceil() as u32;
    let (width, height) = (side(tree.size().width()), side(tree.size().height()));
    let few = u64::from(width) * u64::from(height) <= MOST_PIXELS;
    let pixels = few.then(|| Pixmap::new(width, height)).flatten();
    let mut pixels = pixels.ok_or_else(|| {
        PngError(format!(
            "{width} × {height} pixels are none, or more than {MOST_PIXELS}"
        ))
    })?;
    resvg::render(
        &tree,
        Transform::from_scale(scale, scale),
        &mut pixels.as_mut(),
    );
    pixels
        .encode_png()
        .map_err(|error| PngError(error.to_string()))
}
