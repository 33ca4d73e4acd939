//! The questions over HTTP: that they answer as the commands of the same names do, and that long answers come as lines.
#![expect(
    clippy::indexing_slicing,
    reason = "a value of JSON gives null for what it has not"
)]

use std::io::{Read as _, Write as _};
use std::time::Duration;

use serde_json::Value;

use super::server::Server;
use crate::sample::{Checked, run_in};

/// What lines of JSON are called.
pub(super) const LINES: &str = "application/x-ndjson";

/// Addresses with the arguments of the command that asks the same.
const SAME: &[(&str, &[&str])] = &[
    ("meetings", &["meetings", "graph.json"]),
    (
        "meetings?with=bekova&from=2000&min_confidence=0.5",
        &[
            "meetings",
            "graph.json",
            "bekova",
            "--from",
            "2000",
            "--min-confidence",
            "0.5",
        ],
    ),
    (
        "meetings?state=XB&status=held&kind=bilateral",
        &[
            "meetings",
            "graph.json",
            "--state",
            "XB",
            "--status",
            "held",
            "--kind",
            "bilateral",
        ],
    ),
    (
        "timeline?node=bekova",
        &["timeline", "graph.json", "bekova"],
    ),
    ("visits", &["visits", "graph.json"]),
    (
        "between?a=bekova&b=drast",
        &["between", "graph.json", "bekova", "drast"],
    ),
    ("bodies", &["bodies", "graph.json"]),
    ("offices?node=bekova", &["offices", "graph.json", "bekova"]),
    (
        "matrix?by=chamber&per=year",
        &["matrix", "graph.json", "--by", "chamber", "--per", "year"],
    ),
    ("briefing?node=bekova", &["report", "graph.json", "bekova"]),
    (
        "briefing?node=bekova&with=drast",
        &["report", "graph.json", "bekova", "drast"],
    ),
    (
        "gaps?since=2035",
        &["gaps", "graph.json", "--since", "2035"],
    ),
    (
        "changes?since=2000-01-01",
        &["changes", "graph.json", "--since", "2000-01-01"],
    ),
    ("stats", &["stats", "graph.json"]),
    ("words?q=bekova", &["search", "graph.json", "bekova"]),
    (
        "communities",
        &["rank", "graph.json", "--by", "communities"],
    ),
];

#[test]
fn the_questions_are_answered_as_the_commands_do() -> Checked {
    let server = Server::start(&[])?;
    for (address, command) in SAME {
        let told = server.get(&format!("/api/v1/{address}"))?;
        assert_eq!(told.status, 200, "{address}: {}", told.body);
        let said = run_in(server.folder.path(), &[*command, &["--json"]].concat())?;
        let said: Value = serde_json::from_str(&said.out)?;
        assert_eq!(told.json()?, said, "{address}");
    }
    Ok(())
}

/// The lines of an answer by the name of each.
fn lines(body: &str) -> Result<Vec<(String, Value)>, Box<dyn std::error::Error>> {
    let mut found = Vec::new();
    for line in body.lines() {
        let Value::Object(line) = serde_json::from_str(line)? else {
            return Err("a line is no object".into());
        };
        assert_eq!(line.len(), 1);
        found.extend(line);
    }
    Ok(found)
}

fn of_name(lines: &[(String, Value)], name: &str) -> Value {
    let of_name = lines.iter().filter(|(found, _)| found == name);
    of_name.map(|(_, value)| value.clone()).collect()
}

#[test]
fn long_answers_come_as_lines_for_those_who_ask_for_them() -> Checked {
    let server = Server::start(&[])?;
    let ask = |path: &str, headers: &[(&str, &str)]| {
        let accept = ("Accept", "text/csv;q=0.2, application/x-ndjson; q=1");
        server.ask("GET", path, &[&[accept], headers].concat())
    };
    let graph = server.get("/api/v1/graph")?.json()?;
    let told = ask("/api/v1/graph", &[])?;
    assert_eq!(told.header("content-type"), Some(LINES));
    assert_eq!(told.header("vary"), Some("accept"));
    let of_graph = lines(&told.body)?;
    assert_eq!(of_name(&of_graph, "node"), graph["nodes"]);
    assert_eq!(of_name(&of_graph, "edge"), graph["edges"]);
    assert_eq!(of_name(&of_graph, "meeting"), graph["graph"]["meetings"]);
    assert_eq!(of_name(&of_graph, "document"), graph["graph"]["documents"]);

    let path = "/api/v1/meetings?with=bekova";
    let list = server.get(path)?.json()?;
    let told = ask(path, &[])?;
    let of_list = lines(&told.body)?;
    assert_eq!(of_name(&of_list, "meeting"), list["meetings"]);
    assert_eq!(of_name(&of_list, "source"), list["sources"]);
    assert_eq!(of_name(&of_list, "undated")[0], list["undated"]);
    // A meeting names no source that has not come.
    let at = |name: &str| of_list.iter().position(|(found, _)| found == name);
    assert!(at("source") < at("meeting"));

    let tag = told.header("etag").ok_or("no tag")?;
    let again = ask(path, &[("If-None-Match", tag)])?;
    assert_eq!((again.status, again.body.as_str()), (304, ""));
    for other in [path, "/api/v1/meetings"] {
        let told = server.ask("GET", other, &[("If-None-Match", tag)])?;
        assert_eq!(told.status, 200, "{other}");
    }
    for (path, status) in [("?with=nobodyatall", 404), ("?frm=2000", 400)] {
        let path = format!("/api/v1/meetings{path}");
        assert_eq!(ask(&path, &[])?.status, status);
        let known = ask(&path, &[("If-None-Match", "*")])?;
        assert_eq!(known.status, status, "{path}");
    }
    Ok(())
}

