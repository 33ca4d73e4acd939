//! The tables that come with the program.

use std::collections::{BTreeMap, BTreeSet};

use interparl::lexicon::Lexicon;
use interparl::ontology::StateCode;

use super::{Outcome, columns, table};

/// Members of the United Nations, and others that have parliaments or delegations.
const STATES: &str = "AF AL DZ AD AO AG AR AM AU AT AZ BS BH BD BB BY BE BZ BJ BT BO BA BW BR BN BG BF BI CV KH CM CA CF \
    TD CL CN CO KM CG CD CR CI HR CU CK CY CZ DK DJ DM DO EC EG SV GQ ER EE SZ ET FJ FI FR GA GM GE DE GH GR GD GT GN GW GY \
    HT HN HU IS IN ID IR IQ IE IL IT JM JP JO KZ KE KI KP KR KW KG LA LV LB LS LR LY LI LT LU MG MW MY MV ML MT MH MR MU \
    MX FM MD MC MN ME MA MZ MM NA NR NP NL NZ NI NE NG NU MK NO OM PK PW PA PG PY PE PH PL PT QA RO RU RW KN LC VC WS SM ST \
    SA SN RS SC SL SG SK SI SB SO ZA SS ES LK SD SR SE CH SY TJ TZ TH TL TG TO TT TN TR TM TV UG UA AE GB US UY UZ VU VE \
    VN YE ZM ZW VA PS XK TW EU";

#[test]
fn every_row_is_good() -> Outcome {
    Lexicon::check_builtin()?;
    Ok(())
}

#[test]
fn every_state_has_a_parliament_and_a_capital() -> Outcome {
    let lexicon = Lexicon::builtin();
    let cities = rows("cities.tsv")?;
    let capitals: BTreeSet<&str> = cities
        .iter()
        .filter(|r| r.get("kind").is_some_and(|k| k == "capital"))
        .filter_map(|r| r.get("state").map(String::as_str))
        .collect();
    for word in STATES.split_whitespace() {
        let code = StateCode::parse(word).ok_or(word)?;
        assert!(lexicon.state(code).is_some(), "{word} is no state");
        let others = ["VA", "XK", "TW", "PS", "EU"].contains(&word);
        assert!(
            others || lexicon.chambers_of(code).next().is_some(),
            "{word} has no chamber"
        );
        assert!(
            word == "EU" || capitals.contains(word),
            "{word} has no capital"
        );
    }
    assert_eq!(rows("states.tsv")?.len(), STATES.split_whitespace().count());
    Ok(())
}

#[test]
fn parliaments_that_sit_have_both_houses() -> Outcome {
    let chambers = rows("chambers.tsv")?;
    let mut houses: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for row in &chambers {
        if let (Some(parent), Some(house)) = (row.get("parent"), row.get("house")) {
            houses.entry(parent).or_default().insert(house);
        }
    }
    for row in chambers
        .iter()
        .filter(|r| r.get("kind").is_some_and(|k| k == "parliament"))
    {
        let id = row.get("id").map_or("", String::as_str);
        let former = row.get("status").is_some_and(|s| s == "former");
        let found = houses.get(id).cloned().unwrap_or_default();
        assert!(
            former && found.is_empty() || found == BTreeSet::from(["lower", "upper"]),
            "{id} has {found:?}"
        );
    }
    Ok(())
}

#[test]
fn names_say_where_they_come_from() -> Outcome {
    for file in ["given_names.tsv", "surnames_first.tsv"] {
        for row in rows(file)? {
            let sources = row.get("sources").map_or("", String::as_str);
            let known = sources.chars().all(|c| "SFMHE".contains(c));
            assert!(!sources.is_empty() && known, "{file}: {row:?}");
        }
    }
    Ok(())
}

#[test]
fn every_table_is_named_among_the_sources_and_in_the_manual() -> Outcome {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let manual = std::fs::read_to_string(root.join("docs/lexicon.md"))?;
    let sources = table("SOURCES.md")?;
    for entry in std::fs::read_dir(root.join("src/lexicon/data"))? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        if let Some(stem) = name.strip_suffix(".tsv") {
            assert!(sources.contains(stem), "SOURCES.md lacks {name}");
            assert!(manual.contains(&name), "docs/lexicon.md lacks {name}");
            for column in columns(&name)? {
                assert!(
                    manual.contains(&format!("`{column}`")),
                    "docs/lexicon.md lacks {column} of {name}"
                );
            }
        }
    }
    for class in rows("words.tsv")?.iter().filter_map(|r| r.get("class")) {
        assert!(
            manual.contains(&format!("`{class}`")),
            "docs/lexicon.md lacks the class {class}"
        );
    }
    Ok(())
}

/// The rows of a table by column.
fn rows(file: &str) -> Result<Vec<BTreeMap<String, String>>, Box<dyn std::error::Error>> {
    let columns = columns(file)?;
    let table = table(file)?;
    let row = |line: &str| {
        columns
            .iter()
            .cloned()
            .zip(line.split('\t').map(str::to_owned))
            .collect()
    };
    Ok(table.lines().skip(1).map(row).collect())
}
