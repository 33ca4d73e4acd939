//! Offices: elections, groups, congratulations, lists, and what looks like an office and is none.

use interparl::claim::Assertion;
use interparl::ontology::{NodeKind, Office};

use super::{name, read};

/// The offices of an article that are not over, each as "person: office, body or state".
fn offices(text: &str) -> Vec<String> {
    let reading = read(text);
    let roles = reading.claims.iter().filter_map(|c| match &c.assertion {
        Assertion::Role {
            person,
            office,
            target,
            former: false,
            ..
        } => Some((*person, *office, *target)),
        _ => None,
    });
    roles
        .map(|(person, office, target): (usize, Office, usize)| {
            format!(
                "{}: {}, {}",
                name(&reading, person),
                office.as_str(),
                name(&reading, target)
            )
        })
        .collect()
}

fn has(text: &str, expected: &[&str]) {
    let found = offices(text);
    for line in expected {
        assert!(
            found.iter().any(|f| f == line),
            "{line} of {found:?}\n{text}"
        );
    }
}

fn has_none(text: &str, wrong: &[&str]) {
    let found = offices(text);
    for part in wrong {
        assert!(
            !found.iter().any(|f| f.contains(part)),
            "{part} in {found:?}\n{text}"
        );
    }
}

#[test]
fn who_is_congratulated_on_an_election_holds_the_office() {
    has(
        "Speaker of the Seimas Ana Tarnaitė congratulated Jaan Tarnson on his election as President of the Riigikogu.",
        &["Jaan Tarnson: speaker, Riigikogu"],
    );
    has(
        "Ana Tarnaitė received Aigul Tarngul, whom she congratulated on having been elected Speaker of the Senate of Kazakhstan.",
        &["Aigul Tarngul: speaker, Senate of Kazakhstan"],
    );
    has_none(
        "Congratulating Speaker Nelly Tarnana on her election as Chairperson of the SADC Parliamentary Forum, Speaker Moses Tarnesa of the National \
         Assembly of Kenya said the Forum mattered.",
        &["Moses Tarnesa: chair"],
    );
}

#[test]
fn co_chairs_are_those_of_the_commission_that_meets() {
    let body = "Inter-Parliamentary Commission on Cooperation between the Milli Majlis of Azerbaijan and the Federal Assembly of Russia";
    let text = format!(
        "The 18th meeting of the {body} was co-chaired in Baku by Deputy Speaker of the Milli Majlis Anar Tarnli and Deputy Speaker of the Federation \
         Council Galina Tarnova."
    );
    let (one, other) = (
        format!("Anar Tarnli: co_chair, {body}"),
        format!("Galina Tarnova: co_chair, {body}"),
    );
    has(&text, &[&one, &other]);
    has_none(
        "The 18th meeting of the Kazakhstan-Russia Inter-Parliamentary Commission will be co-chaired by Olga Tarnep and Konstantin Tarnov.",
        &["co_chair"],
    );
}

#[test]
fn the_officers_of_a_list_are_those_of_the_group_that_is_founded() {
    let text = "COLOMBO. The Sri Lanka – South Africa Parliamentary Friendship Association was formed yesterday. The following were elected:\n\n\
                President – Nimal Tarnera, MP\nVice-Presidents – Sunil Tarnva, MP; Kamal Tarndo, MP\nSecretary – Ruwan Tarnara, MP\n";
    let group = "Sri Lanka – South Africa Parliamentary Friendship Association";
    has(text, &[&format!("Nimal Tarnera: chair, {group}")]);
    has_none(text, &["head_of_state"]);
    has(
        "Deputies formed a Bangladesh-Nepal Parliamentary Friendship Group with Shamim Tarnury, MP as its president.",
        &["Shamim Tarnury: chair, Bangladesh-Nepal Parliamentary Friendship Group"],
    );
}

#[test]
fn a_title_beside_a_name_may_be_another_ones() {
    has_none(
        "In a statement signed by his Special Adviser on Media, Mr. Lanre Tarnola, the Speaker of the House of Representatives of Nigeria sent his \
         condolences.",
        &["Lanre Tarnola"],
    );
    has_none(
        "At a meeting with the Speaker, OSCE PA Vice-President Azay Tarnzade thanked the State Great Khural.",
        &["Azay Tarnzade: speaker"],
    );
    has_none(
        "The House of Representatives of Nepal had already constituted its group under the leadership of Hon. Deepak Tarnrai.",
        &["speaker"],
    );
    has_none(
        "OSCE PA President Annika Tarnholm was joined by Chair of the General Committee on Political Affairs and Security Richard Tarnsen and Secretary \
         General Roberto Tarnelli.",
        &["secretary_general, General Committee"],
    );
    has_none(
        "The President of the Hellenic Parliament congratulated Mr. Amir Tarnason on his election as Speaker of the Knesset.",
        &["head_of_state"],
    );
}

