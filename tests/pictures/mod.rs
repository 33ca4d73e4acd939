//! Pictures: nothing lies on anything else, the same graph gives the same bytes, hostile names do no harm.

mod fixture;
mod graphviz;
mod invented;
#[cfg(feature = "png")]
mod painted;
mod views;

use std::error::Error;

use interparl::diagram::{
    DiagramOptions, Drawing, Engine, Mark, Part, Point, Rect, Step, Theme, draw,
};
use interparl::export::svg;
use interparl::graph::RelationGraph;
use interparl::ontology::NodeKind;

use invented::invented;

type Checked = Result<(), Box<dyn Error>>;

/// The graphs that every test looks at, with their names.
fn samples() -> Result<Vec<(String, RelationGraph)>, Box<dyn Error>> {
    let mut samples = vec![
        ("nothing".to_owned(), RelationGraph::new()),
        ("article".to_owned(), fixture::article()?),
    ];
    for (nodes, states, seed) in [
        (12, 1, 9),
        (14, 2, 5),
        (20, 2, 7),
        (25, 3, 3),
        (30, 4, 8),
        (50, 6, 1),
    ] {
        let name = format!("{nodes} nodes of {states} states");
        samples.push((name, invented(nodes, states, seed)?));
    }
    Ok(samples)
}

fn bounds(drawing: &Drawing, part: Part) -> Vec<Rect> {
    let groups = drawing.groups.iter().filter(|g| g.part == part);
    groups.map(|g| g.bounds).collect()
}

/// Points along all lines, about two pixels apart.
fn points_on_lines(drawing: &Drawing) -> Vec<Point> {
    let mut points = Vec::new();
    let ties = drawing.groups.iter().filter(|g| g.part == Part::Tie);
    for mark in ties.flat_map(|g| &g.marks) {
        let Mark::Line { path, .. } = mark else {
            continue;
        };
        let mut at = Point::default();
        for step in path {
            let (a, b, end) = match *step {
                Step::Move(p) => (p, p, p),
                Step::Line(p) => (at, p, p),
                Step::Curve(a, b, p) => (a, b, p),
            };
            if !matches!(step, Step::Move(_)) {
                for share in (0..=300).map(|i| f64::from(i) / 300.0) {
                    let rest = 1.0 - share;
                    let weights = [
                        rest.powi(3),
                        3.0 * rest * rest * share,
                        3.0 * rest * share * share,
                        share.powi(3),
                    ];
                    let along =
                        |values: [f64; 4]| weights.iter().zip(values).map(|(w, v)| w * v).sum();
                    points.push(Point::new(
                        along([at.x, a.x, b.x, end.x]),
                        along([at.y, a.y, b.y, end.y]),
                    ));
                }
            }
            at = end;
        }
    }
    points
}

fn has(rect: &Rect, point: Point) -> bool {
    rect.x < point.x && point.x < rect.right() && rect.y < point.y && point.y < rect.bottom()
}

#[test]
fn no_node_lies_on_another_and_no_words_on_a_node() -> Checked {
    for engine in [Engine::Layered, Engine::Force] {
        for (name, graph) in samples()? {
            let drawing = draw(
                &graph,
                &DiagramOptions {
                    engine,
                    ..DiagramOptions::default()
                },
            );
            let (nodes, labels) = (bounds(&drawing, Part::Node), bounds(&drawing, Part::Label));
            for (index, one) in nodes.iter().enumerate() {
                for other in nodes.iter().skip(index + 1) {
                    // A parliament encloses its chambers.
                    let encloses = one.contains(other) || other.contains(one);
                    assert!(
                        encloses || !one.overlaps(other),
                        "{name}: {one:?} {other:?}"
                    );
                }
                for label in &labels {
                    assert!(!one.overlaps(label), "{name}: {one:?} {label:?}");
                }
            }
            for (index, one) in labels.iter().enumerate() {
                assert!(
                    labels
                        .iter()
                        .skip(index + 1)
                        .all(|other| !one.overlaps(other)),
                    "{name}: {one:?}"
                );
            }
        }
    }
    Ok(())
}

#[test]
fn in_columns_no_line_runs_through_a_node_or_through_words() -> Checked {
    for (name, graph) in samples()? {
        let drawing = draw(
            &graph,
            &DiagramOptions {
                engine: Engine::Layered,
                ..DiagramOptions::default()
            },
        );
        let points = points_on_lines(&drawing);
        assert!(name == "nothing" || points.len() > 1000, "{name}");
        // A line to a chamber may cross the border of the parliament that encloses it.
        let nodes = bounds(&drawing, Part::Node)
            .into_iter()
            .map(|r| r.grown(-9.5));
        let labels = bounds(&drawing, Part::Label)
            .into_iter()
            .map(|r| r.grown(-1.0));
        for rect in nodes.chain(labels) {
            let hit = points.iter().find(|p| has(&rect, **p));
            assert!(hit.is_none(), "{name}: {hit:?} {rect:?}");
        }
    }
    Ok(())
}

