//! Formats that are nodes and edges: `GraphML`, GEXF, CSV, Cypher, Mermaid.
#![expect(
    clippy::indexing_slicing,
    reason = "a JSON value that is not there is null"
)]

use serde_json::{Value, json};

use super::read::{Fixture, node, python, sorted};
use crate::sample::{Checked, skipped};

fn same_graph(fixture: &Fixture, found: &Value) {
    assert_eq!(found["nodes"], fixture.names());
    assert_eq!(sorted(&found["edges"]), sorted(&fixture.edges()));
}

#[test]
fn networkx_reads_graphml() -> Checked {
    let fixture = Fixture::new()?;
    match python("graphml-networkx", &fixture.export("graphml", "g.graphml")?)? {
        Ok(found) => same_graph(&fixture, &found),
        Err(why) => return skipped("GraphML by NetworkX", &why),
    }
    Ok(())
}

#[test]
fn igraph_reads_graphml() -> Checked {
    let fixture = Fixture::new()?;
    match python("graphml-igraph", &fixture.export("graphml", "g.graphml")?)? {
        Ok(found) => same_graph(&fixture, &found),
        Err(why) => return skipped("GraphML by igraph", &why),
    }
    Ok(())
}

#[test]
fn networkx_reads_gexf_with_the_spells() -> Checked {
    let fixture = Fixture::new()?;
    let found = match python("gexf", &fixture.export("gexf", "g.gexf")?)? {
        Ok(found) => found,
        Err(why) => return skipped("GEXF by NetworkX", &why),
    };
    same_graph(&fixture, &found);
    let spells = &found["spells"];
    let met = json!([
        "person/aru-bekova",
        "person/milo-drast",
        "met:meeting/2031-03-04-bekova-drast",
        [["2031-03-04", "2031-03-04"]]
    ]);
    let attended = json!([
        "person/ana-kim",
        "commission/joint",
        "attended:meeting/2031-03-joint",
        [["2031-03-01", "2031-03-31"]]
    ]);
    let role = json!([
        "person/bo-kim",
        "xa/senate",
        "role:member",
        [["2031-03-04", "2031-03-04"]]
    ]);
    for wanted in [met, attended, role] {
        let spells = spells.as_array().map_or(&[][..], Vec::as_slice);
        assert!(spells.contains(&wanted), "{wanted} in {spells:?}");
    }
    Ok(())
}

#[test]
fn graphology_reads_gexf() -> Checked {
    let fixture = Fixture::new()?;
    match node("gexf", &fixture.export("gexf", "g.gexf")?)? {
        Ok(found) => {
            assert_eq!(found["nodes"], fixture.names());
            assert_eq!(found["edges"].as_array().map(Vec::len), Some(12));
        }
        Err(why) => return skipped("GEXF by graphology", &why),
    }
    Ok(())
}

#[test]
fn cytoscape_reads_its_json() -> Checked {
    let fixture = Fixture::new()?;
    match node("cytoscape", &fixture.export("cytoscape", "g.cyjs")?)? {
        Ok(found) => same_graph(&fixture, &found),
        Err(why) => return skipped("JSON by cytoscape.js", &why),
    }
    Ok(())
}

#[test]
fn a_cypher_engine_runs_the_script_twice_and_has_nothing_twice() -> Checked {
    let fixture = Fixture::new()?;
    match node("cypher", &fixture.export("cypher", "g.cypher")?)? {
        Ok(found) => same_graph(&fixture, &found),
        Err(why) => return skipped("Cypher by an engine", &why),
    }
    Ok(())
}

#[test]
fn python_and_pandas_read_csv_and_no_cell_is_a_formula() -> Checked {
    let fixture = Fixture::new()?;
    let folder = fixture.export("csv", "tables")?;
    let found = match python("csv", &folder)? {
        Ok(found) => found,
        Err(why) => return skipped("CSV by Python", &why),
    };
    same_graph(&fixture, &found);
    assert_eq!(found["formulas"], json!([]));
    assert_eq!(found["counts"]["meetings.csv"], 2);
    match python("pandas", &folder)? {
        Ok(frames) => assert_eq!(frames["counts"], found["counts"]),
        Err(why) => return skipped("CSV by pandas", &why),
    }
    Ok(())
}

#[test]
fn mermaid_reads_mermaid() -> Checked {
    let fixture = Fixture::new()?;
    let found = match node("mermaid", &fixture.export("mermaid", "g.mmd")?)? {
        Ok(found) => found,
        Err(why) => return skipped("Mermaid by its own parser", &why),
    };
    let names = fixture.names();
    let names: Value = names
        .as_object()
        .into_iter()
        .flatten()
        .map(|(_, n)| n.clone())
        .collect();
    assert_eq!(sorted(&found["names"]), sorted(&names));
    assert_eq!(found["edges"].as_array().map(Vec::len), Some(12));
    assert_eq!(found["groups"].as_array().map(Vec::len), Some(2));
    Ok(())
}
