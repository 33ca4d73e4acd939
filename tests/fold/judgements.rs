//! What people judge, and what becomes of the graph: one test a promise.

use super::made::{article, bytes_of, edge, edges, ids};
use interparl::claim::{Assertion, Reading};
use interparl::graph::{Evidence, Folded, fold, fold_judged};
use interparl::identity::{
    EntityRef, Fact, Judgement, Judgements, MentionRef, NoEffect, Opinion, Party, Statement,
    WrongClaim, WrongPart,
};
use interparl::ontology::NodeKind::{Chamber, State};
use interparl::ontology::{MeetingKind, MeetingStatus, Office};
use interparl::text::PartialDate;

/// The first name of an entity of a made-up article.
pub(super) fn at(article: &str, entity: usize, name: &str) -> MentionRef {
    let start = entity * 100;
    MentionRef {
        sha256: format!("hash of {article}"),
        start,
        end: start + name.chars().count().max(1),
        name: name.to_owned(),
    }
}

fn span(entity: usize, name: &str) -> EntityRef {
    let MentionRef {
        start, end, name, ..
    } = at("", entity, name);
    EntityRef::Span { start, end, name }
}

fn wrong(article: &str, part: WrongPart) -> Opinion {
    Opinion::Wrong(WrongClaim {
        sha256: format!("hash of {article}"),
        part,
    })
}

fn judged(readings: &[Reading], opinions: impl IntoIterator<Item = Opinion>) -> Folded {
    let judgements: Judgements = opinions.into_iter().map(Judgement::of).collect();
    let folded = fold_judged(readings.to_vec(), &judgements);
    bytes_of(&folded.graph);
    folded
}

fn people(folded: &Folded) -> Vec<&str> {
    let ids = ids(&folded.graph).into_iter();
    ids.filter(|id| id.starts_with("person/")).collect()
}

fn why(folded: &Folded) -> Vec<&NoEffect> {
    folded.judged.findings.iter().map(|f| &f.why).collect()
}

fn kims() -> [Reading; 3] {
    ["a", "b", "c"].map(|id| article(id, "2024-01-01").person("Kim", "KR").read())
}

#[test]
fn same_joins_whom_no_name_joins_and_undo_parts_them_again() {
    let readings = kims();
    let same = |one, other| Opinion::Same(at(one, 0, "Kim"), at(other, 0, "Kim"));
    assert_eq!(people(&judged(&readings, [])).len(), 3);
    assert_eq!(people(&judged(&readings, [same("a", "c")])).len(), 2);
    let chain = judged(&readings, [same("a", "c"), same("b", "c")]);
    assert_eq!(people(&chain), ["person/kim"]);
    assert_eq!(why(&chain), Vec::<&NoEffect>::new());

    let undo = Opinion::Undo(Judgement::of(same("c", "a")).id());
    let undone = judged(&readings, [same("a", "c"), undo]);
    assert_eq!(
        bytes_of(&undone.graph),
        bytes_of(&fold(readings.to_vec())),
        "same and undo are nothing"
    );
}

#[test]
fn different_parts_spellings_and_nothing_else() {
    let of = |id: &str, name| article(id, "").person(name, "RU").read();
    let readings = [
        of("a", "Yelena Chugaeva"),
        of("b", "Elena Tchougaïeva"),
        of("c", "Yelena Chugaeva"),
    ];
    assert_eq!(people(&judged(&readings, [])).len(), 1);
    let apart = Opinion::Different(
        at("a", 0, "Yelena Chugaeva"),
        at("b", 0, "Elena Tchougaïeva"),
    );
    let parted = judged(&readings, [apart]);
    assert_eq!(
        people(&parted),
        ["person/elena-tchougaieva", "person/yelena-chugaeva"]
    );
}

/// Three articles of a speaker, two of a member of another house, and one that says nothing of the office; all of one name.
fn namesakes() -> Vec<Reading> {
    let of = |id: &str, house: &str| {
        let made = article(id, "2024-01-01").person("Ali Hassan", "EG");
        let made = made.entity(Chamber, house, "EG", "");
        if house.is_empty() {
            made.read()
        } else {
            made.speaker("Speaker", false).read()
        }
    };
    vec![
        of("a", "House of Elders"),
        of("b", "House of Elders"),
        of("c", "House of Youth"),
        of("d", "House of Youth"),
        of("e", ""),
    ]
}

