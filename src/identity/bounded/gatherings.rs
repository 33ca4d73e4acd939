//! Which claims tell of one meeting: month by month, and then from one day to the next.

use std::collections::{BTreeMap, BTreeSet};
use std::io;

use super::ahead::{Records, push_all};
use super::ids::{Wishes, bearer_of, unique_ids};
use super::next_days::{Hub, NextDays};
use super::scene::{Scene, Told};
use super::speaking::Speaking;
use super::who::Who;
use crate::claim::Reading;
use crate::identity::gathering::joining::{Team, day, of_one_day, with_months};
use crate::identity::gathering::node::{MeetingKey, Node};
use crate::identity::gathering::{Gathering, Telling, anchor, gathering, key_of, wishes};
use crate::ontology::{MeetingKind, MeetingStatus};
use crate::runs::{Key, Shelf, Sorted, Sorter, parse, render};
use crate::text::PartialDate;

/// How many sorters are filled at a time here.
const SORTERS: usize = 4;

/// The meetings by id.
pub(crate) struct Gatherings {
    shelf: Shelf,
    tellings: Sorted,
}

/// What is kept of a meeting.
type Kept = (
    (MeetingKind, MeetingStatus, Option<PartialDate>),
    (Option<String>, Option<usize>, Option<u32>, Vec<Vec<usize>>),
);

/// What is kept of it before its id is known: its tellings, the ids it could have, and what their hash is of.
type Drafted = (Kept, Vec<Telling>, Vec<String>, String);

impl Gatherings {
    /// How many there are.
    pub(crate) const fn len(&self) -> usize {
        self.shelf.len()
    }

    /// The meeting at a place, without its tellings.
    pub(crate) fn get(&mut self, place: usize) -> io::Result<Gathering> {
        let (id, ((kind, status, date), (city, body, session, sides))): (String, Kept) =
            parse(self.shelf.get(place)?)?;
        Ok(Gathering {
            id,
            kind,
            status,
            date,
            place: city,
            body,
            session,
            sides,
            tellings: Vec::new(),
        })
    }

    /// The place of the meeting that a claim tells of. To be asked for all claims in their order.
    pub(crate) fn told_by(&mut self, telling: Telling) -> io::Result<Option<usize>> {
        let key = Key::new().number(telling.reading).number(telling.claim);
        let found = self.tellings.take_same(&key.into_bytes())?;
        found.map(|record| parse(&record.value)).transpose()
    }
}

/// Finds out which claims tell of one meeting, as [`crate::identity::gather`] does.
pub(crate) fn gather(
    speaking: &mut Speaking,
    who: &mut Who,
    memory: usize,
) -> io::Result<Gatherings> {
    let share = memory / SORTERS;
    let mut claims = Sorter::new(share);
    let known: &Who = who;
    speaking.each(
        |place, of, _| told_of(known, place, of),
        |_, records| push_all(&mut claims, &records),
    )?;
    let mut teams = Teams {
        shelf: Shelf::new()?,
        next_days: NextDays::new(share),
        nodes: 0,
    };
    let mut sorted = claims.sorted()?;
    while let Some(first) = sorted.take()? {
        let month = first.key.get(..MONTH).unwrap_or_default().to_vec();
        let mut of_month: Vec<Told> = vec![parse(&first.value)?];
        // Of what knows no month nothing is joined.
        let is_vague = month.last() == Some(&0);
        while !is_vague && let Some(next) = sorted.take_if(&month)? {
            of_month.push(parse(&next.value)?);
        }
        while is_vague && let Some(next) = sorted.take_if(key_part(&first.key))? {
            of_month.push(parse(&next.value)?);
        }
        teams.month(of_month)?;
    }
    teams.gathered(who, share)
}

