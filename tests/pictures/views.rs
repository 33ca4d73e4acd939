//! Every view: nothing lies on anything else, all words are on the page, what was left out is said, hostile names do no
//! harm.

use std::collections::BTreeSet;

use interparl::diagram::{
    Colour, DiagramOptions, Drawing, Mark, Outline, Part, Point, Rect, Theme, View, draw_matrix,
    draw_view, width,
};
use interparl::export::svg;
use interparl::graph::{Edge, LifeRecord, Node, RelationGraph, Spell, Tie};
use interparl::ontology::{LifeEvent, NodeKind};
use interparl::query::{Party, Period, Scope, matrix};
use interparl::text::PartialDate;
use jiff::civil::Date;

use super::{Checked, fixture, hostile, invented};

/// The same graph with terms that have days, and bodies that have a life.
fn dated(graph: &RelationGraph) -> Result<RelationGraph, Box<dyn std::error::Error>> {
    let mut with_days = RelationGraph::new();
    for (place, (_, node)) in graph.nodes().enumerate() {
        let life = match node.kind {
            NodeKind::Commission => life(place),
            _ => Vec::new(),
        };
        with_days.add_node(Node {
            life,
            ..node.clone()
        })?;
    }
    for (place, edge) in graph.edges().iter().enumerate() {
        let id = |n| graph.node(n).map_or("", |n| n.id.as_str());
        let ends = with_days
            .find(id(edge.source))
            .zip(with_days.find(id(edge.target)));
        let (source, target) = ends.ok_or("an edge without ends")?;
        let mut edge: Edge = edge.edge.clone();
        if let Tie::Role { spells, .. } = &mut edge.tie {
            *spells = vec![spell(place)];
        }
        with_days.add_edge(source, target, edge)?;
    }
    graph
        .documents()
        .for_each(|d| with_days.put_document(d.clone()));
    graph
        .meetings()
        .for_each(|m| with_days.put_meeting(m.clone()));
    Ok(with_days)
}

/// A term for each number, some with bounds, some of one day.
fn spell(place: usize) -> Spell {
    let day = |year: usize, month: usize| {
        let year = i16::try_from(2018 + year).unwrap_or(2018);
        Date::new(year, i8::try_from(1 + month % 12).unwrap_or(1), 11).ok()
    };
    let begins = place % 5;
    let ends = begins + place % 3;
    Spell {
        not_before: day(begins, 0).filter(|_| place.is_multiple_of(2)),
        first_seen: day(begins, 3),
        last_seen: day(ends, 3 + place % 4),
        not_after: day(ends + 1, 2).filter(|_| place.is_multiple_of(3)),
    }
}

fn life(place: usize) -> Vec<LifeRecord> {
    let event = |event, date: &str| LifeRecord {
        date: PartialDate::parse(date),
        event,
        evidence: Vec::new(),
    };
    match place % 3 {
        0 => vec![
            event(LifeEvent::Founded, "2017-05"),
            event(LifeEvent::Suspended, "2020-03-01"),
            event(LifeEvent::Resumed, "2022"),
        ],
        1 => vec![event(LifeEvent::Ended, "2024-02-02")],
        _ => Vec::new(),
    }
}

/// The graphs that every view is tried on, with their names.
fn graphs() -> Result<Vec<(String, RelationGraph)>, Box<dyn std::error::Error>> {
    let mut graphs = vec![
        ("article".to_owned(), dated(&fixture::article()?)?),
        ("hostile".to_owned(), dated(&hostile()?)?),
    ];
    for (nodes, states, seed) in [(12, 2, 9), (50, 6, 1), (200, 12, 2), (1000, 12, 4)] {
        let graph = dated(&invented(nodes, states, seed)?)?;
        graphs.push((format!("{nodes} nodes"), graph));
    }
    Ok(graphs)
}

/// The views of a graph that there are, with their names; relations have tests of their own.
fn views(graph: &RelationGraph) -> Vec<(String, View)> {
    let mut views = vec![
        ("offices".to_owned(), View::Offices(None)),
        ("commissions".to_owned(), View::Commissions(None)),
        ("timeline".to_owned(), View::Timeline(None)),
        ("matrix".to_owned(), View::Matrix),
    ];
    let mut kinds = BTreeSet::new();
    for (node, data) in graph.nodes() {
        if kinds.insert(data.kind) {
            views.push((format!("ego {}", data.id), View::Ego(node)));
            views.push((format!("offices {}", data.id), View::Offices(Some(node))));
        }
    }
    let people: Vec<_> = graph.nodes().filter(|(_, n)| n.kind.is_person()).collect();
    if let [(from, _), .., (to, _)] = people.as_slice() {
        let (from, to) = (*from, *to);
        views.push(("path".to_owned(), View::Path { from, to, count: 5 }));
    }
    views
}

