//! Wrong claims: which claims of a reading a judgement means, and the reading without them.

use std::collections::{BTreeMap, BTreeSet};

use super::wrong::WrongPart;
use crate::claim::{Assertion, EntityIndex, Reading};
use crate::identity::judgement::pointer::EntityRef;
use crate::ontology::{MeetingKind, MeetingStatus, Office};
use crate::text::PartialDate;

/// What is to be left out, reading by reading.
#[derive(Debug, Default)]
pub(super) struct Strikes {
    claims: BTreeMap<usize, BTreeSet<usize>>,
    people: BTreeMap<(usize, usize), BTreeSet<EntityIndex>>,
    /// Offices that are not held, in which nobody can have come to a meeting either.
    offices: BTreeMap<usize, BTreeSet<(EntityIndex, Office, EntityIndex)>>,
}

impl Strikes {
    /// Notes what a wrong claim means in the reading at a place, and says whether that is anything; `find` knows the
    /// entities that it points at.
    pub(super) fn note(
        &mut self,
        place: usize,
        reading: &Reading,
        wrong: &WrongPart,
        find: &impl Fn(&EntityRef) -> Option<EntityIndex>,
    ) -> bool {
        let meant = meant(wrong, reading, find);
        for index in &meant {
            let Some(claim) = reading.claims.get(*index) else {
                continue;
            };
            if let Assertion::Role {
                person,
                office,
                target,
                former: false,
                ..
            } = &claim.assertion
            {
                let offices = self.offices.entry(place).or_default();
                offices.insert((*person, *office, *target));
            }
            if let WrongPart::TookPart { person, .. } = wrong {
                let people = self.people.entry((place, *index)).or_default();
                people.extend(find(person));
            } else {
                self.claims.entry(place).or_default().insert(*index);
            }
        }
        !meant.is_empty()
    }

    /// Leaves it all out.
    pub(super) fn apply(self, readings: &mut [Reading]) {
        for ((place, claim), absent) in self.people {
            let claims = readings.get_mut(place).map(|r| &mut r.claims);
            if let Some(claim) = claims.and_then(|claims| claims.get_mut(claim)) {
                send_home(&mut claim.assertion, &absent);
            }
        }
        for (place, offices) in self.offices {
            let claims = readings.get_mut(place).map(|r| &mut r.claims);
            for claim in claims.into_iter().flatten() {
                if let Assertion::Meeting { capacities, .. } = &mut claim.assertion {
                    capacities.retain(|c| !offices.contains(&(c.person, c.office, c.target)));
                }
            }
        }
        for (place, struck) in self.claims {
            if let Some(reading) = readings.get_mut(place) {
                let mut index = 0_usize..;
                reading
                    .claims
                    .retain(|_| index.next().is_none_or(|at| !struck.contains(&at)));
            }
        }
    }
}

/// Takes people out of a meeting.
fn send_home(assertion: &mut Assertion, absent: &BTreeSet<EntityIndex>) {
    if let Assertion::Meeting {
        sides, capacities, ..
    } = assertion
    {
        for side in &mut *sides {
            side.retain(|person| !absent.contains(person));
        }
        sides.retain(|side| !side.is_empty());
        capacities.retain(|capacity| !absent.contains(&capacity.person));
    }
}

/// The claims that say what is judged wrong: just that, else, of meetings, a part of it.
fn meant(
    wrong: &WrongPart,
    reading: &Reading,
    find: &impl Fn(&EntityRef) -> Option<EntityIndex>,
) -> Vec<usize> {
    let that = |means: &dyn Fn(&Assertion) -> bool| -> Vec<usize> {
        let claims = reading.claims.iter().enumerate();
        let meant = claims.filter(|(_, claim)| means(&claim.assertion));
        meant.map(|(index, _)| index).collect()
    };
    let exact = that(&|claim| means(wrong, claim, find));
    if exact.is_empty() {
        that(&|claim| means_meeting(wrong, claim, find, Likeness::Part))
    } else {
        exact
    }
}

