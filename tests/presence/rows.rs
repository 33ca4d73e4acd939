//! The candidates of the annotated articles, with what the annotation says of them.

use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::path::{Path, PathBuf};

use interparl::document::Article as Document;
use interparl::lexicon::Lexicon;
use interparl::mention::Mentions;
use interparl::rule::{Presence, presences};
use interparl::score::{Annotation, name_words};

/// A candidate of an article.
pub(super) struct Row {
    pub(super) deed: &'static str,
    pub(super) features: BTreeSet<String>,
    /// Whether a rule has read it.
    pub(super) told: bool,
    /// Whether the article says it.
    pub(super) right: bool,
}

/// An annotated article.
pub(super) struct Article {
    pub(super) rows: Vec<Row>,
    /// How many facts of each deed the annotation has.
    pub(super) asked: BTreeMap<&'static str, usize>,
}

/// The articles of some folders of `tests/gold`, in the order of their names.
pub(super) fn articles(sets: &[&str]) -> Result<Vec<Article>, Box<dyn Error>> {
    paths(sets)?.iter().map(|path| article(path)).collect()
}

/// The annotations of some folders of `tests/gold`, in the order of their names.
pub(crate) fn paths(sets: &[&str]) -> Result<Vec<PathBuf>, Box<dyn Error>> {
    let mut found = Vec::new();
    for set in sets {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("tests/gold")
            .join(set);
        let mut paths = Vec::new();
        for entry in std::fs::read_dir(folder)? {
            paths.push(entry?.path());
        }
        paths.retain(|path| path.extension().is_some_and(|e| e == "json"));
        paths.sort();
        found.extend(paths);
    }
    Ok(found)
}

fn article(path: &Path) -> Result<Article, Box<dyn Error>> {
    let bytes = std::fs::read(path)?;
    let gold = Annotation::from_json(&bytes)?;
    let day: serde_json::Value = serde_json::from_slice(&bytes)?;
    let day = day.get("date").and_then(serde_json::Value::as_str);
    let text = std::fs::read_to_string(path.with_extension("txt"))?;
    let document = Document {
        text,
        date: day.and_then(|d| d.parse().ok()),
        ..Document::default()
    };
    let mentions = Mentions::find(&document.text, Lexicon::builtin(), document.date);
    let facts = Facts::of(&gold);
    let rows = presences(document.date, &mentions);
    Ok(Article {
        rows: rows.into_iter().map(|p| facts.row(p)).collect(),
        asked: BTreeMap::from([("attended", facts.attended.len()), ("met", facts.met.len())]),
    })
}

/// What an annotation says, people and bodies by number.
struct Facts {
    people: BTreeMap<String, usize>,
    bodies: BTreeMap<String, usize>,
    attended: BTreeSet<(usize, usize)>,
    met: BTreeSet<(usize, usize)>,
}

impl Facts {
    fn of(gold: &Annotation) -> Self {
        let mut people = BTreeMap::new();
        for (number, person) in gold.people.iter().enumerate() {
            for name in std::iter::once(&person.name).chain(&person.aliases) {
                people.entry(key(name)).or_insert(number);
            }
        }
        let mut bodies = BTreeMap::new();
        for (number, body) in gold.bodies.iter().enumerate() {
            for name in std::iter::once(&body.name).chain(&body.aliases) {
                bodies.entry(key(name)).or_insert(number);
            }
        }
        let mut new = Self {
            people,
            bodies,
            attended: BTreeSet::new(),
            met: BTreeSet::new(),
        };
        for meeting in &gold.meetings {
            let sides: Vec<Vec<usize>> = meeting
                .sides
                .iter()
                .map(|side| {
                    side.iter()
                        .filter_map(|p| new.people.get(&key(p)).copied())
                        .collect()
                })
                .filter(|side: &Vec<usize>| !side.is_empty())
                .collect();
            let body = meeting
                .body
                .as_ref()
                .and_then(|b| new.bodies.get(&key(b)).copied());
            if let Some(body) = body {
                new.attended
                    .extend(sides.iter().flatten().map(|p| (*p, body)));
            }
            let kind = meeting.kind.as_deref();
            // Those at a gathering of many did not meet by that.
            if !matches!(kind, Some("bilateral" | "call")) && sides.len() != 2 {
                continue;
            }
            for (n, side) in sides.iter().enumerate() {
                for other in sides.iter().skip(n + 1) {
                    new.met.extend(
                        side.iter()
                            .flat_map(|a| other.iter().map(|b| ordered(*a, *b))),
                    );
                }
            }
        }
        new
    }

    /// A candidate with what the annotation says of it.
    fn row(&self, presence: Presence) -> Row {
        let person = self.people.get(&key(&presence.person)).copied();
        let whom = presence.whom.first();
        let right = if presence.deed == "attended" {
            let mut names = presence.whom.iter();
            let body = names.find_map(|b| self.bodies.get(&key(b)).copied());
            let both = person.zip(body);
            both.is_some_and(|fact| self.attended.contains(&fact))
        } else {
            let other = whom.and_then(|p| self.people.get(&key(p)).copied());
            let pair = person.zip(other).map(|(a, b)| ordered(a, b));
            pair.is_some_and(|pair| self.met.contains(&pair))
        };
        Row {
            deed: presence.deed,
            features: presence.features.into_iter().collect(),
            told: presence.told,
            right,
        }
    }
}

fn ordered(a: usize, b: usize) -> (usize, usize) {
    (a.min(b), a.max(b))
}

/// A name for comparison, its words without case, marks and "the".
fn key(name: &str) -> String {
    let mut words = name_words(name);
    words.retain(|w| w != "the");
    words.join(" ")
}
