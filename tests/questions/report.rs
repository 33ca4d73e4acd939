//! Briefings: what they say, that they are valid, and that nothing hostile gets through in either format.
#![expect(
    clippy::indexing_slicing,
    reason = "a JSON value that is not there is null"
)]

use std::path::Path;

use dom_query::Document;
use serde_json::{Value, json};

use super::hostile_graph;
use crate::sample::{Checked, folder_with_graph, run_in, sample_graph};

fn told(arguments: &[&str]) -> Result<String, Box<dyn std::error::Error>> {
    let (folder, _) = folder_with_graph()?;
    let ended = run_in(
        folder.path(),
        &[&["report", "graph.json"], arguments].concat(),
    )?;
    assert_eq!(ended.code, Some(0), "{arguments:?}: {}", ended.err);
    assert!(ended.err.is_empty(), "{}", ended.err);
    Ok(ended.out)
}

fn has(page: &str, parts: &[&str]) {
    for part in parts {
        assert!(page.contains(part), "{part} in:\n{page}");
    }
}

#[test]
fn a_person_has_offices_meetings_outcomes_and_visits_each_with_a_note() -> Checked {
    let page = told(&["drast"])?;
    has(
        &page,
        &[
            "# Briefing: Milo Drast (Borduna)\n\nLegislator, also called Drast. Told from 1 document, as of 2031-03-05.\n",
            "\n## Offices\n\n- **Speaker of Assembly**: “President of the Assembly”, shown 2031-03-04 (likely still)[^1]\n",
            "\n## Latest meetings\n\n- **2031-03-04, Port Alva**: talks with Aru Bekova (Alvania, speaker)[^2]\n  - outcome: an invitation[^3]\n",
            "- **2031-03-04**: open: made at the meeting of ",
            "  - no document tells of a later visit between the two states\n",
            "\n## Visits\n\n- **2031-03-04**: Milo Drast visited Alvania[^4]\n",
            "\n```mermaid\nflowchart LR\n",
            "[^2]: “Bekova received Drast in Port Alva on Tuesday”, Speakers meet in Port Alva, The Example, 2031-03-05, <https://news.example/talks>\n",
        ],
    );
    // Each mark has its note, and each note a mark.
    for number in 1..=4 {
        has(&page, &[&format!("[^{number}]: ")]);
    }
    assert!(!page.contains("[^5]"), "{page}");
    Ok(())
}

#[test]
fn two_states_have_what_is_between_them_before_who_they_are() -> Checked {
    let page = told(&["XA", "XB"])?;
    has(
        &page,
        &[
            "# Briefing: Alvania and Borduna\n",
            "2 held meetings, the last 2031-03-04 in Port Alva",
            "talks of Aru Bekova (Alvania, speaker) with Milo Drast (Borduna)",
            "- 1 visit by Borduna to Alvania, last 2031-03-04; none back that a document tells of\n",
            "- **Joint Commission**: commission, last active 2031-03; ties House (Alvania) and Assembly (Borduna)",
            "  - co-chair: Ana Kim (Alvania), shown 2031-03-04",
            "- **2031-03**: Joint Commission resumed its work",
            "- **Speaker of House (Alvania)**: Aru Bekova (Alvania), shown 2031-03-04 (likely still)",
        ],
    );
    let place = |heading: &str| page.find(heading).unwrap_or(usize::MAX);
    assert!(place("## Latest meetings") < place("## Who holds which office"));
    Ok(())
}

#[test]
fn who_has_nothing_in_common_has_the_way_from_one_to_the_other() -> Checked {
    let page = told(&["bekova", "ana kim"])?;
    has(
        &page,
        &[
            "## How they are connected",
            "Aru Bekova (Alvania) is speaker of House",
        ],
    );
    let (folder, _) = folder_with_graph()?;
    for arguments in [&["wolff"][..], &["wolff", "bekova"]] {
        let ended = run_in(
            folder.path(),
            &[&["report", "graph.json"], arguments].concat(),
        )?;
        assert_eq!(ended.code, Some(1), "{}", ended.out);
        assert!(
            ended
                .err
                .starts_with("error: the graph tells nothing of Lone Wolff")
        );
        assert!(ended.err.contains("\nhint: "), "{}", ended.err);
    }
    Ok(())
}

