//! How a judgement is kept: as said once, beside what was said before.

use std::path::Path;

use interparl::archive::Archive;
use interparl::identity::{Contrary, Judgement, JudgementId, Judgements, Opinion, Standing};

use super::args::KeepArgs;
use super::place::Place;
use super::words;
use crate::cli::archive;
use crate::cli::failure::Failure;
use crate::cli::terminal::Console;

/// Where judgements are kept, and what its author writes beside them.
pub(super) struct Keeping<'a> {
    args: &'a KeepArgs,
    place: Place,
    /// The archive whose graph is judged, if it is one.
    archive: Option<&'a Path>,
    known: Judgements,
}

impl<'a> Keeping<'a> {
    /// Opens the place for judgements on a graph and reads what was said before: there, and in the archive that the graph is
    /// of, where both are given.
    pub(super) fn open(
        graph: Option<&'a Path>,
        args: &'a KeepArgs,
        console: &Console,
    ) -> Result<Self, Failure> {
        let place = Place::open(graph, args)?;
        let archive = graph.filter(|graph| archive::is_archive(graph));
        let mut known = place.known(console)?;
        if let Some(archive) = archive {
            known.extend(Archive::read(archive)?.judgements()?.iter().cloned());
        }
        Ok(Self {
            args,
            place,
            archive,
            known,
        })
    }

    /// What was said before.
    pub(super) const fn known(&self) -> &Judgements {
        &self.known
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
    /// undone is brought back. In the end they count.
    pub(super) fn keep(&mut self, opinions: &[Opinion], console: &Console) -> Result<(), Failure> {
        self.keep_noted(opinions, None, console)?;
        self.count(console)
    }

    /// The same with a note of its own. They count once [`Self::count`] is called: to fold a graph anew after each of many
    /// answers would let people wait.
    pub(super) fn keep_noted(
        &mut self,
        opinions: &[Opinion],
        note: Option<&str>,
        console: &Console,
    ) -> Result<(), Failure> {
        let sayings = self
            .known
            .saying(opinions)
            .map_err(|contrary| self.contrary(&contrary))?;
        let mut lines = Vec::new();
        let mut told = Vec::new();
        for saying in sayings {
            let kept = saying.to_keep().cloned();
            lines.extend(kept.map(|says| self.signed(says, note)));
            let (id, says) = (saying.id, words::says(&Judgement::of(saying.says)));
            told.push(match saying.standing {
                Standing::New => format!("{id}: {says}"),
                Standing::Counts => format!("{id} was said before: {says}"),
                Standing::Again(_) => format!("{id} counts again: {says}"),
            });
        }
        self.put(lines)?;
        for line in &told {
            console.note(line);
        }
        Ok(())
    }

    fn put(&mut self, lines: Vec<Judgement>) -> Result<(), Failure> {
        self.place.keep(&lines)?;
        self.known.extend(lines);
        Ok(())
    }

    /// Looks whether the place may be written to.
    pub(super) fn check(&self) -> Result<(), Failure> {
        self.place.check()
    }

    /// Lets what was kept count where it is kept.
    pub(super) fn count(&self, console: &Console) -> Result<(), Failure> {
        self.place.count(console)
    }

    /// Takes a judgement back.
    pub(super) fn undo(&mut self, id: &JudgementId, console: &Console) -> Result<(), Failure> {
        let undo = self.known().turning(id);
        let line = self.signed(undo.says, None);
        let said = self.known().find(id).next().map(words::says);
        let said = said.unwrap_or_default();
        self.put(vec![line])?;
        console.note(&format!("{id} no longer counts: {said}"));
        self.count(console)
    }

    /// The name of the place, for messages.
    pub(super) fn name(&self) -> String {
        self.place.name()
    }

    /// Where what is kept counts, as the end of a sentence.
    pub(super) fn where_it_counts(&self) -> String {
        let name = self.name();
        match &self.place {
            Place::Archive { .. } => format!("in {name}"),
            Place::File(_) => format!("where a graph is folded with --judgements {name}"),
        }
    }

    /// The command that takes a judgement back.
    fn how_to_undo(&self, id: &JudgementId) -> String {
        let archive = self.archive.map(|path| format!("{} ", path.display()));
        let file = self.args.judgements.as_ref();
        let file = file.map(|path| format!(" --judgements {}", path.display()));
        let (archive, file) = (archive.unwrap_or_default(), file.unwrap_or_default());
        format!("interparl undo {archive}{id}{file}")
    }

    /// Why the contrary of what counts is refused, and what to do.
    fn contrary(&self, Contrary(before): &Contrary) -> Failure {
        let (id, says) = (before.id(), words::says(before));
        let failure = Failure::new(format!("judgement {id} says the contrary: {says}"));
        failure.hint(format!("take it back first: {}", self.how_to_undo(&id)))
    }
}