/// What the claims of a reading tell of meetings, by the meetings.
fn told_of(who: &Who, reading: usize, of: &Reading) -> io::Result<Records> {
    let mut records = Vec::new();
    for (number, claim) in of.claims.iter().enumerate() {
        let telling = Telling {
            reading,
            claim: number,
        };
        let find = |entity, fits: fn(_) -> bool| who.of(reading, entity, fits);
        if let Some(key) = key_of(claim, telling, find) {
            let sorts = sorting(&key, telling);
            let told = Told::new(key, telling, of, claim);
            records.push((sorts, render(&told)?));
        }
    }
    Ok(records)
}

/// The bytes of a year and a month at the beginning of a key.
const MONTH: usize = 4;

/// The bytes of a telling at the end of a key.
const TELLING: usize = 16;

fn key_part(key: &[u8]) -> &[u8] {
    key.get(..key.len().saturating_sub(TELLING))
        .unwrap_or_default()
}

/// A key with the order of meetings, then of their tellings.
fn sorting(of: &MeetingKey, telling: Telling) -> Vec<u8> {
    let key = dated(of.date).small(of.kind as u8);
    let key = sided(key, &of.sides);
    let key = match of.body {
        None => key.flag(false),
        Some(body) => key.flag(true).number(body),
    };
    let key = match of.alone {
        None => key.flag(false),
        Some(alone) => key.flag(true).number(alone.reading).number(alone.claim),
    };
    key.number(telling.reading)
        .number(telling.claim)
        .into_bytes()
}

/// A key of a day as far as it is known: one byte, two of the year, one of the month and one of the day.
fn dated(date: Option<PartialDate>) -> Key {
    let Some(date) = date else {
        return Key::new().small(0).small(0).small(0).small(0).small(0);
    };
    let [high, low] = (date.year().cast_unsigned() ^ 0x8000).to_be_bytes();
    let day = date.day().map_or(0, |day| day.day().cast_unsigned());
    let key = Key::new().small(1).small(high).small(low);
    key.small(date.month().unwrap_or(0)).small(day)
}

/// Adds people by side to a key.
pub(super) fn sided(key: Key, sides: &[Vec<usize>]) -> Key {
    let key = sides.iter().fold(key, |key, side| {
        let key = key.flag(true);
        let key = side
            .iter()
            .fold(key, |key, one| key.flag(true).number(*one));
        key.flag(false)
    });
    key.flag(false)
}

/// The meetings on their way.
struct Teams {
    /// The tellings of each team, the ones of the fullest node first.
    shelf: Shelf,
    next_days: NextDays,
    /// How many nodes there were in the months before.
    nodes: usize,
}

impl Teams {
    /// Takes all claims of a month.
    fn month(&mut self, told: Vec<Told>) -> io::Result<()> {
        let scene = Scene::new(told);
        let days = of_one_day(&scene.nodes);
        // Teams of several come before those of one, each sort by the least of its nodes.
        let order = |team: &Team| {
            (
                team.len() == 1,
                team.iter().min().copied().unwrap_or_default(),
            )
        };
        let orders = days
            .iter()
            .filter_map(|team| Some((*team.first()?, order(team))));
        let orders: BTreeMap<usize, (bool, usize)> = orders.collect();
        for team in with_months(&scene.nodes, days) {
            let nodes: Vec<&Node> = team.iter().filter_map(|at| scene.nodes.get(*at)).collect();
            let told: Vec<Vec<Told>> = nodes.iter().map(|node| scene.told(node)).collect();
            let number = self.shelf.put(&render(&told)?)?;
            let order = team.first().and_then(|hub| orders.get(hub)).copied();
            if let (Some(hub), Some((is_single, least))) = (nodes.first(), order)
                && hub.key.alone.is_none()
                && let Some(day) = day(hub)
            {
                let all = told.iter().flatten().map(|told| told.telling.reading);
                self.next_days.add(
                    &Hub {
                        number,
                        order: (is_single, self.nodes + least),
                        day,
                        today: hub.today,
                        readings: all.collect(),
                    },
                    hub,
                )?;
            }
        }
        self.nodes += scene.nodes.len();
        Ok(())
    }

