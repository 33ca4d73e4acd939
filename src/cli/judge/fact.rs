//! `fact`: something that no article tells, with its source.

use interparl::graph::RelationGraph;
use interparl::identity::{Fact, FactPlace, Opinion, Party, Statement, clean, is_named_twice};
use interparl::ontology::{LifeEvent, MeetingKind, MeetingStatus, Office};
use interparl::query::nearest;

use super::args::{FactArgs, FactWord};
use super::keeping::Keeping;
use super::party::party;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::terminal::Console;

pub(super) fn run(args: &FactArgs, console: &Console) -> Result<Exit, Failure> {
    let source = clean(&args.source);
    if source.is_empty() {
        return Err(Failure::new("a fact needs a source")
            .hint("say where it is from: --source https://... or in free words"));
    }
    check_options(args)?;
    let keeping = Keeping::open(Some(&args.graph), &args.keep, console)?;
    keeping.keep(&|graph| {
        let fact = Fact {
            says: statement(graph, args)?,
            source: source.clone(),
        };
        Ok(vec![Opinion::Fact(fact)])
    })?;
    Ok(Exit::Done)
}

/// Refuses what the sort of fact has no place for: it would be lost without a word.
fn check_options(args: &FactArgs) -> Result<(), Failure> {
    use FactWord::{Attended, Life, Links, Met, PartOf, Role, Visited};
    let given: [(&str, bool, &[FactWord]); 6] = [
        ("--title", args.title.is_some(), &[Role]),
        ("--former", args.former, &[Role]),
        ("--planned", args.planned, &[Met, Attended, Visited]),
        ("--kind", args.kind.is_some(), &[Met, Attended]),
        ("--place", args.place.is_some(), &[Met, Attended]),
        (
            "--date",
            args.date.is_some(),
            &[Role, Met, Attended, Visited, Life],
        ),
    ];
    // That a body belongs to another, or ties one, has no date.
    debug_assert!(
        !given
            .iter()
            .any(|(_, _, of)| of.contains(&PartOf) || of.contains(&Links))
    );
    let misplaced = given
        .iter()
        .find(|(_, given, of)| *given && !of.contains(&args.what));
    match misplaced {
        None => Ok(()),
        Some((option, ..)) => Err(Failure::new(format!(
            "a fact of the sort {} has no {option}",
            args.what.word()
        ))
        .hint("leave it out; free words go into --note")),
    }
}

fn statement(graph: &RelationGraph, args: &FactArgs) -> Result<Statement, Failure> {
    let who: Vec<&str> = args.who.iter().map(String::as_str).collect();
    let one = |typed, wanted| party(graph, typed, wanted);
    match (args.what, who.as_slice()) {
        (FactWord::Role, [person, office, target]) => role(graph, args, person, office, target),
        (FactWord::Met, sides @ [_, _, ..]) => {
            let sides = sides.iter().map(|side| self::side(graph, side));
            let sides: Vec<Vec<Party>> = sides.collect::<Result<_, _>>()?;
            check_apart(&sides)?;
            Ok(meeting(args, MeetingKind::Bilateral, sides, None))
        }
        (FactWord::Attended, [body, people @ ..]) if !people.is_empty() => {
            let body = one(body, FactPlace::Body)?;
            let sides = people.iter().map(|side| self::side(graph, side));
            let sides = sides.collect::<Result<_, _>>()?;
            Ok(meeting(args, MeetingKind::Session, sides, Some(body)))
        }
        (FactWord::Visited, [person, state]) => Ok(Statement::Visited {
            person: one(person, FactPlace::Person)?,
            state: one(state, FactPlace::State)?,
            date: args.date,
            planned: args.planned,
        }),
        (FactWord::PartOf, [part, whole]) => {
            let (part, whole) = two(graph, part, whole)?;
            Ok(Statement::PartOf { part, whole })
        }
        (FactWord::Links, [body, target]) => {
            let (body, target) = two(graph, body, target)?;
            Ok(Statement::Links { body, target })
        }
        (FactWord::Life, [body, event]) => Ok(Statement::Life {
            body: one(body, FactPlace::Body)?,
            event: word(event, "an event", LifeEvent::ALL, LifeEvent::as_str)?,
            date: args.date,
        }),
        (what, who) => Err(Failure::new(format!(
            "a fact of the sort {} is about {}, and {} are given",
            what.word(),
            what.about(),
            who.len()
        ))
        .hint("words of one name go into quotes: \"Jaan Tamm\"; interparl fact --help shows all sorts")),
    }
}

