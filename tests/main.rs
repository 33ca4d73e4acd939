//! One binary for all integration tests: it links once.

mod architecture;
mod documents;
mod fold;
