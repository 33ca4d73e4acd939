//! `review`: the pairs that may be one, put to a person one by one.

use std::io::{self, BufRead as _, Write as _};
use std::path::Path;

use interparl::graph::{NodeRef, RelationGraph};
use interparl::query::{
    About, Brief, CannotJudge, Clue, PairVerdict, Proof, SettledPairs, Source, UnsurePair, about,
    mention_of, unsure_pairs,
};

use super::args::ReviewArgs;
use super::keeping::{Judged, Keeping, Kept};
use super::pair::{Says, opinion};
use crate::cli::exit::Exit;
use crate::cli::failure::{Failure, reason};
use crate::cli::page::Page;
use crate::cli::phrase;
use crate::cli::telling::tell_sources;
use crate::cli::terminal::{Console, clean};

/// Characters of a quote.
const QUOTE: usize = 300;
/// Facts of each sort that are shown of each of the two.
const FACTS: usize = 3;

pub(super) fn run(args: &ReviewArgs, console: &Console) -> Result<Exit, Failure> {
    if args.graph == Path::new("-") {
        return Err(
            Failure::new("standard input is where your answers come from")
                .hint("name the file of the graph"),
        );
    }
    let keeping = Keeping::open(Some(&args.graph), &args.keep, console)?;
    keeping.check()?;
    let Judged { graph, state } = keeping.load()?;
    let known = keeping.known()?;
    let mut settled = SettledPairs::new(&graph, &known);
    let pairs = unsure_pairs(&graph, &known);
    if pairs.is_empty() {
        console.note("no pair of the graph is unsure, or all are judged");
        return Ok(Exit::NothingFound);
    }
    let most = args
        .limit
        .map_or(pairs.len(), |n| usize::try_from(n).unwrap_or(usize::MAX));
    let mut interview = Interview {
        graph: &graph,
        state,
        keeping,
        console,
        judged: 0,
        of: most.min(pairs.len()),
    };
    let mut asked = 0;
    let mut joined: Vec<NodeRef> = Vec::new();
    for pair in &pairs {
        // What follows from an answer is not asked.
        if settled.verdict(pair.one, pair.other).is_some() {
            continue;
        }
        if asked == most {
            break;
        }
        asked += 1;
        let already = already_one(&settled, &joined, pair);
        match interview.ask(pair, asked, &already)? {
            Reply::Quit => break,
            Reply::Later => {}
            Reply::Judged(verdict) => {
                settled.note(pair.one, pair.other, verdict);
                if verdict == PairVerdict::Same {
                    joined.extend([pair.one, pair.other]);
                }
            }
        }
    }
    interview.end()?;
    Ok(Exit::Done)
}

/// Whom answers given before have made one with either of a pair, each behind the one of the pair.
fn already_one(
    settled: &SettledPairs,
    joined: &[NodeRef],
    pair: &UnsurePair,
) -> Vec<(NodeRef, NodeRef)> {
    let mut found = Vec::new();
    for node in [pair.one, pair.other] {
        for other in joined.iter().filter(|other| **other != node) {
            let same = settled.verdict(node, *other) == Some(PairVerdict::Same);
            if same && !found.contains(&(node, *other)) {
                found.push((node, *other));
            }
        }
    }
    found
}

/// What came of a question.
enum Reply {
    Judged(PairVerdict),
    Later,
    Quit,
}

struct Interview<'a> {
    graph: &'a RelationGraph,
    /// The archive as it was when a graph was last read of it, which need not be the one that is told of.
    state: Option<i64>,
    keeping: Keeping<'a>,
    console: &'a Console,
    judged: usize,
    of: usize,
}

