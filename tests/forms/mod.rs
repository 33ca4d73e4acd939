//! The same facts however a sentence is turned: forms of press releases, each with words of time and place in its gaps, about several pairs of
//! states.
//!
//! In come sentences put together from parts, out come the facts that each must have and must not have. Nobody in them exists.

mod agencies;
mod company;
mod lists;
mod meetings;
mod members;
mod offices;
mod others;
mod readers;
mod reports;
mod shared;
mod visits;

use interparl::claim::{Assertion, Reading};
use interparl::document::Article;
use interparl::lexicon::Lexicon;
use interparl::ontology::MeetingStatus;
use interparl::pipeline;

/// A house with who presides over it.
struct House {
    /// Its state.
    state: &'static str,
    /// The people of the state, as an adjective.
    adjective: &'static str,
    /// A city of the state.
    city: &'static str,
    /// Its name with the article.
    name: &'static str,
    /// Who presides.
    speaker: &'static str,
    /// The surname of that one.
    surname: &'static str,
    /// The pronoun of that one as an owner.
    possessive: &'static str,
}

/// Hosts and guests: houses of names that one state alone has, and of names that many have.
const PAIRS: &[(House, House)] = &[
    (
        House {
            state: "Lithuania",
            adjective: "Lithuanian",
            city: "Vilnius",
            name: "the Seimas",
            speaker: "Viktorija Tarnaitė",
            surname: "Tarnaitė",
            possessive: "her",
        },
        House {
            state: "Georgia",
            adjective: "Georgian",
            city: "Tbilisi",
            name: "the Parliament of Georgia",
            speaker: "Giorgi Tarnadze",
            surname: "Tarnadze",
            possessive: "his",
        },
    ),
    (
        House {
            state: "Kenya",
            adjective: "Kenyan",
            city: "Nairobi",
            name: "the National Assembly of Kenya",
            speaker: "Moses Tarnesa",
            surname: "Tarnesa",
            possessive: "his",
        },
        House {
            state: "Malawi",
            adjective: "Malawian",
            city: "Lilongwe",
            name: "the National Assembly of Malawi",
            speaker: "Catherine Tarniri",
            surname: "Tarniri",
            possessive: "her",
        },
    ),
    (
        House {
            state: "Kyrgyzstan",
            adjective: "Kyrgyz",
            city: "Bishkek",
            name: "the Jogorku Kenesh",
            speaker: "Nurlan Tarnov",
            surname: "Tarnov",
            possessive: "his",
        },
        House {
            state: "Mexico",
            adjective: "Mexican",
            city: "Mexico City",
            name: "the Senate of Mexico",
            speaker: "Alejandra Tarnes",
            surname: "Tarnes",
            possessive: "her",
        },
    ),
];

impl House {
    /// The one who presides with the office, in the ways in which articles put them together.
    fn forms(&self) -> [String; 4] {
        let (name, speaker) = (self.name, self.speaker);
        [
            format!("the Speaker of {name}, {speaker},"),
            format!("{speaker}, Speaker of {name},"),
            format!("Speaker of {name} {speaker}"),
            format!("H.E. {speaker}, Speaker of {name},"),
        ]
    }
}

/// A sentence of parts: without room before signs, with one comma where two meet, and a capital at its beginning.
fn sentence(parts: &str) -> String {
    let mut text = parts.split_whitespace().collect::<Vec<_>>().join(" ");
    for (from, to) in [(" ,", ","), (" .", "."), (",,", ","), (",.", ".")] {
        while text.contains(from) {
            text = text.replace(from, to);
        }
    }
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).collect()
    })
}

/// What is read in a text that is published on Friday, 30 December 2022.
fn read(text: &str) -> Reading {
    let mut article = Article {
        text: text.to_owned(),
        ..Article::default()
    };
    article.date = "2022-12-30".parse().ok();
    pipeline::read(&article, Lexicon::builtin())
}

fn name(reading: &Reading, entity: usize) -> &str {
    reading.entities.get(entity).map_or("", |e| e.name.as_str())
}

/// The pairs of people who met, each in the order of the letters.
fn met(reading: &Reading) -> Vec<(String, String)> {
    let mut pairs = Vec::new();
    for claim in &reading.claims {
        let Assertion::Meeting { status, sides, .. } = &claim.assertion else {
            continue;
        };
        if *status != MeetingStatus::Held {
            continue;
        }
        for (at, side) in sides.iter().enumerate() {
            for other in sides.iter().skip(at + 1) {
                for (one, two) in side.iter().flat_map(|p| other.iter().map(move |q| (p, q))) {
                    let mut pair = [name(reading, *one), name(reading, *two)];
                    pair.sort_unstable();
                    let [one, two] = pair.map(str::to_owned);
                    pairs.push((one, two));
                }
            }
        }
    }
    pairs.sort_unstable();
    pairs.dedup();
    pairs
}

/// The pairs of everybody of one side with everybody of another, as [`met`] gives them.
fn pairs(one: &[&str], other: &[&str]) -> Vec<(String, String)> {
    let mut all: Vec<(String, String)> = Vec::new();
    for (p, q) in one.iter().flat_map(|p| other.iter().map(move |q| (p, q))) {
        let mut pair = [*p, *q];
        pair.sort_unstable();
        let [one, two] = pair.map(str::to_owned);
        all.push((one, two));
    }
    all.sort_unstable();
    all
}

/// Fails with all that went wrong, a sentence a line.
fn none_wrong(wrong: &[String]) {
    assert!(
        wrong.is_empty(),
        "{} sentences\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}
