//! Wrong meetings that several articles tell together, each in its own way.

use super::made::{Article, article, graph_of};
use interparl::claim::Reading;
use interparl::graph::{Folded, Meeting, RelationGraph, fold_judged};
use interparl::identity::{Judgement, Judgements, NoEffect, Opinion};
use interparl::ontology::MeetingKind;
use interparl::ontology::MeetingKind::{Bilateral, Conference, Session};
use interparl::ontology::MeetingStatus::Held;
use interparl::ontology::NodeKind::Commission;
use interparl::query::{CannotJudge, wrong_guest, wrong_meeting};

/// An article with so many people (from 0) and a commission behind them.
fn naming(id: &str, day: &str, people: usize) -> Article {
    let names = ["Anna Lee", "Boris Ma", "Carla Ng", "Dario Po", "Erik Ro"];
    let people = names
        .iter()
        .take(people)
        .fold(article(id, day), |made, name| made.person(name, ""));
    people.entity(Commission, "Joint Commission on Trade", "", "")
}

fn told(made: Article, kind: MeetingKind, sides: &[&[usize]], date: &str) -> Reading {
    made.meeting((kind, Held), sides, None, date).read()
}

fn only(graph: &RelationGraph) -> Option<&Meeting> {
    let mut meetings = graph.meetings();
    let only = meetings.next();
    assert!(meetings.next().is_none(), "one meeting");
    only
}

type Opinions = Result<Vec<Opinion>, CannotJudge>;

/// What becomes of the one meeting of some readings, when something is said of it.
fn judged(readings: &[Reading], say: impl Fn(&RelationGraph, &Meeting) -> Opinions) -> Folded {
    let graph = graph_of(readings.to_vec());
    refolded(readings, only(&graph).map(|meeting| say(&graph, meeting)))
}

fn refolded(readings: &[Reading], opinions: Option<Opinions>) -> Folded {
    assert!(matches!(opinions, Some(Ok(_))), "{opinions:?}");
    let opinions = opinions.into_iter().flatten().flatten();
    let judgements: Judgements = opinions.map(Judgement::of).collect();
    fold_judged(readings.to_vec(), &judgements)
}

fn why(folded: &Folded) -> Vec<&NoEffect> {
    folded.judged.findings.iter().map(|f| &f.why).collect()
}

#[test]
fn a_wrong_meeting_goes_though_each_article_names_others_of_it() {
    let day = "2024-06-14";
    let readings = [
        // The one article knows nothing of the third, the other names a fourth who was not there.
        told(naming("a", "2024-06-20", 2), Bilateral, &[&[0], &[1]], day),
        told(
            naming("b", "2024-06-20", 4),
            Bilateral,
            &[&[0], &[1, 2]],
            day,
        ),
        told(
            naming("c", "2024-06-20", 5),
            Bilateral,
            &[&[0, 4], &[1]],
            day,
        ),
    ];
    let folded = judged(&readings, wrong_meeting);
    assert_eq!(folded.graph.meetings().count(), 0);
    assert_eq!(why(&folded), Vec::<&NoEffect>::new());
}

#[test]
fn a_wrong_meeting_goes_though_one_article_gives_another_kind_day_or_no_body() {
    let body = |id, kind, people: usize, body: bool| {
        let made = naming(id, "2024-06-20", people);
        let body = body.then_some(people);
        let made = made.meeting((kind, Held), &[&[0], &[1]], body, "2024-06-14");
        made.read()
    };
    let readings = [
        body("a", Session, 2, true),
        body("b", Conference, 3, true),
        body("c", Session, 2, false),
    ];
    let folded = judged(&readings, wrong_meeting);
    assert_eq!(folded.graph.meetings().count(), 0);
    assert_eq!(why(&folded), Vec::<&NoEffect>::new());

    let today = |id, day| told(naming(id, day, 2), Bilateral, &[&[0], &[1]], day);
    let readings = [today("a", "2024-06-14"), today("b", "2024-06-15")];
    let folded = judged(&readings, wrong_meeting);
    assert_eq!(folded.graph.meetings().count(), 0);
    assert_eq!(why(&folded), Vec::<&NoEffect>::new());
}

#[test]
fn a_wrong_guest_goes_where_an_article_names_him_and_the_meeting_stays() {
    let day = "2024-06-14";
    let readings = [
        told(naming("a", "2024-06-20", 2), Bilateral, &[&[0], &[1]], day),
        told(
            naming("b", "2024-06-20", 3),
            Bilateral,
            &[&[0], &[1, 2]],
            day,
        ),
    ];
    let folded = judged(&readings, |graph, meeting| {
        let guest = graph.find("person/carla-ng");
        guest.map_or(Ok(Vec::new()), |guest| wrong_guest(graph, meeting, guest))
    });
    let sides = only(&folded.graph).map(|m| m.sides.concat());
    assert_eq!(
        sides.unwrap_or_default(),
        ["person/anna-lee", "person/boris-ma"]
    );
    assert_eq!(why(&folded), Vec::<&NoEffect>::new());
}

#[test]
fn another_meeting_of_the_same_article_stays() {
    let made = naming("a", "2024-06-20", 4);
    let made = made.meeting((Bilateral, Held), &[&[0], &[1]], None, "2024-06-14");
    let made = made.meeting((Bilateral, Held), &[&[0], &[1, 2]], None, "2024-06-14");
    let readings = [made.read()];
    let graph = graph_of(readings.to_vec());
    assert_eq!(graph.meetings().count(), 2);
    // The larger one is exactly what is said; the smaller one is a part of it and stays.
    let larger = graph.meetings().max_by_key(|m| m.sides.concat().len());
    let opinions = larger.map(|meeting| wrong_meeting(&graph, meeting));
    let folded = refolded(&readings, opinions);
    let left = only(&folded.graph).map(|m| m.sides.concat());
    assert_eq!(
        left.unwrap_or_default(),
        ["person/anna-lee", "person/boris-ma"]
    );
}
