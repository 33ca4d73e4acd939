//! Which body's session or conference a sentence tells of.
//!
//! In comes a sentence, out comes a body and the chunk that names it. This module never says who attended.

use super::super::facts::Facts;
use super::super::scene::Scene;
use super::sided::attended_by_sent;
use super::{commission, ordinal};
use crate::lexicon::Class;
use crate::mention::{Item, Kind, Zone};
use crate::ontology::{MeetingKind, MeetingStatus, NodeKind};

/// Nouns for those who come together, before "of" and the body that does.
const GATHERINGS: &[Class] = &[
    Class::SessionNoun,
    Class::ConferenceNoun,
    Class::MeetingNoun,
    Class::CallNoun,
];

/// The body whose session a sentence names, and where.
pub(super) fn named(scene: &Scene<'_, '_, '_, '_>) -> Option<(usize, usize, MeetingKind)> {
    for n in 0..scene.chunks.len() {
        if let Some(body) = members_meet(scene, n) {
            return Some((body, n, kind_of(scene.facts, body)));
        }
        // "“We had the Assembly here in 2022,” he said": a speaker's example, and not what the article is about.
        let passed = scene.is_said(n) || in_brackets(scene, n);
        let Some(body) = commission(scene, n).filter(|_| !passed) else {
            continue;
        };
        if let Some(assembly) = attended_by_sent(scene, n, body) {
            return Some((assembly, n, kind_of(scene.facts, assembly)));
        }
        if is_part_of_another(scene, n)
            || aside(scene, n)
            || sends(scene, n)
            || is_goal_to_come(scene, n)
        {
            continue;
        }
        let kind = kind_of(scene.facts, body);
        let of = (n.saturating_sub(3)..n)
            .rev()
            .find(|m| !scene.is_any(*m, &[Class::Article, Class::Of]));
        let noun_before =
            of.is_some_and(|m| scene.is_any(m, GATHERINGS) && scene.is(m + 1, Class::Of));
        let received = is_with_others(scene, n);
        let verb_behind = (n + 1..(n + 4).min(scene.chunks.len()))
            .chain(behind_circumstance(scene, n))
            .find(|m| scene.is(*m, Class::Meet) || scene.is(*m, Class::Gather));
        let hold_behind = (n + 1..(n + 6).min(scene.chunks.len()))
            .any(|m| scene.is(m, Class::Hold))
            && (n + 2..(n + 12).min(scene.chunks.len()))
                .any(|m| scene.is(m, Class::SessionNoun) || is_remote_meeting(scene, m))
            || holds_conference(scene, n);
        let possessive =
            scene.mark(n + 1, '’') && (n + 2..n + 5).any(|m| scene.is(m, Class::SessionNoun));
        let with_object = verb_behind.is_some_and(|v| {
            scene.object(v, &[Class::With]).is_some() || meets_with_others(scene, v)
        });
        // "the group was installed in the presence of A".
        let founded = (n + 1..n + 6).any(|m| scene.is_any(m, &[Class::Found, Class::Resume]))
            && (0..scene.chunks.len()).any(|m| scene.is(m, Class::Attend));
        if noun_before && !received
            || founded
            || verb_behind.is_some() && !with_object
            || hold_behind
            || possessive
        {
            return Some((body, n, kind));
        }
        let conference =
            kind == MeetingKind::Conference && is_event(scene, n) || numbered(scene, n);
        if conference || of_organisation(scene, n) {
            return Some((body, n, kind));
        }
    }
    own_session(scene)
}

/// "The conference comprises sub-meetings, namely the Conference of Women Parliamentarians": whether a body at a chunk is told as a part of another
/// gathering, at which those who attend that need not be.
fn is_part_of_another(scene: &Scene<'_, '_, '_, '_>, n: usize) -> bool {
    let part = |m: usize| {
        let word = scene.word(m);
        word == "namely" || word.starts_with("sub-") && word.ends_with("meetings")
    };
    let comprises = |m: usize| scene.is(m, Class::Comprise) || scene.word(m).starts_with("compris");
    let gathering = |m: usize| scene.is_any(m, &[Class::SessionNoun, Class::ConferenceNoun]);
    (0..n).any(part) && (0..n).any(comprises) && (0..n).any(gathering)
}

/// "The Committee of the Association (CPA) held a meeting": whether a body stands in brackets, where it is only named.
fn in_brackets(scene: &Scene<'_, '_, '_, '_>, n: usize) -> bool {
    n > 0 && scene.mark(n - 1, '(') && scene.mark(n + 1, ')')
}

