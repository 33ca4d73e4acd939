//! Who held which office when: terms as bars on an axis of time, by state, body and office.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use jiff::civil::Date;

use super::DiagramOptions;
use super::backing::Backing;
use super::compose::{display_name, titled};
use super::gantt::{Bar, Lane, Section, painted};
use super::heading::{Heading, named};
use super::hover::Teller;
use super::phrase::{self, counted};
use super::scene::Drawing;
use super::sheet;
use super::words::{clean, isolated};
use crate::graph::{Evidence, NodeRef, RelationGraph, Spell, Tie};
use crate::ontology::{NodeKind, Office};
use crate::query::Brief;

/// A term of office.
struct Term<'g> {
    holder: NodeRef,
    body: NodeRef,
    office: Office,
    title: &'g str,
    spell: Spell,
    evidence: &'g [Evidence],
}

/// Draws the terms of office of a graph, or those of a person, in a body, or in a state and its bodies; `None` where
/// there are none with a date.
pub(crate) fn draw(
    graph: &RelationGraph,
    of: Option<NodeRef>,
    options: &DiagramOptions,
) -> Option<Drawing> {
    let (mut terms, undated) = terms(graph, of);
    let all = told_terms(graph, &terms, undated)?;
    let dated = terms.len();
    most_telling(graph, &mut terms, options.max_nodes);
    let shown = shown(terms.len(), dated, undated);
    let lines = std::iter::once(all).chain(shown).collect();
    let title = match of {
        Some(node) => format!("Offices of {}", named(&Brief::of(graph, node))),
        None => "Who held which office".to_owned(),
    };
    let teller = Teller::new(graph, options.quotes);
    let words = Heading::new(options.title.as_deref(), &title, lines).limited(options);
    let palette = options.theme.palette();
    let picture = painted(&sections(graph, &terms, &teller), palette)?;
    Some(sheet::of_picture(picture, &words, palette))
}

