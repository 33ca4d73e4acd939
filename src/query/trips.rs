//! Visits: who went where, and which of two states owes the other one.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::allegiance::{Allegiances, pair};
use super::answer::{Brief, Proof, Source, Sources};
use super::scope::Scope;
use crate::claim::Confidence;
use crate::graph::{EdgeRef, Evidence, NodeRef, RelationGraph, Tie};
use crate::ontology::{NodeKind, StateCode};
use crate::text::PartialDate;

/// Which visits to list. The default is all.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct VisitFilter {
    /// Time, states (guest or host) and confidence.
    pub scope: Scope,
    /// Whose visits: a person's, those of people with an office in a body, those of and to a state. Of several each
    /// must have a part.
    pub with: Vec<NodeRef>,
}

/// Visits, and how they are returned.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Visits {
    /// The visits, the latest first.
    pub trips: Vec<Trip>,
    /// The pairs of states between which they went, one-sided pairs first, then by the number of visits.
    pub balances: Vec<Balance>,
    /// How many visits would fit but for the time that was asked for.
    pub undated: usize,
    /// The documents that tell of them.
    pub sources: Vec<Source>,
}

/// A visit of one or several people of a state to another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Trip {
    /// From which state; not known for everybody.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub guest: Option<Brief>,
    /// To which state.
    pub host: Brief,
    /// The first day, as far as known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<PartialDate>,
    /// Whether it is still to come.
    pub planned: bool,
    /// Who went, by id.
    pub travellers: Vec<Brief>,
    /// How sure the surest of it is.
    pub confidence: Confidence,
    /// The words that say so.
    pub evidence: Vec<Proof>,
}

/// The visits between two states.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Balance {
    /// The one that visited more often, or last, or whose code comes first.
    pub guest: Brief,
    /// The other one.
    pub host: Brief,
    /// Visits that the first paid to the second.
    pub visits: usize,
    /// The last of them that has a date.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last_visit: Option<PartialDate>,
    /// Visits that the second paid to the first.
    pub returned: usize,
    /// The last of them that has a date.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last_returned: Option<PartialDate>,
    /// Planned visits of the second to the first.
    pub return_planned: usize,
    /// Whether none of the visits was returned: the second owes one.
    pub owed: bool,
}

/// The visits that fit, people of one state who came on one day together, and for each pair of states how visits were
/// returned. Visits within a state are listed and balance nothing. Planned visits are listed and count as no visits.
///
/// # Complexity
/// One pass over the edges, and a sort of the visits.
#[must_use]
pub fn visits(graph: &RelationGraph, filter: &VisitFilter) -> Visits {
    let acts = Allegiances::new(graph);
    let mut sources = Sources::default();
    let is_of = |e: &EdgeRef<'_>| filter.with.iter().all(|n| has_part(&acts, e, *n));
    let (trips, balances, undated) = trips_of(graph, &acts, &filter.scope, &is_of, &mut sources);
    Visits {
        balances,
        trips,
        undated,
        sources: sources.into_list(),
    }
}

/// What makes visits of several people one: the guests' state, the hosts' state, the day (or, where nobody says which,
/// the document), and whether it is planned.
type Together<'g> = (
    Option<StateCode>,
    &'g str,
    Option<PartialDate>,
    String,
    bool,
);

/// The visits that are wanted, told together, with how they were returned and how many have no date.
pub(super) fn trips_of<'g>(
    graph: &'g RelationGraph,
    acts: &Allegiances<'g>,
    scope: &Scope,
    is_wanted: &dyn Fn(&EdgeRef<'g>) -> bool,
    sources: &mut Sources,
) -> (Vec<Trip>, Vec<Balance>, usize) {
    let (groups, undated) = groups(graph, acts, scope, is_wanted);
    let trips = trips(graph, groups, sources);
    let balances = balances(&trips);
    (trips, balances, undated)
}

