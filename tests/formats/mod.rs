//! Each format, read by a program that is not ours: what it finds is what the graph says, also where every name, title,
//! place and quote is an attack.
//!
//! The readers are looked for in `target/python` and `target/node` (where `.ci/run` puts them), then where Python and
//! Node have theirs. A test whose reader is not there says so and is skipped.

mod flat;
mod import;
mod misread;
mod read;
mod records;
mod round_trip;
mod sense;
mod sources;
