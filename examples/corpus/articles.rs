//! Articles about the people of the made-up world, with the truth of who is named in them.

use crate::chance::Chance;
use crate::world::{DAYS, World, calendar};

/// An article and whom it names: the name as written, and the place of the person in the world.
pub(crate) struct Made {
    pub(crate) id: String,
    pub(crate) date: jiff::civil::Date,
    pub(crate) text: String,
    pub(crate) names: Vec<(String, usize)>,
}

const TOPICS: &[&str] = &[
    "trade and transport",
    "education and science",
    "the protection of the environment",
    "agriculture and water",
    "digital services",
    "cultural exchange",
    "energy",
    "the rights of workers abroad",
    "tourism",
    "public health",
    "the work of standing committees",
    "parliamentary oversight",
];

const CLOSINGS: &[&str] = &[
    "The sides agreed to continue the dialogue.",
    "A joint statement was adopted after the talks.",
    "The sides exchanged views on the situation in the region.",
    "The meeting was held in a warm atmosphere.",
    "It was agreed to step up contacts between committees.",
];

/// The article of a number.
pub(crate) fn article(world: &World, number: usize, chance: &mut Chance) -> Made {
    let day = chance.below(DAYS);
    let home = chance.skewed(world.houses.len());
    let away = (home + 1 + chance.below(world.houses.len() - 1)) % world.houses.len();
    let (home, away) = (&world.houses[home], &world.houses[away]);
    let (host, guest) = (home.speaker(day), away.speaker(day));
    let date = calendar(day);
    let on = date.strftime("%-d %B %Y").to_string();
    let topic = chance.pick(TOPICS);
    let closing = chance.pick(CLOSINGS);
    let full = |person: usize, chance: &mut Chance| world.people[person].full(chance);
    let mut names = Vec::new();
    let mut say = |name: String, person: usize| {
        names.push((name.clone(), person));
        name
    };
    let host_name = full(host, chance);
    let text = match chance.below(4) {
        // The guest has no more than a surname.
        0 => {
            let host_name = say(host_name, host);
            let guest_name = say(world.people[guest].surname().to_owned(), guest);
            format!(
                "On {on}, Speaker of the {} {host_name} received {guest_name}, Speaker of the {}. They spoke of {topic}. {closing}",
                home.name, away.name
            )
        }
        // Members stand beside the speakers.
        1 => {
            let host_name = say(host_name, host);
            let guest_name = full(guest, chance);
            let guest_name = say(guest_name, guest);
            let member = home.members[chance.skewed(home.members.len())];
            let member_name = full(member, chance);
            let member_name = say(member_name, member);
            let other = away.members[chance.skewed(away.members.len())];
            let other_name = full(other, chance);
            let other_name = say(other_name, other);
            format!(
                "Speaker of the {} {host_name} held talks with Speaker of the {} {guest_name} on {on}. {topic} were on the agenda, \
                 as were visits of committees. {member_name}, member of the {}, and {other_name}, member of the {}, took part in the talks. {closing}",
                home.name, away.name, home.name, away.name
            )
        }
        // Only members meet.
        2 => {
            let member = home.members[chance.skewed(home.members.len())];
            let member_name = full(member, chance);
            let member_name = say(member_name, member);
            let other = away.members[chance.skewed(away.members.len())];
            let other_name = full(other, chance);
            let other_name = say(other_name, other);
            format!(
                "{member_name}, member of the {}, met with {other_name}, member of the {}, on {on} to discuss {topic}. {closing}",
                home.name, away.name
            )
        }
        _ => {
            let host_name = say(host_name, host);
            let guest_name = full(guest, chance);
            let guest_name = say(guest_name, guest);
            format!(
                "Speaker of the {} {guest_name} met with Speaker of the {} {host_name} on {on}. The talks dealt with {topic}. {closing}",
                away.name, home.name
            )
        }
    };
    Made {
        id: format!("made/{number}"),
        date,
        text,
        names,
    }
}