/// Whether a claim says what is judged wrong.
fn means(
    wrong: &WrongPart,
    claim: &Assertion,
    find: &impl Fn(&EntityRef) -> Option<EntityIndex>,
) -> bool {
    let is = |meant: &EntityRef, entity: EntityIndex| find(meant) == Some(entity);
    match (wrong, claim) {
        (
            WrongPart::Role {
                person,
                office,
                target,
                former,
            },
            Assertion::Role {
                person: who,
                office: what,
                target: whose,
                former: over,
                ..
            },
        ) => (office, former) == (what, over) && is(person, *who) && is(target, *whose),
        (
            WrongPart::Visited {
                person,
                state,
                date,
                planned,
            },
            Assertion::Visited {
                person: who,
                state: whither,
                date: when,
                planned: to_come,
            },
        ) => (date, planned) == (when, to_come) && is(person, *who) && is(state, *whither),
        (WrongPart::Meeting { .. } | WrongPart::TookPart { .. }, Assertion::Meeting { .. }) => {
            means_meeting(wrong, claim, find, Likeness::Whole)
        }
        _ => means_of_body(wrong, claim, is),
    }
}

/// The same for what is said of bodies.
fn means_of_body(
    wrong: &WrongPart,
    claim: &Assertion,
    is: impl Fn(&EntityRef, EntityIndex) -> bool,
) -> bool {
    match (wrong, claim) {
        (
            WrongPart::PartOf { part, whole },
            Assertion::PartOf {
                part: one,
                whole: of,
            },
        ) => is(part, *one) && is(whole, *of),
        (
            WrongPart::Links { body, target },
            Assertion::Links {
                body: one,
                target: to,
            },
        ) => is(body, *one) && is(target, *to),
        (
            WrongPart::Life { body, event, date },
            Assertion::Life {
                body: one,
                event: what,
                date: when,
            },
        ) => (event, date) == (what, when) && is(body, *one),
        _ => false,
    }
}

/// How much of a meeting that is judged a claim has to say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Likeness {
    /// The body agrees, and all people that are named were there.
    Whole,
    /// No other body is named, and nobody else was there. A graph has the meeting as several articles tell it together, and
    /// an article that names the speakers of it may name somebody else elsewhere.
    Part,
}

/// The same for meetings: kind, status and day agree, and body and people as far as is asked for.
fn means_meeting(
    wrong: &WrongPart,
    claim: &Assertion,
    find: &impl Fn(&EntityRef) -> Option<EntityIndex>,
    likeness: Likeness,
) -> bool {
    let Some((kind, status, people, body, date)) = meeting_of(wrong) else {
        return false;
    };
    let Assertion::Meeting {
        kind: how,
        status: said,
        sides,
        body: whose,
        date: when,
        ..
    } = claim
    else {
        return false;
    };
    if (kind, status) != (*how, *said) || !may_be_one_day(date, *when) {
        return false;
    }
    let there: BTreeSet<EntityIndex> = sides.iter().flatten().copied().collect();
    let named: Vec<Option<EntityIndex>> = people.iter().map(find).collect();
    let all_there = named.iter().all(|n| n.is_some_and(|n| there.contains(&n)));
    let same_body = match (body, whose) {
        (None, None) => true,
        (Some(meant), Some(entity)) => find(meant) == Some(*entity),
        (None, Some(_)) | (Some(_), None) => false,
    };
    let may_be_same_body = same_body || body.is_none() || whose.is_none();
    match (likeness, wrong) {
        (Likeness::Whole, _) => same_body && all_there,
        (Likeness::Part, WrongPart::TookPart { .. }) => may_be_same_body && all_there,
        (Likeness::Part, _) if there.is_empty() => same_body && body.is_some(),
        (Likeness::Part, _) => {
            may_be_same_body && there.iter().all(|person| named.contains(&Some(*person)))
        }
    }
}

/// A meeting as it is judged.
type Judged<'w> = (
    MeetingKind,
    MeetingStatus,
    &'w [EntityRef],
    Option<&'w EntityRef>,
    Option<PartialDate>,
);

/// The kind, status, people, body and day of the meeting that is judged, if it is one.
const fn meeting_of(wrong: &WrongPart) -> Option<Judged<'_>> {
    match wrong {
        WrongPart::Meeting {
            kind,
            status,
            people,
            body,
            date,
        } => Some((*kind, *status, people.as_slice(), body.as_ref(), *date)),
        WrongPart::TookPart {
            person,
            kind,
            status,
            body,
            date,
        } => Some((
            *kind,
            *status,
            std::slice::from_ref(person),
            body.as_ref(),
            *date,
        )),
        _ => None,
    }
}

/// Whether what is judged and what is claimed can be one day. The graph may know the day from another article where this
/// one tells the month.
fn may_be_one_day(judged: Option<PartialDate>, claimed: Option<PartialDate>) -> bool {
    match (judged, claimed) {
        (Some(judged), Some(claimed)) => judged.agrees_with(claimed),
        (judged, claimed) => judged == claimed,
    }
}
