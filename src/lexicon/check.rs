//! The rules that every row keeps, by itself and beside the other rows.
//!
//! A row that comes with the program is checked by a test; a user's rows are checked whenever they are read.

use std::collections::BTreeMap;

use super::error::{LexiconError, printable};
use super::load::Tables;
use super::rows::{
    Assembly, BodyName, Chamber, City, NamePart, NameRegions, Person, State, TABLES, Table, Title,
    Words, parse_any,
};
use super::table::{Row, Schema};
use super::writing::check_writing;

/// Columns whose values belong to one row of the table only, and what such a value is. The values of the columns of
/// one group are taken together; in tables of several languages each language stands for itself.
const OWN_FORMS: &[(&str, &str, &[&str])] = &[
    ("states.tsv", "code", &["iso3"]),
    ("states.tsv", "Wikidata id", &["wikidata"]),
    ("states.tsv", "name", &["name", "official_en", "aliases_en"]),
    ("states.tsv", "demonym", &["demonyms_en"]),
    ("states.tsv", "capital", &["capital_en"]),
    ("states.tsv", "Russian name", &["name_ru", "official_ru"]),
    ("states.tsv", "Russian form", &["cases_ru"]),
    ("states.tsv", "Russian adjective", &["adjective_ru"]),
    ("states.tsv", "Russian capital", &["capital_ru"]),
    ("states.tsv", "Kazakh name", &["name_kk"]),
    ("states.tsv", "French name", &["name_fr"]),
    ("states.tsv", "French adjective", &["adjective_fr"]),
    ("states.tsv", "Spanish name", &["name_es"]),
    ("states.tsv", "Spanish adjective", &["adjective_es"]),
    ("states.tsv", "German name", &["name_de"]),
    ("states.tsv", "Turkish name", &["name_tr"]),
    ("states.tsv", "Arabic name", &["name_ar"]),
    ("states.tsv", "Chinese name", &["name_zh"]),
    ("chambers.tsv", "name", &["official_en", "aliases_en"]),
    ("chambers.tsv", "Wikidata id", &["wikidata"]),
    (
        "assemblies.tsv",
        "name",
        &["name", "abbreviations", "aliases_en"],
    ),
    ("assemblies.tsv", "Russian name", &["name_ru"]),
    ("assemblies.tsv", "Kazakh name", &["name_kk"]),
    ("assemblies.tsv", "French name", &["name_fr"]),
    ("assemblies.tsv", "Spanish name", &["name_es"]),
    ("assemblies.tsv", "Wikidata id", &["wikidata"]),
    ("people.tsv", "Wikidata id", &["wikidata"]),
    ("bodies.tsv", "wording", &["phrase", "variants"]),
    ("cities.tsv", "other name", &["aliases", "exonyms"]),
    ("cities.tsv", "GeoNames id", &["geonameid"]),
];

/// Checks every row, those that come with the program and a user's.
///
/// # Errors
/// The first bad row.
pub(super) fn every_row(tables: &Tables) -> Result<(), LexiconError> {
    for schema in TABLES {
        each_by_itself(&tables.own_rows(schema)?)?;
    }
    beside_each_other(tables, true)?;
    user_rows(tables)
}

/// Checks a user's rows, by themselves and beside those that come with the program.
///
/// # Errors
/// The first bad row; where two rows cannot be together, it is the user's.
pub(super) fn user_rows(tables: &Tables) -> Result<(), LexiconError> {
    for schema in TABLES {
        each_by_itself(&tables.user_rows(schema)?)?;
    }
    beside_each_other(tables, false)
}

/// The rows of one file: how they are written, what they say, and that no key comes twice.
fn each_by_itself(rows: &[Row<'_>]) -> Result<(), LexiconError> {
    let mut lines: BTreeMap<String, usize> = BTreeMap::new();
    for row in rows {
        check_writing(row)?;
        parse_any(row)?;
        if !row.schema.replaces {
            continue;
        }
        if let Some(line) = lines.insert(row.key(), row.line) {
            return Err(row.problem(format!(
                "\"{}\" stands in line {line} already",
                printable(&row.key())
            )));
        }
    }
    Ok(())
}

fn beside_each_other(tables: &Tables, also_own: bool) -> Result<(), LexiconError> {
    for schema in TABLES {
        forms_have_one_owner(tables, schema)?;
    }
    states_are_known(tables)?;
    ambiguous_states_have_a_language(tables)?;
    parents_exist(tables)?;
    names_in_time_are_known(tables)?;
    shared_names_are_told(tables, also_own)?;
    one_meaning(
        tables,
        Title::SCHEMA,
        &["language", "title", "applies_to"],
        "role",
    )?;
    words_have_one_value(tables)
}

/// All rows of a table: a user's come last, so that an error names the user's row and not the other one.
fn all_rows<'t>(tables: &'t Tables, schema: &'static Schema) -> Result<Vec<Row<'t>>, LexiconError> {
    let mut rows = tables.own_rows(schema)?;
    rows.extend(tables.user_rows(schema)?);
    Ok(rows)
}

fn values<'t>(row: &Row<'t>, column: &str) -> impl Iterator<Item = &'t str> + use<'t> {
    row.named(column).split('|').filter(|v| !v.is_empty())
}

