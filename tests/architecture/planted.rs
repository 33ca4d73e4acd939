//! Planted faults: the checker finds each, and leaves alone what only looks like one.

use super::check::{Source, violations};

fn found(name: &str, body: &str) -> Vec<String> {
    violations(&Source::new(name, &format!("//! A head.\n{body}")))
}

#[test]
fn an_import_that_points_up_is_found_however_it_is_written() {
    for body in [
        "use crate::graph::Node;",
        "use crate::{text::Span, graph::{Node, Edge}};",
        "use crate :: { graph as g };",
        "fn f() { let _ = crate::graph::fold; }",
        "use super::super::graph::Node;",
        "use self::super::super::graph::Node;",
        "pub use interparl::graph::Node;",
        "macro_rules! m { () => { $crate::graph::Node } }",
        "/* /* nested */ */ use crate::graph::Node; // late",
        "const C: char = '\"'; use crate::graph::Node; const D: char = '\"';",
        "const S: &str = r#\"a \"# ; use crate::graph::Node;",
        "fn f<'a>(x: &'a str) -> crate::graph::Node<'a> { x }",
    ] {
        assert_eq!(
            found("claim/line.rs", body),
            ["claim/line.rs:2: `claim` (floor 3) imports `graph` (floor 5)"],
            "{body}"
        );
    }
}

#[test]
fn a_neighbour_of_the_same_floor_is_out_of_reach() {
    assert_eq!(
        found("identity/mod.rs", "\nuse super::rule::Rule;"),
        ["identity/mod.rs:3: `identity` (floor 4) imports `rule` (floor 4)"]
    );
}

#[test]
fn the_root_is_no_way() {
    assert_eq!(
        found("claim/mod.rs", "use crate::Node;\nuse crate::*;"),
        [
            "claim/mod.rs:2: `Node` is imported through the root",
            "claim/mod.rs:3: `*` is imported through the root"
        ]
    );
}

#[test]
fn a_module_without_a_floor_is_found() {
    let line = "utils/mod.rs:1: `utils` has no floor";
    assert_eq!(found("utils/mod.rs", "use crate::text::Span;"), [line]);
    assert_eq!(
        found(
            "lib.rs",
            "pub mod text;\npub mod helpers;\npub use text::Span;"
        ),
        ["lib.rs:3: `helpers` has no floor"]
    );
}

#[test]
fn what_is_no_import_is_left_alone() {
    for body in [
        "use crate::text::Span;\nuse crate::ontology::{NodeKind, Office};",
        "use super::reading::Reading;\nuse crate::claim::Words;",
        "// use crate::graph::Node;\n/// [`crate::graph::Node`]\nfn f() {}",
        "const S: &str = \"crate::graph::Node \\\" crate::cli\";",
        "const S: &str = r##\"crate::graph \"# crate::cli\"##;",
        "use serde::graph::Node;\nuse std::{fmt, io};",
        "#[cfg(test)]\nmod tests {\n    use super::*;\n    use crate::graph::fold;\n}",
    ] {
        assert_eq!(found("claim/line.rs", body), Vec::<String>::new(), "{body}");
    }
    assert_eq!(
        found("main.rs", "use interparl::pipeline;"),
        Vec::<String>::new()
    );
}

#[test]
fn a_file_needs_a_head_and_has_a_size() {
    let bare = violations(&Source::new("text/mod.rs", "fn f() {}\n"));
    assert_eq!(bare, ["text/mod.rs:1: no module head"]);
    assert_eq!(
        found("text/mod.rs", &"\n".repeat(399)),
        Vec::<String>::new()
    );
    assert_eq!(
        found("text/mod.rs", &"\n".repeat(400)),
        ["text/mod.rs:1: 401 lines, more than 400"]
    );
}

#[test]
fn a_function_has_a_size() {
    let function =
        |lines: usize| format!("fn long(f: fn(u8) -> u8) {{{}}}", "\n".repeat(lines - 1));
    assert_eq!(found("text/mod.rs", &function(60)), Vec::<String>::new());
    assert_eq!(
        found("text/mod.rs", &function(61)),
        ["text/mod.rs:2: `long` has 61 lines, more than 60"]
    );
    let tricky = format!(
        "fn long() {{ let s = \"}}\"; let c = '}}';{}}}",
        "\n".repeat(60)
    );
    assert_eq!(found("text/mod.rs", &tricky).len(), 1);
}

#[test]
fn nothing_comes_after_the_test_module() {
    let tests = "#[cfg(test)]\n#[expect(clippy::x, reason = \"]\")]\nmod tests {}\n";
    assert_eq!(found("text/mod.rs", tests), Vec::<String>::new());
    assert_eq!(
        found("text/mod.rs", &format!("{tests}fn late() {{}}")),
        ["text/mod.rs:5: code after the test module"]
    );
}
