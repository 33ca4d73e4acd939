//! Who held which office when: from articles of several years to the answer.

use super::made::{article, bytes_of, graph_of};
use crate::sample::{Checked, run_in};
use interparl::claim::{Assertion, Reading, Term};
use interparl::graph::RelationGraph;
use interparl::ontology::NodeKind::Chamber;
use interparl::ontology::Office;
use interparl::query::{Offices, OfficesOf, Standing, offices};
use interparl::text::PartialDate;

fn speaker(id: &str, day: &str, name: &str, former: bool) -> Reading {
    let made = article(id, day).person(name, "KZ");
    made.entity(Chamber, "Majilis", "KZ", "kz/majilis")
        .speaker("Chairman", former)
        .read()
}

/// Anna Lee, Boris Ma, Anna Lee again.
fn three_terms() -> RelationGraph {
    graph_of(vec![
        speaker("a", "2015-03-01", "Anna Lee", false),
        speaker("b", "2016-03-01", "Anna Lee", false),
        speaker("c", "2018-03-01", "Boris Ma", false),
        speaker("d", "2019-03-01", "Anna Lee", true),
        speaker("e", "2020-03-01", "Boris Ma", false),
        speaker("f", "2021-03-01", "Lee", false),
        speaker("g", "2022-03-01", "Anna Lee", false),
    ])
}

fn asked(graph: &RelationGraph, id: &str, on: &str) -> Option<Offices> {
    let on = PartialDate::parse(on).and_then(PartialDate::day);
    offices(graph, graph.find(id)?, OfficesOf { on, office: None })
}

/// Each term as `name not-before first last not-after`, years only.
fn terms(found: Option<&Offices>) -> Vec<String> {
    let terms = found
        .into_iter()
        .flat_map(|f| &f.posts)
        .flat_map(|post| &post.terms);
    terms
        .map(|held| {
            let days = [
                held.term.not_before,
                held.term.first_seen,
                held.term.last_seen,
                held.term.not_after,
            ];
            let years =
                days.map(|day| day.map_or_else(|| "-".to_owned(), |day| day.year().to_string()));
            format!("{} {}", held.holder.name, years.join(" "))
        })
        .collect()
}

#[test]
fn two_terms_are_two_spells_bounded_by_those_of_others() {
    let graph = three_terms();
    let found = asked(&graph, "kz/majilis", "");
    assert_eq!(
        terms(found.as_ref()),
        [
            "Anna Lee - 2015 2016 2018",
            "Boris Ma 2016 2018 2020 2021",
            "Anna Lee 2020 2021 2022 -"
        ]
    );
    let of_person = asked(&graph, "person/anna-lee", "");
    assert_eq!(
        terms(of_person.as_ref()),
        ["Anna Lee - 2015 2016 2018", "Anna Lee 2020 2021 2022 -"]
    );
    // The words of each term are those of its days.
    let words = of_person
        .iter()
        .flat_map(|f| &f.posts)
        .flat_map(|p| &p.terms);
    assert_eq!(
        words.map(|term| term.evidence.len()).collect::<Vec<_>>(),
        [2, 2]
    );
}

#[test]
fn on_a_day_it_is_said_how_sure_it_is() {
    let graph = three_terms();
    for (day, expected) in [
        ("2015-06-01", vec![("Anna Lee", Standing::Held)]),
        (
            "2017-06-01",
            vec![
                ("Boris Ma", Standing::Possible),
                ("Anna Lee", Standing::Possible),
            ],
        ),
        ("2019-06-01", vec![("Boris Ma", Standing::Held)]),
        ("2022-06-01", vec![("Anna Lee", Standing::Likely)]),
        ("2026-01-01", vec![("Anna Lee", Standing::Possible)]),
        ("2001-01-01", vec![]),
    ] {
        let found = asked(&graph, "kz/majilis", day);
        let mut held: Vec<(&str, Standing)> = Vec::new();
        for term in found
            .iter()
            .flat_map(|f| &f.posts)
            .flat_map(|post| &post.terms)
        {
            held.extend(
                term.standing
                    .map(|standing| (term.holder.name.as_str(), standing)),
            );
        }
        held.sort_unstable();
        let mut expected = expected;
        expected.sort_unstable();
        assert_eq!(held, expected, "{day}");
    }
}

