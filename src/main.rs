//! The command line of interparl.

fn main() {}
