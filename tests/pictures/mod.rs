//! Pictures: nothing lies on anything else, the same graph gives the same bytes, hostile names do no harm.

mod fixture;

use std::error::Error;

use interparl::diagram::{DiagramOptions, draw};
use interparl::export::{png, svg};

type Checked = Result<(), Box<dyn Error>>;

/// Where `INTERPARL_PICTURES` names a folder, the samples are written there to be looked at.
#[test]
fn samples_are_drawn_for_looking_at() -> Checked {
    let Some(folder) = std::env::var_os("INTERPARL_PICTURES") else {
        return Ok(());
    };
    let folder = std::path::PathBuf::from(folder);
    std::fs::create_dir_all(&folder)?;
    let samples = [
        ("article", fixture::article()?),
        ("n25-s3", fixture::invented(25, 3, 3)?),
        ("n50-s6", fixture::invented(50, 6, 1)?),
        ("n200-s12", fixture::invented(200, 12, 2)?),
        ("n1000-s12", fixture::invented(1000, 12, 2)?),
    ];
    for (name, graph) in samples {
        let options = DiagramOptions {
            max_nodes: if name.starts_with("n200-") { 200 } else { 60 },
            ..DiagramOptions::default()
        };
        let drawing = draw(&graph, &options);
        svg::write(
            &drawing,
            &mut std::fs::File::create(folder.join(format!("{name}.svg")))?,
        )?;
        png::write(
            &drawing,
            &mut std::fs::File::create(folder.join(format!("{name}.png")))?,
        )?;
    }
    Ok(())
}
