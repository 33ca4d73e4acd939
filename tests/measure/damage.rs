//! Graphs and facts made worse, always in the same way: what a program that finds other things might write.
#![expect(
    clippy::indexing_slicing,
    reason = "a JSON value that is not there is null"
)]

use serde_json::{Value, json};

/// Where chance decides, this does: the same numbers on every run.
pub(super) struct Damage(u64);

impl Damage {
    pub(super) fn new(round: u32) -> Self {
        Self(u64::from(round) * 0x9E37_79B9 + 1)
    }

    /// Whether this is one case of so many.
    fn one_in(&mut self, cases: u64) -> bool {
        self.below(cases) == 0
    }

    fn below(&mut self, end: u64) -> u64 {
        // The constants of Knuth's MMIX; the high bits are good enough for this.
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % end
    }

    fn pick<'v>(&mut self, values: &[&'v str]) -> &'v str {
        let place = usize::try_from(self.below(values.len() as u64)).unwrap_or(0);
        values.get(place).copied().unwrap_or_default()
    }

    /// Damages a graph; false where it is to be missing altogether.
    pub(super) fn graph(&mut self, graph: &mut Value) -> bool {
        if self.one_in(12) {
            return false;
        }
        let mut gone = Vec::new();
        for node in list(graph, "nodes") {
            if self.one_in(15) {
                gone.push(node["id"].clone());
            } else {
                self.node(node);
            }
        }
        list(graph, "nodes").retain(|node| !gone.contains(&node["id"]));
        let at_gone =
            |edge: &Value| gone.contains(&edge["source"]) || gone.contains(&edge["target"]);
        let edges = list(graph, "edges");
        edges.retain(|edge| !at_gone(edge) && !self.one_in(8));
        let again: Vec<Value> = edges.iter().filter(|_| self.one_in(20)).cloned().collect();
        edges.extend(again);
        for edge in edges {
            self.edge(edge);
        }
        if self.one_in(3) {
            renumber(graph);
        }
        if self.one_in(4) {
            let edges = graph["edges"].take();
            graph["links"] = edges;
            graph.as_object_mut().map(|graph| graph.remove("edges"));
        }
        true
    }

    fn node(&mut self, node: &mut Value) {
        let name = node["name"].as_str().unwrap_or_default().to_owned();
        if self.one_in(4) {
            node["name"] = self.rename(&name).into();
        }
        let kinds = match node["kind"].as_str().unwrap_or_default() {
            "state" => &["state"][..],
            "legislator" | "official" => &["legislator", "official"],
            _ => &["chamber", "parliament", "commission", "assembly"],
        };
        if self.one_in(6) {
            node["kind"] = self.pick(kinds).into();
        }
        if node["kind"] == "state" && self.one_in(10) {
            node["code"] =
                [Value::Null, "".into(), "ZZ".into()][usize::from(self.one_in(2))].clone();
        }
        if self.one_in(10) {
            node["aliases"] = Value::Null;
        }
        if self.one_in(10) {
            node["aliases"] = json!([name, "The Parliament", "Senate"]);
        }
        if self.one_in(15) {
            node["en"] = "National Assembly".into();
            node["latin"] = "".into();
        }
    }

    fn rename(&mut self, name: &str) -> String {
        let words: Vec<&str> = name.split(' ').collect();
        match self.below(9) {
            0 => words.get(1..).unwrap_or_default().join(" "),
            1 => format!("Speaker {name}"),
            2 => name.to_uppercase(),
            3 => name.replace('a', "á").replace('i', "ı").replace('s', "ſ"),
            4 => format!("H.E. Mr. {name}"),
            5 => format!("the {name} of Parliament"),
            6 => name.chars().rev().collect(),
            7 => String::new(),
            _ => words.join("-"),
        }
    }

    fn edge(&mut self, edge: &mut Value) {
        if self.one_in(12) {
            edge["date"] = [Value::Null, "2024-06-14".into()][usize::from(self.one_in(2))].clone();
        }
        if self.one_in(12) {
            let place = self.pick(&["Kuwait City", "", "Astana", "ASTANÁ", "City"]);
            edge["place"] = place.into();
        }
        if self.one_in(15) {
            edge["place_en"] = self.pick(&["Astana", "", "Minsk City"]).into();
        }
        if edge["kind"] == "role" && self.one_in(8) {
            edge["role"] = [Value::Null, "speaker".into(), "member".into()]
                [usize::from(self.one_in(2))]
            .clone();
        }
        if self.one_in(10) {
            edge["status"] = self.pick(&["planned", "held"]).into();
        }
        if edge["kind"] == "met" && self.one_in(6) {
            let source = edge["source"].take();
            edge["source"] = edge["target"].take();
            edge["target"] = source;
        }
        if self.one_in(10) {
            edge["evidence"] = json!("somebody said so");
        }
    }

    /// Damages facts: other facts, of which the same is asked.
    pub(super) fn facts(&mut self, facts: &mut Value) {
        for person in list(facts, "people") {
            let name = person["name"].as_str().unwrap_or_default().to_owned();
            if self.one_in(8) {
                person["latin"] = self.rename(&name).into();
            }
            if self.one_in(10) {
                person["aliases"] = Value::Null;
            }
            if self.one_in(10) {
                person["legislator"] = Value::Null;
            }
        }
        for body in list(facts, "bodies") {
            if self.one_in(5) {
                body["kind"] = self
                    .pick(&["parliament", "chamber", "assembly", "commission"])
                    .into();
            }
            if self.one_in(8) {
                body["states"] = json!(["FR", "KZ"]);
            }
            if self.one_in(8) {
                body["en"] = self
                    .pick(&["Senate of Parliament", "Parliament", "the Senate"])
                    .into();
            }
        }
        for meeting in list(facts, "meetings") {
            if self.one_in(3) {
                meeting["kind"] = self
                    .pick(&["bilateral", "call", "session", "conference"])
                    .into();
            }
            if self.one_in(6) {
                list(meeting, "sides").push(json!([]));
            }
            if self.one_in(6) {
                list(meeting, "sides").push(json!(["Nobody Declared"]));
            }
            if self.one_in(6) {
                meeting["place_en"] = "Astana".into();
            }
        }
        for role in list(facts, "roles") {
            if self.one_in(10) {
                role["body"] = self.pick(&["KZ", "", "Nothing Declared"]).into();
            }
        }
        if self.one_in(6) {
            facts["visits"] = Value::Null;
        }
    }
}

/// Numbers for ids, as networkx has them by itself.
fn renumber(graph: &mut Value) {
    let mut ids = Vec::new();
    for node in list(graph, "nodes") {
        ids.push(node["id"].take());
        node["id"] = ids.len().into();
    }
    let number = |id: &Value| {
        ids.iter()
            .position(|known| known == id)
            .map(|place| place + 1)
    };
    for edge in list(graph, "edges") {
        edge["source"] = number(&edge["source"]).into();
        edge["target"] = number(&edge["target"]).into();
    }
}

/// A list of a JSON object; an empty one that goes nowhere where it has none.
fn list<'v>(value: &'v mut Value, key: &str) -> &'v mut Vec<Value> {
    if !value[key].is_array() {
        value[key] = json!([]);
    }
    match &mut value[key] {
        Value::Array(list) => list,
        _ => unreachable!("it was made a list"),
    }
}
