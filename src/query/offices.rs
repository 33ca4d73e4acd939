//! Who held which office when, with what is not known and what contradicts.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::Serialize;

use super::about::NameAnswer;
use super::answer::{Brief, Proof, Source, Sources, Term};
use super::contradiction::{Contradiction, contradictions};
use crate::claim::Confidence;
use crate::graph::{Edge, Evidence, NodeRef, RelationGraph, Spell, Tie};
use crate::ontology::Office;
use crate::text::days_between;

/// Where more days than this lie between two holders of an office, it is worth saying that nobody is shown in it: a month.
const GAP: i64 = 31;

/// So many days after the last article somebody likely still holds an office: a year.
pub(super) const STILL: i64 = 366;

/// What of the offices is asked for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct OfficesOf {
    /// Only who held an office on this day.
    pub on: Option<Date>,
    /// Only offices of this class.
    pub office: Option<Office>,
}

/// The offices of a person, or those in a body or for a state.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Offices {
    /// The person, body or state.
    pub node: Brief,
    /// The day that is asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub on: Option<Date>,
    /// How the body was called on that day, where the tables know another name for it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub called: Option<String>,
    /// The last day on which the body was there, where the tables know it and the day that is asked for is later.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ended: Option<Date>,
    /// One entry an office, in the order of the offices, then of the ids of the bodies.
    pub posts: Vec<Post>,
    /// The documents that say so.
    pub sources: Vec<Source>,
}

/// An office in a body or for a state, and who held it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Post {
    /// The class.
    pub office: Office,
    /// The body or state.
    pub body: Brief,
    /// Who held it, one entry a term, by the first day seen; where a day is asked for, the surest first.
    pub terms: Vec<HeldTerm>,
    /// Where more people are shown in it at a time than can hold it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub contradictions: Vec<Contradiction>,
    /// Where nobody is shown in it, although one person always holds it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub gaps: Vec<TermGap>,
}

/// A term of somebody in an office.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct HeldTerm {
    /// Who.
    pub holder: Brief,
    /// The title as most articles write it.
    pub title: String,
    /// When.
    pub term: Term,
    /// How sure it is that the term has the day that is asked for; `None` where none is asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub standing: Option<Standing>,
    /// How sure it is that the person held the office at all.
    pub confidence: Confidence,
    /// The words that say so; where a day is asked for, those of the nearest days first.
    pub evidence: Vec<Proof>,
}

/// How sure it is that a term of office has a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// The office is shown held on the day, or before and after it.
    Held,
    /// It was last shown held no more than a year before, and nothing says that it was over.
    Likely,
    /// The day lies in the time in which the office changed hands, or long after it was last shown held.
    Possible,
}

/// A time in which nobody is shown in an office.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct TermGap {
    /// The last day before on which somebody is shown in it.
    pub after: Date,
    /// The first day after.
    pub before: Date,
}

/// A term with the edge that it is of.
pub(super) struct Held<'g> {
    pub(super) holder: NodeRef,
    pub(super) spell: Spell,
    title: &'g str,
    pub(super) edge: &'g Edge,
}

/// The offices of a person, or those in a body or for a state; `None` for a handle of another graph.
///
/// # Complexity
/// The edges of the node, and for a person those of the bodies in which the person held an office.
///
/// # Example
/// ```
/// use interparl::graph::RelationGraph;
/// use interparl::query::{OfficesOf, offices};
///
/// # fn example(graph: &RelationGraph) -> Option<()> {
/// let house = graph.find("xa/house")?;
/// for post in offices(graph, house, OfficesOf::default())?.posts {
///     assert!(!post.terms.is_empty());
/// }
/// # Some(()) }
/// ```
#[must_use]
pub fn offices(graph: &RelationGraph, node: NodeRef, asked: OfficesOf) -> Option<Offices> {
    let mut sources = Sources::default();
    let posts = posts(graph, node, asked, &mut sources)?;
    let body = graph.node(node)?;
    Some(Offices {
        node: Brief::of(graph, node),
        on: asked.on,
        called: asked.on.and_then(|day| NameAnswer::on(body, day)),
        ended: body
            .ended()
            .filter(|end| asked.on.is_some_and(|day| *end < day)),
        posts,
        sources: sources.into_list(),
    })
}

