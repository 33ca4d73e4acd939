//! Who may be the visitor of whom a word of visiting or travel tells.
//!
//! In comes the word, out come parties of its sentence, the likeliest first. This module never says where anybody goes.

use super::super::facts::Target;
use super::super::party::governed;
use super::super::scene::Scene;
use super::Teller;
use super::home::is_adjective;
use super::tour::{during_own, framed, goes_on};
use super::whose::{
    abroad, antecedent, led_behind, of_nameless, of_several, owner, paid_by, sends,
};
use crate::lexicon::Class;
use crate::mention::{Item, Kind};
use crate::ontology::BodyForm;

/// "Members of the group": whether several act at a chunk whom the sentence does not name.
fn is_nameless_group(scene: &Scene<'_, '_, '_, '_>, n: usize) -> bool {
    let office = scene.item(n).and_then(Item::office);
    let office = office.and_then(|o| scene.facts.mentions.offices.get(o));
    let several = office.is_some_and(|o| o.plural && !o.bare());
    let be = (n + 1..n + 3).any(|m| scene.is(m, Class::Be));
    several && be && scene.people(n).is_empty() && !governed(scene.items, &scene.chunks, n)
}

/// "A said that tourists travel to Kenya", "A answered that ships must sail to Kenya": whether what somebody says is about others, whom the
/// sentence does not name. "She said that she would travel", "A said that all went well and left for Kenya" are about the speaker.
fn is_told_of_others(scene: &Scene<'_, '_, '_, '_>, verb: usize) -> bool {
    let that = (1..verb)
        .rev()
        .find(|n| scene.says(*n, &["that"]) && scene.is(n - 1, Class::Say));
    let Some(that) = that else {
        return false;
    };
    let goes_on = scene.is(verb - 1, Class::And);
    let nobody = (that + 1..verb).all(|n| scene.people(n).is_empty());
    nobody && verb > that + 1 && !goes_on
}

/// "A said inflation is heading for Kenya": the same without "that".
fn said_of_others(scene: &Scene<'_, '_, '_, '_>, verb: usize) -> bool {
    let Some(said) = (1..verb).rev().find(|n| scene.is(*n, Class::Say)) else {
        return false;
    };
    let passed = |n: usize| {
        let linked = scene.is_any(n, &[Class::And, Class::Who, Class::Which]);
        scene.people(n).is_empty() && !linked && !scene.breaks(n) && !scene.is_sign(n)
    };
    let noun = verb.checked_sub(1).is_some_and(|n| {
        n > said && scene.is_common(n) && !scene.says(n, &["he", "she", "they", "that"])
    });
    noun && (said + 1..verb).all(passed)
}

/// "A said, a delegation from Kenya is due to visit Peru": whether a delegation that nobody has told of before acts in what somebody says.
fn of_a_delegation(scene: &Scene<'_, '_, '_, '_>, verb: usize) -> bool {
    let Some(said) = (1..verb).rev().find(|n| scene.is(*n, Class::Say)) else {
        return false;
    };
    let nobody = (said + 1..verb).all(|n| scene.people(n).is_empty());
    let indefinite = |n: usize| {
        let near = n.saturating_sub(3)..n;
        near.into_iter()
            .any(|m| m > said && (scene.says(m, &["a", "an"]) || scene.is(m, Class::Number)))
    };
    let sent = |n: usize| {
        let item = scene.item(n).filter(|i| i.is(Class::Delegation));
        item.is_some() && !governed(scene.items, &scene.chunks, n) && indefinite(n)
    };
    nobody && (said + 1..verb).any(sent)
}

/// "A thanked the doctors, who stay in Kenya": whether a relative clause is about several whom a common noun names.
fn who_are_others(scene: &Scene<'_, '_, '_, '_>, verb: usize) -> bool {
    let near = verb.saturating_sub(3)..verb;
    let Some(who) = near.rev().find(|n| scene.is(*n, Class::Who)) else {
        return false;
    };
    let back = (who.saturating_sub(5)..who).rev();
    let owner = |n: &usize| {
        let state = scene.item(*n).is_some_and(|i| i.state().is_some());
        state || scene.mark(*n, ',') || scene.is_any(*n, &[Class::From, Class::Of, Class::In])
    };
    let Some(noun) = back.into_iter().find(|n| !owner(n)) else {
        return false;
    };
    let word = scene.word(noun);
    let several =
        word.ends_with('s') || ["people", "children", "women", "men"].contains(&word.as_ref());
    let named = scene.is_common(noun) || scene.is(noun, Class::Guest);
    several && named && scene.people(noun).is_empty()
}

