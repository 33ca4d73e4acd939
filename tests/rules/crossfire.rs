//! Where rules fire in the sentences of other rules: the whole matrix, in `tests/crossfire.txt`.
//!
//! A sentence may hold several facts, so most of it is right; what matters is that a change shows. Lines of the file that
//! begin with `#` explain the rule that stands below; a fourth column says of a claim that it is wrong, and why. Both are
//! written by hand and kept when `INTERPARL_UPDATE=1` writes the matrix anew.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::Path;

use interparl::rule::{RULES, in_one_line};

use super::{manuals, reading, rules_of};

const HEAD: &str = "\
# Every rule over the sentences of every other rule: rule, case, claim, and where the claim is wrong, why.
# The test \"the_cross_fire_is_as_explained\" compares it; INTERPARL_UPDATE=1 writes it anew and keeps what is explained.
";

/// A rule that fired, and the case and claim.
type Shot = (String, String, String);

fn matrix() -> Vec<Shot> {
    let mut shots = Vec::new();
    for manual in manuals() {
        for (place, case) in manual.cases() {
            let reading = reading(case);
            for claim in &reading.claims {
                for rule in rules_of(claim).into_iter().filter(|r| *r != manual.id) {
                    let line = in_one_line(claim, &reading);
                    shots.push((rule.to_owned(), place.clone(), line));
                }
            }
        }
    }
    shots.sort();
    shots
}

/// What the file explains: of a rule, and of a claim by the rule that fired, the rule whose sentence it is, and the claim.
#[derive(Default)]
struct Explained {
    rules: BTreeMap<String, String>,
    claims: BTreeMap<Shot, String>,
}

impl Explained {
    fn read(file: &str) -> Self {
        let mut new = Self::default();
        let mut above = String::new();
        for line in file.strip_prefix(HEAD).unwrap_or(file).lines() {
            if let Some(comment) = line.strip_prefix("# ") {
                above.push_str("# ");
                above.push_str(comment);
                above.push('\n');
                continue;
            }
            let mut columns = line.split('\t').map(str::to_owned);
            if let (Some(rule), Some(place), Some(claim)) =
                (columns.next(), columns.next(), columns.next())
            {
                if let Some(why) = columns.next() {
                    let key = (rule.clone(), owner(&place).to_owned(), claim);
                    new.claims.insert(key, why);
                }
                let explanation = std::mem::take(&mut above);
                if !explanation.is_empty() {
                    new.rules.insert(rule, explanation);
                }
            }
        }
        new
    }

    fn write(&self, shots: &[Shot]) -> String {
        let mut file = HEAD.to_owned();
        let mut last = "";
        for (rule, place, claim) in shots {
            if rule != last {
                let why = self.rules.get(rule).map_or("", String::as_str);
                let _ = write!(file, "\n{why}");
                last = rule;
            }
            let _ = write!(file, "{rule}\t{place}\t{claim}");
            let key = (rule.clone(), owner(place).to_owned(), claim.clone());
            if let Some(why) = self.claims.get(&key) {
                let _ = write!(file, "\t{why}");
            }
            file.push('\n');
        }
        file
    }
}

fn owner(place: &str) -> &str {
    place.split('/').next().unwrap_or(place)
}

#[test]
fn the_cross_fire_is_as_explained() -> std::io::Result<()> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/crossfire.txt");
    let committed = std::fs::read_to_string(&path).unwrap_or_default();
    let explained = Explained::read(&committed);
    let shots = matrix();
    let fresh = explained.write(&shots);
    if std::env::var_os("INTERPARL_UPDATE").is_some() {
        return std::fs::write(&path, fresh);
    }
    let (old, new): (Vec<&str>, Vec<&str>) = (committed.lines().collect(), fresh.lines().collect());
    let gone = old.iter().filter(|line| !new.contains(line));
    let came = new.iter().filter(|line| !old.contains(line));
    let changes: String = gone
        .map(|line| format!("- {line}\n"))
        .chain(came.map(|line| format!("+ {line}\n")))
        .collect();
    assert!(
        committed == fresh,
        "\n{changes}INTERPARL_UPDATE=1 accepts it"
    );
    for rule in RULES {
        let fires = shots.iter().any(|(r, _, _)| r == rule.id);
        let explained = explained.rules.contains_key(rule.id);
        assert_eq!(fires, explained, "{}: say why it fires elsewhere", rule.id);
    }
    Ok(())
}
