//! The files of `score`: annotations, graphs under the same names, and the articles beside the annotations.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use interparl::document::Article;
use interparl::score::{Annotation, Prediction, ScoreError};

use super::articles::{self, How, Tally};
use super::failure::{Failure, reason};
use super::options::{GraphFormat, SureArgs};
use super::stages::{self, GraphStyle, Tables, WriteProblem};
use super::terminal::Console;
use super::tool_args::ScoreArgs;

/// Endings of files that hold one article each, in the order in which they are looked for.
const ENDINGS: &[&str] = &["txt", "md", "html"];

const HOW_TO_ANNOTATE: &str =
    "the guide says what the facts of an article look like: tests/gold/GUIDE.md";

/// An article that is measured.
pub(crate) struct Entry {
    /// What people say it says.
    pub(crate) annotation: Annotation,
    /// What was found in it; `None` where there is no graph, which counts as an empty one.
    pub(crate) prediction: Option<Prediction>,
    /// Its text, where that is at hand and was asked for.
    pub(crate) text: Option<String>,
}

/// Reads the annotations of a folder, in the order of the files' names.
///
/// # Errors
/// Where the folder has none, where one cannot be read, and where two are of one article.
pub(crate) fn annotations(args: &ScoreArgs, console: &Console) -> Result<Vec<Entry>, Failure> {
    let folder = args.gold.display();
    let mut entries = Vec::new();
    let mut ids = BTreeSet::new();
    for path in json_files(&args.gold)? {
        let annotation = read(&path, HOW_TO_ANNOTATE, Annotation::from_json)?;
        if !args.lang.is_empty()
            && !annotation
                .lang
                .as_ref()
                .is_some_and(|l| args.lang.contains(l))
        {
            continue;
        }
        let id = &annotation.id;
        let name = path.display();
        if Path::new(id)
            .file_name()
            .is_none_or(|file| file != id.as_str())
        {
            let what = format!("{name}: the id \"{id}\" cannot be the name of a file");
            return Err(Failure::new(what)
                .hint("the graph and the text of an article are called after its id"));
        }
        if !ids.insert(id.clone()) {
            let what = format!("{name}: the id \"{id}\" is that of another file too");
            return Err(Failure::new(what).hint("each article has an id of its own"));
        }
        for slip in annotation.slips() {
            console.note(&format!("{name}: {slip}"));
        }
        entries.push(Entry {
            annotation,
            prediction: None,
            text: None,
        });
    }
    if entries.is_empty() {
        let failure = Failure::new(format!("there are no facts of articles in \"{folder}\""));
        return Err(failure.hint(if args.lang.is_empty() {
            "--gold names a folder with ID.json for each article"
        } else {
            "no file there names a language of --lang"
        }));
    }
    Ok(entries)
}