/// The offices of a node, with their documents among the sources.
pub(super) fn posts(
    graph: &RelationGraph,
    node: NodeRef,
    asked: OfficesOf,
    sources: &mut Sources,
) -> Option<Vec<Post>> {
    let is_person = graph.node(node)?.kind.is_person();
    let mut posts: BTreeMap<(Office, String), NodeRef> = BTreeMap::new();
    for edge in graph.edges_at(node) {
        if let Tie::Role { office, .. } = &edge.edge.tie
            && asked.office.is_none_or(|wanted| wanted == *office)
        {
            let id = graph.node(edge.target)?.id.clone();
            posts.insert((*office, id), edge.target);
        }
    }
    let posts = posts.into_iter().filter_map(|((office, _), body)| {
        let all = held(graph, body, office);
        let own = |held: &&Held<'_>| !is_person || held.holder == node;
        // Nobody holds an office in a body before or after it is there.
        let is_there = asked.on.is_none_or(|day| {
            graph.node(body).is_none_or(|body| {
                body.began().is_none_or(|begun| begun <= day)
                    && body.ended().is_none_or(|end| day <= end)
            })
        });
        let mut terms: Vec<HeldTerm> = all
            .iter()
            .filter(own)
            .filter(|_| is_there)
            .filter_map(|held| told(graph, held, asked.on, sources))
            .collect();
        if asked.on.is_some() {
            terms.sort_by_key(|t| (t.standing, std::cmp::Reverse(t.confidence)));
        }
        let with_day = |from: Date, to: Date| asked.on.is_none_or(|day| (from..=to).contains(&day));
        let mut contradictions = contradictions(graph, office, &all);
        let id = &graph.node(node)?.id;
        contradictions.retain(|c| {
            with_day(c.from, c.to) && (!is_person || c.people.iter().any(|p| p.id == *id))
        });
        let mut gaps = if is_person {
            Vec::new()
        } else {
            gaps(office, &all)
        };
        gaps.retain(|gap| with_day(gap.after, gap.before));
        let empty = terms.is_empty() && contradictions.is_empty();
        (!empty).then(|| Post {
            office,
            body: Brief::of(graph, body),
            terms,
            contradictions,
            gaps,
        })
    });
    Some(posts.collect())
}

/// All terms of an office, by the first day seen, those of unknown days last.
fn held(graph: &RelationGraph, body: NodeRef, wanted: Office) -> Vec<Held<'_>> {
    let mut all = Vec::new();
    for edge in graph.edges_at(body) {
        let Tie::Role {
            office,
            title,
            spells,
        } = &edge.edge.tie
        else {
            continue;
        };
        if *office == wanted && edge.target == body {
            all.extend(spells.iter().map(|spell| Held {
                holder: edge.source,
                spell: *spell,
                title,
                edge: edge.edge,
            }));
        }
    }
    all.sort_by_key(|held| (held.spell.first_seen.is_none(), held.spell.first_seen));
    all
}

/// A term in words, if it may have the day that is asked for.
fn told(
    graph: &RelationGraph,
    held: &Held<'_>,
    on: Option<Date>,
    sources: &mut Sources,
) -> Option<HeldTerm> {
    let standing = match on {
        Some(day) => Some(standing(&held.spell, day)?),
        None => None,
    };
    let mut evidence: Vec<(Option<Date>, &Evidence)> = held
        .edge
        .evidence
        .iter()
        .map(|evidence| (day_of(graph, evidence), evidence))
        .filter(|(day, _)| day.is_none_or(|day| is_of(&held.spell, day)))
        .collect();
    // An article may show an office on another day than its own; its words are better than none.
    if evidence.is_empty() {
        evidence.extend(held.edge.evidence.iter().map(|e| (day_of(graph, e), e)));
    }
    if let Some(on) = on {
        evidence.sort_by_key(|(day, _)| {
            let apart = day.map(|day| days_between(on, day).abs());
            (apart.is_none(), apart)
        });
    }
    let evidence: Vec<Evidence> = evidence.into_iter().map(|(_, e)| e.clone()).collect();
    Some(HeldTerm {
        holder: Brief::of(graph, held.holder),
        title: held.title.to_owned(),
        term: Term::from(&held.spell),
        standing,
        confidence: held.edge.confidence,
        evidence: sources.proofs(graph, &evidence),
    })
}

