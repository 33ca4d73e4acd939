//! DOT: it parses back, hostile names or not, and Graphviz draws it where it is installed.

use std::ffi::OsStr;
use std::time::Duration;

use graphviz_rust::dot_structures::{Graph, Stmt};
use interparl::diagram::DiagramOptions;
use interparl::export::graphviz::{GraphvizError, Output, TIME_LIMIT, draw, run};
use interparl::export::{ExportOptions, dot};
use interparl::graph::RelationGraph;

use super::{Checked, fixture, hostile, invented, samples};
use crate::sample::skipped;

fn dot_of(graph: &RelationGraph) -> Result<String, Box<dyn std::error::Error>> {
    let mut bytes = Vec::new();
    dot::write(graph, &ExportOptions { quotes: true }, &mut bytes)?;
    Ok(String::from_utf8(bytes)?)
}

/// The numbers of nodes (outside of the legend) and clusters.
fn counted(dot: &str) -> Result<(usize, usize), Box<dyn std::error::Error>> {
    let Graph::DiGraph { stmts, .. } = graphviz_rust::parse(dot)? else {
        return Err("not a directed graph".into());
    };
    let nodes_in = |stmts: &[Stmt]| stmts.iter().filter(|s| matches!(s, Stmt::Node(_))).count();
    let (mut nodes, mut clusters) = (nodes_in(&stmts), 0);
    for statement in &stmts {
        if let Stmt::Subgraph(cluster) = statement {
            clusters += 1;
            let id = cluster.id.to_string();
            nodes += if id.contains("legend") {
                0
            } else {
                nodes_in(&cluster.stmts)
            };
        }
    }
    Ok((nodes, clusters))
}

/// Whether there is a `dot` to try; where there is none, says so.
fn has_graphviz() -> Result<bool, Box<dyn std::error::Error>> {
    let found = std::process::Command::new("dot").arg("-V").output().is_ok();
    if !found {
        skipped("DOT by Graphviz", "there is none on the search path")?;
    }
    Ok(found)
}

#[test]
fn dot_parses_back_with_every_node_once() -> Checked {
    for (name, graph) in samples()? {
        let (nodes, clusters) = counted(&dot_of(&graph)?)?;
        assert_eq!(nodes, graph.node_count(), "{name}");
        assert!(name == "nothing" || clusters >= 2, "{name}");
    }
    Ok(())
}

#[test]
fn hostile_names_stay_words() -> Checked {
    let graph = hostile()?;
    let dot = dot_of(&graph)?;
    assert_eq!(counted(&dot)?.0, graph.node_count());
    assert!(
        dot.contains(r#"label="\"quoted\" \\ back\\slash\\""#),
        "{dot}"
    );
    assert!(
        dot.contains("&lt;b&gt;&amp;amp;&lt;/b&gt; &gt; &lt;"),
        "{dot}"
    );
    assert!(dot.chars().all(|c| c == '\n' || !c.is_control()));
    assert!(!dot.contains(['\u{202e}', '\u{2067}']));
    Ok(())
}

#[test]
fn several_meetings_of_one_pair_are_one_line() -> Checked {
    let dot = dot_of(&fixture::article()?)?;
    assert_eq!(
        dot.matches("2 meetings, last 2024-06-14\"").count(),
        1,
        "{dot}"
    );
    Ok(())
}

#[test]
fn graphviz_draws_what_we_write() -> Checked {
    if !has_graphviz()? {
        return Ok(());
    }
    for graph in [fixture::article()?, hostile()?, invented(50, 6, 1)?] {
        let svg = draw(&graph, &DiagramOptions::default(), Output::Svg)?;
        let svg = String::from_utf8(svg)?;
        assert!(svg.contains("</svg>"));
        let nodes = svg.matches("class=\"node\"").count();
        assert!(nodes > graph.node_count().min(50), "{nodes}");
    }
    let png = draw(
        &fixture::article()?,
        &DiagramOptions::default(),
        Output::Png,
    )?;
    assert_eq!(png.get(1..4), Some(&b"PNG"[..]));
    if let Some(folder) = std::env::var_os("INTERPARL_PICTURES") {
        std::fs::create_dir_all(&folder)?;
        std::fs::write(
            std::path::Path::new(&folder).join("article-graphviz.png"),
            png,
        )?;
    }
    Ok(())
}

#[test]
fn what_graphviz_complains_of_is_in_the_message() -> Checked {
    if !has_graphviz()? {
        return Ok(());
    }
    let error = run(OsStr::new("dot"), "digraph {", Output::Svg, TIME_LIMIT).err();
    let message = error.ok_or("it was drawn")?.to_string();
    assert!(
        message.starts_with("Graphviz failed: ") && message.contains("syntax error"),
        "{message}"
    );
    Ok(())
}

#[test]
fn without_graphviz_the_message_says_what_to_do() -> Checked {
    let program = OsStr::new("no-such-program-of-graphviz");
    let error = run(program, "digraph {}", Output::Svg, TIME_LIMIT).err();
    let error = error.ok_or("it was drawn")?;
    assert!(matches!(error, GraphvizError::NotInstalled(_)), "{error}");
    assert!(error.hint().is_some_and(|h| h.contains("install Graphviz")));
    Ok(())
}

#[cfg(unix)]
#[test]
fn a_program_that_does_not_end_is_stopped() -> Checked {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = tempfile::tempdir()?;
    let program = folder.path().join("slow");
    std::fs::write(&program, "#!/bin/sh\nexec sleep 30\n")?;
    std::fs::set_permissions(&program, std::fs::Permissions::from_mode(0o755))?;
    let started = std::time::Instant::now();
    let error = run(
        program.as_os_str(),
        "digraph {}",
        Output::Svg,
        Duration::from_millis(200),
    )
    .err();
    assert!(
        matches!(error, Some(GraphvizError::TimedOut(_))),
        "{error:?}"
    );
    assert!(started.elapsed() < Duration::from_secs(10));
    Ok(())
}