fn json_files(folder: &Path) -> Result<Vec<PathBuf>, Failure> {
    let cannot = |e: &std::io::Error| {
        Failure::new(format!(
            "cannot read \"{}\": {}",
            folder.display(),
            reason(e)
        ))
        .hint("name a folder with ID.json for each article")
    };
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).map_err(|e| cannot(&e))? {
        let path = entry.map_err(|e| cannot(&e))?.path();
        if path.extension().is_some_and(|ending| ending == "json") {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

fn read<T>(
    path: &Path,
    hint: &str,
    parse: impl Fn(&[u8]) -> Result<T, ScoreError>,
) -> Result<T, Failure> {
    let name = path.display();
    let bytes = fs::read(path)
        .map_err(|e| Failure::new(format!("cannot read \"{name}\": {}", reason(&e))).hint(hint))?;
    parse(&bytes).map_err(|error| {
        let at = error
            .position()
            .map_or_else(String::new, |(line, column)| format!(":{line}:{column}"));
        Failure::new(format!("{name}{at}: {}", error.message())).hint(hint)
    })
}

/// Takes the graphs from a folder, each under the id of its article.
///
/// # Errors
/// Where there is no such folder, and where a graph cannot be read.
pub(crate) fn take_graphs(folder: &Path, entries: &mut [Entry]) -> Result<(), Failure> {
    // Any folder without graphs is one of empty graphs, but a folder that is not there is a slip of the finger.
    json_files(folder)?;
    for entry in entries {
        let path = folder.join(format!("{}.json", entry.annotation.id));
        if path.exists() {
            let hint = "a graph has NetworkX's node-link form; interparl build --each ARTICLES -o DIR writes such";
            entry.prediction = Some(read(&path, hint, Prediction::from_json)?);
        }
    }
    Ok(())
}

/// Takes the texts of the articles that lie beside their annotations. One that cannot be read is not quoted.
pub(crate) fn take_texts(folder: &Path, entries: &mut [Entry]) {
    for entry in entries {
        let path = article_beside(folder, &entry.annotation.id);
        let article = path.and_then(|path| stages::articles(&[path], None).next()?.ok());
        entry.text = article.map(|article| article.text);
    }
}

/// Reads the articles that lie beside their annotations, as `build --each` does, and keeps their graphs and texts.
///
/// # Errors
/// Where no annotation has an article.
pub(crate) fn read_articles(
    args: &ScoreArgs,
    tables: &Tables,
    console: &Console,
    entries: &mut [Entry],
) -> Result<Tally, Failure> {
    let mut files = Vec::new();
    for (place, entry) in entries.iter().enumerate() {
        files.extend(article_beside(&args.gold, &entry.annotation.id).map(|path| (place, path)));
    }
    if files.is_empty() {
        let what = format!(
            "there are no articles beside the facts in \"{}\"",
            args.gold.display()
        );
        let hint = "put ID.txt beside each ID.json, or name a folder of graphs with --pred";
        return Err(Failure::new(what).hint(hint));
    }
    let mut texts = BTreeMap::new();
    let found = files.into_iter().flat_map(|(place, path)| {
        // The label leads back to the annotation, whatever name the article gives itself.
        stages::articles(&[path], None).map(move |article| article.map(|article| (place, article)))
    });
    let found = found.map(|article| {
        article.map(|(place, article)| {
            texts.entry(place).or_insert_with(|| article.text.clone());
            let label = place.to_string();
            Article { label, ..article }
        })
    });
    let how = How {
        date: None,
        strict: false,
        threads: args.threads,
    };
    let mut readings = BTreeMap::<usize, Vec<_>>::new();
    let tally = articles::each_batch_of(found, how, tables, console, |batch| {
        for labelled in batch {
            if let Ok(place) = labelled.label.parse() {
                readings.entry(place).or_default().push(labelled.reading);
            }
        }
        Ok(())
    })?;
    for (place, readings) in readings {
        if let Some(entry) = entries.get_mut(place) {
            entry.prediction = Some(as_prediction(readings, &args.sure, &entry.annotation.id)?);
            entry.text = texts.remove(&place);
        }
    }
    Ok(tally)
}

/// The graph of readings by way of its JSON, so that the measure sees what a file of it would say.
fn as_prediction(
    readings: Vec<interparl::claim::Reading>,
    sure: &SureArgs,
    id: &str,
) -> Result<Prediction, Failure> {
    let cannot = |why: &str| Failure::new(format!("cannot measure the graph of \"{id}\": {why}"));
    let mut json = Vec::new();
    let style = GraphStyle::json();
    match stages::write_graph(
        &stages::fold(readings, sure),
        GraphFormat::Json,
        &style,
        &mut json,
    ) {
        Ok(()) => {}
        Err(WriteProblem::Output(error)) => return Err(cannot(&reason(&error))),
        Err(WriteProblem::Picture(failure)) => return Err(failure),
    }
    Prediction::from_json(&json).map_err(|error| cannot(error.message()))
}

fn article_beside(folder: &Path, id: &str) -> Option<PathBuf> {
    let mut files = ENDINGS
        .iter()
        .map(|ending| folder.join(format!("{id}.{ending}")));
    files.find(|path| path.is_file())
}