fn day_of(graph: &RelationGraph, evidence: &Evidence) -> Option<Date> {
    match evidence {
        Evidence::Words { document, .. } => graph.document(document)?.record.date,
        Evidence::Table { .. } | Evidence::Judgement { .. } => None,
    }
}

/// Whether an article of a day speaks of this term.
fn is_of(spell: &Spell, day: Date) -> bool {
    spell.first_seen.is_none_or(|first| first <= day)
        && spell.last_seen.is_none_or(|last| day <= last)
}

/// How sure it is that a term has a day; `None` where it has not, or where nothing is known of when it was.
pub(super) fn standing(spell: &Spell, day: Date) -> Option<Standing> {
    let (Some(first), Some(last)) = (spell.first_seen, spell.last_seen) else {
        return Some(Standing::Possible);
    };
    if (first..=last).contains(&day) {
        return Some(Standing::Held);
    }
    if day < first {
        // Who is not known to have come into office later may have held it before; a year is enough of a guess.
        let near = days_between(day, first) <= STILL;
        let begun = spell.not_before.map_or(near, |begin| begin <= day);
        return begun.then_some(Standing::Possible);
    }
    match spell.not_after {
        Some(end) if day > end => None,
        None if days_between(last, day) <= STILL => Some(Standing::Likely),
        Some(_) | None => Some(Standing::Possible),
    }
}

/// The times in which nobody is shown in an office that somebody always holds.
fn gaps(office: Office, all: &[Held<'_>]) -> Vec<TermGap> {
    let mut found = Vec::new();
    let mut shown: Option<Date> = None;
    if !office.has_one_holder() {
        return found;
    }
    for held in all {
        let (Some(first), Some(last)) = (held.spell.first_seen, held.spell.last_seen) else {
            continue;
        };
        if let Some(after) = shown
            && days_between(after, first) > GAP
        {
            let before = first;
            found.push(TermGap { after, before });
        }
        shown = shown.max(Some(last));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn spell(days: [Option<Date>; 4]) -> Spell {
        let [not_before, first_seen, last_seen, not_after] = days;
        Spell {
            not_before,
            first_seen,
            last_seen,
            not_after,
        }
    }

    #[test]
    fn a_day_is_held_likely_possible_or_out_of_the_term() {
        let day = |year| date(year, 1, 1);
        let open = spell([None, Some(day(2020)), Some(day(2022)), None]);
        assert_eq!(standing(&open, day(2021)), Some(Standing::Held));
        assert_eq!(standing(&open, date(2022, 6, 1)), Some(Standing::Likely));
        assert_eq!(standing(&open, day(2030)), Some(Standing::Possible));
        assert_eq!(standing(&open, date(2019, 6, 1)), Some(Standing::Possible));
        assert_eq!(standing(&open, day(2010)), None);
        let bound = spell([
            Some(date(2019, 9, 1)),
            Some(day(2020)),
            Some(day(2022)),
            Some(date(2022, 3, 1)),
        ]);
        assert_eq!(standing(&bound, date(2019, 8, 1)), None);
        assert_eq!(standing(&bound, date(2022, 2, 1)), Some(Standing::Possible));
        assert_eq!(standing(&bound, date(2022, 4, 1)), None);
        assert_eq!(
            standing(&Spell::default(), day(2020)),
            Some(Standing::Possible)
        );
    }
}