/// Every view of every graph that has something to show.
fn drawings(
    options: &DiagramOptions,
) -> Result<Vec<(String, Drawing)>, Box<dyn std::error::Error>> {
    let mut drawings = Vec::new();
    for (name, graph) in graphs()? {
        for (view_name, view) in views(&graph) {
            if let Some(drawing) = draw_view(&graph, &view, options) {
                drawings.push((format!("{view_name} of {name}"), drawing));
            }
        }
        for period in [Period::Year, Period::Month] {
            let found = matrix(&graph, Party::Chambers, period, &Scope::default());
            if let Some(drawing) = draw_matrix(&graph, &found, options) {
                drawings.push((format!("{period:?} of {name}"), drawing));
            }
        }
    }
    assert!(drawings.len() > 60, "only {} drawings", drawings.len());
    Ok(drawings)
}

/// The room that each line of words takes, as small letters have it.
fn words(drawing: &Drawing) -> Vec<(String, Rect)> {
    let marks = drawing.groups.iter().flat_map(|g| &g.marks);
    let mut found = Vec::new();
    for mark in marks {
        if let Mark::Text(text) = mark {
            let wide = width(&text.content, text.size, text.bold);
            let left = text.at.x - text.anchor.to_left(wide);
            let rect = Rect::new(left, text.at.y - text.size * 0.6, wide, text.size * 0.6);
            found.push((text.content.clone(), rect));
        }
    }
    found
}

#[test]
fn no_words_lie_on_words_and_all_are_on_the_page() -> Checked {
    for (name, drawing) in drawings(&DiagramOptions::default())? {
        let page = Rect::new(0.0, 0.0, drawing.width, drawing.height);
        let words = words(&drawing);
        assert!(words.len() > 2, "{name}");
        for (place, (one, rect)) in words.iter().enumerate() {
            assert!(page.contains(rect), "{name}: {one} {rect:?} {page:?}");
            for (other, room) in words.iter().skip(place + 1) {
                let apart = !rect.grown(-0.5).overlaps(room);
                assert!(apart, "{name}: \"{one}\" {rect:?}, \"{other}\" {room:?}");
            }
        }
    }
    Ok(())
}

#[test]
fn no_box_lies_on_another_and_everything_is_on_the_page() -> Checked {
    for (name, drawing) in drawings(&DiagramOptions::default())? {
        let page = Rect::new(0.0, 0.0, drawing.width, drawing.height);
        for group in &drawing.groups {
            assert!(page.contains(&group.bounds), "{name}: {group:?}");
        }
        let of = |part: Part| drawing.groups.iter().filter(move |g| g.part == part);
        let solid: Vec<Rect> = of(Part::Node)
            .chain(of(Part::Label))
            .map(|g| g.bounds)
            .collect();
        for (place, one) in solid.iter().enumerate() {
            for other in solid.iter().skip(place + 1) {
                assert!(!one.overlaps(other), "{name}: {one:?} {other:?}");
            }
        }
    }
    Ok(())
}

#[test]
fn words_in_a_box_stay_in_it() -> Checked {
    for (name, drawing) in drawings(&DiagramOptions::default())? {
        for group in drawing.groups.iter().filter(|g| g.part == Part::Node) {
            for mark in &group.marks {
                let Mark::Text(text) = mark else { continue };
                let wide = width(&text.content, text.size, text.bold);
                let left = text.at.x - text.anchor.to_left(wide);
                let room = group.bounds.grown(0.5);
                let inside = room.x <= left && left + wide <= room.right();
                assert!(inside, "{name}: {} {room:?}", text.content);
            }
        }
    }
    Ok(())
}

/// The lines of the ground, such as those of an axis.
fn ground_lines(drawing: &Drawing) -> Vec<(Point, Point)> {
    let hulls = drawing.groups.iter().filter(|g| g.part == Part::Hull);
    let lines = hulls.flat_map(|g| &g.marks).filter_map(|mark| match mark {
        Mark::Line { path, .. } => Some((path.first()?.end(), path.last()?.end())),
        Mark::Shape { .. } | Mark::Text(_) => None,
    });
    lines.collect()
}

