//! `undo`: a judgement is taken back, or all that count are listed.

use std::path::Path;

use interparl::archive::ArchiveError;
use interparl::identity::{Judgement, JudgementId, Judgements, Opinion};

use super::args::UndoArgs;
use super::keeping::Keeping;
use super::words;
use crate::cli::archive;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::terminal::Console;

pub(super) fn run(args: &UndoArgs, console: &Console) -> Result<Exit, Failure> {
    let (archive, id) = meant(args)?;
    let keeping = Keeping::open(archive, &args.keep, console)?;
    let Some(typed) = &id else {
        return list(&keeping.known()?, &keeping.name(), console);
    };
    keeping.undo(|known| counting(known, typed))?;
    Ok(Exit::Done)
}

/// The judgement whose id begins so, if it counts.
fn counting(known: &Judgements, typed: &str) -> Result<JudgementId, Failure> {
    let id = find(known, typed)?;
    if known.in_force().contains_key(&id) {
        return Ok(id);
    }
    let failure = Failure::new(format!("judgement {id} is undone already"));
    Err(match last_undo(known, &id) {
        Some(undo) => failure.hint(format!("to bring it back, undo the undo: {undo}")),
        None => failure,
    })
}

/// The archive and the id that are meant: a word alone may be either.
fn meant(args: &UndoArgs) -> Result<(Option<&Path>, Option<String>), Failure> {
    let Some(first) = args.archive.as_deref() else {
        return Ok((None, None));
    };
    let name = first.display().to_string();
    match &args.id {
        id if archive::is_archive(first) => Ok((Some(first), id.clone())),
        Some(_) if !first.exists() => Err(ArchiveError::Missing(first.to_owned()).into()),
        Some(id) => Err(
            Failure::new(format!("\"{name}\" is not an archive")).hint(format!(
                "judgements that are in a file: interparl undo {id} --judgements FILE"
            )),
        ),
        None if args.keep.judgements.is_some() => Ok((None, Some(name))),
        None => Err(Failure::new(format!(
            "\"{name}\" is not an archive, and no file of judgements is named"
        ))
        .hint("interparl undo ARCHIVE ID, or interparl undo ID --judgements FILE")),
    }
}

/// The judgement whose id begins so.
fn find(known: &Judgements, typed: &str) -> Result<JudgementId, Failure> {
    let typed = typed.trim().to_lowercase();
    let mut ids: Vec<JudgementId> = known.iter().map(Judgement::id).collect();
    ids.retain(|id| !typed.is_empty() && id.as_str().starts_with(&typed));
    ids.sort();
    ids.dedup();
    match ids.as_slice() {
        [one] => Ok(one.clone()),
        [] => Err(
            Failure::nothing_found(format!("there is no judgement \"{typed}\""))
                .hint("interparl undo without an id lists those that count"),
        ),
        several => {
            let ids: Vec<&str> = several.iter().map(JudgementId::as_str).collect();
            Err(
                Failure::new(format!("\"{typed}\" may be any of {}", several.len()))
                    .hint(format!("say which: {}", ids.join(", "))),
            )
        }
    }
}

/// The undo that counts at the end of the chain behind a judgement.
fn last_undo(known: &Judgements, id: &JudgementId) -> Option<JudgementId> {
    match known.turning(id).says {
        Opinion::Undo(last) => Some(last),
        _ => None,
    }
}

fn list(known: &Judgements, file: &str, console: &Console) -> Result<Exit, Failure> {
    let in_force = known.in_force();
    let counting: Vec<&&Judgement> = in_force
        .values()
        .filter(|judgement| !matches!(judgement.says, Opinion::Undo(_)))
        .collect();
    if counting.is_empty() {
        console.note(&format!("no judgement counts in \"{file}\""));
        return Ok(Exit::NothingFound);
    }
    let mut page = console.page();
    for judgement in counting {
        page.item(
            0,
            &format!("{}  {}", judgement.id(), words::says(judgement)),
        );
        let beside = words::beside(judgement);
        if !beside.is_empty() {
            page.faint(14, &beside);
        }
    }
    console.print(&page)?;
    Ok(Exit::Done)
}
