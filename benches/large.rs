//! What the library takes for the questions of a large graph, each apart: `cargo bench --bench large -- GRAPH FROM TO`, with the
//! ids of two nodes. Processor time and memory are read from `/proc`, so that other work on the machine does not count.

#![expect(
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "a measurement prints, and may stop where it has nothing to measure"
)]

use std::fs;

use interparl::export::json;
use interparl::query::{Measure, PathOptions, Scope, about, best, between, connections, stats};

fn main() {
    let arguments: Vec<String> = std::env::args()
        .skip(1)
        .filter(|word| word != "--bench")
        .collect();
    let [path, from, to] = arguments.as_slice() else {
        println!("skipped: name a graph and two ids: cargo bench --bench large -- GRAPH FROM TO");
        return;
    };
    let bytes = told("read the file", || fs::read(path).unwrap());
    let graph = told("read the graph", || json::read(&bytes).unwrap());
    drop(bytes);
    let (a, b) = (graph.find(from).unwrap(), graph.find(to).unwrap());
    told("show", || about(&graph, a));
    let options = PathOptions::default();
    let found = told("path", || connections(&graph, a, b, &options));
    println!("{} paths", found.paths.len());
    told("between", || between(&graph, a, b, &Scope::default()));
    told("stats", || stats(&graph));
    told("degree", || best(&graph, Measure::Degree, &[], 20));
    told("PageRank", || best(&graph, Measure::PageRank, &[], 20));
    let sampled = Measure::SampledBetweenness(10);
    told("betweenness from 10 nodes", || {
        best(&graph, sampled, &[], 20)
    });
}

/// Does something and prints what it took.
fn told<T>(what: &str, work: impl FnOnce() -> T) -> T {
    let before = seconds();
    let done = work();
    println!("{what}: {:.2} s, {} MB", seconds() - before, megabytes());
    done
}

/// The processor time of this process.
fn seconds() -> f64 {
    let stat = fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let behind_name = stat.rsplit(')').next().unwrap_or_default();
    let fields: Vec<f64> = behind_name
        .split(' ')
        .filter_map(|f| f.parse().ok())
        .collect();
    // The state is a letter and drops out, so that user and system time are the fields 11 and 12 behind it.
    fields.iter().skip(10).take(2).sum::<f64>() / 100.0
}

/// The most memory that this process has had.
fn megabytes() -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with("VmHWM:"));
    let number = line.and_then(|line| line.split_whitespace().nth(1)?.parse::<u64>().ok());
    number.unwrap_or_default() / 1024
}