/// So many nodes has a graph that is long.
const MANY: usize = 20_000;

/// A graph whose lines are some megabytes: more than lies between a server and one who takes nothing.
fn long() -> String {
    let nodes: Vec<Value> = (0..MANY)
        .map(|n| {
            let name = format!("Aru Bekova the {n}th {}", "of many ".repeat(40));
            serde_json::json!({"id": format!("person/p{n:05}"), "kind": "legislator", "name": name, "aliases": []})
        })
        .collect();
    serde_json::json!({"directed": true, "multigraph": true, "graph": {"schema": 1, "documents": [], "meetings": []}, "nodes": nodes, "edges": []})
        .to_string()
}

#[test]
fn those_who_take_lines_slowly_hold_nobody_up() -> Checked {
    let server = Server::start_of("graph.json", &[], |folder| {
        Ok(std::fs::write(folder.join("graph.json"), long())?)
    })?;
    let request = format!(
        "GET /api/v1/graph HTTP/1.1\r\nHost: {}\r\nConnection: close\r\nAccept: {LINES}\r\n\r\n",
        server.address
    );
    // More than are written for at once, and more than are worked on.
    let mut slow = Vec::new();
    for _ in 0..40 {
        let mut stream = server.connect()?;
        stream.write_all(request.as_bytes())?;
        slow.push(stream);
    }
    // Their requests come in whatever order, and on a busy machine late.
    let headers = [("Accept", LINES)];
    let mut tries = 0;
    let refused = loop {
        std::thread::sleep(Duration::from_millis(100));
        let told = server.ask("GET", "/api/v1/graph", &headers)?;
        tries += 1;
        if told.status == 503 || tries > 100 {
            break told;
        }
    };
    assert_eq!(server.get("/api/v1/node?node=person/p00007")?.status, 200);
    assert_eq!(
        (refused.status, refused.header("retry-after")),
        (503, Some("5"))
    );
    // One that begins to take them gets all of them.
    let mut all = String::new();
    for stream in &mut slow {
        let mut status = [0; 12];
        stream.read_exact(&mut status)?;
        if status == *b"HTTP/1.1 200" {
            stream.read_to_string(&mut all)?;
            break;
        }
    }
    assert!(all.ends_with("\r\n0\r\n\r\n"));
    assert_eq!(all.matches("{\"node\":").count(), MANY);
    // Those who go away leave room.
    drop(slow);
    for _ in 0..50 {
        if server.ask("GET", "/api/v1/graph", &headers)?.status == 200 {
            return Ok(());
        }
        std::thread::sleep(Duration::from_millis(100));
    }
    Err("there is no room again".into())
}

/// Values that no question expects, and those at the ends of what it does.
const ODD: &[&str] = &[
    "",
    "%00",
    "%FF",
    "%F0%9F%92%A9",
    "..%2F..%2Fetc%2Fpasswd",
    "0",
    "-1",
    "1e400",
    "NaN",
    "18446744073709551616",
    "0001",
    "0001-01-01",
    "9999",
    "9999-12",
    "9999-12-31",
    "-009999-01-01",
    "2031-02-30",
    "bekova",
    "state/XB",
    "XB",
    "zz",
    "true",
    "%3Cscript%3E",
];

#[test]
fn no_parameter_breaks_a_question() -> Checked {
    let server = Server::start(&[])?;
    let description = server.get("/api/v1/openapi.json")?.json()?;
    let paths = description["paths"].as_object().ok_or("no paths")?;
    let mut asked = 0;
    for (path, item) in paths {
        let question = &item["get"];
        let Some(parameters) = question["parameters"].as_array() else {
            continue;
        };
        if !question["security"].is_null() || path == "/api/v1/passage" {
            continue;
        }
        let must: Vec<String> = parameters
            .iter()
            .filter(|p| p["required"] == true)
            .filter_map(|p| p["name"].as_str())
            .map(|name| match name {
                "since" => "since=2029".to_owned(),
                "b" | "to" => format!("{name}=drast"),
                _ => format!("{name}=bekova"),
            })
            .collect();
        for name in parameters.iter().filter_map(|p| p["name"].as_str()) {
            let others: Vec<&String> = must
                .iter()
                .filter(|pair| !pair.starts_with(&format!("{name}=")))
                .collect();
            for odd in ODD {
                let mut query = format!("{name}={odd}");
                for other in &others {
                    query = format!("{query}&{other}");
                }
                let url = format!("{path}?{query}");
                for accept in ["application/json", LINES] {
                    let reply = server.ask("GET", &url, &[("Accept", accept)])?;
                    let answered = [200, 400, 404, 409].contains(&reply.status);
                    assert!(answered, "{url}: {} {}", reply.status, reply.body);
                    asked += 1;
                }
            }
        }
    }
    assert!(asked > 2_000, "{asked}");
    assert_eq!(server.get("/api/v1/stats")?.status, 200);
    Ok(())
}