impl Interview<'_> {
    fn ask(
        &mut self,
        pair: &UnsurePair,
        number: usize,
        already: &[(NodeRef, NodeRef)],
    ) -> Result<Reply, Failure> {
        let mut page = self.console.page();
        let (Some(one), Some(other)) = (about(self.graph, pair.one), about(self.graph, pair.other))
        else {
            return Ok(Reply::Later);
        };
        page.heading(&format!("{number} of {}: are these one?", self.of));
        for node in [&one, &other] {
            page.gap();
            tell(&mut page, node);
        }
        page.gap();
        for clue in &pair.clues {
            page.item(2, &self::clue(clue));
        }
        // Whoever says "same" now says it of these as well.
        for (node, other) in already {
            let name = |node: NodeRef| phrase::full_name(&Brief::of(self.graph, node));
            let line = format!("mind: by your answers {} is {}", name(*node), name(*other));
            page.item(2, &line);
        }
        page.gap();
        self.console.print(&page)?;
        loop {
            let Some(answer) = read_answer()? else {
                return Ok(Reply::Quit);
            };
            let answer = answer.trim();
            let (word, note) = answer
                .split_once(char::is_whitespace)
                .unwrap_or((answer, ""));
            let note = Some(note.trim()).filter(|note| !note.is_empty());
            match word.to_lowercase().as_str() {
                "s" | "same" => return self.judge(pair, Says::Same, note),
                "d" | "different" => return self.judge(pair, Says::Different, note),
                "l" | "later" | "" => return Ok(Reply::Later),
                "q" | "quit" => return Ok(Reply::Quit),
                _ => self
                    .console
                    .note("answer s (same), d (different), l (later) or q (quit); words behind s or d become the note"),
            }
        }
    }

    fn judge(
        &mut self,
        pair: &UnsurePair,
        says: Says,
        note: Option<&str>,
    ) -> Result<Reply, Failure> {
        let mentions = mention_of(self.graph, pair.one).and_then(|one| {
            let other = mention_of(self.graph, pair.other)?;
            Ok((one, other))
        });
        let (one, other) = match mentions {
            Ok(mentions) => mentions,
            Err(why @ CannotJudge::Unmentioned { .. }) => {
                self.console.note(&format!("this cannot be judged: {why}"));
                return Ok(Reply::Later);
            }
            Err(why) => return Err(super::naming::cannot(why)),
        };
        let texts = [one.sha256.clone(), other.sha256.clone()];
        let opinions = [opinion(says, one, other)];
        // A judgement is on words of two texts: whatever else has changed since they were shown, they must be there.
        let again = |graph: &RelationGraph| {
            let is_there = |text: &String| graph.documents().any(|d| d.record.sha256 == *text);
            let still = texts.iter().all(is_there);
            Ok(opinions.iter().filter(|_| still).cloned().collect())
        };
        let kept = self
            .keeping
            .keep_planned(&opinions, &mut self.state, note, &again)?;
        match kept {
            Kept::Other => {
                let why = "this cannot be judged: an article that names one of them is gone";
                self.console.note(why);
                return Ok(Reply::Later);
            }
            // Somebody else has said so since the pairs were put together; it is for the two of them to agree.
            Kept::Contrary(why) => {
                if let Failure::Told(told) = &why {
                    self.console.error(told);
                }
                return Ok(Reply::Later);
            }
            Kept::Yes => {}
        }
        self.judged += 1;
        Ok(Reply::Judged(match says {
            Says::Same => PairVerdict::Same,
            Says::Different => PairVerdict::Different,
        }))
    }

    fn end(&self) -> Result<(), Failure> {
        let counts = self.keeping.where_it_counts();
        let judged = self.judged;
        self.console.note(&match judged {
            0 => "nothing was judged".to_owned(),
            1 => format!("1 pair was judged; it counts {counts}"),
            n => format!("{n} pairs were judged; they count {counts}"),
        });
        self.keeping.count()
    }
}

/// A line of standard input; none at its end.
fn read_answer() -> Result<Option<String>, Failure> {
    let mut out = io::stdout().lock();
    write!(out, "[s]ame, [d]ifferent, [l]ater, [q]uit? ")
        .and_then(|()| out.flush())
        .map_err(|e| Failure::writing("standard output", &e))?;
    let mut bytes = Vec::new();
    let read = io::stdin().lock().read_until(b'\n', &mut bytes);
    match read {
        Ok(0) => {
            // The prompt ended no line of its own.
            let _ = writeln!(out);
            Ok(None)
        }
        Ok(_) => Ok(Some(String::from_utf8_lossy(&bytes).into_owned())),
        Err(error) => Err(
            Failure::new(format!("cannot read standard input: {}", reason(&error))).hint(
                "type the answers, or let a program write them: yes l | interparl review GRAPH",
            ),
        ),
    }
}

/// A node with its offices and meetings, and the sentences that tell of them.
fn tell(page: &mut Page, node: &About) {
    page.title(&phrase::full_name(&node.node));
    if !node.aliases.is_empty() {
        let aliases: Vec<String> = node.aliases.iter().map(|alias| clean(alias)).collect();
        page.item(2, &format!("also: {}", aliases.join(", ")));
    }
    page.item(2, &format!("id: {}", node.node.id));
    let mut cited = Vec::new();
    let mut fact = |page: &mut Page, line: &str, evidence: &[Proof]| {
        page.item(2, line);
        if let Some(proof) = evidence.first() {
            page.faint(4, &phrase::proof(proof, QUOTE));
            if let Proof::Words { source, .. } = proof {
                cited.push(*source);
            }
        }
    };
    for office in node.offices.iter().take(FACTS) {
        let (post, of) = (phrase::post(office.office), phrase::name(&office.other));
        let title = phrase::title(&office.title, office.office);
        let line = format!("{post} of {of}{title}{}", phrase::spells(&office.spells));
        fact(page, &line, &office.evidence);
    }
    for meeting in node.meetings.iter().chain(&node.sessions).take(FACTS) {
        let with = match meeting.with.as_slice() {
            [] => String::new(),
            with => format!(" with {}", phrase::names(with)),
        };
        let place = phrase::place(meeting.place.as_deref());
        let when = phrase::when(meeting.date);
        let line = format!("{}{with}{when}{place}", phrase::meeting(meeting.kind));
        fact(page, &line, &meeting.evidence);
    }
    for edge in node.visits.iter().chain(&node.ties).take(FACTS) {
        fact(page, &phrase::edge(edge), &edge.evidence);
    }
    let sources = node.sources.iter();
    let sources: Vec<&Source> = sources.filter(|s| cited.contains(&s.number)).collect();
    tell_sources(page, &sources);
}

/// A clue in words.
fn clue(clue: &Clue) -> String {
    let sign = if clue.weight() < 0 { "against" } else { "for" };
    let words = match clue {
        Clue::Names { one, other, alike } => format!("\"{one}\" is like \"{other}\": {alike}"),
        Clue::State(code) => format!("both are of {code}"),
        Clue::States(one, other) => format!("one is of {one}, the other of {other}"),
        Clue::Office(office, body) => {
            let office = phrase::office_of(*office);
            format!("both are {office} {}", phrase::name(body))
        }
        Clue::Body(body) => format!("both have to do with {}", phrase::name(body)),
        Clue::Neighbours(all) => format!("both came together with {}", phrase::names(all)),
        Clue::OneArticle { document } => format!("one article names both: {document}"),
    };
    format!("{sign}: {words}")
}
