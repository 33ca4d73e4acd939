//! How wide words are: the advance widths of the embedded font, read from the font itself.
//!
//! Kerning and the joining of Arabic letters are left out; both make words narrower, so a box is never too small.

use std::sync::OnceLock;

/// The regular face, `DejaVu Sans Condensed`; its licence lies beside it.
pub const REGULAR: &[u8] = include_bytes!("font/DejaVuSansCondensed.ttf");
/// The bold face.
pub const BOLD: &[u8] = include_bytes!("font/DejaVuSansCondensed-Bold.ttf");

/// The width of a line of words in pixels.
#[must_use]
pub fn width(words: &str, size: f64, bold: bool) -> f64 {
    static FACES: OnceLock<[Face; 2]> = OnceLock::new();
    let [regular, heavy] = FACES.get_or_init(|| [Face::read(REGULAR), Face::read(BOLD)]);
    let face = if bold { heavy } else { regular };
    words.chars().map(|c| face.advance(c)).sum::<f64>() * size
}

/// The parts of a TrueType file that widths need.
struct Face {
    data: &'static [u8],
    /// Offset of the character map of format 12, which maps every plane.
    map: usize,
    /// Offset of the widths.
    widths: usize,
    /// How many glyphs have a width of their own; the rest share the last one's.
    own_widths: u32,
    units_per_em: f64,
}

impl Face {
    /// Finds the tables. A font without them gives every character the width of the size.
    fn read(data: &'static [u8]) -> Self {
        let table = |tag: &[u8; 4]| {
            let tables = usize::from(u16_at(data, 4)?);
            (0..tables)
                .map(|i| 12 + 16 * i)
                .find(|at| data.get(*at..at + 4) == Some(tag))
                .and_then(|at| offset_at(data, at + 8))
        };
        let map = table(b"cmap").and_then(|cmap| {
            let maps = usize::from(u16_at(data, cmap + 2)?);
            (0..maps)
                .filter_map(|i| Some(cmap + offset_at(data, cmap + 8 + 8 * i)?))
                .find(|at| u16_at(data, *at) == Some(12))
        });
        Self {
            data,
            map: map.unwrap_or(usize::MAX / 2),
            widths: table(b"hmtx").unwrap_or(usize::MAX / 2),
            own_widths: table(b"hhea")
                .and_then(|at| u16_at(data, at + 34))
                .map_or(0, u32::from),
            units_per_em: table(b"head")
                .and_then(|at| u16_at(data, at + 18))
                .map_or(1000.0, f64::from),
        }
    }

    /// The width of a character as a share of the type's size; a character that the font lacks counts as a square.
    fn advance(&self, c: char) -> f64 {
        if is_invisible(c) {
            return 0.0;
        }
        self.glyph(u32::from(c))
            .and_then(|glyph| {
                let place = glyph.min(self.own_widths.checked_sub(1)?);
                u16_at(self.data, self.widths + 4 * usize::try_from(place).ok()?)
            })
            .map_or(1.0, |units| f64::from(units) / self.units_per_em)
    }

    /// The glyph of a code point, found by halving in the sorted ranges of the map.
    fn glyph(&self, code: u32) -> Option<u32> {
        let (mut low, mut high) = (0, offset_at(self.data, self.map + 12)?);
        while low < high {
            let middle = low.midpoint(high);
            let at = self.map + 16 + 12 * middle;
            let (first, last) = (u32_at(self.data, at)?, u32_at(self.data, at + 4)?);
            if code < first {
                high = middle;
            } else if code > last {
                low = middle + 1;
            } else {
                return Some(u32_at(self.data, at + 8)? + (code - first));
            }
        }
        None
    }
}

/// Marks of direction and joiners, which renderers do not draw.
const fn is_invisible(c: char) -> bool {
    matches!(c, '\u{061c}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

fn u16_at(data: &[u8], at: usize) -> Option<u16> {
    let bytes = data.get(at..at.checked_add(2)?)?;
    Some(u16::from_be_bytes(bytes.try_into().ok()?))
}

fn u32_at(data: &[u8], at: usize) -> Option<u32> {
    let bytes = data.get(at..at.checked_add(4)?)?;
    Some(u32::from_be_bytes(bytes.try_into().ok()?))
}

fn offset_at(data: &[u8], at: usize) -> Option<usize> {
    usize::try_from(u32_at(data, at)?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_font_has_the_scripts_of_the_field() {
        for letter in [
            'A', 'é', 'ş', 'Ж', 'ә', 'Ω', 'ا', 'ی', 'Ա', 'ა', 'א', '·', '…',
        ] {
            for face in [Face::read(REGULAR), Face::read(BOLD)] {
                assert!(face.glyph(u32::from(letter)).is_some(), "{letter}");
            }
        }
    }

    #[test]
    fn wide_letters_are_wider_and_bold_is_wider_still() {
        assert!(width("mm", 12.0, false) > width("ii", 12.0, false));
        assert!(width("Majilis", 12.0, true) > width("Majilis", 12.0, false));
        assert!((width("Majilis", 24.0, false) - 2.0 * width("Majilis", 12.0, false)).abs() < 1e-9);
    }

    #[test]
    fn marks_of_direction_take_no_room_and_unknown_letters_take_a_square() {
        assert!(width("\u{2068}\u{2069}", 12.0, false).abs() < 1e-9);
        assert!((width("国", 12.0, false) - 12.0).abs() < 1e-9);
    }
}