#[test]
fn a_state_office_in_a_list_is_of_the_state_of_those_before_it() {
    has(
        "Anna Tarniou, Speaker of the House of Representatives of Cyprus, had separate meetings with the Speaker of the Hellenic Parliament, Nikos \
         Tarnlas, the Prime Minister, Kyriakos Tarnot, and the President of the Republic, Katerina Tarnell.",
        &[
            "Kyriakos Tarnot: head_of_government, Greece",
            "Katerina Tarnell: head_of_state, Greece",
        ],
    );
}

#[test]
fn an_ambassador_and_a_companion_give_their_state_to_nobody() {
    has(
        "The Speaker of the Saeima, Janis Tarnols, met with the Ambassador of Germany, Karl Tarnaun, the Minister of Foreign Affairs, Edgars Tarnkis, and the \
         Minister of Defence, Artis Tarnris.",
        &["Edgars Tarnkis: minister, Latvia"],
    );
    has(
        "Speaker of the Seimas Viktoras Tarnaitis, accompanied by the Ambassador of Ukraine to Lithuania Petro Tarnet, met President Ivan Tarndar in Kyiv.",
        &["Ivan Tarndar: head_of_state, Ukraine"],
    );
    has(
        "During his visit to Italy, Speaker of the Saeima, Janis Tarnols, met with the Speaker of the House of Representatives of Malta, Joseph Tarnorg, the \
         President, Marco Tarncci, and the Prime Minister, Luigi Tarnti.",
        &["Marco Tarncci: head_of_state, Italy"],
    );
}

#[test]
fn a_title_of_one_house_tells_the_house() {
    has(
        "The President of the National Council of Switzerland, Marina Tarnco, and the President of the Council of States, Jean Tarnet, arrived in Vaduz \
         accompanied by National Councillor Walter Tarner.",
        &["Walter Tarner: member, National Council of Switzerland"],
    );
}

#[test]
fn the_parliament_of_the_dateline_is_that_of_who_presides_over_it() {
    has(
        "SUVA - The Speaker of Parliament, Naiqama Tarnla, received a delegation of the Parliament of Ghana led by Kofi Tarnah MP.",
        &["Naiqama Tarnla: speaker, Parliament"],
    );
    has_none(
        "Doha: The Speaker of the Shura Council, Hassan Tarnim, held talks with a delegation from the British Parliament under the leadership of Alun \
         Tarns, Member of Parliament.",
        &["Alun Tarns: member, Shura Council"],
    );
}

#[test]
fn an_office_right_before_a_seat_is_of_the_same_name() {
    has(
        "President of the Sri Lanka-New Zealand Parliamentary Friendship Association Member of Parliament Hon. Niroshan Tarnera said that this helps.",
        &["Niroshan Tarnera: chair, Sri Lanka-New Zealand Parliamentary Friendship Association"],
    );
    has(
        "Chairman of the Committee on Energy of the Riigikogu Member of the Riigikogu Jaan Tarnamm spoke.",
        &[
            "Jaan Tarnamm: chair, Committee on Energy of the Riigikogu",
            "Jaan Tarnamm: member, Riigikogu",
        ],
    );
    has_none(
        "The Speaker met the Chairman of the Committee on Energy. Member of the Riigikogu Jaan Tarnamm spoke.",
        &["Jaan Tarnamm: chair, Committee on Energy"],
    );
}

#[test]
fn a_commission_of_two_houses_is_one_body_of_both_states() {
    for text in [
        "The Interparliamentary Commission of the Seimas and the Parliament of Georgia met in Kutaisi.",
        "The Interparliamentary Commission for Integration of the Seimas and the Parliament of Georgia met in Kutaisi.",
        "The Joint Commission of the Parliament of Romania and the Parliament of Moldova met in Iasi.",
    ] {
        let reading = read(text);
        let commissions: Vec<_> = reading
            .entities
            .iter()
            .filter(|e| e.kind == NodeKind::Commission)
            .collect();
        let names: Vec<&str> = commissions.iter().map(|e| e.name.as_str()).collect();
        assert_eq!(names.len(), 1, "{text}: {names:?}");
        assert!(
            names.iter().all(|n| n.contains(" and the Parliament")),
            "{names:?}"
        );
    }
    // Two committees of two houses stay two.
    let text = "The Committee on Trade of the Senate of Italy and the Committee on Trade of the Sejm met in Rome.";
    let reading = read(text);
    let commissions = reading
        .entities
        .iter()
        .filter(|e| e.kind == NodeKind::Commission);
    assert_eq!(commissions.count(), 2);
}

#[test]
fn a_house_may_be_tied_to_a_title_by_hyphens_and_be_the_name_of_a_man() {
    has(
        "ACCRA – The delegation of the Inter-Parliamentary Union met Speaker of the Parliament of Ghana Ama Tarnkwa and Kwame Tarnteng, the Clerk-to-Parliament.",
        &["Kwame Tarnteng: secretary_general, Parliament of Ghana"],
    );
    has(
        "GABORONE – Speaker of the National Assembly of Botswana Neo Tarnele called on the President of the Republic, Advocate Duma Gideon Tarnoko.",
        &["Duma Gideon Tarnoko: head_of_state, Botswana"],
    );
}
