//! `undo`: a judgement is taken back, or all that count are listed.

use interparl::identity::{Judgement, JudgementId, Judgements, Opinion};

use super::args::UndoArgs;
use super::keeping::Keeping;
use super::words;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::terminal::Console;

pub(super) fn run(args: &UndoArgs, console: &Console) -> Result<Exit, Failure> {
    let mut keeping = Keeping::open(&args.keep, console)?;
    let Some(typed) = &args.id else {
        return list(keeping.known(), &keeping.name(), console);
    };
    let id = find(keeping.known(), typed)?;
    if !keeping.known().in_force().contains_key(&id) {
        let undo = last_undo(keeping.known(), &id);
        let failure = Failure::new(format!("judgement {id} is undone already"));
        return Err(match undo {
            Some(undo) => failure.hint(format!("to bring it back, undo the undo: {undo}")),
            None => failure,
        });
    }
    keeping.undo(&id, console)?;
    Ok(Exit::Done)
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
                .hint("interparl undo --judgements FILE lists those that count"),
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
