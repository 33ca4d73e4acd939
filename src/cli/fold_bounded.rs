//! `fold --memory`: readings become graph JSON by way of temporary files, so that memory need not hold them.

use std::io;

use interparl::graph::BoundedFold;

use super::args::FoldArgs;
use super::build;
use super::exit::Exit;
use super::failure::{Failure, reason};
use super::fold::each_reading;
use super::folding::{Folding, tell_findings};
use super::options::GraphFormat;
use super::output::{self, Output, Watched};
use super::stages::{self, GraphStyle};
use super::terminal::Console;

/// What to do for another format.
const AFTERWARDS: &str =
    "write graph.json, and then: interparl export graph.json -o OUT, which reads the whole graph";

/// Sizes by the ends of their words, the longest first.
const UNITS: [(&str, u64); 9] = [
    ("kib", 1 << 10),
    ("mib", 1 << 20),
    ("gib", 1 << 30),
    ("kb", 1000),
    ("mb", 1_000_000),
    ("gb", 1_000_000_000),
    ("k", 1000),
    ("m", 1_000_000),
    ("g", 1_000_000_000),
];

/// A size of memory such as `2GB`.
pub(crate) fn size(text: &str) -> Result<usize, String> {
    let small = text.trim().to_lowercase();
    let unit = UNITS.iter().find(|(unit, _)| small.ends_with(unit));
    let (digits, times) = unit.map_or((small.as_str(), 1), |(unit, times)| {
        (small.strip_suffix(unit).unwrap_or(&small), *times)
    });
    let number: u64 = digits
        .trim()
        .parse()
        .map_err(|_| "not a size such as 2GB, 500MB or 64MiB".to_owned())?;
    let bytes = number.checked_mul(times);
    let bytes = bytes.and_then(|bytes| usize::try_from(bytes).ok());
    bytes.ok_or_else(|| "more than any machine has".to_owned())
}

pub(super) fn run(
    args: &FoldArgs,
    memory: usize,
    mut folding: Folding<'_>,
    console: &Console,
) -> Result<Exit, Failure> {
    let path = args.out.output.as_deref();
    let format = output::format_of(path, args.out.format, GraphFormat::Json, ".json")?;
    if format != GraphFormat::Json {
        let message = format!("--memory writes the graph as JSON, not as {format}");
        return Err(Failure::new(message).hint(AFTERWARDS));
    }
    let mut output = Output::open(path)?;
    let mut fold = BoundedFold::new(memory);
    let least = folding.least();
    let tally = each_reading(args, console, &mut folding, &mut |mut reading| {
        reading.keep_sure(least);
        fold.add(&reading).map_err(|error| on_disk(&error))
    })?;
    if tally.read == 0 && tally.skipped > 0 {
        return Ok(tally.exit());
    }
    let style = GraphStyle::of(args.out.no_quotes, &args.out.picture);
    let judgements = folding.into_judgements();
    let mut watched = Watched::new(&mut output);
    let mut parts = stages::parts_writer(&style, &mut watched);
    let folded = fold.finish(&judgements, &mut parts).and_then(|findings| {
        let nodes = parts.nodes();
        parts.finish()?;
        Ok((findings, nodes))
    });
    let has_failed = watched.has_failed();
    match folded {
        Ok((findings, nodes)) => {
            tell_findings(&findings, console);
            output.finish()?;
            Ok(tally.exit().max(build::emptiness(nodes, console)))
        }
        Err(error) if has_failed => Err(output.failure(&error)),
        Err(error) => Err(on_disk(&error)),
    }
}

/// What a temporary file that fails is to the user.
fn on_disk(error: &io::Error) -> Failure {
    let folder = std::env::temp_dir();
    let message = format!(
        "cannot work with temporary files in \"{}\": {}",
        folder.display(),
        reason(error)
    );
    Failure::new(message)
        .hint("TMPDIR names another folder; some three times the room of the readings is needed")
}

#[cfg(test)]
mod tests {
    use super::size;

    #[test]
    fn a_size_is_a_number_with_a_unit_or_none() {
        assert_eq!(size("2GB"), Ok(2_000_000_000));
        assert_eq!(size("64 MiB"), Ok(64 << 20));
        assert_eq!(size("4096"), Ok(4096));
        assert!(size("many").is_err());
        assert!(size("-1GB").is_err());
        assert!(size("99999999999999999GB").is_err());
    }
}
