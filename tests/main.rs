//! One binary for all integration tests: it links once.

mod architecture;
mod archive;
mod cli;
mod cli_articles;
mod cli_messages;
mod cli_outputs;
mod documents;
mod draw_views;
mod explorer;
mod fold;
mod formats;
mod graphs;
mod identity;
mod judging;
mod lexicon;
mod matching;
mod measure;
mod people;
mod pictures;
mod questions;
mod readme;
mod rules;
mod sample;
mod scores;
mod spark;
mod stages;
