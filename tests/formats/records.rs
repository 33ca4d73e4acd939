//! Formats that are records: RDF, `FollowTheMoney`, Popolo, Markdown; and what `--no-quotes` leaves out of any.
#![expect(
    clippy::indexing_slicing,
    reason = "a JSON value that is not there is null"
)]

use interparl::export::Format;
use serde_json::{Value, json};

use super::read::{Fixture, python, sorted};
use crate::sample::{Checked, skipped};

#[test]
fn rdflib_reads_the_same_statements_from_turtle_ntriples_and_jsonld() -> Checked {
    let fixture = Fixture::new()?;
    let mut all = Vec::new();
    for (format, name) in [
        ("turtle", "g.ttl"),
        ("ntriples", "g.nt"),
        ("jsonld", "g.jsonld"),
    ] {
        match python("rdf", &fixture.export(format, name)?)? {
            Ok(found) => all.push(found),
            Err(why) => return skipped("RDF by rdflib", &why),
        }
    }
    for found in &all {
        assert_eq!(found["nodes"], fixture.names());
        assert_eq!(sorted(&found["offices"]), sorted(&fixture.offices()));
        assert_eq!(found["triples"], all[0]["triples"]);
    }
    Ok(())
}

#[test]
fn followthemoney_takes_every_entity_and_loses_no_value() -> Checked {
    let fixture = Fixture::new()?;
    let found = match python("ftm", &fixture.export("ftm", "g.ftm")?)? {
        Ok(found) => found,
        Err(why) => return skipped("FollowTheMoney", &why),
    };
    let lost = found["lost"].as_array().map_or(&[][..], Vec::as_slice);
    // The invented states of the fixture have codes that no list of countries knows.
    let lost: Vec<&Value> = lost.iter().filter(|l| l[1] != "country").collect();
    assert!(lost.is_empty(), "{lost:?}");
    assert_eq!(found["dangling"], json!([]));
    let schemata = json!({"Article": 1, "Event": 2, "Occupancy": 4, "Organization": 1, "Person": 5,
        "Position": 4, "PublicBody": 5, "Trip": 1, "UnknownLink": 5});
    assert_eq!(found["schemata"], schemata);
    let names = |of: &Value| -> Value {
        sorted(
            &of.as_object()
                .into_iter()
                .flatten()
                .map(|(_, n)| n.clone())
                .collect(),
        )
    };
    assert_eq!(names(&found["nodes"]), names(&fixture.names()));
    Ok(())
}

#[test]
fn a_popolo_reader_finds_people_bodies_and_memberships() -> Checked {
    let fixture = Fixture::new()?;
    let found = match python("popolo", &fixture.export("popolo", "g.json")?)? {
        Ok(found) => found,
        Err(why) => return skipped("Popolo by everypolitician-popolo", &why),
    };
    assert_eq!(found["nodes"], fixture.names());
    let mut offices = fixture.offices();
    for office in offices.as_array_mut().into_iter().flatten() {
        office[2] = json!(office[2].as_str().unwrap_or_default().replace('_', " "));
    }
    assert_eq!(sorted(&found["offices"]), sorted(&offices));
    // Two meetings and a visit.
    assert_eq!(found["events"], 3);
    Ok(())
}

#[test]
fn markdown_has_tables_and_no_markup_of_others() -> Checked {
    let fixture = Fixture::new()?;
    let found = match python("markdown", &fixture.export("markdown", "g.md")?)? {
        Ok(found) => found,
        Err(why) => return skipped("Markdown by markdown-it", &why),
    };
    let kinds = &found["kinds"];
    for kind in [
        "html_inline",
        "html_block",
        "link_open",
        "image",
        "em_open",
        "strong_open",
        "code_inline",
    ] {
        assert!(kinds[kind].is_null(), "{kind} in {kinds}");
    }
    // Offices, bodies, meetings and visits: a head each, and four, one, two and one rows.
    let rows = found["rows"].as_array().map_or(&[][..], Vec::as_slice);
    assert_eq!(rows.len(), 4 + 4 + 1 + 2 + 1);
    for row in rows {
        assert!(matches!(row.as_array().map(Vec::len), Some(4 | 5)), "{row}");
    }
    Ok(())
}

/// A name that must not come out where the words are left out.
const WORDS: &str = "Bekova received Drast";

#[test]
fn no_quotes_means_none_in_any_format() -> Checked {
    let fixture = Fixture::new()?;
    let mut with = Vec::new();
    for format in Format::ALL {
        if *format == Format::Png {
            continue;
        }
        for (more, is_allowed) in [(&[][..], true), (&["--no-quotes"], false)] {
            let name = format!("{format}-{is_allowed}");
            let path = fixture.export_with(format.as_str(), &name, more)?;
            let mut text = String::new();
            if path.is_dir() {
                for file in std::fs::read_dir(path)? {
                    text.push_str(&std::fs::read_to_string(file?.path())?);
                }
            } else {
                text = std::fs::read_to_string(path)?;
            }
            let is_there = text.contains(WORDS) || text.contains("received Drast");
            assert!(
                is_allowed || !is_there,
                "{format} has the words of articles"
            );
            if is_allowed && is_there {
                with.push(format.as_str());
            }
        }
    }
    let without = ["mermaid"];
    let all = Format::ALL.iter().map(|f| f.as_str());
    let wanted: Vec<&str> = all
        .filter(|f| *f != "png" && !without.contains(f))
        .collect();
    assert_eq!(with, wanted);
    Ok(())
}