fn groups<'g>(
    graph: &'g RelationGraph,
    acts: &Allegiances<'g>,
    scope: &Scope,
    is_wanted: &dyn Fn(&EdgeRef<'g>) -> bool,
) -> (BTreeMap<Together<'g>, Vec<EdgeRef<'g>>>, usize) {
    let mut groups: BTreeMap<Together<'g>, Vec<EdgeRef<'g>>> = BTreeMap::new();
    let mut undated = 0;
    for at in acts.edges() {
        let Tie::Visited { date, planned } = at.edge.tie else {
            continue;
        };
        let ends = graph.node(at.source).zip(graph.node(at.target));
        let Some((person, host)) = ends else { continue };
        let states = acts.of(&person.id);
        let has_state = |s: &StateCode| host.code == Some(*s) || states.contains(s);
        let fits = scope.is_sure(at.edge.confidence)
            && scope.states.iter().all(has_state)
            && is_wanted(at);
        if !fits {
            continue;
        }
        if !scope.admits(date) {
            undated += usize::from(date.is_none());
            continue;
        }
        let guest = states.first().copied().filter(|_| states.len() == 1);
        // People whose state is not known have nothing that would tell that they came together.
        let alone = if guest.is_none() {
            person.id.clone()
        } else {
            String::new()
        };
        let document = if date.is_none() {
            first_document(&at.edge.evidence)
        } else {
            ""
        };
        let together = (
            guest,
            host.id.as_str(),
            date,
            format!("{document}{alone}"),
            planned,
        );
        groups.entry(together).or_default().push(*at);
    }
    (groups, undated)
}

fn first_document(evidence: &[Evidence]) -> &str {
    let words = evidence.iter().find_map(|e| match e {
        Evidence::Words { document, .. } => Some(document.as_str()),
        Evidence::Table { .. } | Evidence::Judgement { .. } => None,
    });
    words.unwrap_or_default()
}

/// Whether somebody or something has a part in a visit: whoever went, for whom, and the state that was visited.
pub(super) fn has_part(acts: &Allegiances<'_>, visit: &EdgeRef<'_>, node: NodeRef) -> bool {
    visit.target == node || acts.travels_for(visit.source, node, visit.edge.date())
}

fn trips(
    graph: &RelationGraph,
    groups: BTreeMap<Together<'_>, Vec<EdgeRef<'_>>>,
    sources: &mut Sources,
) -> Vec<Trip> {
    let mut groups: Vec<_> = groups.into_iter().collect();
    groups.sort_by_key(|((_, _, date, ..), _)| Reverse(*date));
    let trip = |((guest, host, date, _, planned), edges): (Together<'_>, Vec<EdgeRef<'_>>)| {
        let said: BTreeSet<&Evidence> = edges.iter().flat_map(|e| &e.edge.evidence).collect();
        let said: Vec<Evidence> = said.into_iter().cloned().collect();
        let surest = edges.iter().map(|e| e.edge.confidence).max();
        Trip {
            guest: guest.map(|code| state(graph, code)),
            host: Brief::of_id(graph, host),
            date,
            planned,
            travellers: edges.iter().map(|e| Brief::of(graph, e.source)).collect(),
            confidence: surest.unwrap_or(Confidence::hundredths(0)),
            evidence: sources.proofs(graph, &said),
        }
    };
    groups.into_iter().map(trip).collect()
}

/// A state in brief; its code where the graph has no node of it.
pub(super) fn state(graph: &RelationGraph, code: StateCode) -> Brief {
    let mut brief = Brief::of_id(graph, &format!("state/{code}"));
    if graph.find(&brief.id).is_none() {
        brief.kind = NodeKind::State;
        code.as_str().clone_into(&mut brief.name);
    }
    brief
}

/// Visits from one state to the other.
#[derive(Default)]
struct OneWay {
    held: usize,
    last: Option<PartialDate>,
    planned: usize,
}

