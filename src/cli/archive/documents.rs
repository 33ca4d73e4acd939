//! `documents`: what an archive has.

use std::io::Write as _;

use interparl::archive::{Archive, ArchivedDocument};
use interparl::document::Article;
use serde_json::{Map, Value};

use super::args::DocumentsArgs;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::terminal::{Console, print_json};

pub(crate) fn run(args: &DocumentsArgs, console: &Console) -> Result<Exit, Failure> {
    let archive = Archive::read(&args.archive)?;
    let documents = archive.documents()?;
    if args.articles {
        return write_articles(&archive, &documents);
    }
    if args.json {
        print_json(&documents)?;
    } else {
        let row = |document: &ArchivedDocument| {
            let last = document.speaking();
            let record = last.map(|version| &version.record);
            let date = record.and_then(|record| record.date);
            vec![
                document.id.clone(),
                date.map_or_else(String::new, |date| date.to_string()),
                document.versions.len().to_string(),
                record
                    .and_then(|record| record.title.clone())
                    .or_else(|| last.map(|version| version.label.clone()))
                    .unwrap_or_default(),
            ]
        };
        let rows: Vec<Vec<String>> = documents.iter().map(row).collect();
        let mut page = console.page();
        page.table(&["document", "date", "versions", "title"], &rows);
        console.print(&page)?;
    }
    Ok(if documents.is_empty() {
        Exit::NothingFound
    } else {
        Exit::Done
    })
}

/// Writes every version as an article that `build` and `add` read.
fn write_articles(archive: &Archive, documents: &[ArchivedDocument]) -> Result<Exit, Failure> {
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    let failed = |error| Failure::writing("standard output", &error);
    let mut lost = 0;
    for version in documents.iter().flat_map(|document| &document.versions) {
        match archive.article(version.number)? {
            Some(article) => {
                let line = Value::Object(fields(article));
                writeln!(out, "{line}").map_err(failed)?;
            }
            None => lost += 1,
        }
    }
    out.flush().map_err(failed)?;
    Ok(if lost > 0 { Exit::InPart } else { Exit::Done })
}

fn fields(article: Article) -> Map<String, Value> {
    let mut fields = Map::new();
    let mut put = |name: &str, value: Option<String>| {
        if let Some(value) = value {
            fields.insert(name.to_owned(), Value::String(value));
        }
    };
    put("id", article.id);
    put("title", article.title);
    put("date", article.date.map(|date| date.to_string()));
    put("url", article.url);
    put("publisher", article.publisher);
    put("lang", article.lang);
    put("text", Some(article.text));
    // Last, so that no foreign field takes the place of one of ours.
    for (name, value) in article.extra {
        fields.entry(name).or_insert(value);
    }
    fields
}
