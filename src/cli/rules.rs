//! `rules`: the list of the rules, or the manual of one.

use interparl::query::nearest;

use super::exit::Exit;
use super::failure::Failure;
use super::knowledge;
use super::terminal::{Console, print_json};
use super::tool_args::RulesArgs;

pub(crate) fn run(args: &RulesArgs, console: &Console) -> Result<Exit, Failure> {
    let rules = knowledge::rules();
    let mut page = console.page();
    if let Some(id) = &args.id {
        let Some(rule) = rules.iter().find(|rule| rule.id == *id) else {
            let near = nearest(id, rules.iter().map(|rule| rule.id.as_str()));
            let failure = Failure::nothing_found(format!("no rule is called \"{id}\""));
            return Err(match near.as_slice() {
                [] => failure.hint("all of them lists: interparl rules"),
                near => failure.hint(format!("did you mean {}?", near.join(" or "))),
            });
        };
        if args.json {
            print_json(rule)?;
        } else {
            page.verbatim(&rule.manual);
            console.print(&page)?;
        }
        return Ok(Exit::Done);
    }
    if args.json {
        print_json(&rules)?;
    } else {
        let count = |n: Option<u32>| n.map_or_else(String::new, |n| n.to_string());
        let row = |r: &knowledge::RuleRecord| {
            vec![
                r.id.clone(),
                r.languages.join(" "),
                count(r.right),
                count(r.wrong),
                r.title.clone(),
            ]
        };
        let rows: Vec<Vec<String>> = rules.iter().map(row).collect();
        page.table(&["rule", "languages", "right", "wrong", "reads"], &rows);
        page.gap();
        page.faint(
            0,
            "right, wrong: facts that rest on the rule, in the annotated articles of interparl's repository",
        );
        console.print(&page)?;
    }
    Ok(Exit::Done)
}