/// From how many articles how many terms of which time are known; `None` where no term has a day.
fn told_terms(graph: &RelationGraph, terms: &[Term<'_>], undated: usize) -> Option<String> {
    let days = terms.iter().flat_map(|t| days(&t.spell));
    let (first, last) = (days.clone().min()?, days.max()?);
    let mut backing = Backing::new(graph);
    for term in terms {
        backing.term(&term.spell, term.evidence);
    }
    let dated = terms.len();
    let all = counted(dated + undated, "term of office", "terms of office");
    let known = match undated {
        0 => String::new(),
        _ => format!(", {dated} of them with a known day,"),
    };
    let articles = backing.told();
    Some(format!("{articles}. {all}{known} from {first} to {last}."))
}

/// How many of all terms are shown and which; nothing where all are. A term without a day has no place on an axis of time.
fn shown(shown: usize, dated: usize, undated: usize) -> Option<String> {
    let all = dated + undated;
    let which = match (shown < dated, undated > 0) {
        (false, false) => return None,
        (false, true) => "those with a known day".to_owned(),
        (true, has_undated) => format!(
            "{} of the highest offices, and in each body the ones that most is told of",
            if has_undated {
                "of those with a known day the ones"
            } else {
                "those"
            }
        ),
    };
    Some(format!("Showing {shown} of {all} terms: {which}."))
}

/// The days that are known of a term.
fn days(spell: &Spell) -> impl Iterator<Item = Date> + Clone + use<> {
    [
        spell.not_before,
        spell.first_seen,
        spell.last_seen,
        spell.not_after,
    ]
    .into_iter()
    .flatten()
}

/// The terms that are asked for, and how many others have no date at all.
fn terms(graph: &RelationGraph, of: Option<NodeRef>) -> (Vec<Term<'_>>, usize) {
    let (mut terms, mut undated) = (Vec::new(), 0);
    for edge in graph.edges() {
        let Tie::Role {
            office,
            title,
            spells,
        } = &edge.edge.tie
        else {
            continue;
        };
        if !of.is_none_or(|node| concerns(graph, node, edge.source, edge.target)) {
            continue;
        }
        undated += usize::from(spells.is_empty());
        for spell in spells {
            if days(spell).next().is_none() {
                undated += 1;
                continue;
            }
            terms.push(Term {
                holder: edge.source,
                body: edge.target,
                office: *office,
                title,
                spell: *spell,
                evidence: &edge.edge.evidence,
            });
        }
    }
    (terms, undated)
}

/// Whether an office is one of a node: held by it, in it, or in a body of it.
pub(super) fn concerns(
    graph: &RelationGraph,
    node: NodeRef,
    holder: NodeRef,
    body: NodeRef,
) -> bool {
    let code = graph.node(node).and_then(|n| n.code);
    let in_state = || graph.node(body).is_some_and(|b| b.state == code);
    node == holder || node == body || (code.is_some() && in_state())
}

/// Keeps so many terms: those of the highest offices, and of one office those that most is told of, from each body one
/// before any has two.
fn most_telling(graph: &RelationGraph, terms: &mut Vec<Term<'_>>, most: usize) {
    let id = |n: NodeRef| graph.node(n).map_or("", |n| n.id.as_str());
    terms.sort_by_key(|t| {
        let told = (Reverse(t.evidence.len()), Reverse(t.spell.last_seen));
        (
            phrase::rank(t.office),
            id(t.body),
            told,
            id(t.holder),
            t.spell,
        )
    });
    let mut before: BTreeMap<(u8, NodeRef), usize> = BTreeMap::new();
    let mut ranked: Vec<(u8, usize, Term<'_>)> = Vec::with_capacity(terms.len());
    for term in terms.drain(..) {
        let office = phrase::rank(term.office);
        let place = before.entry((office, term.body)).or_default();
        ranked.push((office, *place, term));
        *place += 1;
    }
    // The sort is stable: of one office and place the bodies come by id.
    ranked.sort_by_key(|(office, place, term)| (*office, *place, Reverse(term.evidence.len())));
    ranked.truncate(most);
    terms.extend(ranked.into_iter().map(|(_, _, term)| term));
}

/// The sections of the picture: the states by name, then what stands between them.
fn sections(graph: &RelationGraph, terms: &[Term<'_>], teller: &Teller<'_>) -> Vec<Section> {
    // By state (none comes last), body (the state itself comes first) and office.
    type Key = ((bool, String), (bool, String, String), u8);
    let mut lanes: BTreeMap<Key, Vec<&Term<'_>>> = BTreeMap::new();
    for term in terms {
        let Some(body) = graph.node(term.body) else {
            continue;
        };
        let brief = Brief::of(graph, term.body);
        let own = (body.kind == NodeKind::State).then(|| display_name(body));
        let between = body.kind.is_between_states();
        let code = brief.state.map(|s| s.to_string());
        let state = own.or(brief.state_name.map(|s| clean(&s))).or(code);
        let state = state.filter(|_| !between);
        let section = (state.is_none(), state.unwrap_or_default());
        let place = (
            body.kind != NodeKind::State,
            display_name(body),
            body.id.clone(),
        );
        let key = (section, place, phrase::rank(term.office));
        lanes.entry(key).or_default().push(term);
    }
    let mut sections: Vec<Section> = Vec::new();
    let id = |n: NodeRef| graph.node(n).map_or("", |n| n.id.as_str());
    for ((section, place, _), mut terms) in lanes {
        // In the order of time also for those who have it read to them.
        terms.sort_by_key(|t| (t.spell.first_seen, t.spell, id(t.holder)));
        let title = match section {
            (true, _) => "Between states".to_owned(),
            (false, state) => state,
        };
        if sections.last().is_none_or(|s| s.title != title) {
            sections.push(Section {
                title,
                lanes: Vec::new(),
            });
        }
        if let Some(section) = sections.last_mut() {
            let lane = lane(graph, &place, &terms, teller);
            section.lanes.push(lane);
        }
    }
    sections
}

/// An office of a body with its terms.
fn lane(
    graph: &RelationGraph,
    (_, name, id): &(bool, String, String),
    terms: &[&Term<'_>],
    teller: &Teller<'_>,
) -> Lane {
    let kind = graph.find(id).and_then(|n| graph.node(n)).map(|n| n.kind);
    let office = terms.first().map_or("", |t| phrase::office(t.office));
    let bars = terms.iter().map(|term| {
        let holder = named(&Brief::of(graph, term.holder));
        let title = isolated(&titled(term.office, term.title));
        let evidence: Vec<&Evidence> = term.evidence.iter().collect();
        let headline = format!(
            "{holder} – {title}, {}: {}",
            isolated(name),
            told(&term.spell)
        );
        Bar {
            name: holder,
            spell: term.spell,
            hover: teller.tell(&headline, &evidence),
        }
    });
    Lane {
        group: id.clone(),
        // A state is named in front of its section already.
        title: if kind == Some(NodeKind::State) {
            String::new()
        } else {
            name.clone()
        },
        words: office.to_owned(),
        bars: bars.collect(),
    }
}

/// The days of a term in words.
fn told(spell: &Spell) -> String {
    let seen = match (spell.first_seen, spell.last_seen) {
        (Some(first), Some(last)) if first == last => Some(format!("seen {first}")),
        (Some(first), Some(last)) => Some(format!("seen {first} to {last}")),
        (Some(day), None) | (None, Some(day)) => Some(format!("seen {day}")),
        (None, None) => None,
    };
    let parts = [
        spell.not_before.map(|day| format!("not before {day}")),
        seen,
        spell.not_after.map(|day| format!("not after {day}")),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}