/// "held a virtual meeting": whether a word of a call is that of people who meet.
fn is_remote_meeting(scene: &Scene<'_, '_, '_, '_>, at: usize) -> bool {
    let meets = |word: &str| {
        let nouns = ["meeting", "meetings", "session"];
        nouns.iter().any(|n| word.ends_with(n))
    };
    scene.is(at, Class::CallNoun) && meets(&scene.word(at))
}

/// "A, President of the Assembly, opened its spring session": the commission or assembly that an office before "its" names, and the chunk
/// of the noun.
fn own_session(scene: &Scene<'_, '_, '_, '_>) -> Option<(usize, usize, MeetingKind)> {
    let verbs = [Class::Address, Class::Lead, Class::Gather];
    if !scene.has_any(&verbs) {
        return None;
    }
    let its = (1..scene.chunks.len())
        .find(|n| scene.says(*n, &["its"]) && scene.is_any(*n - 1, &verbs))?;
    let noun = (its + 1..its + 5).find(|n| scene.is(*n, Class::SessionNoun))?;
    let start = scene.chunks.get(its)?.items.start;
    let facts = scene.facts;
    let bodies = scene
        .items
        .get(..start)?
        .iter()
        .rev()
        .filter_map(|i| match i.kind {
            Kind::Office(office) => facts.mentions.offices.get(office)?.bodies.first().copied(),
            Kind::Body(body) => Some(body),
            _ => None,
        });
    let body = bodies.into_iter().find_map(|b| facts.bodies.of(b))?;
    let kind = facts.bodies.entities.get(body)?.kind;
    let sits = matches!(kind, NodeKind::Commission | NodeKind::Assembly);
    sits.then(|| (body, noun, kind_of(facts, body)))
}

/// "The Assembly (PA) on Monday in Riga opened": the chunk behind the day, the place and the brackets that stand behind a body.
fn behind_circumstance(scene: &Scene<'_, '_, '_, '_>, n: usize) -> Option<usize> {
    let mut bracket = false;
    let mut passed = |m: &usize| {
        let inside = bracket;
        bracket = scene.mark(*m, '(') || bracket && !scene.mark(*m, ')');
        let told = scene.item(*m).is_some_and(|i| {
            let day = matches!(i.kind, Kind::Date(_));
            day || i.city().is_some() || i.is_any(&[Class::On, Class::In, Class::Weekday])
        });
        inside || bracket || told
    };
    let end = (n + 12).min(scene.chunks.len());
    let next = (n + 1..end).find(|m| !passed(m))?;
    scene.is(next, Class::Gather).then_some(next)
}

/// "the meeting of the Committee with a delegation": whether the body at a chunk is one of two sides, and does not sit.
fn is_with_others(scene: &Scene<'_, '_, '_, '_>, n: usize) -> bool {
    let with = (n + 1..(n + 9).min(scene.chunks.len()))
        .take_while(|m| !scene.breaks(*m))
        .find(|m| scene.is(*m, Class::With));
    with.is_some_and(|w| {
        (w + 1..w + 5).any(|m| !scene.people(m).is_empty() || scene.is(m, Class::Delegation))
            && in_the_chair(scene, w).is_none()
    })
}

/// "Committee meets with Canadian parliamentarians": whether a verb of meeting has others behind its "with", whom nobody need name.
fn meets_with_others(scene: &Scene<'_, '_, '_, '_>, verb: usize) -> bool {
    let word = scene.word(verb).ends_with(" with").then_some(verb);
    let with = word.or_else(|| Some(verb + 1).filter(|w| scene.is(*w, Class::With)));
    with.is_some_and(|w| scene.is(verb, Class::Meet) && in_the_chair(scene, w).is_none())
}

/// "Members of the Executive Committee met on Monday": the body whose members at a chunk meet, and nobody else.
fn members_meet(scene: &Scene<'_, '_, '_, '_>, n: usize) -> Option<usize> {
    let office = scene.item(n).filter(|_| scene.people(n).is_empty())?;
    let office = scene.facts.mentions.offices.get(office.office()?)?;
    let body = scene.facts.bodies.of(*office.bodies.first()?)?;
    let kind = scene.facts.bodies.entities.get(body)?.kind;
    let sits = matches!(kind, NodeKind::Commission | NodeKind::Assembly) && office.plural;
    let met = scene.says(n + 1, &["met", "meet", "gathered", "convened"]) && sits;
    let others = (n + 2..scene.chunks.len())
        .any(|m| !scene.people(m).is_empty() || scene.is_any(m, &[Class::With, Class::Future]));
    (met && !others).then_some(body)
}

