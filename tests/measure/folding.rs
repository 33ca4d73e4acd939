//! Names are compared as Python compares them: every letter that both know, and names of many scripts.

use std::fmt::Write as _;
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};

use interparl::score::name_words;
use serde_json::Value;
use unicode_general_category::{GeneralCategory, get_general_category};

use crate::sample::{Checked, is_there, skipped};

/// Reads names as lines of JSON, writes their words; `null` for a name with a letter that this Python does not know.
const WORDS: &str = "
import json, sys, unicodedata
sys.path.insert(0, sys.argv[1])
import score
for line in sys.stdin:
    name = json.loads(line)
    known = all(unicodedata.category(c) != 'Cn' for c in name)
    print(json.dumps(score.tokens(name) if known else None))
";

fn words_of_python(
    names: &[String],
) -> Result<Vec<Option<Vec<String>>>, Box<dyn std::error::Error>> {
    let mut python = Command::new("python3")
        .args(["-B", "-c", WORDS])
        .arg(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/gold"))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()?;
    let mut lines = String::new();
    for name in names {
        // Escapes only, so that the encoding of Python's input does not matter.
        lines.push('"');
        for unit in name.encode_utf16() {
            write!(lines, "\\u{unit:04x}")?;
        }
        lines.push_str("\"\n");
    }
    let mut input = python.stdin.take().ok_or("no way to Python")?;
    let writer = std::thread::spawn(move || input.write_all(lines.as_bytes()));
    let output = python.wait_with_output()?;
    writer.join().map_err(|_| "the writer stopped")??;
    assert!(output.status.success(), "python3 failed");
    let answers = String::from_utf8(output.stdout)?;
    let words: Vec<_> = answers
        .lines()
        .map(serde_json::from_str)
        .collect::<Result<_, _>>()?;
    assert_eq!(words.len(), names.len());
    Ok(words)
}

fn all_fold_alike(names: &[String]) -> Checked {
    let mut compared = 0;
    for (name, words) in names.iter().zip(words_of_python(names)?) {
        if let Some(words) = words {
            assert_eq!(
                name_words(name),
                words,
                "{name:?} {}",
                name.escape_unicode()
            );
            compared += 1;
        }
    }
    assert!(
        compared * 10 > names.len() * 9,
        "only {compared} of {} compared",
        names.len()
    );
    Ok(())
}

#[test]
fn every_letter_folds_as_in_python() -> Checked {
    if !is_there("python3") {
        return skipped(
            "letters as in Python",
            "there is no python3 to compare with",
        );
    }
    // Each between others, so that it shows whether it parts a word, joins it or is left out.
    let known = |c: &char| get_general_category(*c) != GeneralCategory::Unassigned;
    let letters = ('\u{1}'..='\u{2FFFF}').filter(known);
    all_fold_alike(&letters.map(|c| format!("a{c}B{c}")).collect::<Vec<_>>())
}

#[test]
fn names_of_many_scripts_fold_as_in_python() -> Checked {
    if !is_there("python3") {
        return skipped("names as in Python", "there is no python3 to compare with");
    }
    // Latin with all its marks, Greek, Cyrillic, Armenian, Hebrew, Arabic, Devanagari, Thai, Georgian, Hangul,
    // Cherokee, letters of old Greek, ligatures, letters of full width, and the signs that stand for apostrophes and
    // dashes.
    let scripts = [
        0x20..0x7F,
        0xA0..0x250,
        0x250..0x370,
        0x370..0x530,
        0x530..0x700,
        0x900..0xA00,
        0xE00..0xE80,
        0x10A0..0x1200,
        0x13A0..0x1400,
        0x1C80..0x1CC0,
        0x1E00..0x2000,
        0x2000..0x2190,
        0xAB30..0xABC0,
        0xAC00..0xAD00,
        0xFB00..0xFB50,
        0xFF00..0xFFA0,
        0x10400..0x10450,
        0x1E900..0x1E960_u32,
    ];
    let mut state = 1_u64;
    let mut below = |end: u32| {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        u32::try_from((state >> 33) % u64::from(end)).unwrap_or(0)
    };
    let mut names = Vec::new();
    for _ in 0..6000 {
        let script = scripts
            .get(below(scripts.len().try_into()?) as usize)
            .cloned()
            .unwrap_or(0x20..0x7F);
        let mut name = String::new();
        for _ in 0..=below(14) {
            let from = if below(5) == 0 {
                0x20..0x7F
            } else {
                script.clone()
            };
            name.extend(char::from_u32(from.start + below(from.end - from.start)));
        }
        names.push(name);
    }
    names.retain(|name| {
        name.chars()
            .all(|c| get_general_category(c) != GeneralCategory::Unassigned)
    });
    all_fold_alike(&names)
}

#[test]
fn the_names_of_the_facts_fold_as_in_python() -> Checked {
    if !is_there("python3") {
        return skipped("names of the facts", "there is no python3 to compare with");
    }
    let mut names = Vec::new();
    for set in ["dev", "world"] {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("tests/gold")
            .join(set);
        for entry in std::fs::read_dir(folder)? {
            let path = entry?.path();
            if path.extension().is_some_and(|ending| ending == "json") {
                texts(&serde_json::from_slice(&std::fs::read(path)?)?, &mut names);
            }
        }
    }
    assert!(names.len() > 2000, "only {}", names.len());
    all_fold_alike(&names)
}

/// All texts of a JSON value.
fn texts(value: &Value, found: &mut Vec<String>) {
    match value {
        Value::String(text) => found.push(text.clone()),
        Value::Array(values) => values.iter().for_each(|value| texts(value, found)),
        Value::Object(fields) => fields.values().for_each(|value| texts(value, found)),
        _ => {}
    }
}