#[test]
fn gaps_and_contradictions_are_shown() {
    let found = asked(&three_terms(), "kz/majilis", "");
    let gaps = found
        .iter()
        .flat_map(|f| &f.posts)
        .flat_map(|post| &post.gaps);
    let years: Vec<(i16, i16)> = gaps
        .map(|gap| (gap.after.year(), gap.before.year()))
        .collect();
    assert_eq!(years, [(2016, 2018), (2020, 2021)]);

    let graph = graph_of(vec![
        speaker("a", "2020-03-01", "Anna Lee", false),
        speaker("b", "2020-05-01", "Boris Ma", false),
        speaker("c", "2020-07-01", "Anna Lee", false),
    ]);
    let found = asked(&graph, "kz/majilis", "");
    let all = found
        .iter()
        .flat_map(|f| &f.posts)
        .flat_map(|post| &post.contradictions);
    let people: Vec<Vec<&str>> = all
        .map(|c| c.people.iter().map(|p| p.name.as_str()).collect())
        .collect();
    assert_eq!(people, [["Anna Lee", "Boris Ma"]]);
}

/// Entity 0 speaks for entity 1, of whose time so much is told.
fn role(former: bool, term: Term) -> Assertion {
    Assertion::Role {
        person: 0,
        office: Office::Speaker,
        target: 1,
        title: "Chairman".to_owned(),
        former,
        term,
    }
}

/// The terms of Anna Lee as an article of March 2020 tells them: since a day, until one, newly.
fn told_terms(since: &str, until: &str, newly: bool) -> Vec<String> {
    let term = Term {
        since: PartialDate::parse(since),
        until: PartialDate::parse(until),
        newly,
        ..Term::default()
    };
    let role = role(!until.is_empty(), term);
    let made = article("told", "2020-03-01").person("Anna Lee", "KZ");
    let made = made.entity(Chamber, "Majilis", "KZ", "kz/majilis");
    let graph = graph_of(vec![
        made.claim(role, 90).read(),
        speaker("seen", "2018-07-01", "Anna Lee", false),
    ]);
    terms(asked(&graph, "kz/majilis", "").as_ref())
}

#[test]
fn an_article_bounds_a_term_by_the_days_that_it_tells() {
    let lee = |years: &str| [format!("Anna Lee {years}")];
    // She held it since, and not before.
    assert_eq!(told_terms("2016-05-03", "", false), lee("2016 2016 2020 -"));
    assert_eq!(told_terms("2016", "", false), lee("2016 2016 2020 -"));
    // Since a day after another article has shown her: it bounds nothing, for she may have been elected again.
    assert_eq!(told_terms("2019", "", false), lee("- 2018 2020 -"));
    // She held it until, and not after, whenever the article was written.
    assert_eq!(told_terms("", "2019", false), lee("- 2018 2019 2019"));
    assert_eq!(
        told_terms("2016", "2019", false),
        lee("2016 2016 2019 2019")
    );
    // Newly elected in 2020: a term that began in the year before is not that of 2018.
    let two = ["- 2018 2018 2019", "2019 2020 2020 -"];
    assert_eq!(
        told_terms("", "", true),
        two.map(|years| format!("Anna Lee {years}"))
    );
}

#[test]
fn a_newly_elected_speaker_was_none_a_year_before() {
    let made = article("told", "2020-03-01").person("Anna Lee", "KZ");
    let made = made.entity(Chamber, "Majilis", "KZ", "kz/majilis");
    let newly = Term {
        newly: true,
        ..Term::default()
    };
    let role = role(false, newly);
    let graph = graph_of(vec![made.claim(role, 90).read()]);
    let found = asked(&graph, "kz/majilis", "");
    assert_eq!(terms(found.as_ref()), ["Anna Lee 2019 2020 2020 -"]);
}

