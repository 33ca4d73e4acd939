//! A fold of bounded memory gives the graph of the fold beside it, byte for byte.

use super::known_rows::{Graph, put_gists_over, put_over};
use super::made::{article, bytes_of};
use super::{judged_laws, presiding, properties, scale, seats};
use interparl::claim::{Confidence, Reading};
use interparl::export::{ExportOptions, json};
use interparl::graph::{BoundedFold, fold, fold_judged};
use interparl::identity::{FoldMemory, Judgement, JudgementFinding, Judgements};
use proptest::prelude::*;
use proptest::sample::Index;

/// The bytes of a graph, the judgements without effect, and what is kept for the next fold.
type Told = (Vec<u8>, Vec<JudgementFinding>, FoldMemory);

/// What is folded in so much memory, with what an earlier fold has kept.
fn folded(
    readings: &[Reading],
    judgements: &Judgements,
    memory: usize,
    kept: Option<&FoldMemory>,
) -> std::io::Result<Told> {
    let mut fold = BoundedFold::new(memory);
    if let Some(kept) = kept {
        fold = fold.remember(&kept.bytes);
    }
    for reading in readings {
        fold.add(reading)?;
    }
    let mut bytes = Vec::new();
    let mut parts = json::PartsWriter::new(&mut bytes, ExportOptions::default());
    let (findings, kept) = fold.finish_remembering(judgements, &mut parts)?;
    parts.finish()?;
    Ok((bytes, findings, kept))
}

/// Both folds of the same, and those that remember what was found of half of it, without judgements.
fn both(
    readings: Vec<Reading>,
    judgements: Vec<Judgement>,
    memory: usize,
) -> Result<(), TestCaseError> {
    let mut set = Judgements::new();
    for judgement in judgements {
        set.insert(judgement);
    }
    let (bytes, findings, nothing) = folded(&readings, &set, memory, None)?;
    prop_assert_eq!(nothing, FoldMemory::default());
    let (half, _) = readings.split_at(readings.len() / 2);
    let none = FoldMemory::default();
    let (_, _, of_half) = folded(half, &Judgements::new(), memory, Some(&none))?;
    let (again, told, of_all) = folded(&readings, &set, memory, Some(&of_half))?;
    prop_assert_eq!((&bytes, &findings), (&again, &told));
    let (again, told, of_same) = folded(&readings, &set, memory, Some(&of_all))?;
    prop_assert_eq!((&bytes, &findings), (&again, &told));
    prop_assert_eq!((of_same.compared, &of_same.bytes), (0, &of_all.bytes));
    let nobody = Judgements::new();
    let anew = put_over(&readings, &set, memory, &Graph::default())?;
    for before in [half, &readings[..]] {
        let before = put_over(before, &nobody, memory, &Graph::default())?;
        let over = put_over(&readings, &set, memory, &before)?;
        prop_assert_eq!(&over.rows, &anew.rows);
        let gists = |number: usize| number % 3 != 1;
        let (over, _) = put_gists_over(&readings, &set, memory, &before, gists)?;
        prop_assert_eq!(&over.rows, &anew.rows);
        prop_assert_eq!(&over.kept.rows, &anew.kept.rows);
    }
    let (of_gists, _) = put_gists_over(&readings, &set, memory, &anew, |_| true)?;
    prop_assert_eq!((&of_gists.rows, of_gists.kept.made), (&anew.rows, 0));
    let same = put_over(&readings, &set, memory, &anew)?;
    prop_assert_eq!((&same.rows, same.kept.made), (&anew.rows, 0));
    let whole = fold_judged(readings, &set);
    let expected = bytes_of(&whole.graph);
    prop_assert_eq!(
        String::from_utf8_lossy(&bytes),
        String::from_utf8_lossy(&expected)
    );
    prop_assert_eq!(findings, whole.judged.findings);
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn versions_reprints_and_all_sorts_of_claims_are_folded_alike(
        readings in prop::collection::vec(properties::reading(), 0..12),
        memory in 0_usize..16_000,
    ) {
        both(readings, Vec::new(), memory)?;
    }

    #[test]
    fn what_people_judge_is_heard_alike(
        readings in prop::collection::vec(judged_laws::reading(), 0..9),
        (judgements, _) in judged_laws::judgements(),
        memory in 0_usize..16_000,
    ) {
        both(readings, judgements, memory)?;
    }

    #[test]
    fn seats_part_namesakes_alike(
        readings in prop::collection::vec(seats::reading(), 0..14),
        (judgements, _) in judged_laws::judgements(),
        is_judged in any::<bool>(),
        memory in 0_usize..16_000,
    ) {
        both(readings, if is_judged { judgements } else { Vec::new() }, memory)?;
    }

    #[test]
    fn offices_part_namesakes_alike(
        readings in presiding::readings(),
        pairs in prop::collection::vec(any::<(Index, Index, bool)>(), 0..4),
        memory in 0_usize..16_000,
    ) {
        let judged = pairs.iter().map(|pair| presiding::judged(&readings, pair));
        let judged: Vec<Judgement> = judged.collect();
        both(readings, judged, memory)?;
    }
}

/// Real sentences have offices, visits, sessions and titles that made-up readings lack.
#[test]
fn the_articles_of_the_sample_are_folded_alike() -> Result<(), Box<dyn std::error::Error>> {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/articles");
    let options = interparl::document::ReadOptions::default();
    let mut readings = Vec::new();
    for article in interparl::document::articles([folder.into()], &options) {
        let mut reading =
            interparl::pipeline::read(&article?, interparl::lexicon::Lexicon::builtin());
        reading.keep_sure(Confidence::hundredths(60));
        readings.push(reading);
    }
    assert!(readings.len() > 8, "{} articles", readings.len());
    let (bytes, ..) = folded(&readings, &Judgements::new(), 10_000, None)?;
    let whole = fold_judged(readings, &Judgements::new());
    assert!(bytes == bytes_of(&whole.graph), "the graphs differ");
    Ok(())
}

/// An article of one person costs the comparison of the blocks of one name, however many people there are.
#[test]
fn what_one_more_article_names_is_compared_and_nothing_else() -> std::io::Result<()> {
    let nobody = Judgements::new();
    let none = FoldMemory::default();
    let mut anew = Vec::new();
    for count in [600, 2_400] {
        let mut readings: Vec<Reading> = (0..count).map(|n| scale::reading(n, count)).collect();
        let (_, _, kept) = folded(&readings, &nobody, 1 << 20, Some(&none))?;
        assert!(kept.compared > 50, "{} blocks", kept.compared);
        let more = article("b", "2024-06-14");
        readings.push(more.person("Anton Baldarin", "AL").read());
        let (bytes, _, kept) = folded(&readings, &nobody, 1 << 20, Some(&kept))?;
        assert!(bytes == bytes_of(&fold(readings)), "the graphs differ");
        anew.push(kept.compared);
    }
    // One block of both words, and one of each word where few have it.
    assert!(anew.iter().all(|anew| (1..=3).contains(anew)), "{anew:?}");
    Ok(())
}