fn forms_have_one_owner(tables: &Tables, schema: &'static Schema) -> Result<(), LexiconError> {
    let rows = all_rows(tables, schema)?;
    for (_, what, columns) in OWN_FORMS.iter().filter(|(file, _, _)| *file == schema.file) {
        let mut owners: BTreeMap<(&str, String), &Row<'_>> = BTreeMap::new();
        for row in &rows {
            for value in columns.iter().flat_map(|c| values(row, c)) {
                let form = (row.named("language"), value.to_lowercase());
                let owner = *owners.entry(form).or_insert(row);
                if owner.key() != row.key() {
                    return Err(taken(row, what, value, owner));
                }
            }
        }
    }
    Ok(())
}

/// A form that two rows have, of which only one can have it.
fn taken(row: &Row<'_>, what: &str, value: &str, owner: &Row<'_>) -> LexiconError {
    let problem = format!(
        "the {what} \"{}\" belongs to \"{}\" already ({}:{})",
        printable(value),
        printable(&owner.key()),
        printable(owner.file),
        owner.line
    );
    let shared = row
        .schema
        .columns
        .iter()
        .find(|c| c.starts_with("ambiguous"));
    match shared {
        Some(column) => row.problem_with_hint(
            problem,
            format!("names that several have stand in the column \"{column}\""),
        ),
        None => row.problem(problem),
    }
}

fn states_are_known(tables: &Tables) -> Result<(), LexiconError> {
    let states = all_rows(tables, State::SCHEMA)?;
    let known = |code: &str| states.iter().any(|s| s.named("code") == code);
    for (schema, column) in [
        (Chamber::SCHEMA, "state"),
        (City::SCHEMA, "state"),
        (Assembly::SCHEMA, "members"),
        (Person::SCHEMA, "state"),
        (NamePart::SCHEMA, "states"),
        (NameRegions::SCHEMA, "state"),
    ] {
        for row in all_rows(tables, schema)? {
            if let Some(code) = values(&row, column).find(|code| !known(code)) {
                return Err(row.problem(format!("unknown state \"{}\"", printable(code))));
            }
        }
    }
    Ok(())
}

fn ambiguous_states_have_a_language(tables: &Tables) -> Result<(), LexiconError> {
    const LANGUAGES: [&str; 9] = ["en", "ru", "kk", "fr", "es", "de", "tr", "ar", "zh"];
    for row in all_rows(tables, State::SCHEMA)? {
        let good = |form: &str| {
            form.split_once(':')
                .is_some_and(|(language, form)| LANGUAGES.contains(&language) && !form.is_empty())
        };
        if let Some(form) = values(&row, "ambiguous").find(|form| !good(form)) {
            return Err(row.problem_with_hint(
                format!("the ambiguous form \"{}\" has no language", printable(form)),
                format!("write it as \"en:{}\"", printable(form)),
            ));
        }
    }
    Ok(())
}

fn parents_exist(tables: &Tables) -> Result<(), LexiconError> {
    let rows = all_rows(tables, Chamber::SCHEMA)?;
    let by_id: BTreeMap<&str, &Row<'_>> = rows.iter().map(|r| (r.named("id"), r)).collect();
    for row in rows.iter().filter(|r| !r.named("parent").is_empty()) {
        let id = row.named("parent");
        let wrong =
            |what: &str| Err(row.problem(format!("the parent \"{}\" {what}", printable(id))));
        let Some(parent) = by_id.get(id) else {
            return wrong("does not exist");
        };
        if parent.named("state") != row.named("state") {
            return wrong("is of another state");
        }
        // The only house of a parliament can have a part that acts for it between its sessions.
        if id == row.named("id") || !["joint", "unicameral"].contains(&parent.named("house")) {
            return wrong("is not a parliament");
        }
    }
    Ok(())
}

