//! `check`: whether everything in an archive is what was put there.

use interparl::archive::Archive;
use interparl::archive_graph::differences;
use interparl::pipeline;

use super::args::CheckArgs;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::terminal::{Console, print_json};

/// Problems that are told one by one.
const TOLD: usize = 50;

pub(crate) fn run(args: &CheckArgs, console: &Console) -> Result<Exit, Failure> {
    let archive = Archive::read(&args.archive)?;
    let mut findings = archive.check(pipeline::READER)?;
    if findings.problems.is_empty() {
        findings.problems = differences(&archive)?;
    }
    if args.json {
        print_json(&findings)?;
    } else {
        let mut page = console.page();
        let good = findings.problems.is_empty();
        page.title(if good { "all is well" } else { "damaged" });
        page.item(
            2,
            &format!(
                "{} documents, {} versions",
                findings.documents, findings.versions
            ),
        );
        if findings.older > 0 {
            page.item(
                2,
                &format!(
                    "{} were read by an older interparl; interparl refresh reads them again",
                    findings.older
                ),
            );
        }
        if findings.miscounted > 0 {
            page.item(
                2,
                "what is new to the archive is counted otherwise than by an older interparl; interparl refresh --all counts again",
            );
        }
        for problem in findings.problems.iter().take(TOLD) {
            page.item(2, problem);
        }
        if findings.problems.len() > TOLD {
            page.faint(2, &format!("and {} more", findings.problems.len() - TOLD));
        }
        if !good {
            page.faint(
                0,
                "save what can be saved into a new file: interparl salvage ARCHIVE -o NEW",
            );
        }
        console.print(&page)?;
    }
    Ok(if findings.problems.is_empty() {
        Exit::Done
    } else {
        Exit::Failed
    })
}