#[test]
fn different_parts_one_name_by_the_offices_that_articles_give() {
    let readings = namesakes();
    let name = "Ali Hassan";
    assert_eq!(people(&judged(&readings, [])).len(), 1);
    let apart = Opinion::Different(at("a", 0, name), at("c", 0, name));
    let parted = judged(&readings, [apart.clone()]);
    // Whoever tells of no office may be either and is neither.
    assert_eq!(people(&parted).len(), 3, "{:?}", people(&parted));
    let graph = &parted.graph;
    let mut sizes: Vec<usize> = people(&parted)
        .iter()
        .filter_map(|id| Some(graph.mentions(graph.find(id)?).len()))
        .collect();
    sizes.sort_unstable();
    assert_eq!(sizes, [1, 2, 2]);
    // Until somebody says who it is.
    let known = Opinion::Same(at("e", 0, name), at("d", 0, name));
    let parted = judged(&readings, [apart, known]);
    assert_eq!(people(&parted).len(), 2);
}

#[test]
fn who_differs_from_all_others_leaves_them_together() {
    let of = |id: &str| article(id, "").person("Ali Hassan", "EG").read();
    let readings = ["a", "b", "c", "d"].map(of);
    let apart = ["a", "b", "d"]
        .map(|id| Opinion::Different(at("c", 0, "Ali Hassan"), at(id, 0, "Ali Hassan")));
    assert_eq!(people(&judged(&readings, apart)).len(), 2);
}

#[test]
fn a_different_counts_against_a_chain_of_sames_and_says_so() {
    let of = |id: &str| article(id, "").person("Kim", "KR").read();
    let readings = ["a", "b", "c", "d"].map(of);
    let same = |one, other| Opinion::Same(at(one, 0, "Kim"), at(other, 0, "Kim"));
    let chain = [same("a", "b"), same("b", "c"), same("c", "d")];
    assert_eq!(people(&judged(&readings, chain.clone())).len(), 1);
    let apart = Opinion::Different(at("a", 0, "Kim"), at("d", 0, "Kim"));
    let folded = judged(&readings, chain.into_iter().chain([apart.clone()]));
    // Who is told apart leaves the chain, and the rest of it stays: a, bc, d.
    assert_eq!(people(&folded).len(), 3);
    let by = Judgement::of(apart).id();
    let contradicted = NoEffect::Contradicted { by };
    assert_eq!(why(&folded), [&contradicted, &contradicted]);
}

#[test]
fn a_same_of_groups_yields_to_a_different_of_their_members() {
    // Two groups of one name each, tied by b and c; a and d are judged different all the same.
    let of = |id: &str, state| article(id, "").person("Ali Hassan", state).read();
    let readings = [of("a", "EG"), of("b", "EG"), of("c", "IQ"), of("d", "IQ")];
    let name = "Ali Hassan";
    let tie = Opinion::Same(at("b", 0, name), at("c", 0, name));
    assert_eq!(people(&judged(&readings, [tie.clone()])).len(), 1);
    let apart = Opinion::Different(at("a", 0, name), at("d", 0, name));
    let folded = judged(&readings, [tie, apart]);
    assert_eq!(people(&folded).len(), 3, "a, bc and d");
    assert_eq!(why(&folded), Vec::<&NoEffect>::new());
}

#[test]
fn different_parts_a_surname_from_whom_its_office_means_and_same_goes_with_it() {
    let speaker = |id: &str, name| {
        let made = article(id, "2024-01-01").person(name, "KR");
        let made = made.entity(Chamber, "House of Elders", "KR", "");
        made.speaker("Speaker", false).read()
    };
    let bare = article("c", "2024-01-01").person("Kim", "KR").read();
    let readings = [speaker("a", "Kim Minsu"), speaker("b", "Kim"), bare];
    let same = || Opinion::Same(at("b", 0, "Kim"), at("c", 0, "Kim"));
    let different = || Opinion::Different(at("a", 0, "Kim Minsu"), at("b", 0, "Kim"));
    let mentions = |opinions: Vec<Opinion>| -> Vec<usize> {
        let folded = judged(&readings, opinions);
        let clusters = folded.identities.clusters().iter();
        let people = clusters.filter(|cluster| cluster.kind.is_person());
        people.map(|cluster| cluster.mentions.len()).collect()
    };
    assert_eq!(mentions(vec![]), [1, 2], "the office joins a and b");
    assert_eq!(mentions(vec![same()]), [3]);
    assert_eq!(mentions(vec![different()]), [1, 1, 1]);
    assert_eq!(
        mentions(vec![same(), different()]),
        [2, 1],
        "b and c are one, a another"
    );
}