#[test]
fn a_day_a_time_and_a_confidence_narrow_it() -> Checked {
    let before = told(&["drast", "--on", "2031-03-04"])?;
    has(
        &before,
        &["as of 2031-03-04", "Speaker of Assembly", "Latest meetings"],
    );
    // The day after a year and more nobody knows whether an office is still held, and it is not left out.
    let after = told(&["drast", "--on", "2033-01-01"])?;
    has(&after, &["(not known whether still)"]);
    let later = told(&["drast", "--from", "2031-04"])?;
    assert!(
        !later.contains("Latest meetings") && later.contains("Offices"),
        "{later}"
    );
    let sure = told(&["drast", "--min-confidence", "0.93"])?;
    assert!(
        !sure.contains("## Visits") && sure.contains("Latest meetings"),
        "{sure}"
    );
    Ok(())
}

#[test]
fn an_invitation_that_somebody_followed_is_not_open() -> Checked {
    let folder = tempfile::tempdir()?;
    let mut graph = sample_graph();
    let visit = json!({"source": "person/aru-bekova", "target": "state/XB", "key": "visited:2031-09-02", "kind": "visited",
        "date": "2031-09-02", "confidence": 0.9, "evidence": graph["edges"][0]["evidence"]});
    if let Some(edges) = graph["edges"].as_array_mut() {
        edges.push(visit);
    }
    write(folder.path(), &graph)?;
    let ended = run_in(folder.path(), &["report", "graph.json", "drast"])?;
    has(
        &ended.out,
        &["  - since then: Aru Bekova (Alvania) visited Borduna on 2031-09-02[^"],
    );
    assert!(!ended.out.contains("open"), "{}", ended.out);
    // Before that visit it was.
    let ended = run_in(
        folder.path(),
        &["report", "graph.json", "drast", "--on", "2031-05-01"],
    )?;
    has(&ended.out, &["open: made at the meeting of"]);
    Ok(())
}

#[test]
fn a_section_has_so_many_entries_and_says_how_many_are_left_out() -> Checked {
    let folder = tempfile::tempdir()?;
    let mut graph = sample_graph();
    let talks = graph["graph"]["meetings"][0].clone();
    for day in 1..=9 {
        let mut more = talks.clone();
        more["id"] = json!(format!("meeting/2030-01-{day}"));
        more["date"] = json!(format!("2030-01-0{day}"));
        if let Some(meetings) = graph["graph"]["meetings"].as_array_mut() {
            meetings.push(more);
        }
    }
    write(folder.path(), &graph)?;
    let ended = run_in(folder.path(), &["report", "graph.json", "drast", "-n", "3"])?;
    has(
        &ended.out,
        &["10 held meetings", "7 earlier meetings are left out.\n"],
    );
    assert_eq!(ended.out.matches(": talks with Aru Bekova").count(), 3);
    let first = ended
        .out
        .find("2031-03-04, Port Alva")
        .unwrap_or(usize::MAX);
    assert!(
        first < ended.out.find("2030-01-09").unwrap_or(0),
        "{}",
        ended.out
    );
    Ok(())
}

fn write(folder: &Path, graph: &Value) -> std::io::Result<()> {
    std::fs::write(folder.join("graph.json"), graph.to_string())
}

#[test]
fn a_page_without_quotes_names_the_places() -> Checked {
    let page = told(&["drast", "--no-quotes"])?;
    assert!(!page.contains("Bekova received"), "{page}");
    has(
        &page,
        &["[^2]: characters 40 to 85, Speakers meet in Port Alva"],
    );
    Ok(())
}

#[test]
fn the_answer_as_json_has_all_of_it_and_an_archive_gives_the_same_page() -> Checked {
    let all: Value = serde_json::from_str(&told(&["drast", "--json"])?)?;
    assert_eq!(all["subjects"][0]["id"], "person/milo-drast");
    assert_eq!(all["meetings"][0]["id"], "meeting/2031-03-04-bekova-drast");
    assert_eq!(all["invitations"][0]["follow_up"]["state"], "open");
    assert_eq!(all["sources"][0]["url"], "https://news.example/talks");

    let folder = tempfile::tempdir()?;
    let article = "date 2031-03-04\n\nSpeaker of the Majilis Aru Bekova met Senator Milo Drast of Latvia in Astana on 4 March 2031.\n";
    std::fs::write(folder.path().join("a.txt"), article)?;
    run_in(folder.path(), &["build", "a.txt", "-o", "g.json"])?;
    run_in(folder.path(), &["add", "r.db", "a.txt"])?;
    let pages = ["g.json", "r.db"].map(|graph| run_in(folder.path(), &["report", graph, "bekova"]));
    let [json, archive] = pages;
    let (json, archive) = (json?, archive?);
    assert_eq!(
        (json.code, &json.out),
        (Some(0), &archive.out),
        "{}",
        json.err
    );
    Ok(())
}