#[test]
fn no_line_of_the_ground_runs_through_words() -> Checked {
    let mut rimmed = 0;
    for (name, drawing) in drawings(&DiagramOptions::default())? {
        let lines = ground_lines(&drawing);
        for group in &drawing.groups {
            let shapes = group.marks.iter().filter_map(|mark| match mark {
                Mark::Shape {
                    outline: Outline::Box { rect, .. },
                    fill: Some(_),
                    ..
                } => Some(*rect),
                _ => None,
            });
            let shapes: Vec<Rect> = shapes.collect();
            for mark in &group.marks {
                let Mark::Text(text) = mark else { continue };
                let wide = width(&text.content, text.size, text.bold);
                let left = text.at.x - text.anchor.to_left(wide);
                let room = Rect::new(left, text.at.y - text.size * 0.6, wide, text.size * 0.6);
                let is_crossed = lines.iter().any(|(from, to)| {
                    room.x < from.x.max(to.x)
                        && from.x.min(to.x) < room.right()
                        && room.y < from.y.max(to.y)
                        && from.y.min(to.y) < room.bottom()
                });
                // Who has another font sees wider words.
                let wider = Rect::new(room.x - 6.0, room.y, room.width + 12.0, room.height);
                let is_on_shape = shapes.iter().any(|shape| shape.contains(&wider));
                let is_clear = !is_crossed || is_on_shape || text.rim.is_some();
                assert!(is_clear, "{name}: {}", text.content);
                rimmed += usize::from(is_crossed && text.rim.is_some());
            }
        }
    }
    assert!(rimmed > 10, "only {rimmed} names lie on a line");
    Ok(())
}

#[test]
fn the_same_graph_gives_the_same_bytes() -> Checked {
    let options = DiagramOptions::default();
    let bytes = |graph: &RelationGraph| -> Result<Vec<u8>, Box<dyn std::error::Error>> {
        let mut bytes = Vec::new();
        for (_, view) in views(graph) {
            if let Some(drawing) = draw_view(graph, &view, &options) {
                svg::write(&drawing, &mut bytes)?;
            }
        }
        Ok(bytes)
    };
    let one = bytes(&dated(&invented(200, 12, 2)?)?)?;
    let two = bytes(&dated(&invented(200, 12, 2)?)?)?;
    assert!(one.len() > 100_000);
    assert!(one == two);
    Ok(())
}

#[test]
fn what_was_left_out_is_said_and_the_rest_is_not_more_than_asked_for() -> Checked {
    let graph = dated(&invented(1000, 12, 4)?)?;
    let state = graph.find("state/TR").ok_or("no state")?;
    let few = DiagramOptions {
        max_nodes: 10,
        ..DiagramOptions::default()
    };
    let all = DiagramOptions {
        max_nodes: 100_000,
        ..DiagramOptions::default()
    };
    for view in [
        View::Offices(None),
        View::Commissions(None),
        View::Timeline(None),
        View::Matrix,
        View::Ego(state),
    ] {
        let drawing = draw_view(&graph, &view, &few).ok_or("nothing is drawn")?;
        assert!(
            drawing.summary.contains("Showing "),
            "{view:?}: {}",
            drawing.summary
        );
        let boxes = drawing.groups.iter().filter(|g| g.part == Part::Node);
        let most = if view == View::Matrix { 100 } else { 13 };
        assert!(boxes.count() <= most, "{view:?}");
        let whole = draw_view(&graph, &view, &all).ok_or("nothing is drawn")?;
        assert!(
            !whole.summary.contains("Showing "),
            "{view:?}: {}",
            whole.summary
        );
    }
    Ok(())
}

#[test]
fn hostile_names_leave_well_formed_svg_without_control_characters() -> Checked {
    let graph = dated(&hostile()?)?;
    let mut seen = 0;
    for (name, view) in views(&graph) {
        let Some(drawing) = draw_view(&graph, &view, &DiagramOptions::default()) else {
            continue;
        };
        let mut bytes = Vec::new();
        svg::write(&drawing, &mut bytes)?;
        let svg = String::from_utf8(bytes)?;
        let mut reader = quick_xml::Reader::from_str(&svg);
        reader.config_mut().check_end_names = true;
        loop {
            match reader.read_event()? {
                quick_xml::events::Event::Start(element) => {
                    assert_ne!(element.name().as_ref(), "script", "{name}");
                }
                quick_xml::events::Event::Eof => break,
                _ => {}
            }
        }
        assert!(svg.chars().all(|c| c == '\n' || !c.is_control()), "{name}");
        assert!(
            !svg.contains(['\u{202e}', '\u{2067}', '\u{fffe}']),
            "{name}"
        );
        assert!(svg.contains("<title>") && svg.contains("<desc>"), "{name}");
        seen += 1;
    }
    assert!(seen > 6, "only {seen} views");
    Ok(())
}