fn talks(id: &str) -> Reading {
    let held = (MeetingKind::Bilateral, MeetingStatus::Held);
    article(id, "2024-01-02")
        .person("Anna Lee", "KZ")
        .entity(Chamber, "Senate", "KZ", "kz/senate")
        .person("Boris Ma", "UZ")
        .person("Vera Oh", "UZ")
        .entity(State, "Kazakhstan", "", "KZ")
        .speaker("Speaker", false)
        .meeting(held, &[&[0], &[2, 3]], None, "2024-01-01")
        .claim(
            Assertion::Visited {
                person: 2,
                state: 4,
                date: None,
                planned: false,
            },
            80,
        )
        .read()
}

#[test]
fn a_wrong_claim_of_one_article_is_not_there_and_that_of_another_is() {
    let role = WrongPart::Role {
        person: span(0, "Anna Lee"),
        office: Office::Speaker,
        target: EntityRef::Row {
            kind: Chamber,
            row: "kz/senate".to_owned(),
            name: String::new(),
        },
        former: false,
    };
    let key = "person/anna-lee role:speaker kz/senate".to_owned();
    let readings = [talks("a"), talks("b")];
    let once = judged(&readings, [wrong("a", role.clone())]);
    assert!(edges(&once.graph).contains(&key));
    assert_eq!(edge(&once.graph, "role:speaker").evidence.len(), 1);
    let twice = judged(&readings, [wrong("a", role.clone()), wrong("b", role)]);
    assert!(!edges(&twice.graph).contains(&key));
    assert_eq!(edges(&twice.graph).len() + 1, edges(&once.graph).len());
}

#[test]
fn a_wrong_meeting_goes_whole_and_a_wrong_guest_alone() {
    let readings = [talks("a")];
    let date = PartialDate::parse("2024-01-01");
    let whole = WrongPart::Meeting {
        kind: MeetingKind::Bilateral,
        status: MeetingStatus::Held,
        people: vec![span(0, "Anna Lee"), span(2, "Boris Ma")],
        body: None,
        date,
    };
    let none = judged(&readings, [wrong("a", whole.clone())]);
    assert_eq!(none.graph.meetings().count(), 0);
    let other_day = match whole {
        WrongPart::Meeting {
            kind,
            status,
            people,
            body,
            ..
        } => WrongPart::Meeting {
            kind,
            status,
            people,
            body,
            date: None,
        },
        other => other,
    };
    assert_eq!(
        judged(&readings, [wrong("a", other_day)])
            .graph
            .meetings()
            .count(),
        1
    );
    let guest = WrongPart::TookPart {
        person: span(3, "Vera Oh"),
        kind: MeetingKind::Bilateral,
        status: MeetingStatus::Held,
        body: None,
        date,
    };
    let without = judged(&readings, [wrong("a", guest)]);
    let meeting = without.graph.meetings().next();
    assert_eq!(
        meeting.map(|m| m.sides.concat()),
        Some(vec![
            "person/anna-lee".to_owned(),
            "person/boris-ma".to_owned()
        ])
    );
}

#[test]
fn judgements_outlive_a_newer_reading_of_the_text() {
    // Newer rules take the title off, see one more person first, and still tell the same.
    let old = article("a", "").person("Speaker Anna Lee", "KZ").read();
    let mut new = article("a", "")
        .person("Zoe Ek", "KZ")
        .person("Anna Lee", "KZ")
        .read();
    if let Some(form) = new.entities.get_mut(1).and_then(|e| e.forms.first_mut()) {
        (form.start, form.end) = (8, 16);
    }
    if let Some(form) = new.entities.get_mut(0).and_then(|e| e.forms.first_mut()) {
        (form.start, form.end) = (50, 56);
    }
    let other = article("b", "").person("Anne Leigh", "KZ").read();
    let same = Opinion::Same(at("a", 0, "Speaker Anna Lee"), at("b", 0, "Anne Leigh"));
    assert_eq!(
        people(&judged(&[old, other.clone()], [same.clone()])).len(),
        1
    );
    let folded = judged(&[new, other], [same]);
    assert_eq!(people(&folded).len(), 2);
    let graph = &folded.graph;
    let joined = graph
        .nodes()
        .find(|(node, _)| graph.mentions(*node).len() == 2);
    assert!(
        joined.is_some_and(|(_, n)| n.aliases.contains("Anne Leigh") || n.name == "Anne Leigh")
    );
}

