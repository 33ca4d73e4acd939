//! Houses and people of whom there is much to tell: what is kept of them beside the stored graph answers as the whole graph
//! does, byte for byte.

use std::fmt::Write as _;
use std::path::Path;
use std::time::Duration;

use interparl::archive::{Archive, Entry};
use interparl::archive_graph::{Asked, First, differences, first, path_part, store};
use interparl::document::Article;
use interparl::graph::RelationGraph;
use interparl::identity::Judgements;
use interparl::lexicon::Lexicon;
use interparl::pipeline;
use interparl::query::{Excerpt, PathOptions, PathWeights, about, along, connections};

use super::made::{built, done, line, today};
use crate::sample::Checked;

/// So many articles make crowds.
const MANY: usize = 620;

const FIRST: [&str; 7] = ["Anna", "Jaan", "Milo", "Aru", "Petra", "Ivo", "Sanna"];
const PARTS: [&str; 16] = [
    "ba", "del", "kor", "mi", "na", "ros", "sta", "tel", "ul", "ven", "war", "zi", "hol", "gren",
    "pa", "lim",
];

fn somebody(number: usize) -> String {
    let pick = |list: &[&'static str], at: usize| list.get(at % list.len()).copied();
    let parts = [number, number / 16, number / 5, number * 7 / 3];
    let last: String = parts.iter().filter_map(|at| pick(&PARTS, *at)).collect();
    let mut last = last.chars();
    let head: String = last
        .next()
        .into_iter()
        .flat_map(char::to_uppercase)
        .collect();
    let first = pick(&FIRST, number).unwrap_or_default();
    format!("{first} {head}{}s", last.as_str())
}

/// One speaker meets a new guest in each article.
pub(super) fn crowded(number: usize) -> Article {
    let there = if number.is_multiple_of(4) {
        "Riigikogu"
    } else {
        "Seimas"
    };
    let (day, month) = (number % 28 + 1, number % 12 + 1);
    let text = format!(
        "2031-{month:02}-{day:02}\n\nSpeaker of the Saeima Daiga Ozola met with Speaker of the {there} {} in Riga on Tuesday. \
         The delegation included {}, member of the {there}. An agreement on cooperation was signed.",
        somebody(number * 2),
        somebody(number * 2 + 1),
    );
    Article {
        id: Some(format!("https://news.example/{number}")),
        label: format!("article-{number}"),
        title: Some(format!("Talks no. {number}")),
        text,
        date: format!("2031-{month:02}-{day:02}").parse().ok(),
        ..Article::default()
    }
}

/// An archive with its graph stored, and the graph of a build.
fn crowds(folder: &Path) -> Result<(Archive, RelationGraph), Box<dyn std::error::Error>> {
    let articles: Vec<Article> = (0..MANY).map(crowded).collect();
    let read = |article| Entry::new(article, &pipeline::read(article, Lexicon::builtin()));
    let entries: Vec<Entry> = articles.iter().map(read).collect::<Result<_, _>>()?;
    let mut archive = Archive::add_to(&folder.join("a.db"), Duration::from_secs(1))?;
    archive.add(&entries, &today())?;
    store(&mut archive)?;
    Ok((archive, built(&articles, &Judgements::default())))
}

#[test]
fn an_excerpt_that_is_kept_is_the_beginning_of_all_that_is_known() -> Checked {
    let folder = tempfile::tempdir()?;
    let (archive, whole) = crowds(folder.path())?;
    let (mut kept, mut others) = (Vec::new(), 0);
    for (at, node) in whole.nodes() {
        let told = about(&whole, at).ok_or("nothing is known")?;
        match first(&archive, &node.id)? {
            Asked::Part(First::Excerpt(excerpt)) => {
                assert_eq!(*excerpt, Excerpt::of(told), "{}", node.id);
                kept.push(node.id.as_str());
            }
            Asked::Part(First::All(part)) => {
                let here = part.find(&node.id).ok_or("not in its part")?;
                assert_eq!(about(&part, here), Some(told), "{}", node.id);
                others += 1;
            }
            Asked::Several(_) | Asked::Whole => return Err(node.id.clone().into()),
        }
    }
    for crowded in ["lt/seimas", "person/daiga-ozola", "state/LT"] {
        assert!(kept.contains(&crowded), "{crowded} {kept:?}");
    }
    assert!(others > MANY, "{others}");
    assert_eq!(differences(&archive)?, Vec::<String>::new());
    Ok(())
}

#[test]
fn paths_through_crowds_are_those_of_the_whole() -> Checked {
    let folder = tempfile::tempdir()?;
    let (archive, whole) = crowds(folder.path())?;
    let nodes: Vec<_> = whole.nodes().collect();
    let houses = nodes.iter().filter(|(_, node)| !node.kind.is_person());
    let people = nodes.iter().step_by(nodes.len() / 12 + 1);
    let asked: Vec<_> = houses.chain(people).collect();
    let mut walked = 0;
    for (number, (from, one)) in asked.iter().enumerate() {
        for (to, other) in asked.iter().skip(number + 1) {
            for weights in [PathWeights::default(), PathWeights::fewest_steps()] {
                let options = PathOptions {
                    count: 3,
                    weights,
                    ..PathOptions::default()
                };
                let ends = (one.id.as_str(), other.id.as_str());
                let (part, stops) = path_part(&archive, ends, &options)?
                    .part()
                    .ok_or("no part of the graph")?;
                let (a, b) = (part.find(ends.0))
                    .zip(part.find(ends.1))
                    .ok_or("no ends")?;
                let expected = connections(&whole, *from, *to, &options);
                assert_eq!(along(&part, a, b, &stops, &options), expected, "{ends:?}");
                walked += expected.paths.iter().map(|p| p.steps.len()).sum::<usize>();
            }
        }
    }
    assert!(walked > 500, "{walked}");
    Ok(())
}

#[test]
fn what_is_printed_of_crowds_is_what_is_printed_of_a_graph_as_json() -> Checked {
    let folder = tempfile::tempdir()?;
    let lines = (0..MANY).fold(String::new(), |mut lines, number| {
        let _ = writeln!(lines, "{}", line(&crowded(number)));
        lines
    });
    std::fs::write(folder.path().join("all.jsonl"), lines)?;
    done(folder.path(), &["add", "--quiet", "a.db", "all.jsonl"])?;
    done(folder.path(), &["build", "all.jsonl", "-o", "g.json"])?;
    done(folder.path(), &["show", "a.db", "LV"])?;
    let told = |file: &str, question: &[&str]| {
        let (command, rest) = question.split_first().unwrap_or((&"", &[]));
        done(folder.path(), &[&[*command, file], rest].concat())
    };
    for question in [
        &["show", "Seimas"][..],
        &["show", "Seimas", "--all"],
        &["show", "Seimas", "--json"],
        &["show", "daiga", "ozola"],
        &["show", "LT"],
        &["show", "ee/riigikogu"],
        &["path", "LV", "Seimas"],
        &["path", "Daiga Ozola", "EE", "--json"],
    ] {
        assert_eq!(
            told("a.db", question)?,
            told("g.json", question)?,
            "{question:?}"
        );
    }
    Ok(())
}
