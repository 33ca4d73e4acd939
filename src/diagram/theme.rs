//! Colours. Kinds of lines differ in pattern and width as well, so that nothing depends on telling colours apart.

use super::board::{TieKind, What};
use super::scene::{Colour, Dash, Stroke};
use crate::ontology::NodeKind;

/// For which page a picture is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Theme {
    /// Dark on white, on a screen.
    #[default]
    Light,
    /// Light on dark, on a screen.
    Dark,
    /// Black, white and greys.
    Print,
}

/// The colours of a box.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Paint {
    pub(crate) fill: Colour,
    pub(crate) border: Colour,
    pub(crate) width: f64,
}

/// The colours of a theme.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Palette {
    pub(crate) page: Colour,
    pub(crate) ink: Colour,
    pub(crate) quiet: Colour,
    pub(crate) rule: Colour,
    pub(crate) hull: Colour,
    pub(crate) hull_border: Colour,
    pub(crate) band: Colour,
    person: [Colour; 2],
    official: [Colour; 2],
    chamber: [Colour; 2],
    parliament: [Colour; 2],
    commission: [Colour; 2],
    assembly: [Colour; 2],
    pub(crate) role: Colour,
    met: Colour,
    attended: Colour,
    visit: Colour,
    links: Colour,
}

const LIGHT: Palette = Palette {
    page: Colour(0xff, 0xff, 0xff),
    ink: Colour(0x18, 0x21, 0x2f),
    quiet: Colour(0x53, 0x5f, 0x70),
    rule: Colour(0xd9, 0xde, 0xe6),
    hull: Colour(0xf4, 0xf6, 0xfa),
    hull_border: Colour(0xd3, 0xda, 0xe5),
    band: Colour(0xe1, 0xe7, 0xf0),
    person: [Colour(0xff, 0xff, 0xff), Colour(0x3b, 0x4a, 0x61)],
    official: [Colour(0xeb, 0xee, 0xf3), Colour(0x76, 0x82, 0x96)],
    chamber: [Colour(0xd6, 0xe5, 0xf7), Colour(0x2a, 0x5d, 0x99)],
    parliament: [Colour(0xea, 0xf2, 0xfb), Colour(0x2a, 0x5d, 0x99)],
    commission: [Colour(0xff, 0xf2, 0xd0), Colour(0x8f, 0x66, 0x00)],
    assembly: [Colour(0xf0, 0xe8, 0xf8), Colour(0x6f, 0x4b, 0x9b)],
    role: Colour(0x7b, 0x87, 0x99),
    met: Colour(0x0a, 0x5f, 0xb4),
    attended: Colour(0x00, 0x75, 0x5e),
    visit: Colour(0xb5, 0x41, 0x0c),
    links: Colour(0xa8, 0x7d, 0x16),
};

const DARK: Palette = Palette {
    page: Colour(0x12, 0x17, 0x20),
    ink: Colour(0xec, 0xf0, 0xf6),
    quiet: Colour(0xa9, 0xb4, 0xc4),
    rule: Colour(0x34, 0x3d, 0x4c),
    hull: Colour(0x1a, 0x21, 0x2d),
    hull_border: Colour(0x33, 0x3e, 0x50),
    band: Colour(0x2a, 0x34, 0x45),
    person: [Colour(0x12, 0x17, 0x20), Colour(0xb9, 0xc5, 0xd6)],
    official: [Colour(0x2b, 0x33, 0x40), Colour(0x8a, 0x97, 0xaa)],
    chamber: [Colour(0x1d, 0x3a, 0x5c), Colour(0x7f, 0xb2, 0xec)],
    parliament: [Colour(0x18, 0x2a, 0x40), Colour(0x7f, 0xb2, 0xec)],
    commission: [Colour(0x43, 0x36, 0x10), Colour(0xe4, 0xb9, 0x4c)],
    assembly: [Colour(0x38, 0x29, 0x4b), Colour(0xc6, 0xa5, 0xec)],
    role: Colour(0x8a, 0x96, 0xa8),
    met: Colour(0x6c, 0xb4, 0xff),
    attended: Colour(0x3f, 0xcf, 0xa9),
    visit: Colour(0xff, 0x9a, 0x62),
    links: Colour(0xc9, 0xa0, 0x3c),
};

