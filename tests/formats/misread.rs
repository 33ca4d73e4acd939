//! What an import does not understand: it is told with its place, and never read as something else.
#![expect(
    clippy::indexing_slicing,
    reason = "a JSON value that is not there is null"
)]

use serde_json::Value;

use crate::sample::{Checked, Ended, folder_with_graph, run_in};

/// Imports files of a folder, or the one file, and folds what comes of them.
fn import(files: &[(&str, &str)]) -> Result<(Ended, Value), Box<dyn std::error::Error>> {
    let folder = tempfile::tempdir()?;
    let tables = folder.path().join("tables");
    std::fs::create_dir(&tables)?;
    for (name, text) in files {
        std::fs::write(tables.join(name), text)?;
    }
    let input = match files {
        [(name, _)] => format!("tables/{name}"),
        _ => "tables".to_owned(),
    };
    let imported = run_in(folder.path(), &["import", &input, "-o", "r.jsonl"])?;
    let fold = run_in(folder.path(), &["fold", "--quiet", "r.jsonl"])?;
    Ok((
        imported,
        serde_json::from_str(&fold.out).unwrap_or_default(),
    ))
}

/// Checks that all words are told, and that the import was done in part.
fn tells(ended: &Ended, words: &[&str]) {
    assert_eq!(ended.code, Some(3), "{}", ended.err);
    for word in words {
        assert!(ended.err.contains(word), "{word} in {}", ended.err);
    }
}

/// The edges of a kind as `source target`.
fn edges(graph: &Value, kind: &str) -> Vec<String> {
    let edges = graph["edges"].as_array().into_iter().flatten();
    let of_kind = edges.filter(|e| e["kind"] == kind);
    of_kind
        .map(|e| format!("{} {}", e["source"], e["target"]).replace(['"'], ""))
        .collect()
}

const NODES: &str = "id,kind,name,state,form\n\
    a,legislator,Ana Kim,XA,\nb,legislator,Bo Lee,XB,\nc,legislator,Cy Moe,XC,\nd,legislator,Di Noe,XC,\n\
    j,commission,Joint Commission,,commission\ns,state,Alvania,XA,\n";

#[test]
fn a_row_with_more_cells_than_the_head_is_left_out() -> Checked {
    let list = "person,state,role,body,date\n\
        Kim, Ana,XA,member,House,2031-03-04\n\
        Bo Lee,XA,member,House,2031-03-04,,\n";
    let (ended, graph) = import(&[("list.csv", list)])?;
    tells(
        &ended,
        &[
            "list.csv:2: the row has 6 cells, and the head 5",
            "quotation marks",
        ],
    );
    assert_eq!(edges(&graph, "role"), ["person/bo-lee chamber/house"]);
    Ok(())
}

#[test]
fn a_head_that_says_nothing_or_two_things_is_told() -> Checked {
    for (head, words) in [
        ("person;role;body", "list.csv:1: the head has neither"),
        (
            "person,role,body,person",
            "list.csv:1: two columns are called \"person\"",
        ),
    ] {
        let (ended, _) = import(&[("list.csv", &format!("{head}\nAna Kim,member,House,x\n"))])?;
        assert_eq!(ended.code, Some(2));
        assert!(ended.err.contains(words), "{}", ended.err);
        assert!(ended.err.contains("hint: "), "{}", ended.err);
    }
    let (ended, _) = import(&[("list.csv", "person;role;body\n")])?;
    assert!(
        ended
            .err
            .contains("hint: a list has the columns person, role and body"),
        "{}",
        ended.err
    );
    Ok(())
}

#[test]
fn words_and_dates_that_are_none_are_told_once_with_what_there_is() -> Checked {
    let list = "person,state,role,body,date,confidence\n\
        Ana Kim,XA,king,House,,\n\
        Bo Lee,Alvania,member,House,,\n\
        Cy Moe,XA,member,House,2031-03,\n\
        Di Noe,XA,member,House,spring,\n\
        El Poe,XA,member,House,,95%\n\
        ,XA,member,House,,\n";
    let (ended, graph) = import(&[("list.csv", list)])?;
    tells(
        &ended,
        &[
            "list.csv:2: \"king\" is no role",
            "there are: speaker, deputy_speaker, member",
            "list.csv:3: \"Alvania\" is not the code of a state",
            "list.csv:4: \"2031-03\" is no day, and the office is kept without it",
            "list.csv:5: \"spring\" is no date",
            "list.csv:6: the confidence \"95%\" is no share of 1",
            "list.csv:7: there is no \"person\"",
        ],
    );
    assert_eq!(ended.err.matches("error: ").count(), 6, "{}", ended.err);
    assert_eq!(edges(&graph, "role"), ["person/cy-moe chamber/house"]);
    Ok(())
}