/// The terms of Anna Lee where an article of March 2020 tells of another time, beside one that shows her in July 2018.
fn terms_of_then(former: bool, at: &str, past: bool) -> Vec<String> {
    let term = Term {
        at: PartialDate::parse(at),
        past,
        ..Term::default()
    };
    let made = article("told", "2020-03-01").person("Anna Lee", "KZ");
    let made = made.entity(Chamber, "Majilis", "KZ", "kz/majilis");
    let graph = graph_of(vec![
        made.claim(role(former, term), 90).read(),
        speaker("seen", "2018-07-01", "Anna Lee", false),
    ]);
    terms(asked(&graph, "kz/majilis", "").as_ref())
}

#[test]
fn an_office_of_years_ago_does_not_count_as_seen_on_the_day_of_the_article() {
    let lee = |years: &str| [format!("Anna Lee {years}")];
    // On the day that is told of, and not on that of the article.
    assert_eq!(
        terms_of_then(false, "2012-05-03", false),
        lee("- 2012 2018 -")
    );
    // A year or a month is no day; what is told of the past as a whole tells no time at all.
    assert_eq!(terms_of_then(false, "2012", false), lee("- 2018 2018 -"));
    assert_eq!(terms_of_then(false, "", true), lee("- 2018 2018 -"));
    // "who was Speaker on 3 May 2012": then, and no longer.
    assert_eq!(
        terms_of_then(true, "2012-05-03", false),
        lee("- 2012 2018 2020")
    );
    assert_eq!(terms_of_then(true, "2012", false), lee("- 2018 2018 2020"));
}

#[test]
fn a_story_of_then_bounds_nobody_elses_term() {
    let then = Term {
        at: PartialDate::parse("2016-05-03"),
        ..Term::default()
    };
    let made = article("told", "2020-03-01").person("Boris Ma", "KZ");
    let made = made.entity(Chamber, "Majilis", "KZ", "kz/majilis");
    let graph = graph_of(vec![
        made.claim(role(false, then), 90).read(),
        speaker("seen", "2018-07-01", "Anna Lee", false),
    ]);
    let found = asked(&graph, "kz/majilis", "");
    assert_eq!(
        terms(found.as_ref()),
        ["Boris Ma - 2016 2016 2018", "Anna Lee - 2018 2018 -"]
    );
}

#[test]
fn a_body_has_its_names_in_time_and_nobody_presides_over_one_that_is_no_more() {
    let made = article("seen", "2013-05-01").person("Anna Lee", "EG");
    let made = made.entity(Chamber, "Shura Council of Egypt", "EG", "eg/senate");
    let later = article("later", "2026-06-01").person("Boris Ma", "KZ");
    let later = later.entity(Chamber, "Majilis", "KZ", "kz/majilis");
    let graph = graph_of(vec![
        made.claim(role(false, Term::default()), 90).read(),
        later.claim(role(false, Term::default()), 90).read(),
    ]);
    let on = |body: &str, day: &str| asked(&graph, body, day);
    let called = |day: &str| on("eg/senate", day).and_then(|found| found.called);
    assert_eq!(called("2013-05-01"), None);
    assert_eq!(called("2021-01-01").as_deref(), Some("Senate"));
    assert_eq!(terms(on("kz/majilis", "2026-06-15").as_ref()).len(), 1);
    let over = on("kz/majilis", "2026-08-01");
    assert!(terms(over.as_ref()).is_empty());
    let ended = over.and_then(|found| found.ended);
    assert_eq!(
        ended.map(|day| day.to_string()).as_deref(),
        Some("2026-06-30")
    );
}

/// Who is told to contradict whom among three articles of one house: somebody, another, the first again.
fn contradicting(other: &str, hundredths: u8) -> Vec<Vec<String>> {
    let role = role(false, Term::default());
    let between = article("b", "2020-05-01").person(other, "KZ");
    let between = between.entity(Chamber, "Majilis", "KZ", "kz/majilis");
    let graph = graph_of(vec![
        speaker("a", "2020-03-01", "Anna Lee", false),
        between.claim(role, hundredths).read(),
        speaker("c", "2020-07-01", "Anna Lee", false),
    ]);
    // Both are in the graph; a test without the other one would say nothing.
    assert_eq!(graph.nodes().filter(|(_, n)| n.kind.is_person()).count(), 2);
    let found = asked(&graph, "kz/majilis", "");
    let posts = found.into_iter().flat_map(|f| f.posts);
    let all = posts.flat_map(|post| post.contradictions);
    all.map(|c| c.people.into_iter().map(|p| p.name).collect())
        .collect()
}

