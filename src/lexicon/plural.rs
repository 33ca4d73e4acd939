//! Plurals of English titles and of nouns of bodies.

/// The plural of a phrase: of the noun before "of", "for" or "to", else of its last word.
pub(super) fn plural(phrase: &str) -> String {
    let before = ["of", "for", "to", "pro", "in"];
    let end = phrase
        .match_indices(' ')
        .find(|(at, _)| {
            let rest = phrase.get(at + 1..).unwrap_or_default();
            before.contains(&rest.split(' ').next().unwrap_or_default())
        })
        .map_or(phrase.len(), |(at, _)| at);
    let (head, rest) = phrase.split_at_checked(end).unwrap_or((phrase, ""));
    // "Secretary General": the noun stands before its adjective.
    for (one, several) in [
        ("Secretary General", "Secretaries General"),
        ("Secretary-General", "Secretaries-General"),
    ] {
        if let Some(start) = head.strip_suffix(one) {
            return format!("{start}{several}{rest}");
        }
    }
    let head = match head {
        w if w.ends_with("General") => w.to_owned(),
        w if w.ends_with(['s', 'x']) => format!("{w}es"),
        w if w.ends_with("ey") => format!("{w}s"),
        // "Reps.", of "Rep.".
        w if w.ends_with('.') => format!("{}s.", w.trim_end_matches('.')),
        w => match (w.strip_suffix("man"), w.strip_suffix('y')) {
            (Some(start), _) => format!("{start}men"),
            (_, Some(start)) => format!("{start}ies"),
            _ => format!("{w}s"),
        },
    };
    head + rest
}

#[cfg(test)]
mod tests {
    use super::plural;

    #[test]
    fn plurals_are_those_of_the_head_noun() {
        for (one, several) in [
            ("Deputy Minister of State", "Deputy Ministers of State"),
            ("Vice Chairman", "Vice Chairmen"),
            ("Secretary General", "Secretaries General"),
            (
                "Secretary-General of the House",
                "Secretaries-General of the House",
            ),
            ("Deputy", "Deputies"),
            ("Rep.", "Reps."),
            ("attorney", "attorneys"),
            ("commission on", "commission ons"),
            ("President pro tempore", "Presidents pro tempore"),
        ] {
            assert_eq!(plural(one), several);
        }
    }
}