    /// The meetings of all teams.
    fn gathered(self, who: &mut Who, memory: usize) -> io::Result<Gatherings> {
        let Self {
            mut shelf,
            next_days,
            ..
        } = self;
        let joins = next_days.joins()?;
        let taken: BTreeSet<usize> = joins.values().copied().collect();
        let mut drafts = Shelf::new()?;
        for number in (0..shelf.len()).filter(|number| !taken.contains(number)) {
            let mut nodes: Vec<Vec<Told>> = parse(shelf.get(number)?)?;
            if let Some(other) = joins.get(&number) {
                nodes.extend(parse::<Vec<Vec<Told>>>(shelf.get(*other)?)?);
            }
            if let Some(drafted) = drafted(nodes, who)? {
                drafts.put(&render(&drafted)?)?;
            }
        }
        let mut ids = unique_ids(drafts.len(), memory, |number| {
            let (.., ids, anchor): Drafted = parse(drafts.get(number)?)?;
            Ok(Wishes {
                ids,
                left: 0,
                anchor: Some(anchor),
            })
        })?;
        let mut tellings = Sorter::new(memory);
        let mut by_id = Shelf::new()?;
        while let Some(record) = ids.take()? {
            let (id, number) = bearer_of(&record.key)?;
            let (kept, told, ..): Drafted = parse(drafts.get(number)?)?;
            let place = render(&by_id.put(&render(&(id, kept))?)?)?;
            for telling in told {
                let key = Key::new().number(telling.reading).number(telling.claim);
                tellings.push(&key.into_bytes(), &place)?;
            }
        }
        Ok(Gatherings {
            shelf: by_id,
            tellings: tellings.sorted()?,
        })
    }
}

/// The meeting of the tellings of some nodes, of which the first says most.
fn drafted(nodes: Vec<Vec<Told>>, who: &mut Who) -> io::Result<Option<Drafted>> {
    let keys: Vec<MeetingKey> = nodes
        .iter()
        .filter_map(|told| Some(told.first()?.key.clone()))
        .collect();
    let mut told: Vec<Told> = nodes.into_iter().flatten().collect();
    told.sort_by(|one, other| (&one.key, one.telling).cmp(&(&other.key, other.telling)));
    let scene = Scene::new(told);
    let node = |key: &MeetingKey| scene.nodes.iter().find(|node| node.key == *key);
    let team: Vec<&Node> = keys.iter().filter_map(node).collect();
    let Some(of) = gathering(&scene.readings, &team) else {
        return Ok(None);
    };
    let mut ids: BTreeMap<usize, String> = BTreeMap::new();
    for place in of
        .body
        .iter()
        .chain(of.sides.iter().filter_map(|side| side.first()))
    {
        ids.insert(*place, who.id(*place)?.to_owned());
    }
    let wishes = wishes(|place| ids.get(&place).cloned().unwrap_or_default(), &of);
    // The hash is of the place of the claim in the whole reading.
    let anchor = whole_anchor(&scene, &of);
    let tellings = of
        .tellings
        .iter()
        .map(|telling| scene.outer(*telling))
        .collect();
    let kept = (
        (of.kind, of.status, of.date),
        (of.place, of.body, of.session, of.sides),
    );
    Ok(Some((kept, tellings, wishes, anchor)))
}

fn whole_anchor(scene: &Scene, of: &Gathering) -> String {
    let inner = anchor(&scene.readings, of);
    let (head, claim) = inner.rsplit_once('\n').unwrap_or_default();
    let earliest = of.tellings.iter().find(|telling| {
        let document = scene
            .readings
            .get(telling.reading)
            .map(|reading| &reading.document);
        document.is_some_and(|document| {
            head.split_once('\n')
                .is_some_and(|(_, id)| id == document.id)
        }) && claim == telling.claim.to_string()
    });
    let claim = earliest.map_or(0, |telling| scene.outer(*telling).claim);
    format!("{head}\n{claim}")
}
