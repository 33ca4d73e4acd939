//! Who holds what.

use super::Writer;
use crate::diagram::rank;
use crate::query::{HeldTerm, Post};
use crate::report::paper::{Entry, Line, Section};
use crate::report::words;

/// Holders of one office that are named.
const HOLDERS: usize = 4;

impl Writer<'_> {
    /// The offices, the highest first; of a person those shown last first.
    pub(super) fn offices(&mut self) -> Section {
        let mut posts: Vec<&Post> = self.briefing.offices.iter().collect();
        let latest = |post: &Post| post.terms.first().and_then(|t| t.term.last_seen);
        if self.is_of_people() {
            posts.sort_by_key(|post| (std::cmp::Reverse(latest(post)), rank(post.office)));
        } else {
            posts.sort_by_key(|post| (rank(post.office), std::cmp::Reverse(latest(post))));
        }
        let rest = ("more office", "more offices");
        let heading = if self.is_of_people() {
            "Offices"
        } else {
            "Who holds which office"
        };
        self.section(heading, &posts, rest, |writer, post| writer.post(post))
    }

    /// Whether the subjects are people.
    pub(super) fn is_of_people(&self) -> bool {
        self.briefing
            .subjects
            .iter()
            .all(|s| s.node.kind.is_person())
    }

    fn post(&mut self, post: &Post) -> Entry {
        let mut lead = Line::default();
        lead.say(&format!("{} of ", words::post(post.office)))
            .name(&post.body);
        let mut lines = Vec::new();
        for term in post.terms.iter().take(HOLDERS) {
            lines.push(self.term(post, term));
        }
        let more = post.terms.len().saturating_sub(HOLDERS);
        if more > 0 {
            let mut line = Line::default();
            line.say(&format!(
                "and {}",
                words::counted(more, "other term", "other terms")
            ));
            lines.push(line);
        }
        let details = lines.split_off(1.min(lines.len()));
        Entry {
            lead,
            line: lines.pop().unwrap_or_default(),
            details,
        }
    }

    fn term(&mut self, post: &Post, term: &HeldTerm) -> Line {
        let mut line = Line::default();
        let alone = self.briefing.subjects.len() == 1 && self.is_of_people();
        if !alone {
            line.name(&term.holder).say(", ");
        }
        line.say(&words::title(&term.title, post.office));
        line.say(&words::term(&term.term));
        line.say(words::standing(term));
        line.say(&words::doubt(term.confidence.as_hundredths()));
        let marks = self.notes.of(&term.evidence);
        line.mark(&marks);
        line
    }

    /// Where more people are shown in an office at a time than can hold it.
    pub(super) fn contradictions(&mut self) -> Section {
        let mut found = Vec::new();
        for post in &self.briefing.offices {
            found.extend(post.contradictions.iter().map(|c| (post, c)));
        }
        let rest = ("more contradiction", "more contradictions");
        self.section("Contradictions", &found, rest, |_, (post, both)| {
            let mut line = Line::default();
            line.say("the documents show ").names(&both.people, 4);
            line.say(&format!(" as {} of ", crate::diagram::office(post.office)));
            line.name(&post.body).say(" at one time");
            let mut lead = Line::default();
            if both.from == both.to {
                lead.say(&both.from.to_string());
            } else {
                lead.say(&format!("{} to {}", both.from, both.to));
            }
            Entry {
                lead,
                line,
                details: Vec::new(),
            }
        })
    }
}