#[test]
fn only_who_is_surely_another_and_surely_shown_contradicts() {
    assert_eq!(contradicting("Boris Ma", 75), [["Anna Lee", "Boris Ma"]]);
    // Whom a claim shows that bounds no term.
    assert_eq!(contradicting("Boris Ma", 60), Vec::<Vec<String>>::new());
    // Who may be the same: a spelling that no rule joins.
    assert_eq!(
        contradicting("Boris Anna Lee", 90),
        Vec::<Vec<String>>::new()
    );
}

#[test]
fn a_bare_surname_contradicts_nobody_of_that_name() {
    // A second one of the name keeps the surname from being joined.
    let graph = graph_of(vec![
        speaker("a", "2020-03-01", "Anna Lee", false),
        speaker("b", "2020-05-01", "Lee", false),
        speaker("c", "2020-07-01", "Anna Lee", false),
        speaker("d", "2010-07-01", "Boris Lee", false),
    ]);
    let lees = graph.nodes().filter(|(_, n)| n.name == "Lee").count();
    assert_eq!(lees, 1, "the surname stays alone");
    let found = asked(&graph, "kz/majilis", "");
    let posts = found.iter().flat_map(|f| &f.posts);
    assert_eq!(posts.flat_map(|post| &post.contradictions).count(), 0);
}

#[test]
fn the_command_tells_it_with_the_words() -> Checked {
    let folder = tempfile::tempdir()?;
    std::fs::write(folder.path().join("graph.json"), bytes_of(&three_terms()))?;
    let ended = run_in(
        folder.path(),
        &["offices", "graph.json", "majilis", "--on", "2019-06-01"],
    )?;
    assert_eq!(ended.code, Some(0), "{}", ended.err);
    assert!(
        ended.out.contains("Boris Ma (KZ) (\"Chairman\"): held it"),
        "{}",
        ended.out
    );
    assert!(ended.out.contains("\"words\" [1]"), "{}", ended.out);
    let ended = run_in(
        folder.path(),
        &["offices", "graph.json", "majilis", "--on", "2001-01-01"],
    )?;
    assert_eq!(
        (ended.code, ended.out.as_str()),
        (Some(1), ""),
        "{}",
        ended.err
    );
    assert!(
        ended.err.contains("nobody who held an office"),
        "{}",
        ended.err
    );
    // Others held other offices: what is told is of the one that was asked for.
    for (name, said) in [
        (
            "majilis",
            "the graph tells of nobody who held an office as deputy speaker of Majilis",
        ),
        (
            "anna lee",
            "the graph tells of no office as deputy speaker that Anna Lee",
        ),
    ] {
        let ended = run_in(
            folder.path(),
            &["offices", "graph.json", name, "--office", "deputy_speaker"],
        )?;
        assert_eq!(ended.code, Some(1), "{}", ended.out);
        assert!(ended.err.contains(said), "{}", ended.err);
    }
    let ended = run_in(
        folder.path(),
        &["offices", "graph.json", "anna", "lee", "--office", "king"],
    )?;
    assert_eq!(ended.code, Some(2));
    assert!(ended.err.contains("the classes are"), "{}", ended.err);
    let ended = run_in(
        folder.path(),
        &["offices", "graph.json", "anna lee", "--json"],
    )?;
    let answer: serde_json::Value = serde_json::from_str(&ended.out)?;
    let first = answer.pointer("/posts/0/terms/1/term/first_seen");
    assert_eq!(
        first.and_then(serde_json::Value::as_str),
        Some("2021-03-01")
    );
    Ok(())
}
