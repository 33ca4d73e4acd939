//! SVG of a drawing: one file that looks the same in every browser, without scripts, style sheets or other files.
//!
//! Words are text, not outlines, so that they can be searched and copied. The boxes were measured with the embedded
//! font; the fonts named after it are about as wide.

use std::fmt::Write as _;
use std::io;

use super::xml::escaped;
use crate::diagram::{
    Anchor, Dash, Drawing, Group, Mark, Outline, Part, Point, Rect, Step, Stroke, TextMark,
};

/// The fonts that a viewer may take, the first that is there.
const FONTS: &str = "'DejaVu Sans Condensed','Segoe UI','Helvetica Neue',Helvetica,Arial,'Liberation Sans','Noto Sans',sans-serif";

/// How wide the rim of letters is drawn: half of it lies outside of them, and hides lines between two words too.
const RIM: u8 = 6;

/// Writes a drawing as SVG, with what is told when one points at something.
///
/// # Errors
/// Where the target cannot be written to.
pub fn write(drawing: &Drawing, out: &mut dyn io::Write) -> io::Result<()> {
    out.write_all(document(drawing, true).as_bytes())
}

/// The drawing as SVG: for pointing at, with titles, or for looking at, without.
pub(crate) fn document(drawing: &Drawing, to_point_at: bool) -> String {
    let mut svg = String::new();
    let (width, height) = (number(drawing.width), number(drawing.height));
    let _ = writeln!(
        svg,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" \
         viewBox=\"0 0 {width} {height}\" role=\"img\" font-family=\"{FONTS}\">"
    );
    let _ = writeln!(svg, "<title>{}</title>", escaped(&drawing.title));
    let _ = writeln!(svg, "<desc>{}</desc>", escaped(&drawing.summary));
    let _ = writeln!(
        svg,
        "<rect width=\"{width}\" height=\"{height}\" fill=\"{}\"/>",
        drawing.background
    );
    for group in &drawing.groups {
        if to_point_at || group.part != Part::Hint {
            write_group(&mut svg, group, to_point_at);
        }
    }
    svg.push_str("</svg>\n");
    svg
}

fn write_group(svg: &mut String, group: &Group, to_point_at: bool) {
    let class = match group.part {
        Part::Heading => "heading",
        Part::Hull => "area",
        Part::Tie => "tie",
        Part::Node => "node",
        Part::Label => "label",
        Part::Legend => "legend",
        Part::Hint => "hint",
    };
    let _ = writeln!(svg, "<g class=\"{class}\">");
    if let Some(hover) = group.hover.as_ref().filter(|_| to_point_at) {
        let _ = writeln!(svg, "<title>{}</title>", escaped(hover));
    }
    for mark in &group.marks {
        match mark {
            Mark::Shape {
                outline,
                fill,
                stroke,
            } => {
                write_outline(svg, outline);
                let fill = fill.map_or_else(|| "none".to_owned(), |c| c.to_string());
                let stroke = stroke.as_ref().map_or_else(String::new, stroked);
                let _ = writeln!(svg, " fill=\"{fill}\"{stroke}/>");
            }
            Mark::Line { path, stroke } => {
                let course = course(path);
                if group.hover.is_some() && to_point_at {
                    // A thin line is hard to hit: a wide one that nobody sees lies on it.
                    let _ = writeln!(
                        svg,
                        "<path d=\"{course}\" fill=\"none\" stroke=\"#000\" stroke-opacity=\"0\" stroke-width=\"11\"/>"
                    );
                }
                let _ = writeln!(
                    svg,
                    "<path d=\"{course}\" fill=\"none\"{}/>",
                    stroked(stroke)
                );
            }
            Mark::Text(text) => write_text(svg, text),
        }
    }
    svg.push_str("</g>\n");
}