const PRINT: Palette = Palette {
    page: Colour(0xff, 0xff, 0xff),
    ink: Colour(0x00, 0x00, 0x00),
    quiet: Colour(0x44, 0x44, 0x44),
    rule: Colour(0xbb, 0xbb, 0xbb),
    hull: Colour(0xf5, 0xf5, 0xf5),
    hull_border: Colour(0xaa, 0xaa, 0xaa),
    band: Colour(0xe2, 0xe2, 0xe2),
    person: [Colour(0xff, 0xff, 0xff), Colour(0x22, 0x22, 0x22)],
    official: [Colour(0xe8, 0xe8, 0xe8), Colour(0x66, 0x66, 0x66)],
    chamber: [Colour(0xff, 0xff, 0xff), Colour(0x00, 0x00, 0x00)],
    parliament: [Colour(0xff, 0xff, 0xff), Colour(0x00, 0x00, 0x00)],
    commission: [Colour(0xff, 0xff, 0xff), Colour(0x00, 0x00, 0x00)],
    assembly: [Colour(0xff, 0xff, 0xff), Colour(0x00, 0x00, 0x00)],
    role: Colour(0x77, 0x77, 0x77),
    met: Colour(0x00, 0x00, 0x00),
    attended: Colour(0x22, 0x22, 0x22),
    visit: Colour(0x22, 0x22, 0x22),
    links: Colour(0x88, 0x88, 0x88),
};

impl Theme {
    pub(crate) const fn palette(self) -> &'static Palette {
        match self {
            Self::Light => &LIGHT,
            Self::Dark => &DARK,
            Self::Print => &PRINT,
        }
    }
}

impl Palette {
    /// How a box is painted.
    pub(crate) fn paint(&self, what: What) -> Paint {
        let ([fill, border], width) = match what {
            What::Node(NodeKind::Legislator) => (self.person, 1.5),
            What::Node(NodeKind::Official) => (self.official, 1.5),
            What::Node(NodeKind::Chamber) => (self.chamber, 1.5),
            What::Node(NodeKind::State) => ([self.band, self.role], 1.5),
            What::Node(NodeKind::Parliament) => (self.parliament, 1.2),
            What::Node(NodeKind::Commission) => (self.commission, 1.5),
            What::Node(NodeKind::Assembly) => (self.assembly, 1.5),
            What::Meeting => ([self.page, self.met], 1.5),
            What::Visit { .. } => ([self.page, self.visit], 1.2),
        };
        Paint {
            fill,
            border,
            width,
        }
    }

    /// The colour of the words in a box.
    pub(crate) const fn words(&self, what: What, quiet: bool) -> Colour {
        match what {
            What::Meeting => self.met,
            What::Visit { .. } => self.visit,
            What::Node(_) if quiet => self.quiet,
            What::Node(_) => self.ink,
        }
    }

    /// How a line is drawn.
    pub(crate) const fn stroke(&self, kind: TieKind) -> Stroke {
        let (colour, width, dash) = match kind {
            TieKind::Role => (self.role, 1.4, Dash::Solid),
            TieKind::Met => (self.met, 2.6, Dash::Solid),
            TieKind::Attended => (self.attended, 1.8, Dash::Dashed),
            TieKind::Visit => (self.visit, 1.8, Dash::Solid),
            TieKind::PlannedVisit => (self.visit, 2.2, Dash::Dotted),
            TieKind::Links => (self.links, 1.5, Dash::Fine),
            TieKind::PartOf => (self.role, 1.0, Dash::Dashed),
        };
        Stroke {
            colour,
            width,
            dash,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const THEMES: [Theme; 3] = [Theme::Light, Theme::Dark, Theme::Print];

    #[test]
    fn words_have_the_contrast_of_wcag_aa() {
        for theme in THEMES {
            let palette = theme.palette();
            let kinds = NodeKind::ALL.iter().map(|kind| What::Node(*kind));
            for what in kinds.chain([What::Meeting, What::Visit { planned: true }]) {
                for quiet in [false, true] {
                    let ratio = palette
                        .words(what, quiet)
                        .contrast(palette.paint(what).fill);
                    assert!(ratio >= 4.5, "{theme:?} {what:?} {quiet}: {ratio}");
                }
            }
            for (words, below) in [
                (palette.ink, palette.page),
                (palette.quiet, palette.page),
                (palette.ink, palette.band),
                (palette.quiet, palette.hull),
            ] {
                assert!(words.contrast(below) >= 4.5, "{theme:?}");
            }
        }
    }

    #[test]
    fn lines_stand_out_from_the_page_and_from_areas() {
        for theme in THEMES {
            let palette = theme.palette();
            for kind in [
                TieKind::Role,
                TieKind::Met,
                TieKind::Attended,
                TieKind::Visit,
                TieKind::Links,
            ] {
                let colour = palette.stroke(kind).colour;
                for below in [palette.page, palette.hull] {
                    assert!(colour.contrast(below) >= 3.0, "{theme:?} {kind:?}");
                }
            }
        }
    }

    #[test]
    fn lines_differ_in_more_than_colour() {
        let palette = Theme::Light.palette();
        let patterns = [
            TieKind::Met,
            TieKind::Attended,
            TieKind::PlannedVisit,
            TieKind::Role,
            TieKind::Links,
        ]
        .map(|kind| palette.stroke(kind))
        .map(|stroke| (stroke.dash, stroke.width.to_bits()));
        for (index, one) in patterns.iter().enumerate() {
            assert!(patterns.iter().skip(index + 1).all(|other| other != one));
        }
    }
}