/// "Over 40 guests have arrived", "Dozens of Speakers travelled": whether several act before a verb whom nobody knows, and who are none of
/// those of whom the sentence before speaks: more than one, where that speaks of one only (`alone`), else so many.
fn acts_of_others(scene: &Scene<'_, '_, '_, '_>, verb: usize, alone: bool) -> bool {
    let known = [Class::Guest, Class::Sides, Class::Both, Class::Delegation];
    let counted = |n: usize| {
        let digits = |m: usize| scene.word(m).starts_with(|c: char| c.is_ascii_digit());
        n < 5 && (0..n).any(|m| scene.is(m, Class::Number) || digits(m))
    };
    let several = |n: &usize| {
        let Some(item) = scene.item(*n).filter(|i| !i.is_any(&known)) else {
            return false;
        };
        let office = item.office();
        let office = office.and_then(|o| scene.facts.mentions.offices.get(o));
        // "Thousands travelled": the first word has a capital whatever it is.
        let opens = *n == 0 && matches!(item.kind, Kind::Plain([]));
        let noun = (opens || scene.is_common(*n)) && scene.word(*n).ends_with('s');
        noun && (counted(*n) || !governed(scene.items, &scene.chunks, *n))
            || office.is_some_and(|o| o.plural)
    };
    (0..verb).any(|n| several(&n) && (alone || counted(n)))
}

/// Whether a verb tells what others do, whom the sentence does not name.
fn is_of_others(scene: &Scene<'_, '_, '_, '_>, verb: usize) -> bool {
    is_told_of_others(scene, verb)
        || said_of_others(scene, verb)
        || of_a_delegation(scene, verb)
        || who_are_others(scene, verb)
}

/// Whether a visit is told to be "theirs".
fn is_theirs(scene: &Scene<'_, '_, '_, '_>, teller: Teller) -> bool {
    let near = teller.at.saturating_sub(2)..teller.at;
    teller.noun && near.into_iter().any(|n| scene.says(n, &["their"]))
}

/// The chunks of those who alone can be meant, where the words say so; no chunk where they mean somebody whom nobody names.
fn alone(scene: &Scene<'_, '_, '_, '_>, teller: Teller) -> Option<Vec<usize>> {
    let at = teller.at;
    // "with the visiting Speaker, A": nobody else is meant.
    if is_adjective(scene, at) {
        let next = (at + 1..at + 4).find(|n| !scene.people(*n).is_empty());
        return Some(next.into_iter().collect());
    }
    // "During his visit A met B": of A, and never of B.
    let one = if teller.noun {
        during_own(scene, at).or_else(|| framed(scene, at))
    } else {
        goes_on(scene, at)
    };
    one.map(|n| vec![n])
}

