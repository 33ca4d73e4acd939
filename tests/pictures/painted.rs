//! PNG: what is painted can be seen.

use interparl::diagram::{DiagramOptions, Mark, Part, Theme, draw};
use interparl::export::{png, svg};

use super::{Checked, fixture, hostile, invented, samples};

/// Resvg leaves words out without a word where it has no font for them.
#[test]
fn a_label_has_dark_pixels() -> Checked {
    use resvg::tiny_skia::Pixmap;
    for (name, graph) in samples()? {
        let drawing = draw(&graph, &DiagramOptions::default());
        let mut bytes = Vec::new();
        png::write(&drawing, &mut bytes)?;
        let picture = Pixmap::decode_png(&bytes)?;
        for group in &drawing.groups {
            for mark in &group.marks {
                let Mark::Text(text) = mark else { continue };
                if group.part == Part::Hint || text.content.is_empty() {
                    continue;
                }
                let wide = interparl::diagram::width(&text.content, text.size, text.bold);
                let left = text.at.x - text.anchor.to_left(wide);
                let (x, y) = (left * 2.0, (text.at.y - text.size * 0.6) * 2.0);
                let across = (0..=400).map(|i| x + wide * 2.0 * f64::from(i) / 400.0);
                #[expect(
                    clippy::cast_possible_truncation,
                    clippy::cast_sign_loss,
                    reason = "places on the page"
                )]
                let dark = across
                    .filter_map(|x| picture.pixel(x as u32, (y + text.size * 0.6) as u32))
                    .any(|p| u32::from(p.red()) + u32::from(p.green()) + u32::from(p.blue()) < 520);
                assert!(dark, "{name}: {}", text.content);
            }
        }
    }
    Ok(())
}

#[test]
fn a_picture_too_large_to_paint_is_refused_with_a_hint() -> Checked {
    let mut drawing = draw(&fixture::article()?, &DiagramOptions::default());
    drawing.height = 1.0e6;
    let mut bytes = Vec::new();
    let error = png::write(&drawing, &mut bytes)
        .err()
        .ok_or("it was painted")?;
    assert!(
        error.to_string().contains("2000000 pixels is larger than"),
        "{error}"
    );
    assert!(error.hint().is_some());
    assert!(bytes.is_empty());
    Ok(())
}

/// Where `INTERPARL_PICTURES` names a folder, samples are written there to be looked at.
#[test]
fn samples_are_drawn_for_looking_at() -> Checked {
    let Some(folder) = std::env::var_os("INTERPARL_PICTURES") else {
        return Ok(());
    };
    let folder = std::path::PathBuf::from(folder);
    std::fs::create_dir_all(&folder)?;
    let shown = |max_nodes: usize, theme: Theme| DiagramOptions {
        max_nodes,
        theme,
        ..DiagramOptions::default()
    };
    let samples = [
        ("article", fixture::article()?, shown(60, Theme::Light)),
        ("article-dark", fixture::article()?, shown(60, Theme::Dark)),
        (
            "article-print",
            fixture::article()?,
            shown(60, Theme::Print),
        ),
        ("hostile", hostile()?, shown(60, Theme::Light)),
        ("n25-s3", invented(25, 3, 3)?, shown(60, Theme::Light)),
        ("n50-s6", invented(50, 6, 1)?, shown(60, Theme::Light)),
        ("n200-s12", invented(200, 12, 2)?, shown(200, Theme::Light)),
        (
            "n1000-s12-top60",
            invented(1000, 12, 2)?,
            shown(60, Theme::Light),
        ),
    ];
    for (name, graph, options) in samples {
        let drawing = draw(&graph, &options);
        let file = |ending: &str| std::fs::File::create(folder.join(format!("{name}.{ending}")));
        svg::write(&drawing, &mut file("svg")?)?;
        png::write(&drawing, &mut file("png")?)?;
    }
    let all = shown(1000, Theme::Light);
    let drawing = draw(&invented(1000, 12, 2)?, &all);
    svg::write(
        &drawing,
        &mut std::fs::File::create(folder.join("n1000-s12-all.svg"))?,
    )?;
    Ok(())
}