/// "The Association (CPA) held its 45th Annual Conference": whether an assembly at a chunk holds its own conference, which nothing but its
/// number stands before.
fn holds_conference(scene: &Scene<'_, '_, '_, '_>, n: usize) -> bool {
    let own = |m: &usize| {
        scene.is_any(*m, &[Class::Article, Class::His, Class::Number])
            || scene.says(
                *m,
                &[
                    "annual",
                    "regional",
                    "biennial",
                    "general",
                    "plenary",
                    "statutory",
                ],
            )
            || scene
                .item(*m)
                .is_some_and(|i| ordinal(scene.text(i)).is_some())
    };
    let body = scene.item(n).and_then(|i| scene.facts.body_of(i.body()?));
    let assembly = body.is_some_and(|b| b.kind == NodeKind::Assembly);
    let hold = (n + 1..n + 6).find(|m| scene.is(*m, Class::Hold));
    let noun = hold.and_then(|h| (h + 1..h + 7).find(|m| !own(m)));
    assembly && noun.is_some_and(|m| scene.is(m, Class::ConferenceNoun))
}

/// "the Commonwealth Parliamentary Association (CPA) Post-Election Seminar was held": whether a conference or seminar stands right behind
/// the name of the assembly that holds it, in a sentence that tells of it.
fn of_organisation(scene: &Scene<'_, '_, '_, '_>, n: usize) -> bool {
    let bracket = if scene.mark(n + 1, '(') { 3 } else { 0 };
    let first = n + 1 + bracket;
    let plain = |m: &usize| {
        let capital = scene.item(*m).is_some_and(|i| {
            scene.text(i).starts_with(char::is_uppercase) || i.is_mark('-') || i.is_mark('–')
        });
        scene.people(*m).is_empty() && capital
    };
    let noun = (first..first + 6)
        .take_while(plain)
        .any(|m| scene.is_any(m, &[Class::ConferenceNoun, Class::SessionNoun]));
    let told = (0..scene.chunks.len()).any(|m| {
        let hosts = scene
            .item(m)
            .is_some_and(|i| scene.text(i).starts_with("host"));
        hosts
            || scene.is_any(
                m,
                &[Class::Gather, Class::Address, Class::Attend, Class::Hold],
            )
    });
    let to_come = (0..scene.chunks.len()).any(|m| scene.is(m, Class::Future));
    noun && told && !to_come && scene.zone() != Some(Zone::Page)
}

/// "with A in the chair": the chunk of the one who presides, by the place of the "with".
pub(super) fn in_the_chair(scene: &Scene<'_, '_, '_, '_>, with: usize) -> Option<usize> {
    let who = (with + 1..with + 5).find(|n| !scene.people(*n).is_empty())?;
    let inside = scene.is(who + 1, Class::In) && scene.is(who + 2, Class::Article);
    (inside && scene.says(who + 3, &["chair"])).then_some(who)
}

/// Whether a body stands before or behind its envoys, "an Assembly delegation", "a delegation from the Committee": those who travel for it do not
/// make it sit.
fn sends(scene: &Scene<'_, '_, '_, '_>, n: usize) -> bool {
    let sent = |m: usize| scene.item(m).is_some_and(|i| i.is(Class::Delegation));
    let from = (n.saturating_sub(2)..n)
        .rev()
        .find(|m| !scene.is(*m, Class::Article));
    let behind = from.is_some_and(|f| scene.is(f, Class::From) && f > 0 && sent(f - 1));
    behind || (n + 1..n + 3).take_while(|m| !scene.breaks(*m)).any(sent)
}

/// "will lead the delegation to the 36th Conference": whether a gathering is only where somebody is to go.
fn is_goal_to_come(scene: &Scene<'_, '_, '_, '_>, n: usize) -> bool {
    let to = (n.saturating_sub(3)..n).any(|m| scene.is(m, Class::To));
    let leads = (0..n).find(|m| scene.is_any(*m, &[Class::Lead, Class::Travel, Class::Leave]));
    let to_come = leads.is_some_and(|l| scene.status(l) == Some(MeetingStatus::Planned));
    to && to_come
}

