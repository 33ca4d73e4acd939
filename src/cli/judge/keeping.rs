//! How a judgement is kept: as said once, beside what was said before.

use interparl::identity::{Judgement, JudgementId, Judgements, Opinion};

use super::args::KeepArgs;
use super::file::JudgementFile;
use super::words;
use crate::cli::failure::Failure;
use crate::cli::terminal::Console;

/// Where judgements are kept, and what its author writes beside them.
pub(super) struct Keeping<'a> {
    args: &'a KeepArgs,
    file: JudgementFile,
}

impl<'a> Keeping<'a> {
    /// Opens the file and reads what it says.
    pub(super) fn open(args: &'a KeepArgs, console: &Console) -> Result<Self, Failure> {
        let file = JudgementFile::open(&args.judgements, console)?;
        Ok(Self { args, file })
    }

    /// What was said before.
    pub(super) const fn known(&self) -> &Judgements {
        self.file.known()
    }

    /// What its author says now, with who, when and why.
    fn signed(&self, says: Opinion, note: Option<&str>) -> Judgement {
        Judgement {
            by: self.args.by.clone(),
            note: note.map(str::to_owned).or_else(|| self.args.note.clone()),
            on: self.args.on,
            ..Judgement::of(says)
        }
    }

    /// Keeps some opinions, all or none, and tells each on the console. What counts already is not written again, and what was
    /// undone is brought back.
    pub(super) fn keep(&mut self, opinions: &[Opinion], console: &Console) -> Result<(), Failure> {
        self.keep_noted(opinions, None, console)
    }

    /// The same with a note of its own.
    pub(super) fn keep_noted(
        &mut self,
        opinions: &[Opinion],
        note: Option<&str>,
        console: &Console,
    ) -> Result<(), Failure> {
        let mut lines = Vec::new();
        let mut told = Vec::new();
        let known = self.known();
        let in_force = known.in_force();
        for opinion in opinions {
            let judgement = self.signed(opinion.clone(), note);
            let id = judgement.id();
            let says = words::says(&judgement);
            if in_force.contains_key(&id) {
                told.push(format!("{id} was said before: {says}"));
            } else if known.find(&id).next().is_some() {
                let again = known.turning(&id);
                lines.push(self.signed(again.says, note));
                told.push(format!("{id} counts again: {says}"));
            } else {
                self.check_contrary(&judgement)?;
                lines.push(judgement);
                told.push(format!("{id}: {says}"));
            }
        }
        drop(in_force);
        self.file.keep(&lines)?;
        for line in &told {
            console.note(line);
        }
        Ok(())
    }

    /// Takes a judgement back.
    pub(super) fn undo(&mut self, id: &JudgementId, console: &Console) -> Result<(), Failure> {
        let undo = self.known().turning(id);
        let line = self.signed(undo.says, None);
        let said = self.known().find(id).next().map(words::says);
        self.file.keep(&[line])?;
        let said = said.unwrap_or_default();
        console.note(&format!("{id} no longer counts: {said}"));
        Ok(())
    }

    /// The name of the file, for messages.
    pub(super) fn name(&self) -> String {
        self.file.name()
    }

    /// Refuses the contrary of what counts: the file would keep both, and a `different` would have its way whatever was meant.
    fn check_contrary(&self, judgement: &Judgement) -> Result<(), Failure> {
        let contrary = match &judgement.says {
            Opinion::Same(a, b) => Opinion::Different(a.clone(), b.clone()),
            Opinion::Different(a, b) => Opinion::Same(a.clone(), b.clone()),
            Opinion::Wrong(_) | Opinion::Fact(_) | Opinion::Undo(_) => return Ok(()),
        };
        let id = Judgement::of(contrary).id();
        match self.known().in_force().get(&id) {
            None => Ok(()),
            Some(before) => {
                let says = words::says(before);
                let file = self.name();
                Err(
                    Failure::new(format!("judgement {id} says the contrary: {says}")).hint(
                        format!("take it back first: interparl undo {id} --judgements {file}"),
                    ),
                )
            }
        }
    }
}
