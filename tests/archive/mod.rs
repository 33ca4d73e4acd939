//! The archive: nothing is lost and nothing doubled, whatever happens, and what it answers is what the graph answers.

mod asked;
mod command;
mod crowd;
mod damaged;
mod equality;
mod faults;
mod killed;
mod killed_fold;
pub(crate) mod made;
mod on_disk;
mod row_numbers;
mod several;
mod stay;
