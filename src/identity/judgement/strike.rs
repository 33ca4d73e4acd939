//! Wrong claims: which claims of a reading a judgement means, and the reading without them.

use std::collections::{BTreeMap, BTreeSet};

use super::wrong::WrongPart;
use crate::claim::{Assertion, EntityIndex, Reading};
use crate::identity::judgement::pointer::EntityRef;
use crate::ontology::Office;
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
        let mut found = false;
        for (index, claim) in reading.claims.iter().enumerate() {
            if !means(wrong, &claim.assertion, find) {
                continue;
            }
            found = true;
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
                let people = self.people.entry((place, index)).or_default();
                people.extend(find(person));
            } else {
                self.claims.entry(place).or_default().insert(index);
            }
        }
        found
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
            means_meeting(wrong, claim, find)
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

/// The same for meetings: kind, status, day and body agree, and all people that are named were there.
fn means_meeting(
    wrong: &WrongPart,
    claim: &Assertion,
    find: &impl Fn(&EntityRef) -> Option<EntityIndex>,
) -> bool {
    let (kind, status, people, body, date) = match wrong {
        WrongPart::Meeting {
            kind,
            status,
            people,
            body,
            date,
        } => (kind, status, people.as_slice(), body, date),
        WrongPart::TookPart {
            person,
            kind,
            status,
            body,
            date,
        } => (kind, status, std::slice::from_ref(person), body, date),
        _ => return false,
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
    let there = |meant: &EntityRef| {
        find(meant).is_some_and(|entity| sides.iter().any(|side| side.contains(&entity)))
    };
    let same_body = match (body, whose) {
        (None, None) => true,
        (Some(meant), Some(entity)) => find(meant) == Some(*entity),
        (None, Some(_)) | (Some(_), None) => false,
    };
    (kind, status) == (how, said)
        && may_be_one_day(*date, *when)
        && same_body
        && people.iter().all(there)
}

/// Whether what is judged and what is claimed can be one day. The graph may know the day from another article where this
/// one tells the month.
fn may_be_one_day(judged: Option<PartialDate>, claimed: Option<PartialDate>) -> bool {
    match (judged, claimed) {
        (Some(judged), Some(claimed)) => judged.agrees_with(claimed),
        (judged, claimed) => judged == claimed,
    }
}
