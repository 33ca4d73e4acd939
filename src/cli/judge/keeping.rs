//! How a judgement is kept: planned on a graph and beside what was said before, and written before either is another one.

use std::path::Path;

use interparl::archive::Archive;
use interparl::archive_graph;
use interparl::graph::RelationGraph;
use interparl::identity::{
    Contrary, Judgement, JudgementId, Judgements, Opinion, Saying, Standing, clean,
};

use super::args::KeepArgs;
use super::place::Place;
use super::words;
use crate::cli::failure::Failure;
use crate::cli::terminal::Console;
use crate::cli::{archive, graph_file};

/// So often a graph that is no longer the one of its archive is read anew before others have to wait for it.
const TRIES: usize = 3;

/// Where judgements are kept, and what their author writes beside them.
pub(super) struct Keeping<'a> {
    args: &'a KeepArgs,
    console: &'a Console,
    place: Place,
    graph: Option<&'a Path>,
}

/// A graph that is judged.
pub(super) struct Judged {
    pub(super) graph: RelationGraph,
    /// What tells whether it is still the graph of the archive in which the judgements are kept; none of another graph.
    pub(super) state: Option<i64>,
}

/// From a graph to what is said of it.
pub(super) type Plan<'p> = dyn Fn(&RelationGraph) -> Result<Vec<Opinion>, Failure> + 'p;

/// What became of what was to be kept.
pub(super) enum Kept {
    /// All of it counts, be it from now on or as it did before.
    Yes,
    /// The contrary counts, as this says; nothing was written.
    Contrary(Failure),
    /// The archive has another graph by now, of which the same would not be said; nothing was written.
    Other,
}

/// What is to be written, and what is to be told then.
#[derive(Default)]
struct Lines {
    keep: Vec<Judgement>,
    told: Vec<String>,
}

/// What came of one try to keep something.
enum Tried {
    /// The archive has another graph by now, which has to be looked at.
    Moved,
    /// Nothing was written, and it is known why.
    Kept(Kept),
    /// What counts now is told with these words, and the archive is of this state.
    Told(Vec<String>, Option<i64>),
}

impl<'a> Keeping<'a> {
    /// Opens the place for judgements on a graph. A place that cannot be read is told before the graph is.
    pub(super) fn open(
        graph: Option<&'a Path>,
        args: &'a KeepArgs,
        console: &'a Console,
    ) -> Result<Self, Failure> {
        let keeping = Self {
            args,
            console,
            place: Place::open(graph, args)?,
            graph,
        };
        keeping.known()?;
        Ok(keeping)
    }

    /// What was said by now: in the place, and in the archive that the graph is of, where both are given.
    pub(super) fn known(&self) -> Result<Judgements, Failure> {
        self.with_archive(&self.place.known(self.console)?)
    }

    /// What is known in the place, with what the archive of the graph says where that is another one.
    fn with_archive(&self, known: &Judgements) -> Result<Judgements, Failure> {
        let mut known = known.clone();
        if let Some(archive) = self.archive().filter(|path| !self.place.is(path)) {
            known.extend(Archive::read(archive)?.judgements()?.iter().cloned());
        }
        Ok(known)
    }

