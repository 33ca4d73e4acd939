//! The fold, from readings to the bytes of graph JSON: its promises one by one, and that order leaves no trace.

mod bearers;
mod bounded;
mod gatherings;
mod hostile;
mod identities;
mod json;
mod judged_laws;
mod judged_meetings;
mod judgements;
mod known_rows;
mod made;
mod offices;
mod presiding;
mod projections;
mod properties;
mod records;
mod scale;
mod seats;
mod sides;
