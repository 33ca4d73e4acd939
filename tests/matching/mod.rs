//! The matcher of names: how well it does on people whose spellings in ten scripts are known, and what must hold always.

mod command;
mod cultures;
mod laws;
mod near_misses;
mod record;
mod vowels;