fn role(
    graph: &RelationGraph,
    args: &FactArgs,
    person: &str,
    office: &str,
    target: &str,
) -> Result<Statement, Failure> {
    let office = office.replace(['-', ' '], "_");
    let office = word(&office, "an office", Office::ALL, Office::as_str)?;
    let date = match args.date {
        None => None,
        Some(date) => Some(date.day().ok_or_else(|| {
            Failure::new(format!(
                "an office is seen on a day, and \"{date}\" is none"
            ))
            .hint("give a day on which it was held: --date YYYY-MM-DD")
        })?),
    };
    Ok(Statement::Role {
        person: party(graph, person, FactPlace::Person)?,
        office,
        target: party(graph, target, FactPlace::of_office(office))?,
        title: words(args.title.as_deref()),
        former: args.former,
        date,
    })
}

fn meeting(
    args: &FactArgs,
    kind: MeetingKind,
    sides: Vec<Vec<Party>>,
    body: Option<Party>,
) -> Statement {
    Statement::Meeting {
        kind: args.kind.unwrap_or(kind),
        status: MeetingStatus::of_plan(args.planned),
        sides,
        body,
        session: None,
        date: args.date,
        place: words(args.place.as_deref()),
    }
}

/// Words without what is not seen; none where there is nothing else.
fn words(typed: Option<&str>) -> Option<String> {
    typed.map(clean).filter(|words| !words.is_empty())
}

/// The people of a side, with `+` between them.
fn side(graph: &RelationGraph, typed: &str) -> Result<Vec<Party>, Failure> {
    let people = typed.split('+').map(str::trim);
    if typed.split('+').any(|person| person.trim().is_empty()) {
        return Err(
            Failure::new(format!("\"{typed}\" has a place for a name, and no name"))
                .hint("people of one side stand with + between them: \"Jaan Tamm + Mari Lepik\""),
        );
    }
    people
        .map(|person| party(graph, person, FactPlace::Person))
        .collect()
}

/// Refuses a meeting of somebody with himself or herself.
fn check_apart(sides: &[Vec<Party>]) -> Result<(), Failure> {
    if is_named_twice(sides) {
        return Err(
            Failure::new("one person is named twice among those who met")
                .hint("name each person once, on one side; namesakes of different states each with @STATE"),
        );
    }
    Ok(())
}

/// A body, and another body or a state.
fn two(graph: &RelationGraph, one: &str, other: &str) -> Result<(Party, Party), Failure> {
    let body = party(graph, one, FactPlace::Body)?;
    let target = party(graph, other, FactPlace::BodyOrState)?;
    if body == target {
        let message = format!("\"{one}\" and \"{other}\" are the same body");
        return Err(Failure::new(message).hint("name two different ones"));
    }
    Ok((body, target))
}

/// The value of a closed set that a word is.
fn word<T: Copy>(
    typed: &str,
    what: &str,
    all: &[T],
    as_str: fn(T) -> &'static str,
) -> Result<T, Failure> {
    let typed = typed.trim().to_lowercase();
    let found = all.iter().copied().find(|value| as_str(*value) == typed);
    found.ok_or_else(|| {
        let words: Vec<&str> = all.iter().copied().map(as_str).collect();
        let near = nearest(&typed, words.iter().copied());
        let hint = match near.first() {
            Some(near) => format!(
                "did you mean \"{near}\"? these are known: {}",
                words.join(", ")
            ),
            None => format!("these are known: {}", words.join(", ")),
        };
        Failure::new(format!("\"{typed}\" is not {what}")).hint(hint)
    })
}