/// A name of a time is one of the names of a chamber or assembly, so that an article that writes it is read as of that body.
fn names_in_time_are_known(tables: &Tables) -> Result<(), LexiconError> {
    const NAMES: [(&Schema, &[&str]); 2] = [
        (
            Chamber::SCHEMA,
            &["name", "official_en", "aliases_en", "ambiguous_en"],
        ),
        (
            Assembly::SCHEMA,
            &["name", "abbreviations", "aliases_en", "ambiguous_en"],
        ),
    ];
    let mut known: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (schema, columns) in NAMES {
        for row in all_rows(tables, schema)? {
            let names = known.entry(row.named("id")).or_default();
            names.extend(columns.iter().flat_map(|column| values(&row, column)));
        }
    }
    for row in all_rows(tables, BodyName::SCHEMA)? {
        let (id, name) = (row.named("id"), row.named("name"));
        let Some(names) = known.get(id) else {
            return Err(row.problem(format!(
                "no chamber and no assembly has the id \"{}\"",
                printable(id)
            )));
        };
        if !names.contains(&name) {
            return Err(row.problem_with_hint(
                format!(
                    "\"{}\" is no name of \"{}\"",
                    printable(name),
                    printable(id)
                ),
                "put it among the other names of that row, so that it is found in texts".to_owned(),
            ));
        }
    }
    Ok(())
}

/// The rows of chambers by what they say in a column, whatever its case.
fn by_form<'r, 't>(rows: &'r [Row<'t>], column: &str) -> BTreeMap<String, Vec<&'r Row<'t>>> {
    let mut found: BTreeMap<String, Vec<&Row<'_>>> = BTreeMap::new();
    for row in rows {
        for form in values(row, column) {
            found.entry(form.to_lowercase()).or_default().push(row);
        }
    }
    found
}

/// A chamber's own names are no names that another shares, and a name that it shares stands among the shared ones.
///
/// Where one of two rows that cannot be together is the user's, that one is named. Two rows that came with the program
/// are only compared where `also_own` says so.
fn shared_names_are_told(tables: &Tables, also_own: bool) -> Result<(), LexiconError> {
    let rows = all_rows(tables, Chamber::SCHEMA)?;
    let shared = by_form(&rows, "ambiguous_en");
    let named = by_form(&rows, "name");
    for row in &rows {
        for form in values(row, "official_en").chain(values(row, "aliases_en")) {
            let form_of = form.to_lowercase();
            let sharing = shared.get(&form_of).into_iter().flatten();
            let bearing = named.get(&form_of).into_iter().flatten();
            let mut others = sharing.chain(bearing.filter(|o| o.key() != row.key()));
            let wanted = |o: &&&Row<'_>| also_own || !row.is_builtin() || !o.is_builtin();
            match others.find(wanted) {
                Some(other) if row.is_builtin() => return Err(taken(other, "name", form, row)),
                Some(other) => return Err(taken(row, "name", form, other)),
                None => {}
            }
        }
        let name = row.named("name").to_lowercase();
        let told = values(row, "ambiguous_en").any(|form| form.to_lowercase() == name);
        let others = named.get(&name).map_or(0, Vec::len) > 1;
        if others && !told && (also_own || !row.is_builtin()) {
            return Err(row.problem(format!(
                "other chambers have the name \"{}\" too: it must stand in \"ambiguous_en\" as well",
                printable(row.named("name"))
            )));
        }
    }
    Ok(())
}

/// Rows that agree in some columns, whatever their case, agree in another.
fn one_meaning(
    tables: &Tables,
    schema: &'static Schema,
    same: &[&str],
    meaning: &str,
) -> Result<(), LexiconError> {
    let mut seen: BTreeMap<Vec<String>, Row<'_>> = BTreeMap::new();
    for row in all_rows(tables, schema)? {
        let key: Vec<String> = same.iter().map(|c| row.named(c).to_lowercase()).collect();
        let known = *seen.entry(key).or_insert(row);
        if known.named(meaning) != row.named(meaning) {
            return Err(row.problem(format!(
                "\"{}\" has the {meaning} \"{}\" already ({}:{})",
                printable(&row.key()),
                known.named(meaning),
                printable(known.file),
                known.line
            )));
        }
    }
    Ok(())
}

/// A phrase has one value in a class: a month has one number.
fn words_have_one_value(tables: &Tables) -> Result<(), LexiconError> {
    let mut seen: BTreeMap<(&str, &str, String), Row<'_>> = BTreeMap::new();
    for row in all_rows(tables, Words::SCHEMA)? {
        for phrase in values(&row, "phrases") {
            let key = (
                row.named("language"),
                row.named("class"),
                phrase.to_lowercase(),
            );
            let known = *seen.entry(key).or_insert(row);
            if known.named("value") != row.named("value") {
                return Err(taken(&row, "word", phrase, &known));
            }
        }
    }
    Ok(())
}