/// Whether a chunk names a gathering of an assembly by its number: "the 147th Assembly of the IPU".
pub(super) fn numbered(scene: &Scene<'_, '_, '_, '_>, n: usize) -> bool {
    let mention = scene.item(n).and_then(Item::body);
    let mention = mention.and_then(|m| scene.facts.mentions.bodies.get(m));
    let before = n.checked_sub(1).and_then(|b| scene.item(b));
    let number = before.is_some_and(|i| ordinal(scene.text(i)).is_some());
    mention.is_some_and(|m| {
        m.kind == NodeKind::Assembly && m.form.is_none() && (m.ordinal.is_some() || number)
    })
}

/// "on the sidelines of", "ahead of", "to attend", "a bilateral meeting on the occasion of": the gathering is only what goes on beside.
fn aside(scene: &Scene<'_, '_, '_, '_>, n: usize) -> bool {
    is_occasion_of_another(scene, n)
        || is_recalled(scene, n)
        || (n.saturating_sub(5)..n).any(|m| {
            let text = scene.word(m);
            text.ends_with("lines of")
                || text.ends_with("margins of")
                || text == "ahead of"
                || ["since", "before", "for", "until", "following"].contains(&text.as_ref())
                || (scene.is(m, Class::Attend) || scene.says(m, &["join"]))
                    && m > 0
                    && scene.is(m - 1, Class::To)
        })
        || (n.saturating_sub(12)..n).any(|m| {
            // "with the aim of taking part in the 13th plenary session of".
            let aim = (m.saturating_sub(3)..m)
                .any(|a| ["aim", "purpose", "intention"].contains(&scene.word(a).as_ref()));
            scene.is(m, Class::Attend) && aim
        })
}

/// "a bilateral meeting on the occasion of the Assembly": whether a body at a chunk is the occasion on which others met.
fn is_occasion_of_another(scene: &Scene<'_, '_, '_, '_>, n: usize) -> bool {
    let Some(occasion) = (n.saturating_sub(5)..n).find(|m| scene.says(*m, &["occasion"])) else {
        return false;
    };
    let nouns = [Class::MeetingNoun, Class::CallNoun];
    let mut before = (occasion.saturating_sub(6)..occasion).filter(|m| scene.is_any(*m, &nouns));
    before.any(|m| {
        !scene.is(m, Class::SessionNoun)
            || m.checked_sub(1)
                .is_some_and(|b| scene.says(b, &["bilateral"]))
    })
}

/// "recalled the 136th Assembly, held in 2017": whether a body at a chunk is what somebody thinks back to.
fn is_recalled(scene: &Scene<'_, '_, '_, '_>, n: usize) -> bool {
    let words = [
        "recalled",
        "recalling",
        "recalls",
        "remembered",
        "recollected",
    ];
    let mut before = (n.saturating_sub(8)..n)
        .rev()
        .take_while(|m| !scene.breaks(*m) && scene.people(*m).is_empty());
    before.any(|m| scene.says(m, &words))
}

/// Whether a body is a gathering by its own name: a conference, a summit, a meeting of speakers.
fn is_event(scene: &Scene<'_, '_, '_, '_>, n: usize) -> bool {
    let Some(item) = scene.item(n) else {
        return false;
    };
    let text = scene.text(item).to_lowercase();
    let gathering = ["conference", "summit", "symposium", "seminar", "meeting of"]
        .iter()
        .any(|w| text.contains(w));
    // A conference that is only named ("ahead of the Conference") is none that the article tells of.
    let told = (0..scene.chunks.len()).any(|m| {
        let hosts = scene
            .item(m)
            .is_some_and(|i| scene.text(i).starts_with("host"));
        hosts
            || scene.is_any(m, &[Class::Gather, Class::Address])
            || scene.is(m, Class::Attend) && m.abs_diff(n) < 6
    });
    gathering && told && scene.zone() != Some(Zone::Page)
}

/// Whether the gathering of a body is a conference or a session, by its name.
pub(in crate::rule::en) fn kind_of(facts: &Facts<'_, '_>, body: usize) -> MeetingKind {
    let entity = facts.bodies.entities.get(body);
    // "the Executive Committee of the Forum": what a commission holds is a session, of whatever it is one.
    if entity.is_some_and(|b| b.kind == NodeKind::Commission) {
        return MeetingKind::Session;
    }
    MeetingKind::of_gathering(entity.map_or("", |b| b.name.as_str()))
}