#[test]
fn everything_lies_on_the_page() -> Checked {
    for engine in [Engine::Layered, Engine::Force] {
        for (name, graph) in samples()? {
            let drawing = draw(
                &graph,
                &DiagramOptions {
                    engine,
                    ..DiagramOptions::default()
                },
            );
            let page = Rect::new(0.0, 0.0, drawing.width, drawing.height);
            for group in &drawing.groups {
                assert!(
                    page.contains(&group.bounds),
                    "{name}: {:?} {:?}",
                    group.part,
                    group.bounds
                );
            }
            assert!(
                points_on_lines(&drawing).into_iter().all(|p| has(&page, p)),
                "{name}"
            );
        }
    }
    Ok(())
}

fn svg_of(graph: &RelationGraph, options: &DiagramOptions) -> Result<String, Box<dyn Error>> {
    let mut bytes = Vec::new();
    svg::write(&draw(graph, options), &mut bytes)?;
    Ok(String::from_utf8(bytes)?)
}

#[test]
fn the_same_graph_gives_the_same_bytes() -> Checked {
    for engine in [Engine::Layered, Engine::Force] {
        let options = DiagramOptions {
            engine,
            ..DiagramOptions::default()
        };
        let (one, two) = (invented(50, 6, 1)?, invented(50, 6, 1)?);
        assert_eq!(svg_of(&one, &options)?, svg_of(&two, &options)?);
    }
    Ok(())
}

#[test]
fn a_large_graph_shows_its_most_telling_nodes_and_says_so() -> Checked {
    let graph = invented(400, 12, 2)?;
    let drawing = draw(&graph, &DiagramOptions::default());
    let expected = format!("of {} nodes", graph.node_count());
    assert!(drawing.summary.contains("Showing "), "{}", drawing.summary);
    assert!(drawing.summary.contains(&expected), "{}", drawing.summary);
    let all = DiagramOptions {
        max_nodes: 400,
        ..DiagramOptions::default()
    };
    assert!(!draw(&graph, &all).summary.contains("Showing "));
    Ok(())
}

#[test]
fn quotes_are_told_where_one_points_unless_they_are_to_stay_at_home() -> Checked {
    let graph = fixture::article()?;
    let with = svg_of(&graph, &DiagramOptions::default())?;
    assert!(
        with.contains("“met in Astana” – Delegations meet (sample-1), Sample Agency, 2024-06-14")
    );
    let without = svg_of(
        &graph,
        &DiagramOptions {
            quotes: false,
            ..DiagramOptions::default()
        },
    )?;
    assert!(!without.contains("met in Astana”"));
    assert!(without.contains("said in Delegations meet (sample-1)"));
    Ok(())
}

/// Names that break a careless file, terminal or reader.
fn hostile() -> Result<RelationGraph, Box<dyn Error>> {
    let mut b = fixture::Builder::new(&[("a\"</title><script>alert(1)</script>\\", "2024-06-14")]);
    let names = [
        "\"quoted\" \\ back\\slash\\",
        "<b>&amp;</b> > <",
        "line\r\nfeed\ttab",
        "esc\u{1b}[31m\u{0}\u{7}\u{9b}",
        "\u{202e}turned\u{202c} \u{2067}round",
        "</script></svg>]]>",
        "عبد الله \"ال\" رئيس",
        "\\N\\G\\l\\",
        "{rec|ord} %d \u{fffe}",
        "",
    ];
    b.node("state/\"", NodeKind::State, "St\"ate<&>\\", Some("XX"))?;
    for (index, name) in names.iter().enumerate() {
        let id = format!("person/{index}\"\\<");
        b.node(&id, NodeKind::Legislator, name, Some("XX"))?;
        b.role(&id, "state/\"", interparl::ontology::Office::Minister, name)?;
    }
    b.node("commission/\n", NodeKind::Commission, names[0], None)?;
    let first = "person/0\"\\<";
    b.role(
        first,
        "commission/\n",
        interparl::ontology::Office::Chair,
        names[3],
    )?;
    b.meeting(
        "meeting/\"",
        "2024-06-14",
        names[5],
        [&[first], &["person/1\"\\<"]],
        None,
    )?;
    Ok(b.graph)
}

#[test]
fn hostile_names_leave_well_formed_svg_without_control_characters() -> Checked {
    for theme in [Theme::Light, Theme::Dark, Theme::Print] {
        let svg = svg_of(
            &hostile()?,
            &DiagramOptions {
                theme,
                ..DiagramOptions::default()
            },
        )?;
        let mut reader = quick_xml::Reader::from_str(&svg);
        reader.config_mut().check_end_names = true;
        let mut elements = 0;
        loop {
            let event = reader.read_event()?;
            if let quick_xml::events::Event::Start(element) = &event {
                assert_ne!(element.name().as_ref(), "script");
                elements += 1;
            }
            if matches!(event, quick_xml::events::Event::Eof) {
                break;
            }
        }
        assert!(elements > 30);
        assert!(svg.chars().all(|c| c == '\n' || !c.is_control()));
        assert!(!svg.contains(['\u{202e}', '\u{2067}', '\u{fffe}']));
    }
    Ok(())
}

#[cfg(not(feature = "png"))]
#[test]
fn without_the_feature_png_says_how_to_get_it() -> Checked {
    use interparl::export::png;
    let drawing = draw(&fixture::article()?, &DiagramOptions::default());
    let error = png::write(&drawing, &mut Vec::new())
        .err()
        .ok_or("it was painted")?;
    assert_eq!(error.to_string(), "this interparl was built without PNG");
    assert!(error.hint().is_some());
    Ok(())
}