/// Who may be the visitor, the likeliest first: (chunk, people, whether the grammar says so).
pub(super) fn visitors(
    scene: &Scene<'_, '_, '_, '_>,
    teller: Teller,
) -> Vec<(usize, Vec<usize>, bool)> {
    let at = teller.at;
    let party = |n: usize, sure: bool| (n, scene.people(n).to_vec(), sure);
    let mut found = Vec::new();
    let other = (0..at).any(|n| is_of_other_committee(scene, n));
    if !teller.noun && (other || is_of_others(scene, at) || scene.acts_unnamed(at)) {
        return found;
    }
    if let Some(only) = alone(scene, teller) {
        return only.into_iter().map(|n| party(n, true)).collect();
    }
    if teller.noun {
        let Some(likely) = owners(scene, at) else {
            return found;
        };
        found.extend(likely.into_iter().map(|n| party(n, true)));
    }
    if let Some(acts) = abroad(scene, at) {
        found.push(party(acts, true));
        return found;
    }
    if let Some(n) = antecedent(scene, at) {
        // Who was in it may be told behind: "which is on a visit, led by A".
        let behind = led_behind(scene, at);
        let known = Some(n).filter(|n| !scene.people(*n).is_empty());
        found.extend(known.or(behind).map(|n| party(n, true)));
        return found;
    }
    if of_several(scene, at) {
        found.extend(led_behind(scene, at).map(|n| party(n, true)));
        return found;
    }
    // "A met a delegation of the Senate currently visiting the country": those who visit stand right before, and nobody knows
    // who they are.
    if of_nameless(scene, at) {
        return found;
    }
    let subject = subject(scene, teller);
    found.extend(subject.map(|n| party(n, true)));
    // "Members of the group are, on behalf of the Speaker, A, on a visit": several whom nobody names, and not A.
    if subject.is_some() || !(0..at).any(|n| is_nameless_group(scene, n)) {
        found.extend(others(scene, teller).into_iter().map(|n| party(n, false)));
    }
    let none = (0..scene.chunks.len()).all(|n| scene.people(n).is_empty());
    // "Its tour includes stops in B", "They jointly visited B": that of several, never of a single person.
    let its = at.checked_sub(1).is_some_and(|b| scene.says(b, &["its"]))
        || (0..at).any(|n| scene.is(n, Class::They));
    let fits = |people: &Vec<usize>| {
        none && !(its && people.len() == 1)
            && !of_unknown_delegation(scene, at)
            && (teller.noun || !acts_of_others(scene, at, people.len() == 1))
    };
    if let Some(people) = scene.before.clone().filter(fits) {
        found.push((at, people, false));
    }
    found
}

/// Who travels by the grammar of the sentence.
fn subject(scene: &Scene<'_, '_, '_, '_>, teller: Teller) -> Option<usize> {
    // "In 2018 the then Speaker, A, visited Kenya": who held office in the past did what a verb says of him or her.
    let subject = scene
        .subject(teller.at)
        .filter(|(n, _)| !scene.is_spoken_of(*n));
    // "A received the team as part of their visit": no visit of A alone.
    let several = |who: &[usize]| who.len() != 1 || !is_theirs(scene, teller);
    subject.filter(|(_, who)| several(who)).map(|(n, _)| n)
}

/// "A welcomed the guests. The delegation visited Estonia": whether a delegation travels of which nobody is known, and the sentence before
/// tells of no journey of those of whom it speaks, or that they met the delegation.
fn of_unknown_delegation(scene: &Scene<'_, '_, '_, '_>, at: usize) -> bool {
    let acts = (0..at).any(|n| {
        let sent = scene.item(n).is_some_and(|i| i.is(Class::Delegation));
        sent && scene.people(n).is_empty() && !governed(scene.items, &scene.chunks, n)
    });
    let before = scene.sentence.checked_sub(1);
    let before = before.and_then(|s| scene.facts.mentions.items.get(s));
    let Some(before) = before.filter(|_| acts) else {
        return false;
    };
    let met = [Class::Meet, Class::Receive, Class::CallOn];
    let verb = before.iter().position(|i| i.is_any(&met));
    let behind = verb.and_then(|v| before.get(v + 1..)).unwrap_or_default();
    let journey = [
        Class::Visit,
        Class::VisitNoun,
        Class::Travel,
        Class::Delegation,
    ];
    behind.iter().any(|i| i.is(Class::Delegation)) || !before.iter().any(|i| i.is_any(&journey))
}

/// "A is in Riga. A delegation of the Committee on Trade visited Washington": whether the delegation at a chunk is of a committee in which nobody sits
/// of whom the sentence before speaks.
fn is_of_other_committee(scene: &Scene<'_, '_, '_, '_>, n: usize) -> bool {
    let sent = scene.item(n).is_some_and(|i| i.is(Class::Delegation));
    let of = sent && scene.is_any(n + 1, &[Class::Of, Class::From]);
    let place = n + 2 + usize::from(scene.is(n + 2, Class::Article));
    let body = scene.item(place).and_then(Item::body);
    let body = body.and_then(|b| scene.facts.bodies.of(b)).filter(|_| of);
    body.is_some_and(|body| {
        let entity = scene.facts.bodies.entities.get(body);
        let committee = entity.is_some_and(|b| b.form == Some(BodyForm::Committee));
        let before = scene.before.as_deref().unwrap_or_default();
        let mut roles = scene.facts.roles.iter();
        let sits = roles.any(|r| r.target == Target::Body(body) && before.contains(&r.person));
        committee && !sits
    })
}

