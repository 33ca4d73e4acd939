//! The measure: equal to `tests/gold/score.py`, its causes, and the command.

mod causes;
mod command;
mod damage;
mod differential;
mod folding;
