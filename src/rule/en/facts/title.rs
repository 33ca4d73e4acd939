//! Which office a title stands for, by the sort of body in which it is held.
//!
//! In come the rows of a title, out comes an office. This module never looks at the text.

use crate::lexicon::{Domain, Title};
use crate::ontology::{NodeKind, Office};

/// Whether two offices may be two words for one: a speaker is a chairman, a president.
pub(super) fn alike(a: Office, b: Office) -> bool {
    use Office::{Chair, DeputyChair, DeputySpeaker, HeadOfState, Speaker};
    a == b
        || matches!(
            (a, b),
            (Speaker | Chair, Speaker | Chair | HeadOfState)
                | (DeputySpeaker | DeputyChair, DeputySpeaker | DeputyChair)
        )
}

/// The office that a title stands for in a body of a kind: the rows for that sort of body first, then those that fit any,
/// then the word's counterpart (the president of a chamber is its speaker, the speaker of an assembly its chair).
pub(super) fn class_in(titles: &[&Title], kind: NodeKind) -> Option<Office> {
    let of = |domain: Domain| {
        titles
            .iter()
            .filter(|t| t.domain == domain)
            .find_map(|t| t.office)
    };
    match kind {
        NodeKind::Chamber | NodeKind::Parliament => {
            let other = || of(Domain::Body).or_else(|| of(Domain::Any));
            of(Domain::Chamber).or_else(|| other().map(in_chamber))
        }
        NodeKind::Commission | NodeKind::Assembly => {
            let commission = of(Domain::Commission).filter(|_| kind == NodeKind::Commission);
            let own = || of(Domain::Body).or_else(|| of(Domain::Any));
            let told = commission.or_else(own);
            // "IPU Coordinator": what is an office of groups alone is none of an assembly.
            let of_groups = titles.iter().any(|t| t.domain == Domain::Commission);
            told.or_else(|| {
                of(Domain::Chamber)
                    .filter(|_| !of_groups)
                    .map(in_commission)
            })
        }
        NodeKind::Legislator | NodeKind::Official | NodeKind::State => None,
    }
}

/// What an office of bodies is in a chamber.
fn in_chamber(office: Office) -> Office {
    if matches!(office, Office::Chair | Office::CoChair) {
        Office::Speaker
    } else if office == Office::DeputyChair {
        Office::DeputySpeaker
    } else {
        office
    }
}

/// What an office of chambers is in a commission or assembly.
fn in_commission(office: Office) -> Office {
    if office == Office::Speaker {
        Office::Chair
    } else if office == Office::DeputySpeaker {
        Office::DeputyChair
    } else {
        office
    }
}