#[test]
fn columns_and_fields_that_nobody_reads_are_told() -> Checked {
    let list =
        "person,role,body,state,phone\nAna Kim,member,House,XA,12\nBo Lee,member,House,XA,\n";
    let (ended, _) = import(&[("list.csv", list)])?;
    assert_eq!(ended.code, Some(0));
    assert!(
        ended
            .err
            .contains("not kept: the field \"phone\" of the list (1)"),
        "{}",
        ended.err
    );
    let json = r#"{"nodes": [{"id": "a", "kind": "legislator", "name": {"en": "Ana"}, "born": 1970}], "edges": []}"#;
    let (ended, _) = import(&[("g.json", json)])?;
    tells(
        &ended,
        &[
            "g.json: node 1: \"name\" is not a word or a number",
            "the field \"born\" of nodes (1)",
        ],
    );
    Ok(())
}

#[test]
fn values_of_a_meeting_that_are_none_are_told_and_not_replaced() -> Checked {
    let meetings = "id,kind,status,date,session,side_1,side_2,capacities,outcomes\n\
        m1,bilateral,cancelled,2031-03-04,,a,b,,\n\
        m2,bilateral,held,2031-03-05,fourth,a,b,,\n\
        m3,bilateral,held,2031-03-06,,a,b,,invitation;handshake\n\
        m4,bilateral,held,2031-03-07,,a,b,a king s,\n\
        m5,bilateral,held,2031-03-08,,a,j,,\n";
    let (ended, graph) = import(&[("nodes.csv", NODES), ("meetings.csv", meetings)])?;
    tells(
        &ended,
        &[
            "meetings.csv:2: \"cancelled\" is no status",
            "meetings.csv:3: \"fourth\" is not the number of a session",
            "meetings.csv:4: \"handshake\" is no outcome",
            "meetings.csv:5: \"king\" is no capacity",
            "meetings.csv:6: \"j\" (commission) stands where a person must",
        ],
    );
    let told = graph["graph"]["meetings"].to_string();
    assert!(
        told.contains("2031-03-06") && told.contains("invitation"),
        "{told}"
    );
    assert_eq!(edges(&graph, "met").len(), 1);
    Ok(())
}

#[test]
fn a_form_or_a_visit_that_makes_no_sense_is_told() -> Checked {
    let nodes = "id,kind,name,state,form\n\
        j,commission,Joint Commission,,quango\n\
        a,legislator,Ana Kim,XA,\nh,chamber,House,XA,\nt,state,Borduna,XB,\n";
    let edges = "source,target,kind,planned,date,role\n\
        a,t,visited,True,2031-03-04,\n\
        a,t,visited,perhaps,2031-03-05,\n\
        a,h,visited,,2031-03-06,\n\
        h,a,role,,,member\n\
        a,nobody,met,,,\n";
    let (ended, graph) = import(&[("nodes.csv", nodes), ("edges.csv", edges)])?;
    tells(
        &ended,
        &[
            "nodes.csv:2: \"quango\" is no form",
            "edges.csv:3: \"planned\" is \"perhaps\"",
            "edges.csv:4: \"visited\" cannot lead from \"a\" (legislator) to \"h\" (chamber)",
            "hint: a person visits a state",
            "edges.csv:5: \"role\" cannot lead from \"h\"",
            "edges.csv:6: there is no node \"nobody\"",
        ],
    );
    let visits = graph["edges"].as_array().into_iter().flatten();
    let visits: Vec<&Value> = visits.filter(|e| e["kind"] == "visited").collect();
    assert_eq!(visits.len(), 1);
    assert_eq!(visits[0]["planned"], true);
    assert!(graph.to_string().contains("Joint Commission"));
    Ok(())
}

