//! Made-up articles about few people, so that they meet in each other's blocks, and an archive to put them in.

use std::error::Error;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use interparl::archive::Reader;
use interparl::claim::Confidence;
use interparl::document::Article;
use interparl::export::{ExportOptions, json};
use interparl::graph::{RelationGraph, fold_judged};
use interparl::identity::Judgements;
use interparl::lexicon::Lexicon;
use interparl::pipeline;
use serde_json::{Value, json};

use crate::sample::{Ended, run_in};

const HOUSES: [&str; 5] = ["Saeima", "Riigikogu", "Seimas", "Majilis", "State Duma"];
const FIRST: [&str; 4] = ["Anna", "Jaan", "Daiga", "Milo"];
const LAST: [&str; 5] = ["Ozola", "Tamm", "Kalnins", "Bekova", "Drast"];
const CITIES: [&str; 3] = ["Riga", "Tallinn", "Astana"];

/// What an article of a number says. Every fifth has no id of its own, every seventh has the text of another one, and
/// an edition above 0 is an edited text of the same document.
pub(crate) fn made(number: usize, edition: usize) -> Article {
    let pick =
        |list: &[&str], at: usize| list.get(at % list.len()).map_or("", |word| word).to_owned();
    let told = if number % 7 == 6 { number - 1 } else { number };
    let person = |at: usize| format!("{} {}", pick(&FIRST, at), pick(&LAST, at / 2));
    let (here, there) = (pick(&HOUSES, told), pick(&HOUSES, told * 3 + 1));
    let (host, guest) = (person(told), person(told * 5 + 3));
    let city = pick(&CITIES, told);
    let day = told % 28 + 1;
    let mut text = format!(
        "{}, {day} March 2031 – Speaker of the {here} {host} met with Speaker of the {there} {guest} in {city}.\n\n\
         The delegation included {}, member of the {there}. An agreement on cooperation was signed.",
        city.to_uppercase(),
        person(told + 7),
    );
    if edition > 0 {
        let _ = write!(
            text,
            "\n\nCorrected {edition} times: {} took part in the talks.",
            person(told + edition)
        );
    }
    let named = number % 5 != 4;
    Article {
        id: named.then(|| format!("https://news.example/{number}")),
        label: format!("article-{number}"),
        title: named.then(|| format!("Talks in {city}")),
        text,
        date: format!("2031-03-{day:02}").parse().ok(),
        ..Article::default()
    }
}

/// An article as a line of JSON.
pub(crate) fn line(article: &Article) -> Value {
    let mut line = json!({"text": article.text, "title": article.title});
    if let Some(fields) = line.as_object_mut() {
        fields.retain(|_, value| !value.is_null());
        if let Some(id) = &article.id {
            fields.insert("id".to_owned(), json!(id));
        }
        if let Some(date) = article.date {
            fields.insert("date".to_owned(), json!(date.to_string()));
        }
    }
    line
}

/// A file of so many articles as JSON lines, from one number on.
pub(crate) fn file(
    folder: &Path,
    name: &str,
    numbers: std::ops::Range<usize>,
    edition: usize,
) -> Result<PathBuf, Box<dyn Error>> {
    let mut lines = String::new();
    for number in numbers {
        let _ = writeln!(lines, "{}", line(&made(number, edition)));
    }
    let path = folder.join(name);
    std::fs::write(&path, lines)?;
    Ok(path)
}

/// Runs the program, expects it to end well, and gives what it printed.
pub(crate) fn done(folder: &Path, arguments: &[&str]) -> Result<String, Box<dyn Error>> {
    let Ended { code, out, err } = run_in(folder, arguments)?;
    if code == Some(0) {
        return Ok(out);
    }
    Err(format!("interparl {}: {code:?}\n{out}{err}", arguments.join(" ")).into())
}

/// The rules of today.
pub(crate) fn today() -> Reader {
    Reader {
        rules: pipeline::READER.to_owned(),
        tables: String::new(),
    }
}

/// The bytes of a graph.
pub(crate) fn bytes(graph: &RelationGraph) -> Result<Vec<u8>, Box<dyn Error>> {
    let mut bytes = Vec::new();
    json::write(graph, ExportOptions::default(), &mut bytes)?;
    Ok(bytes)
}

/// The graph of articles that are read and folded from nothing with judgements, as `build` does it.
pub(crate) fn built<'a>(
    articles: impl IntoIterator<Item = &'a Article>,
    judgements: &Judgements,
) -> RelationGraph {
    let read = |article| {
        let mut reading = pipeline::read(article, Lexicon::builtin());
        reading.keep_sure(Confidence::hundredths(60));
        reading
    };
    fold_judged(articles.into_iter().map(read).collect(), judgements).graph
}
