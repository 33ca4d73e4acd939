//! Makes a corpus of articles about people who do not exist, and measures how well they are told to be one.
//!
//! ```text
//! cargo run --release --example corpus -- 10000                 measure 10,000 articles
//! cargo run --release --example corpus -- 10000 --namesakes 0   the same where nobody has the name of another
//! cargo run --release --example corpus -- 1000000 --write made  write made/articles.jsonl and made/truth.tsv
//! ```
//!
//! The same number, `--seed` and `--namesakes` always give the same articles. The people of the world are made of parts of names; one in
//! so many as `--namesakes` says (200 where it is not given, nobody with 0) has the full name of another one of the state. Articles
//! spell names in several ways or give no more than a surname; `truth.tsv` says who is meant, in the form of
//! `tests/gold/identity.tsv`. Measured is what identity does with the people that the program finds in the articles.

#![expect(
    clippy::print_stdout,
    clippy::indexing_slicing,
    clippy::cast_possible_truncation,
    clippy::cast_possible_wrap,
    clippy::cast_precision_loss,
    clippy::cast_sign_loss,
    reason = "a program for developers that prints a table, over places that it has made itself"
)]

mod articles;
mod chance;
mod names;
mod world;

use std::collections::BTreeMap;
use std::error::Error;
use std::fs::File;
use std::io::{BufWriter, Write as _};
use std::path::Path;
use std::time::Instant;

use articles::{Made, article};
use chance::Chance;
use interparl::claim::Reading;
use interparl::document::Article;
use interparl::identity::{Identities, resolve, settle};
use interparl::lexicon::Lexicon;
use interparl::pipeline;
use interparl::score::{grouping, name_words};
use rayon::prelude::*;
use world::World;

fn main() -> Result<(), Box<dyn Error>> {
    let (mut count, mut seed, mut namesakes, mut folder) = (1000_usize, 1_u64, 200_usize, None);
    let mut arguments = std::env::args().skip(1);
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--seed" => seed = arguments.next().ok_or("--seed wants a number")?.parse()?,
            "--namesakes" => {
                let number = arguments.next().ok_or("--namesakes wants a number")?;
                namesakes = number.parse()?;
            }
            "--write" => folder = Some(arguments.next().ok_or("--write wants a folder")?),
            number => count = number.parse()?,
        }
    }
    let mut chance = Chance::new(seed);
    let world = World::new(count, namesakes, &mut chance);
    if let Some(folder) = folder {
        return write(&world, count, &mut chance, Path::new(&folder));
    }
    measure(&world, count, &mut chance);
    Ok(())
}

/// Writes the articles as JSON lines and the truth as a table.
fn write(
    world: &World,
    count: usize,
    chance: &mut Chance,
    folder: &Path,
) -> Result<(), Box<dyn Error>> {
    std::fs::create_dir_all(folder)?;
    let mut lines = BufWriter::new(File::create(folder.join("articles.jsonl"))?);
    let mut truth = BufWriter::new(File::create(folder.join("truth.tsv"))?);
    writeln!(truth, "person\tarticle\tname")?;
    for number in 0..count {
        let made = article(world, number, chance);
        let line =
            serde_json::json!({"id": made.id, "date": made.date.to_string(), "text": made.text});
        writeln!(lines, "{line}")?;
        for (name, person) in &made.names {
            writeln!(truth, "{person}\t{}\t{name}", made.id)?;
        }
    }
    lines.flush()?;
    Ok(truth.flush()?)
}