#[test]
fn edges_of_meetings_without_a_record_make_meetings_and_none_is_lost() -> Checked {
    let table = "source,target,kind,meeting,meeting_id,date\n\
        a,b,met,bilateral,,2031-03-04\n\
        a,j,attended,session,,2031-04-04\n\
        a,b,met,bilateral,chain,2031-05-04\n\
        b,c,met,bilateral,chain,2031-05-04\n\
        c,d,met,bilateral,chain,2031-05-04\n\
        a,a,met,bilateral,,2031-06-04\n\
        a,c,met,,,2031-07-04\n";
    let (ended, graph) = import(&[("nodes.csv", NODES), ("edges.csv", table)])?;
    tells(
        &ended,
        &[
            "edges.csv:4: the 3 edges of \"chain\" do not tell who stood on which side",
            "edges.csv:7: \"met\" leads from \"a\" to itself",
            "edges.csv:8: there is no \"meeting\"",
        ],
    );
    let mut met = edges(&graph, "met");
    met.sort();
    assert_eq!(
        met,
        [
            "person/ana-kim person/bo-lee",
            "person/ana-kim person/bo-lee",
            "person/bo-lee person/cy-moe",
            "person/cy-moe person/di-noe"
        ]
    );
    assert_eq!(edges(&graph, "attended").len(), 1);
    Ok(())
}

#[test]
fn an_edge_says_nothing_that_the_record_of_its_meeting_does_not() -> Checked {
    let meetings = "id,kind,date,side_1,side_2\nm,bilateral,2031-03-04,a,b\n";
    let table = "source,target,kind,meeting,meeting_id,date\n\
        a,b,met,bilateral,m,2031-03-05\n\
        a,c,met,bilateral,m,2031-03-04\n\
        a,c,met,bilateral,other,2031-03-09\n";
    let tables = [
        ("nodes.csv", NODES),
        ("edges.csv", table),
        ("meetings.csv", meetings),
    ];
    let (ended, graph) = import(&tables)?;
    tells(
        &ended,
        &[
            "edges.csv:2: the date \"2031-03-05\" is not that of the record",
            "edges.csv:3: the record of the meeting \"m\" does not have \"c\"",
            "meetings.csv:2",
        ],
    );
    assert_eq!(edges(&graph, "met").len(), 2);
    Ok(())
}

#[test]
fn who_only_attended_met_nobody() -> Checked {
    let table = "source,target,kind,meeting,meeting_id,date\n\
        a,j,attended,bilateral,m,2031-03-04\n\
        b,j,attended,bilateral,m,2031-03-04\n";
    let (ended, graph) = import(&[("nodes.csv", NODES), ("edges.csv", table)])?;
    assert_eq!(ended.code, Some(0), "{}", ended.err);
    assert_eq!(edges(&graph, "met"), Vec::<String>::new());
    assert_eq!(edges(&graph, "attended").len(), 2);
    assert_eq!(graph["graph"]["meetings"].as_array().map(Vec::len), Some(1));
    Ok(())
}

#[test]
fn graphs_within_nodes_are_refused_with_their_line() -> Checked {
    for (name, text, words) in [
        (
            "g.graphml",
            "<graphml>\n<graph>\n<node id='a'>\n<graph><node id='b'/></graph>\n</node></graph></graphml>",
            "g.graphml:4: a graph within a node",
        ),
        (
            "g.graphml",
            "<graphml>\n<graph>\n<hyperedge/></graph></graphml>",
            "g.graphml:3: an edge of more than two ends",
        ),
        (
            "g.gexf",
            "<gexf><graph><nodes>\n<node id='a'><nodes><node id='b'/></nodes></node></nodes></graph></gexf>",
            "g.gexf:2: a graph within a node",
        ),
    ] {
        let (ended, _) = import(&[(name, text)])?;
        assert_eq!(ended.code, Some(2), "{}", ended.err);
        assert!(ended.err.contains(words), "{}", ended.err);
    }
    let twice = "<graphml>\n<key id='k' attr.name='kind'/><key id='n' attr.name='name'/><graph>\n\
        <node id='a'><data key='k'>legislator</data><data key='n'>Ana Kim</data>\n<data key='n'>Bo Lee</data></node>\n\
        </graph></graphml>";
    let (ended, graph) = import(&[("g.graphml", twice)])?;
    tells(
        &ended,
        &["g.graphml:3: node 1: there are two \"name\", and \"Bo Lee\" is not the first"],
    );
    assert!(graph.to_string().contains("Ana Kim"));
    Ok(())
}

