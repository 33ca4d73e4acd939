//! What a source file may not do.

use super::scan::{closing, code_of, line_of, segments, words};
use super::{FILE_LINES, FLOORS, FUNCTION_LINES};

/// A file below `src`.
pub(super) struct Source<'t> {
    /// Its path below `src`, with slashes.
    name: &'t str,
    text: &'t str,
    code: String,
}

impl<'t> Source<'t> {
    pub(super) fn new(name: &'t str, text: &'t str) -> Self {
        Self {
            name,
            text,
            code: code_of(text),
        }
    }

    /// The modules from the root down to this file: `graph/fold/nodes.rs` is graph, fold, nodes.
    fn path(&self) -> Vec<&'t str> {
        let stem = self.name.strip_suffix(".rs").unwrap_or(self.name);
        stem.split('/').filter(|part| *part != "mod").collect()
    }

    fn complaint(&self, place: usize, what: &str) -> String {
        format!("{}:{}: {what}", self.name, line_of(&self.code, place))
    }
}

fn floor(module: &str) -> Option<u8> {
    let entry = FLOORS.iter().find(|(name, _)| *name == module)?;
    Some(entry.1)
}

/// Everything that is wrong with a file, as `file:line: what`.
pub(super) fn violations(source: &Source<'_>) -> Vec<String> {
    let mut found = Vec::new();
    if !source.text.starts_with("//!") {
        found.push(source.complaint(0, "no module head"));
    }
    let lines = source.text.lines().count();
    if lines > FILE_LINES {
        found.push(source.complaint(0, &format!("{lines} lines, more than {FILE_LINES}")));
    }
    found.extend(long_functions(source));
    let (tests_at, misplaced) = test_module(source);
    found.extend(misplaced);
    if source.name == "lib.rs" {
        found.extend(unknown_modules(source));
    } else {
        found.extend(imports(source, tests_at));
    }
    found
}

/// Functions above the size, those of tests too.
fn long_functions(source: &Source<'_>) -> Vec<String> {
    let words = words(&source.code);
    let mut found = Vec::new();
    for (i, (place, word)) in words.iter().enumerate() {
        let name = words.get(i + 1).map_or("", |(_, name)| *name);
        // `fn(u8) -> u8` is a type.
        if *word != "fn" || name == "(" {
            continue;
        }
        let body = words.iter().enumerate().skip(i);
        let Some((open, _)) = body
            .into_iter()
            .find(|(_, (_, word))| matches!(*word, "{" | ";"))
        else {
            continue;
        };
        if words.get(open).is_none_or(|(_, word)| *word == ";") {
            continue;
        }
        let end = closing(&words, open).and_then(|at| words.get(at));
        let last = end.map_or(source.code.len(), |(place, _)| *place);
        let lines = line_of(&source.code, last) + 1 - line_of(&source.code, *place);
        if lines > FUNCTION_LINES {
            let what = format!("`{name}` has {lines} lines, more than {FUNCTION_LINES}");
            found.push(source.complaint(*place, &what));
        }
    }
    found
}

/// Where the test module begins, and a complaint if something follows it.
fn test_module(source: &Source<'_>) -> (usize, Option<String>) {
    let words = words(&source.code);
    let word = |i: usize| words.get(i).map_or("", |(_, word)| *word);
    let mark = ["#", "[", "cfg", "(", "test", ")", "]"];
    let starts =
        (0..words.len()).filter(|i| mark.iter().enumerate().all(|(k, m)| word(i + k) == *m));
    for start in starts {
        let mut at = start + mark.len();
        // Other attributes may stand between the mark and the module.
        while word(at) == "#" {
            at = (at..words.len())
                .find(|i| word(*i) == "]")
                .unwrap_or(words.len())
                + 1;
        }
        if word(at) != "mod" {
            continue;
        }
        let place = words.get(start).map_or(0, |(place, _)| *place);
        let end = match word(at + 2) {
            "{" => closing(&words, at + 2).unwrap_or(words.len()),
            _ => at + 2,
        };
        let rest = words.get(end + 1).map(|(place, _)| *place);
        let misplaced = rest.map(|place| source.complaint(place, "code after the test module"));
        return (place, misplaced);
    }
    (source.code.len(), None)
}

/// Modules that the root declares and the table does not know.
fn unknown_modules(source: &Source<'_>) -> Vec<String> {
    let words = words(&source.code);
    let pairs = words.iter().zip(words.iter().skip(1));
    let declared = pairs.filter(|((_, word), _)| *word == "mod");
    let unknown = declared.filter(|(_, (_, name))| floor(name).is_none());
    unknown
        .map(|(_, (place, name))| source.complaint(*place, &format!("`{name}` has no floor")))
        .collect()
}

/// Imports that do not point down. What stands in the test module may import what it tests with.
fn imports(source: &Source<'_>, tests_at: usize) -> Vec<String> {
    let path = source.path();
    let home = path.first().copied().unwrap_or_default();
    let Some(own) = floor(home) else {
        return vec![source.complaint(0, &format!("`{home}` has no floor"))];
    };
    let mut found = Vec::new();
    for (place, target) in targets(source, path.len()) {
        if place >= tests_at || target == home {
            continue;
        }
        match floor(target) {
            None => {
                let what = format!("`{target}` is imported through the root");
                found.push(source.complaint(place, &what));
            }
            Some(other) if other >= own => {
                let what = format!("`{home}` (floor {own}) imports `{target}` (floor {other})");
                found.push(source.complaint(place, &what));
            }
            Some(_) => {}
        }
    }
    found
}

/// The top-level modules that paths of the code name: after `crate::`, `interparl::`, or a climb of `super::` to the root.
fn targets<'s>(source: &'s Source<'_>, depth: usize) -> Vec<(usize, &'s str)> {
    let words = words(&source.code);
    let word = |i: usize| words.get(i).map_or("", |(_, word)| *word);
    let mut found = Vec::new();
    for i in 0..words.len() {
        if word(i + 1) != "::" {
            continue;
        }
        let leads = matches!(word(i), "crate" | "interparl") && (i == 0 || word(i - 1) != "::");
        if leads {
            found.extend(segments(&words, i + 2));
        }
        // A chain is looked at from its first `super`.
        let first = word(i) == "super" && (i < 2 || word(i - 1) != "::" || word(i - 2) == "self");
        if first {
            let climb =
                (0..).take_while(|k| word(i + 2 * k) == "super" && word(i + 2 * k + 1) == "::");
            let climb = climb.count();
            if climb >= depth {
                found.extend(segments(&words, i + 2 * climb));
            }
        }
    }
    found
}
