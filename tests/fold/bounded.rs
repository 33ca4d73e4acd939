//! A fold of bounded memory gives the graph of the fold beside it, byte for byte.

use super::made::bytes_of;
use super::{judged_laws, presiding, properties, seats};
use interparl::claim::{Confidence, Reading};
use interparl::export::{ExportOptions, json};
use interparl::graph::{BoundedFold, fold_judged};
use interparl::identity::{Judgement, JudgementFinding, Judgements};
use proptest::prelude::*;
use proptest::sample::Index;

/// The bytes of the graph that is folded in so much memory, and the judgements without effect.
fn folded(
    readings: &[Reading],
    judgements: &Judgements,
    memory: usize,
) -> std::io::Result<(Vec<u8>, Vec<JudgementFinding>)> {
    let mut fold = BoundedFold::new(memory);
    for reading in readings {
        fold.add(reading)?;
    }
    let mut bytes = Vec::new();
    let mut parts = json::PartsWriter::new(&mut bytes, ExportOptions::default());
    let findings = fold.finish(judgements, &mut parts)?;
    parts.finish()?;
    Ok((bytes, findings))
}

/// Both folds of the same.
fn both(
    readings: Vec<Reading>,
    judgements: Vec<Judgement>,
    memory: usize,
) -> Result<(), TestCaseError> {
    let mut set = Judgements::new();
    for judgement in judgements {
        set.insert(judgement);
    }
    let (bytes, findings) = folded(&readings, &set, memory)?;
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
    let (bytes, _) = folded(&readings, &Judgements::new(), 10_000)?;
    let whole = fold_judged(readings, &Judgements::new());
    assert!(bytes == bytes_of(&whole.graph), "the graphs differ");
    Ok(())
}