    /// The archive whose graph is judged, if it is one.
    fn archive(&self) -> Option<&'a Path> {
        self.graph.filter(|graph| archive::is_archive(graph))
    }

    /// Reads the graph.
    pub(super) fn load(&self) -> Result<Judged, Failure> {
        let path = self.graph.unwrap_or(Path::new(""));
        // Read before the graph: should somebody write in between, the graph is taken for an old one, and never an old for a new.
        let own = self.archive().filter(|path| self.place.is(path));
        let state = match own {
            Some(archive) => Some(Archive::read(archive)?.generation()?),
            None => None,
        };
        let graph = graph_file::load(path)?;
        Ok(Judged { graph, state })
    }

    /// Keeps what a plan says of the graph, all or nothing, and tells each judgement on the console. What counts already is not
    /// written again, and what was undone is brought back. In the end they count.
    pub(super) fn keep(&self, plan: &Plan<'_>) -> Result<(), Failure> {
        let mut judged = self.load()?;
        let opinions = plan(&judged.graph)?;
        match self.keep_planned(&opinions, &mut judged.state, None, plan)? {
            Kept::Yes => self.count(),
            Kept::Contrary(why) => Err(why),
            Kept::Other => Err(Failure::new(format!(
                "the graph of \"{}\" has changed, and this would now be said of something else",
                self.name()
            ))
            .hint("nothing was kept; look at the graph and run this again")),
        }
    }

    /// Keeps opinions on the graph of a state, with a note of their own. Where the archive has another graph by now, `again`
    /// tells what would be said of that one, and `state` is the new one in the end: what a person has said is kept only if it
    /// is the same.
    ///
    /// They count once [`Self::count`] is called: to fold a graph anew after each of many answers would let people wait.
    pub(super) fn keep_planned(
        &self,
        opinions: &[Opinion],
        state: &mut Option<i64>,
        note: Option<&str>,
        again: &Plan<'_>,
    ) -> Result<Kept, Failure> {
        for left in (0..TRIES).rev() {
            // Whoever writes all the time must not keep this from being kept for ever; then the others wait.
            let wait = (left == 0).then_some(again);
            match self.try_to_keep(opinions, *state, note, wait)? {
                Tried::Moved => {
                    let judged = self.load()?;
                    *state = judged.state;
                    if again(&judged.graph)? != opinions {
                        return Ok(Kept::Other);
                    }
                }
                Tried::Kept(kept) => return Ok(kept),
                Tried::Told(told, now) => {
                    for line in &told {
                        self.console.note(line);
                    }
                    *state = now;
                    return Ok(Kept::Yes);
                }
            }
        }
        Ok(Kept::Other)
    }

    fn try_to_keep(
        &self,
        opinions: &[Opinion],
        state: Option<i64>,
        note: Option<&str>,
        wait: Option<&Plan<'_>>,
    ) -> Result<Tried, Failure> {
        let mut tried = Tried::Moved;
        self.place.keep(self.console, |known, archive| {
            let now = archive.filter(|_| state.is_some());
            let now = now.map(Archive::generation).transpose()?;
            if let (Some(archive), true) = (archive, now != state) {
                let Some(plan) = wait else {
                    tried = Tried::Moved;
                    return Ok(Vec::new());
                };
                if plan(&archive_graph::read(archive)?)? != opinions {
                    tried = Tried::Kept(Kept::Other);
                    return Ok(Vec::new());
                }
            }
            let known = self.with_archive(known)?;
            let sayings = match known.saying(opinions) {
                Ok(sayings) => sayings,
                Err(contrary) => {
                    tried = Tried::Kept(Kept::Contrary(self.contrary(&contrary)));
                    return Ok(Vec::new());
                }
            };
            let mut lines = self.lines(sayings, note)?;
            let kept: Vec<Opinion> = lines.keep.iter().map(|j| j.says.clone()).collect();
            // An archive is folded anew, and says then what no longer counts.
            if matches!(self.place, Place::File(_)) {
                let voided = known.voided_by(&kept);
                lines.told.extend(voided.iter().map(words::voided));
            }
            // What is written together makes the archive another one once. Were it otherwise, its graph would be read again.
            let now = now.map(|state| state + i64::from(!lines.keep.is_empty()));
            tried = Tried::Told(lines.told, now);
            Ok(lines.keep)
        })?;
        Ok(tried)
    }
}

impl Keeping<'_> {
    /// What is to be written so that sayings count, and told of each.
    fn lines(&self, sayings: Vec<Saying>, note: Option<&str>) -> Result<Lines, Failure> {
        let mut lines = Lines::default();
        for saying in sayings {
            if let Some(says) = saying.to_keep().cloned() {
                lines.keep.push(self.signed(says, note)?);
            }
            let (id, says) = (saying.id, words::says(&Judgement::of(saying.says)));
            lines.told.push(match saying.standing {
                Standing::New => format!("{id}: {says}"),
                Standing::Counts => format!("{id} was said before: {says}"),
                Standing::Again(_) => format!("{id} counts again: {says}"),
            });
        }
        Ok(lines)
    }

    /// What its author says now, with who, when and why.
    fn signed(&self, says: Opinion, note: Option<&str>) -> Result<Judgement, Failure> {
        let said = |words: Option<&str>| words.map(clean).filter(|words| !words.is_empty());
        let judgement = Judgement {
            by: said(self.args.by.as_deref()),
            note: said(note.or(self.args.note.as_deref())),
            on: self.args.on,
            ..Judgement::of(says)
        };
        if judgement.can_be_read() {
            return Ok(judgement);
        }
        Err(Failure::new("this cannot be written down as a judgement")
            .hint("nothing was kept; name it in other words"))
    }

    /// Takes a judgement back, which `find` finds among those that are known.
    pub(super) fn undo(
        &self,
        find: impl Fn(&Judgements) -> Result<JudgementId, Failure>,
    ) -> Result<(), Failure> {
        let mut told = String::new();
        self.place.keep(self.console, |known, _| {
            let known = self.with_archive(known)?;
            let id = find(&known)?;
            let said = known.find(&id).next().map(words::says).unwrap_or_default();
            told = format!("{id} no longer counts: {said}");
            Ok(vec![self.signed(known.turning(&id).says, None)?])
        })?;
        self.console.note(&told);
        self.count()
    }

    /// Looks whether the place may be written to.
    pub(super) fn check(&self) -> Result<(), Failure> {
        self.place.check()
    }

    /// Lets what was kept count where it is kept.
    pub(super) fn count(&self) -> Result<(), Failure> {
        self.place.count(self.console)
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
        let archive = self.archive().map(|path| format!("{} ", path.display()));
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