#[test]
fn the_ending_tells_the_format() -> Checked {
    let (folder, _) = folder_with_graph()?;
    let run = |more: &[&str]| {
        run_in(
            folder.path(),
            &[&["report", "graph.json", "drast"], more].concat(),
        )
    };
    assert_eq!(run(&["-o", "d.html"])?.code, Some(0));
    assert_eq!(run(&["-o", "d.md"])?.code, Some(0));
    let read = |name: &str| std::fs::read_to_string(folder.path().join(name));
    assert!(read("d.html")?.starts_with("<!DOCTYPE html>\n"));
    assert!(read("d.md")?.starts_with("# Briefing"));
    assert_eq!(run(&["--format", "html"])?.out, read("d.html")?);
    let ended = run(&["-o", "d.pdf"])?;
    assert_eq!(ended.code, Some(2));
    assert!(
        ended.err.contains("hint: end it with .md or .html"),
        "{}",
        ended.err
    );
    Ok(())
}

/// What a page may be made of. Drawings have their own elements and nothing that loads or runs.
const ELEMENTS: &[&str] = &[
    "html", "head", "meta", "title", "style", "body", "main", "header", "h1", "h2", "p", "section",
    "ul", "ol", "li", "b", "bdi", "sup", "a", "q", "figure", "div", "footer", "svg", "desc", "g",
    "rect", "path", "text", "polygon", "ellipse",
];

#[test]
fn html_is_valid_and_loads_and_runs_nothing_whatever_the_names_are() -> Checked {
    let folder = tempfile::tempdir()?;
    let mut graph = hostile_graph();
    let attack = "javascript:alert(1)//\" onclick=\"alert(2)\" x=\"";
    graph["graph"]["documents"][0]["url"] = json!(attack);
    for graph in [sample_graph(), graph] {
        write(folder.path(), &graph)?;
        for names in [
            &["person/milo-drast"][..],
            &["XA", "XB"],
            &["commission/joint"],
        ] {
            let arguments = [&["report", "graph.json", "--format", "html"], names].concat();
            let ended = run_in(folder.path(), &arguments)?;
            assert_eq!(ended.code, Some(0), "{}", ended.err);
            check(&ended.out);
        }
    }
    Ok(())
}

fn check(html: &str) {
    let page = Document::from(html);
    assert_eq!(page.errors.borrow().as_slice(), [] as [&str; 0]);
    assert!(html.contains("default-src 'none'"), "{html}");
    let ids: Vec<String> = page
        .select("[id]")
        .iter()
        .filter_map(|e| e.attr("id"))
        .map(|id| id.to_string())
        .collect();
    let mut unique = ids.clone();
    unique.sort();
    unique.dedup();
    assert_eq!(ids.len(), unique.len(), "an id comes twice");
    for element in &page.select("*") {
        for node in element.nodes() {
            let name = node.node_name().unwrap_or_default().to_string();
            assert!(ELEMENTS.contains(&name.as_str()), "<{name}>");
            for attribute in node.attrs() {
                let (key, value) = (
                    attribute.name.local.to_string(),
                    attribute.value.to_string(),
                );
                assert!(
                    !key.starts_with("on") && key != "src" && key != "style",
                    "{key}={value}"
                );
                if key == "href" {
                    let inside = value
                        .strip_prefix('#')
                        .is_some_and(|id| ids.iter().any(|i| i == id));
                    assert!(
                        inside || value.starts_with("https://news.example/"),
                        "{value}"
                    );
                }
            }
        }
    }
    assert_eq!(page.select("h1").length(), 1);
    assert!(page.select("li[id]").length() > 0, "no notes");
}

#[test]
fn markdown_of_hostile_names_has_no_markup_of_theirs() -> Checked {
    let folder = tempfile::tempdir()?;
    write(folder.path(), &hostile_graph())?;
    for names in [
        &["person/milo-drast"][..],
        &["XA", "XB"],
        &["commission/joint"],
    ] {
        let ended = run_in(folder.path(), &[&["report", "graph.json"], names].concat())?;
        assert_eq!(ended.code, Some(0), "{}", ended.err);
        assert!(
            !ended.out.contains("<script") && !ended.out.contains("`'"),
            "{}",
            ended.out
        );
        // A line begins with what the page is made of, never with words of an article.
        let ours = |line: &str| {
            let line = line.trim_start();
            line.is_empty()
                || [
                    "#",
                    "- ",
                    "[^",
                    "```",
                    "n",
                    "subgraph",
                    "end",
                    "flowchart",
                    "---",
                    "State",
                    "Legislator",
                    "Commission",
                    "Told",
                    "Read",
                ]
                .iter()
                .any(|start| line.starts_with(start))
        };
        for line in ended.out.lines() {
            assert!(ours(line), "{line}");
        }
    }
    Ok(())
}
