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
    role: Colour,
    met: Colour,
    attended: Colour,
    visit: Colour,
    links: Colour,
}

const fn rgb(hex: u32) -> Colour {
    let [_, r, g, b] = hex.to_be_bytes();
    Colour(r, g, b)
}

const LIGHT: Palette = Palette {
    page: rgb(0xff_ff_ff),
    ink: rgb(0x18_21_2f),
    quiet: rgb(0x53_5f_70),
    rule: rgb(0xd9_de_e6),
    hull: rgb(0xf4_f6_fa),
    hull_border: rgb(0xd3_da_e5),
    band: rgb(0xe1_e7_f0),
    person: [rgb(0xff_ff_ff), rgb(0x3b_4a_61)],
    official: [rgb(0xeb_ee_f3), rgb(0x76_82_96)],
    chamber: [rgb(0xd6_e5_f7), rgb(0x2a_5d_99)],
    parliament: [rgb(0xea_f2_fb), rgb(0x2a_5d_99)],
    commission: [rgb(0xff_f2_d0), rgb(0x8f_66_00)],
    assembly: [rgb(0xf0_e8_f8), rgb(0x6f_4b_9b)],
    role: rgb(0x7b_87_99),
    met: rgb(0x0a_5f_b4),
    attended: rgb(0x00_75_5e),
    visit: rgb(0xb5_41_0c),
    links: rgb(0xa8_7d_16),
};

const DARK: Palette = Palette {
    page: rgb(0x12_17_20),
    ink: rgb(0xec_f0_f6),
    quiet: rgb(0xa9_b4_c4),
    rule: rgb(0x34_3d_4c),
    hull: rgb(0x1a_21_2d),
    hull_border: rgb(0x33_3e_50),
    band: rgb(0x2a_34_45),
    person: [rgb(0x12_17_20), rgb(0xb9_c5_d6)],
    official: [rgb(0x2b_33_40), rgb(0x8a_97_aa)],
    chamber: [rgb(0x1d_3a_5c), rgb(0x7f_b2_ec)],
    parliament: [rgb(0x18_2a_40), rgb(0x7f_b2_ec)],
    commission: [rgb(0x43_36_10), rgb(0xe4_b9_4c)],
    assembly: [rgb(0x38_29_4b), rgb(0xc6_a5_ec)],
    role: rgb(0x8a_96_a8),
    met: rgb(0x6c_b4_ff),
    attended: rgb(0x3f_cf_a9),
    visit: rgb(0xff_9a_62),
    links: rgb(0xc9_a0_3c),
};

const PRINT: Palette = Palette {
    page: rgb(0xff_ff_ff),
    ink: rgb(0x00_00_00),
    quiet: rgb(0x44_44_44),
    rule: rgb(0xbb_bb_bb),
    hull: rgb(0xf5_f5_f5),
    hull_border: rgb(0xaa_aa_aa),
    band: rgb(0xe2_e2_e2),
    person: [rgb(0xff_ff_ff), rgb(0x22_22_22)],
    official: [rgb(0xe8_e8_e8), rgb(0x66_66_66)],
    chamber: [rgb(0xff_ff_ff), rgb(0x00_00_00)],
    parliament: [rgb(0xff_ff_ff), rgb(0x00_00_00)],
    commission: [rgb(0xff_ff_ff), rgb(0x00_00_00)],
    assembly: [rgb(0xff_ff_ff), rgb(0x00_00_00)],
    role: rgb(0x77_77_77),
    met: rgb(0x00_00_00),
    attended: rgb(0x22_22_22),
    visit: rgb(0x22_22_22),
    links: rgb(0x88_88_88),
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
            What::Node(NodeKind::Chamber | NodeKind::State) => (self.chamber, 1.5),
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
            TieKind::Links => (self.links, 1.4, Dash::Solid),
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
        ]
        .map(|kind| palette.stroke(kind))
        .map(|stroke| (stroke.dash, stroke.width.to_bits()));
        for (index, one) in patterns.iter().enumerate() {
            assert!(patterns.iter().skip(index + 1).all(|other| other != one));
        }
    }
}