fn measure(world: &World, count: usize, chance: &mut Chance) {
    let made: Vec<Made> = (0..count)
        .map(|number| article(world, number, chance))
        .collect();
    let bytes: usize = made.iter().map(|made| made.text.len()).sum();
    let lexicon = Lexicon::builtin();
    let start = Instant::now();
    let readings: Vec<Reading> = made
        .par_iter()
        .map(|made| {
            let article = Article {
                id: Some(made.id.clone()),
                date: Some(made.date),
                text: made.text.clone(),
                ..Article::default()
            };
            pipeline::read(&article, lexicon)
        })
        .collect();
    let read = start.elapsed();
    let start = Instant::now();
    let settled = settle(readings);
    let settling = start.elapsed();
    let start = Instant::now();
    let identities = resolve(&settled.speaking);
    let resolving = start.elapsed();
    let truth: BTreeMap<&str, &Made> = made.iter().map(|made| (made.id.as_str(), made)).collect();
    let named: usize = made.iter().map(|made| made.names.len()).sum();
    let items = items(&truth, &settled.speaking, &identities);
    let people: usize = settled
        .speaking
        .iter()
        .flat_map(|r| &r.entities)
        .filter(|e| e.kind.is_person())
        .count();
    println!(
        "articles {count} ({:.1} MB), people of the world {} ({} of them namesakes, {} of one house), named {named}, found {} ({:.1} %)",
        bytes as f64 / 1e6,
        world.people.len(),
        world.namesakes.len(),
        world.of_one_house.len(),
        items.len(),
        items.len() as f64 * 100.0 / named as f64
    );
    println!(
        "read {:.2} s, settle {:.2} s, resolve {:.2} s, memory {} MB",
        read.as_secs_f64(),
        settling.as_secs_f64(),
        resolving.as_secs_f64(),
        peak_memory()
    );
    println!(
        "pairs compared {} ({:.2} a mention of a person)",
        identities.compared(),
        identities.compared() as f64 / people as f64
    );
    tell("all", items.iter().copied());
    tell_wrong(world, &items);
    let of_two_houses = items
        .iter()
        .filter(|(person, _)| !world.of_one_house.contains(person));
    tell("without namesakes of one house", of_two_houses.copied());
    let told_apart = items
        .iter()
        .filter(|(person, _)| !world.namesakes.contains(person));
    tell("without namesakes", told_apart.copied());
}

/// Prints how well mentions were told to be of one person; in come the true and the found person of each.
fn tell(what: &str, items: impl Iterator<Item = (usize, usize)>) {
    let found = grouping(items);
    let (b, pairs) = (found.b_cubed, found.pairs);
    println!(
        "{what}: B3 precision {:.4} recall {:.4} F1 {:.4}, pairs precision {:.4} recall {:.4} F1 {:.4}",
        b.p, b.r, b.f1, pairs.p, pairs.r, pairs.f1
    );
}

/// Prints how many pairs of mentions are joined wrongly, by what the two people have in common.
fn tell_wrong(world: &World, items: &[(usize, usize)]) {
    let mut found: BTreeMap<usize, BTreeMap<usize, usize>> = BTreeMap::new();
    for (person, cluster) in items {
        let mentions = found.entry(*cluster).or_default();
        *mentions.entry(*person).or_default() += 1;
    }
    let (mut one_house, mut two_houses, mut others) = (0, 0, 0);
    for people in found.into_values() {
        let people: Vec<(usize, usize)> = people.into_iter().collect();
        for (at, (one, count)) in people.iter().enumerate() {
            for (other, their_count) in &people[at + 1..] {
                let sum = if world.people[*one] != world.people[*other] {
                    &mut others
                } else if world.house_of[*one] == world.house_of[*other] {
                    &mut one_house
                } else {
                    &mut two_houses
                };
                *sum += count * their_count;
            }
        }
    }
    println!(
        "pairs joined wrongly: {one_house} of namesakes in one house, {two_houses} of namesakes in two, {others} of others"
    );
}

/// The true and the found person of each mention that was read.
fn items(
    truth: &BTreeMap<&str, &Made>,
    readings: &[Reading],
    identities: &Identities,
) -> Vec<(usize, usize)> {
    let mut items = Vec::new();
    for (place, reading) in readings.iter().enumerate() {
        let Some(made) = truth.get(reading.document.id.as_str()) else {
            continue;
        };
        for (name, person) in &made.names {
            let words = name_words(name);
            let entity = reading
                .entities
                .iter()
                .position(|e| e.kind.is_person() && name_words(&e.name) == words);
            let cluster = entity.and_then(|entity| identities.of(place, entity));
            items.extend(cluster.map(|cluster| (*person, cluster)));
        }
    }
    items
}

/// The most memory that the program has had, in megabytes; 0 where the system does not tell.
fn peak_memory() -> usize {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kib = line.and_then(|line| line.trim().trim_end_matches(" kB").parse::<usize>().ok());
    kib.unwrap_or(0) / 1024
}