fn balances(trips: &[Trip]) -> Vec<Balance> {
    let code = |brief: &Brief| StateCode::parse(brief.id.strip_prefix("state/")?);
    let mut ways: BTreeMap<(StateCode, StateCode), OneWay> = BTreeMap::new();
    let mut names: BTreeMap<StateCode, &Brief> = BTreeMap::new();
    for trip in trips {
        let Some(guest_brief) = &trip.guest else {
            continue;
        };
        let Some((guest, host)) = code(guest_brief).zip(code(&trip.host)) else {
            continue;
        };
        names.insert(guest, guest_brief);
        names.insert(host, &trip.host);
        let way = ways.entry((guest, host)).or_default();
        if trip.planned {
            way.planned += 1;
        } else {
            way.held += 1;
            way.last = way.last.max(trip.date);
        }
    }
    let pairs: BTreeSet<_> = ways.keys().filter_map(|(a, b)| pair(*a, *b)).collect();
    let none = OneWay::default();
    let mut balances: Vec<Balance> = Vec::new();
    for (a, b) in pairs {
        let (there, back) = (
            ways.get(&(a, b)).unwrap_or(&none),
            ways.get(&(b, a)).unwrap_or(&none),
        );
        let swap = (back.held, back.last) > (there.held, there.last);
        let (guest, host, there, back) = if swap {
            (b, a, back, there)
        } else {
            (a, b, there, back)
        };
        let (Some(guest), Some(host)) = (names.get(&guest), names.get(&host)) else {
            continue;
        };
        if there.held > 0 {
            balances.push(Balance {
                guest: (*guest).clone(),
                host: (*host).clone(),
                visits: there.held,
                last_visit: there.last,
                returned: back.held,
                last_returned: back.last,
                return_planned: back.planned,
                owed: back.held == 0,
            });
        }
    }
    balances.sort_by_key(|b| (Reverse(b.owed), Reverse(b.visits + b.returned)));
    balances
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test may stop at a missing node")]
mod tests {
    use super::*;
    use crate::query::fixture;

    #[test]
    fn who_was_visited_and_never_came_owes_a_visit() {
        let found = visits(&fixture::two_chambers(), &VisitFilter::default());
        assert_eq!(found.trips.len(), 1);
        let balance = found.balances.first().unwrap();
        assert!(balance.owed);
        assert_eq!(
            (balance.guest.name.as_str(), balance.host.name.as_str()),
            ("Borduna", "Alvania")
        );
        assert_eq!((balance.visits, balance.returned), (1, 0));
    }

    #[test]
    fn people_of_one_state_and_day_came_together() {
        let mut graph = fixture::two_chambers();
        for (person, to, day, planned) in [
            ("person/ana-kim", "state/XB", "2031-05-02", false),
            ("person/aru-bekova", "state/XB", "2031-05-02", false),
            ("person/bo-kim", "state/XB", "2031-09", true),
            ("person/bo-kim", "state/XA", "2031-05-02", false),
        ] {
            fixture::put_visit(&mut graph, person, to, day, planned);
        }
        let found = visits(&graph, &VisitFilter::default());
        let sizes: Vec<usize> = found.trips.iter().map(|t| t.travellers.len()).collect();
        assert_eq!(sizes, [1, 1, 2, 1], "the latest first");
        let [balance] = found.balances.as_slice() else {
            unreachable!("a journey at home is no visit between states")
        };
        assert!(!balance.owed);
        assert_eq!((balance.visits, balance.returned), (1, 1));
        let kim = VisitFilter {
            with: vec![graph.find("person/ana-kim").unwrap()],
            ..VisitFilter::default()
        };
        assert_eq!(visits(&graph, &kim).trips.len(), 1);
        let senate = VisitFilter {
            with: vec![graph.find("xa/senate").unwrap()],
            ..VisitFilter::default()
        };
        assert_eq!(visits(&graph, &senate).trips.len(), 2);
    }

    #[test]
    fn who_had_left_a_chamber_travels_for_it_no_more_and_for_a_commission_still() {
        let mut graph = fixture::two_chambers();
        fixture::put_former_member(&mut graph, "person/aru-bekova", "xa/senate");
        fixture::put_visit(
            &mut graph,
            "person/aru-bekova",
            "state/XB",
            "2030-05-02",
            false,
        );
        fixture::put_visit(
            &mut graph,
            "person/aru-bekova",
            "state/XB",
            "2031-05-02",
            false,
        );
        fixture::put_visit(&mut graph, "person/bo-kim", "state/XB", "2031-06-02", false);
        let dates = |id: &str| -> Vec<String> {
            let with = vec![graph.find(id).unwrap()];
            let found = visits(
                &graph,
                &VisitFilter {
                    with,
                    ..VisitFilter::default()
                },
            );
            let dates = found.trips.iter().filter_map(|t| t.date);
            dates.map(|d| d.to_string()).collect()
        };
        assert_eq!(dates("xa/senate"), ["2031-06-02", "2030-05-02"]);
        assert_eq!(dates("commission/joint"), ["2031-06-02"]);
    }
}