fn write_outline(svg: &mut String, outline: &Outline) {
    let _ = match outline {
        Outline::Box { rect, radius } => write!(
            svg,
            "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" rx=\"{}\"",
            number(rect.x),
            number(rect.y),
            number(rect.width),
            number(rect.height),
            number(*radius)
        ),
        Outline::Band { rect, radius } => write!(svg, "<path d=\"{}\"", band(*rect, *radius)),
        Outline::Polygon(points) => {
            let points: Vec<String> = points
                .iter()
                .map(|p| format!("{},{}", number(p.x), number(p.y)))
                .collect();
            write!(
                svg,
                "<polygon points=\"{}\" stroke-linejoin=\"round\"",
                points.join(" ")
            )
        }
        Outline::Oval(rect) => write!(
            svg,
            "<ellipse cx=\"{}\" cy=\"{}\" rx=\"{}\" ry=\"{}\"",
            number(rect.centre().x),
            number(rect.centre().y),
            number(rect.width / 2.0),
            number(rect.height / 2.0)
        ),
    };
}

fn band(rect: Rect, radius: f64) -> String {
    let r = number(radius);
    format!(
        "M{} {}V{}a{r} {r} 0 0 1 {r} -{r}H{}a{r} {r} 0 0 1 {r} {r}V{}Z",
        number(rect.x),
        number(rect.bottom()),
        number(rect.y + radius),
        number(rect.right() - radius),
        number(rect.bottom()),
    )
}

fn course(path: &[Step]) -> String {
    let point = |p: &Point| format!("{} {}", number(p.x), number(p.y));
    let mut course = String::new();
    for step in path {
        let _ = match step {
            Step::Move(p) => write!(course, "M{}", point(p)),
            Step::Line(p) => write!(course, "L{}", point(p)),
            Step::Curve(a, b, p) => write!(course, "C{} {} {}", point(a), point(b), point(p)),
        };
    }
    course
}

fn stroked(stroke: &Stroke) -> String {
    let dash = match stroke.dash {
        Dash::Solid => "",
        Dash::Dashed => " stroke-dasharray=\"7 4\"",
        Dash::Fine => " stroke-dasharray=\"3 2.5\"",
        Dash::Dotted => " stroke-dasharray=\"0.1 4.5\" stroke-linecap=\"round\"",
    };
    format!(
        " stroke=\"{}\" stroke-width=\"{}\"{dash}",
        stroke.colour,
        number(stroke.width)
    )
}

fn write_text(svg: &mut String, text: &TextMark) {
    let weight = if text.bold {
        " font-weight=\"700\""
    } else {
        ""
    };
    let anchor = match text.anchor {
        Anchor::Left => "",
        Anchor::Middle => " text-anchor=\"middle\"",
        Anchor::Right => " text-anchor=\"end\"",
    };
    let rim = text.rim.map_or_else(String::new, |colour| {
        format!(" stroke=\"{colour}\" stroke-width=\"{RIM}\" stroke-linejoin=\"round\" paint-order=\"stroke\"")
    });
    let _ = writeln!(
        svg,
        "<text x=\"{}\" y=\"{}\" font-size=\"{}\"{weight}{anchor} fill=\"{}\"{rim}>{}</text>",
        number(text.at.x),
        number(text.at.y),
        number(text.size),
        text.colour,
        escaped(&text.content)
    );
}

/// A length in tenths of a pixel, without needless digits: every machine writes the same.
fn number(length: f64) -> String {
    let tenths = (length * 10.0).round() / 10.0;
    // Minus nought is nought.
    format!("{}", tenths + 0.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagram::Colour;

    #[test]
    fn words_keep_their_end_and_their_rim_in_any_font() {
        let colour = Colour(1, 2, 3);
        let mut text = TextMark {
            content: "Aru".to_owned(),
            at: Point::new(8.0, 9.0),
            size: 12.0,
            bold: false,
            anchor: Anchor::Right,
            colour,
            rim: None,
        };
        let written = |text: &TextMark| {
            let mut svg = String::new();
            write_text(&mut svg, text);
            svg
        };
        let plain = written(&text);
        assert!(plain.contains(" text-anchor=\"end\""), "{plain}");
        assert!(!plain.contains("stroke"), "{plain}");
        text.rim = Some(colour);
        let rimmed = written(&text);
        assert!(rimmed.contains(" paint-order=\"stroke\""), "{rimmed}");
    }

    #[test]
    fn lengths_are_written_in_tenths() {
        assert_eq!(number(12.04), "12");
        assert_eq!(number(-0.04), "0");
        assert_eq!(number(7.25), "7.3");
    }
}