/// The parties behind "of" or "by", before an apostrophe, or before "his", whose visit a noun is; `None` where it is that of somebody
/// whom the article does not name.
fn owners(scene: &Scene<'_, '_, '_, '_>, at: usize) -> Option<Vec<usize>> {
    let of = (at + 1..(at + 3).min(scene.chunks.len()))
        .find(|n| scene.is_any(*n, &[Class::Of, Class::By]))
        .or_else(|| paid_by(scene, at));
    let by = of.and_then(|o| (o + 1..o + 5).find(|n| !scene.people(*n).is_empty()));
    let of_strangers = of.is_some_and(|o| sends(scene, o) || is_of_office(scene, o));
    if by.is_none() && of_strangers || scene.owned_unnamed(at) {
        return None;
    }
    let mark = (at.saturating_sub(4)..at)
        .rev()
        .find(|n| scene.mark(*n, '’'));
    let mark = mark
        .and_then(|m| m.checked_sub(1))
        .filter(|n| !scene.people(*n).is_empty());
    Some([by, mark, owner(scene, at)].into_iter().flatten().collect())
}

/// "the visit of the Baltic Speakers", "the visit of the committees": whether those behind an "of" hold an office or sit together, whom nobody
/// names.
fn is_of_office(scene: &Scene<'_, '_, '_, '_>, of: usize) -> bool {
    let words = (of + 1..of + 5).take_while(|n| !scene.breaks(*n) && !scene.is(*n, Class::To));
    let holds = |n: usize| {
        scene
            .item(n)
            .is_some_and(|i| i.office().is_some() || i.body().is_some())
    };
    let article = scene.is(of + 1, Class::Article);
    let several = |n: usize| {
        let noun = scene.is_common(n) || scene.is(n, Class::BodyNoun);
        article && noun && scene.word(n).ends_with('s')
    };
    words.into_iter().any(|n| holds(n) || several(n))
}

/// "will receive on an official visit a delegation led by A", "A, who is the guest of B, came": others of the sentence, the nearest
/// first.
fn others(scene: &Scene<'_, '_, '_, '_>, teller: Teller) -> Vec<usize> {
    let at = teller.at;
    let says = |back: usize, phrases: &[&str]| {
        at.checked_sub(back).is_some_and(|b| scene.says(b, phrases))
    };
    // "the exhibition in Riga that B visited": whoever stands right before the verb visited, and nobody else.
    let acts = at
        .checked_sub(1)
        .is_some_and(|n| !teller.noun && !scene.people(n).is_empty());
    let that = acts && says(2, &["that", "which"]);
    // "During the visit she met B": not the visit of B.
    let preposition = at
        .checked_sub(2)
        .is_some_and(|b| scene.is(b, Class::Preposition));
    let during = teller.noun && says(1, &["the", "this"]) && preposition;
    if that || during {
        return Vec::new();
    }
    // "the official part of their visit includes meetings of A with B": none of those who are named only then.
    let theirs = is_theirs(scene, teller);
    let end = if theirs { at } else { scene.chunks.len() };
    let mut others: Vec<usize> = (0..end)
        .filter(|n| scene.people(*n).len() > usize::from(theirs) && !scene.absent(*n))
        .filter(|n| !scene.says_by_the_way(*n))
        // "A letter has arrived in Riga from B".
        .filter(|n| teller.noun || *n < at || !scene.governed_by(*n, &[Class::From]))
        // "visited the Seimas and was received by B".
        .filter(|n| *n < at || !is_host(scene, *n))
        .collect();
    others.sort_by_key(|n| n.abs_diff(at));
    others
}

/// "was received by B": whether the people of a chunk are those by whom somebody is received.
fn is_host(scene: &Scene<'_, '_, '_, '_>, at: usize) -> bool {
    /// How many chunks before the name the verb stands at most.
    const NEAR: usize = 4;
    let near = at.saturating_sub(NEAR)..at;
    let led = near.clone().any(|n| scene.is(n, Class::Lead));
    let received = near.into_iter().any(|n| scene.is(n, Class::Receive));
    received && !led && scene.governed_by(at, &[Class::By])
}