#[test]
fn pointing_at_a_meeting_brings_up_its_words_unless_they_are_to_stay_at_home() -> Checked {
    let graph = dated(&fixture::article()?)?;
    let centre = graph.find("person/a").ok_or("nobody")?;
    for view in [View::Ego(centre), View::Offices(None)] {
        let told = |quotes: bool| -> Result<String, Box<dyn std::error::Error>> {
            let options = DiagramOptions {
                quotes,
                ..DiagramOptions::default()
            };
            let drawing = draw_view(&graph, &view, &options).ok_or("nothing is drawn")?;
            let hovers = drawing.groups.iter().filter_map(|g| g.hover.clone());
            Ok(hovers.collect::<Vec<String>>().join("\n"))
        };
        assert!(told(true)?.contains("“"), "{view:?}");
        let without = told(false)?;
        assert!(!without.contains("“"), "{view:?}");
        assert!(without.contains("said in Delegations meet"), "{view:?}");
    }
    Ok(())
}

#[test]
fn in_print_everything_is_grey() -> Checked {
    let options = DiagramOptions {
        theme: Theme::Print,
        ..DiagramOptions::default()
    };
    for (name, drawing) in drawings(&options)? {
        for mark in drawing.groups.iter().flat_map(|g| &g.marks) {
            for Colour(red, green, blue) in colours(mark) {
                assert!(red == green && green == blue, "{name}: {mark:?}");
            }
        }
    }
    Ok(())
}

fn colours(mark: &Mark) -> Vec<Colour> {
    match mark {
        Mark::Shape { fill, stroke, .. } => fill
            .iter()
            .copied()
            .chain(stroke.map(|s| s.colour))
            .collect(),
        Mark::Line { stroke, .. } => vec![stroke.colour],
        Mark::Text(text) => vec![text.colour],
    }
}

#[test]
fn a_term_is_drawn_where_its_days_are() -> Checked {
    let graph = dated(&invented(12, 2, 9)?)?;
    let drawing =
        draw_view(&graph, &View::Offices(None), &DiagramOptions::default()).ok_or("no terms")?;
    // Of two bars the one that begins earlier by its words lies further to the left.
    let mut bars: Vec<(String, f64)> = Vec::new();
    for group in drawing.groups.iter().filter(|g| g.part == Part::Node) {
        let hover = group.hover.as_deref().unwrap_or_default();
        let seen = hover.split("seen ").nth(1).and_then(|s| s.get(..10));
        let first = group.marks.iter().filter_map(|mark| match mark {
            Mark::Shape {
                outline: Outline::Box { rect, .. },
                stroke: Some(stroke),
                ..
            } if stroke.width > 1.3 => Some(rect.centre().x.min(rect.x + 5.5)),
            _ => None,
        });
        if let (Some(seen), Some(x)) = (
            seen,
            first.fold(None, |a: Option<f64>, x| Some(a.map_or(x, |a| a.min(x)))),
        ) {
            bars.push((seen.to_owned(), x));
        }
    }
    assert!(bars.len() > 3, "{bars:?}");
    bars.sort_by(|a, b| a.0.cmp(&b.0));
    let places: Vec<f64> = bars.iter().map(|(_, x)| *x).collect();
    let in_order = places.is_sorted_by(|one, next| *one <= next + 0.6);
    assert!(in_order, "{bars:?}");
    Ok(())
}

/// Where `INTERPARL_PICTURES` names a folder, samples are written there to be looked at.
#[cfg(feature = "png")]
#[test]
fn samples_are_drawn_for_looking_at() -> Checked {
    let Some(folder) = std::env::var_os("INTERPARL_PICTURES") else {
        return Ok(());
    };
    let folder = std::path::PathBuf::from(folder).join("views");
    std::fs::create_dir_all(&folder)?;
    for theme in [Theme::Light, Theme::Dark, Theme::Print] {
        let options = DiagramOptions {
            theme,
            ..DiagramOptions::default()
        };
        for (name, drawing) in drawings(&options)? {
            let name = name.replace(|c: char| !c.is_alphanumeric(), "-");
            let path = folder.join(format!("{name}-{theme:?}.png"));
            interparl::export::png::write(&drawing, &mut std::fs::File::create(path)?)?;
        }
    }
    Ok(())
}