#[test]
fn popolo_of_others_is_told_apart_from_graphs_and_read_as_far_as_it_goes() -> Checked {
    let popolo = r#"{"persons": [{"id": "p", "name": "Ana Kim", "national_identity": "Alvanian", "email": "a@b.example"}],
        "organizations": [{"id": "o", "name": "House of Alvania", "classification": "legislature", "area_id": "area/1"},
            {"id": "q", "name": "Green Party", "classification": "party"}],
        "areas": [{"id": "area/1", "identifiers": [{"scheme": "iso_3166-1_alpha-2", "identifier": "XA"}]}],
        "posts": [{"id": "x"}],
        "memberships": [{"person_id": "p", "organization_id": "o", "start_date": "2031-01-01", "end_date": "2031-09-01"},
            {"person_id": "p", "organization_id": "o", "start_date": "2033-02"},
            {"person_id": "p", "organization_id": "o", "start_date": "2035-01-01"},
            {"person_id": "p", "organization_id": "q"}]}"#;
    let (ended, graph) = import(&[("p.json", popolo)])?;
    tells(
        &ended,
        &[
            "p.json: person 1: \"Alvanian\" is not the code of a state",
            "p.json: organization 2: \"party\" is no kind",
            "p.json: membership 2: \"2033-02\" is no day",
            "p.json: membership 4: there is no node \"q\"",
            "\"posts\" (1)",
            "the field \"email\" of persons (1)",
        ],
    );
    assert_eq!(edges(&graph, "role").len(), 1);
    let spells = graph["edges"][0]["spells"].as_array().map(Vec::len);
    assert_eq!(spells, Some(2), "{}", graph["edges"][0]);
    let house = graph["nodes"].to_string();
    assert!(house.contains("\"state\":\"XA\""), "{house}");
    let (folder, _) = folder_with_graph()?;
    let text = std::fs::read_to_string(folder.path().join("graph.json"))?;
    let text = text.replace("\"Port Alva\"", "\"memberships\"");
    std::fs::write(folder.path().join("graph.json"), text)?;
    let ended = run_in(folder.path(), &["import", "graph.json", "-o", "r.jsonl"])?;
    assert_eq!(ended.code, Some(0), "{}", ended.err);
    Ok(())
}

#[test]
fn two_nodes_that_become_one_are_told() -> Checked {
    let nodes = "id,kind,name,state\n\
        g,commission,Friendship Group,\nh,commission,Friendship Group,\n\
        i,commission,Friendship Group,\ns,state,Alvania,XA\n";
    let edges = "source,target,kind\ng,s,links\n";
    let (ended, _) = import(&[("nodes.csv", nodes), ("edges.csv", edges)])?;
    tells(
        &ended,
        &["nodes.csv:4: the node \"i\" has the kind, name and states of \"h\""],
    );
    assert!(!ended.err.contains("nodes.csv:3"), "{}", ended.err);
    Ok(())
}

#[test]
fn what_a_key_or_an_attribute_says_for_all_holds_for_who_says_nothing() -> Checked {
    let graphml = "<graphml><key id='k' for='node' attr.name='kind'><default>legislator</default></key>\n\
        <key id='s' for='all' attr.name='state'><default>XA</default></key><graph>\n\
        <node id='Ana Kim'/><node id='House of Alvania'><data key='k'>chamber</data></node>\n\
        </graph></graphml>";
    let gexf = "<gexf><graph><attributes class='node'><attribute id='0' title='kind'><default>legislator</default></attribute>\n\
        <attribute id='1' title='state'><default>XA</default></attribute></attributes><nodes>\n\
        <node id='Ana Kim'/><node id='House of Alvania'><attvalues><attvalue for='0' value='chamber'/></attvalues></node>\n\
        </nodes></graph></gexf>";
    for (name, text) in [("g.graphml", graphml), ("g.gexf", gexf)] {
        let (ended, graph) = import(&[(name, text)])?;
        assert_eq!(ended.code, Some(0), "{}", ended.err);
        let nodes = graph["nodes"].as_array().cloned().unwrap_or_default();
        let mut told: Vec<String> = nodes
            .iter()
            .filter(|n| n["kind"] != "state")
            .map(|n| format!("{} {} {}", n["kind"], n["name"], n["state"]).replace(['"'], ""))
            .collect();
        told.sort();
        assert_eq!(
            told,
            ["chamber House of Alvania XA", "legislator Ana Kim XA"]
        );
    }
    Ok(())
}
