//! PNG of a drawing, twice the size of the drawing in pixels. Needs the feature `png`.

use std::io;

use crate::diagram::Drawing;

/// A picture has at most so many pixels: 64 million take 256 megabytes while they are painted.
pub const MOST_PIXELS: u64 = 64_000_000;

/// Why a picture cannot be painted.
#[derive(Debug, thiserror::Error)]
pub enum PngError {
    /// The program was built without the feature `png`.
    #[error("this interparl was built without PNG")]
    NotBuilt,
    /// More than [`MOST_PIXELS`].
    #[error(
        "a picture of {width} by {height} pixels is larger than the {MOST_PIXELS} pixels that are possible"
    )]
    TooLarge {
        /// In pixels.
        width: u64,
        /// In pixels.
        height: u64,
    },
    /// The drawing cannot be read as SVG or encoded as PNG.
    #[error("the picture cannot be painted: {0}")]
    Painting(String),
    /// The target cannot be written to.
    #[error(transparent)]
    Io(#[from] io::Error),
}

impl PngError {
    /// What to do about it, where there is something.
    #[must_use]
    pub const fn hint(&self) -> Option<&'static str> {
        match self {
            Self::NotBuilt => Some("write SVG, or build with the feature \"png\""),
            Self::TooLarge { .. } => Some("show fewer nodes, or write SVG"),
            Self::Painting(_) | Self::Io(_) => None,
        }
    }
}

/// Writes a drawing as PNG.
///
/// # Errors
/// [`PngError::TooLarge`] where it has more than [`MOST_PIXELS`], [`PngError::Painting`] where the painter refuses it,
/// [`PngError::Io`] where the target cannot be written to.
#[cfg(feature = "png")]
pub fn write(drawing: &Drawing, out: &mut dyn io::Write) -> Result<(), PngError> {
    let bytes = painting::encoded(drawing)?;
    Ok(out.write_all(&bytes)?)
}

/// Says that this program cannot write PNG.
///
/// # Errors
/// Always [`PngError::NotBuilt`].
#[cfg(not(feature = "png"))]
pub fn write(_drawing: &Drawing, _out: &mut dyn io::Write) -> Result<(), PngError> {
    Err(PngError::NotBuilt)
}

#[cfg(feature = "png")]
mod painting {
    use std::sync::Arc;

    use resvg::{tiny_skia, usvg};

    use super::{MOST_PIXELS, PngError};
    use crate::diagram::{BOLD, Drawing, REGULAR};
    use crate::export::svg;

    /// Pixels of the picture for one of the drawing.
    const SCALE: f32 = 2.0;

    pub(super) fn encoded(drawing: &Drawing) -> Result<Vec<u8>, PngError> {
        let (width, height) = (doubled(drawing.width), doubled(drawing.height));
        let too_large = || PngError::TooLarge {
            width: u64::from(width),
            height: u64::from(height),
        };
        if u64::from(width) * u64::from(height) > MOST_PIXELS {
            return Err(too_large());
        }
        let tree = usvg::Tree::from_str(&svg::document(drawing, false), &options())
            .map_err(|e| PngError::Painting(e.to_string()))?;
        let mut canvas = tiny_skia::Pixmap::new(width, height).ok_or_else(too_large)?;
        let scale = tiny_skia::Transform::from_scale(SCALE, SCALE);
        resvg::render(&tree, scale, &mut canvas.as_mut());
        canvas
            .encode_png()
            .map_err(|e| PngError::Painting(e.to_string()))
    }

    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a cast of a float saturates, and what is too large is refused"
    )]
    fn doubled(length: f64) -> u32 {
        (length * f64::from(SCALE)).ceil() as u32
    }

    /// The embedded font and no other stands for every family: text without a font would be left out without a word.
    fn options() -> usvg::Options<'static> {
        let mut fonts = usvg::fontdb::Database::new();
        for face in [REGULAR, BOLD] {
            fonts.load_font_source(usvg::fontdb::Source::Binary(Arc::new(face)));
        }
        let family = "DejaVu Sans";
        fonts.set_sans_serif_family(family);
        fonts.set_serif_family(family);
        fonts.set_monospace_family(family);
        usvg::Options {
            font_family: family.to_owned(),
            fontdb: Arc::new(fonts),
            ..usvg::Options::default()
        }
    }
}
