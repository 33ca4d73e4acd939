//! DOT and Graphviz.