fn speaker_of(person: Party, target: Party, day: &str) -> Opinion {
    Opinion::Fact(Fact {
        says: Statement::Role {
            person,
            office: Office::Speaker,
            target,
            title: None,
            former: false,
            date: PartialDate::parse(day).and_then(PartialDate::day),
        },
        source: "https://senate.example/\u{202e}\u{1b}[31m<b>".to_owned(),
    })
}

#[test]
fn a_fact_is_there_with_evidence_of_its_own() {
    let readings = [talks("a")];
    let ma = Party::Mention(at("a", 2, "Boris Ma"));
    let house = Party::Named {
        kind: Chamber,
        name: "Oliy Uy".to_owned(),
        row: None,
        state: interparl::ontology::StateCode::parse("UZ"),
    };
    let says = speaker_of(ma, house, "2020-05-06");
    let id = Judgement::of(says.clone()).id().to_string();
    let folded = judged(&readings, [says]);
    let key = "person/boris-ma role:speaker chamber/oliy-uy".to_owned();
    assert!(
        edges(&folded.graph).contains(&key),
        "{:?}",
        edges(&folded.graph)
    );
    let role = folded.graph.edges().into_iter().find(|e| {
        let target = folded.graph.node(e.target);
        target.is_some_and(|node| node.id == "chamber/oliy-uy")
    });
    let evidence = role.map(|e| e.edge.evidence.clone());
    let source = "https://senate.example/[31m<b>".to_owned();
    assert_eq!(
        evidence,
        Some(vec![Evidence::Judgement {
            judgement: id,
            source
        }])
    );
    assert_eq!(folded.graph.documents().count(), 1);
    // The one who is pointed at keeps its name, mentions and id.
    let ma = folded.graph.find("person/boris-ma");
    assert_eq!(ma.map(|node| folded.graph.mentions(node).len()), Some(1));
}

#[test]
fn a_fact_of_a_meeting_meets_the_one_that_articles_tell() {
    let readings = [talks("a")];
    let party = |entity, name| Party::Mention(at("a", entity, name));
    let fact = Opinion::Fact(Fact {
        says: Statement::Meeting {
            kind: MeetingKind::Bilateral,
            status: MeetingStatus::Held,
            sides: vec![
                vec![party(3, "Vera Oh"), party(2, "Boris Ma")],
                vec![party(0, "Anna Lee")],
            ],
            body: None,
            session: None,
            date: PartialDate::parse("2024-01-01"),
            place: None,
        },
        source: "a photograph".to_owned(),
    });
    let folded = judged(&readings, [fact]);
    let meetings: Vec<_> = folded.graph.meetings().collect();
    assert_eq!(meetings.len(), 1);
    assert_eq!(meetings.first().map(|m| m.evidence.len()), Some(2));
}

#[test]
fn what_points_nowhere_is_told_and_does_nothing() {
    let readings = [talks("a"), talks("b")];
    let lee = at("a", 0, "Anna Lee");
    let stranger = MentionRef {
        start: 5000,
        end: 5010,
        ..lee.clone()
    };
    let role = WrongPart::PartOf {
        part: span(0, "Anna Lee"),
        whole: span(9, "Nobody"),
    };
    let opinions = [
        Opinion::Same(lee.clone(), at("z", 0, "Anna Lee")),
        Opinion::Different(lee.clone(), stranger),
        Opinion::Same(lee.clone(), at("b", 1, "Senate")),
        Opinion::Different(lee.clone(), at("a", 0, "Anna")),
        wrong("z", role.clone()),
        wrong("a", role),
        speaker_of(
            Party::Mention(at("z", 0, "Anna Lee")),
            Party::Mention(lee),
            "",
        ),
        Opinion::Undo(Judgement::of(Opinion::Same(at("x", 0, "X"), at("y", 0, "Y"))).id()),
    ];
    let folded = judged(&readings, opinions);
    assert_eq!(folded.judged.findings.len(), 8);
    let told: Vec<String> = folded
        .judged
        .findings
        .iter()
        .map(ToString::to_string)
        .collect();
    let told = told.join("\n");
    for part in [
        "the text that names \"Anna Lee\" is not among those that speak",
        "nobody and nothing at the words for \"Anna Lee\"",
        "nobody and nothing at the words for \"Nobody\"",
        "it takes two people or two bodies",
        "both mentions are one in their article",
        "its text is not among those that speak",
        "there is no judgement ",
    ] {
        assert!(told.contains(part), "{part} in {told}");
    }
    assert_eq!(bytes_of(&folded.graph), bytes_of(&fold(readings.to_vec())));
}
