//! Corrections by somebody who means no good, or whose fingers slip.

use std::fs;
use std::path::Path;

use super::{Tried, done, folder, judged, lines, one_tammsalu, review, with_file};
use crate::sample::{Checked, interparl, run, run_in};

/// Runs a command that cannot do it, says so in one message with a hint, and leaves the file of judgements as it was.
fn refused(folder: &Path, arguments: &[&str], parts: &[&str]) -> Checked {
    let before = fs::read(folder.join("j.jsonl")).ok();
    let ended = run_in(folder, &with_file(arguments))?;
    assert!(matches!(ended.code, Some(1 | 2)), "{arguments:?}");
    for part in parts {
        let told = ended.err.contains(part);
        assert!(told, "{arguments:?}: {part} in {}", ended.err);
    }
    assert!(!ended.err.contains('\u{1b}'), "{:?}", ended.err);
    assert_eq!(
        fs::read(folder.join("j.jsonl")).ok(),
        before,
        "{arguments:?}"
    );
    Ok(())
}

/// All texts of a line.
fn texts(value: &serde_json::Value) -> Vec<&str> {
    match value {
        serde_json::Value::String(text) => vec![text],
        serde_json::Value::Array(all) => all.iter().flat_map(texts).collect(),
        serde_json::Value::Object(all) => all.values().flat_map(texts).collect(),
        _ => Vec::new(),
    }
}

#[test]
fn what_a_terminal_would_obey_is_neither_written_nor_told() -> Checked {
    let folder = folder()?;
    let folder = folder.path();
    let name = "legislator:\tPia\u{1b}[31m \"So'ini\\\"\n\u{202e}@FI";
    let fact = |name| {
        let fact = ["fact", "graph.json", "met", name, "Jaan Tammsalu"];
        let source = ["--source", "a\u{1b}]0;t\u{7} \"book\"\r\n\tpage 3\u{200b}"];
        let place = [
            "--place",
            " \u{1} ",
            "--by",
            "\u{202e}",
            "--note",
            "x\u{9b}2Jy\nz",
        ];
        judged(folder, &[&fact[..], &source, &place].concat())
    };
    let told = fact(name)?.err;
    assert!(
        !told.chars().any(|c| c.is_control() && c != '\n'),
        "{told:?}"
    );
    let kept = lines(folder)?;
    let [line] = kept.as_slice() else {
        return Err(format!("{kept:?}").into());
    };
    let value: serde_json::Value = serde_json::from_str(line)?;
    let hidden = |text: &str| {
        text.chars()
            .any(|c| c.is_control() || "\u{202e}\u{200b}".contains(c))
    };
    assert!(!texts(&value).into_iter().any(hidden), "{line}");
    assert!(
        value.pointer("/claim/place").is_none() && value.get("by").is_none(),
        "{line}"
    );
    // The same with other white space is the same.
    let again = fact("legislator:Pia[31m \"So'ini\\\"@Finland")?.err;
    assert!(again.contains("was said before"), "{again}");
    assert_eq!(lines(folder)?.len(), 1);
    let shown = judged(folder, &["undo"])?.out;
    assert!(
        !shown.contains('\u{1b}') && shown.contains("So'ini"),
        "{shown}"
    );
    judged(folder, &["build", "articles.jsonl", "-o", "new.json"])?;
    Ok(())
}

#[test]
fn names_ids_and_dates_that_mean_nothing_are_refused() -> Checked {
    let folder = folder()?;
    let folder = folder.path();
    let hidden = [
        "fact",
        "graph.json",
        "visited",
        "Jaan Tammsalu",
        "LV",
        "--source",
        "\u{202e} \u{1}",
    ];
    refused(folder, &hidden, &["a fact needs a source"])?;
    refused(
        folder,
        &["same", "graph.json", "", "J. Tammsalu"],
        &["is called \"\""],
    )?;
    refused(
        folder,
        &["same", "graph.json", "\u{1b}[1mqq", "J. Tammsalu"],
        &["is called \"qq\""],
    )?;
    refused(
        folder,
        &["wrong", "graph.json", "meeting/\u{1b}[1m"],
        &["there is no meeting"],
    )?;
    refused(folder, &["undo", "%"], &["there is no judgement \"%\""])?;
    for date in [
        "0000",
        "0000-01-01",
        "-001",
        "10000",
        "2031-02-30",
        "2031-13",
    ] {
        let date = format!("--date={date}");
        let fact = [
            &[
                "fact",
                "graph.json",
                "visited",
                "Jaan Tammsalu",
                "LV",
                "--source",
                "x",
            ][..],
            &[&date],
        ]
        .concat();
        refused(folder, &fact, &["for '--date <DATE>'"])?;
    }
    for day in ["2031", "0000-01-01", "2031-02-30", "x"] {
        let on = format!("--on={day}");
        let same = ["same", "graph.json", "Jaan Tammsalu", "J. Tammsalu", &on];
        refused(folder, &same, &["a day is YYYY-MM-DD"])?;
    }
    // Nobody meets himself or herself, by whatever name.
    for (one, other) in [
        ("Jaan Tammsalu", "legislator:jaan  tammsalu@EE"),
        ("Jaan Tammsalu", "official:Jaan Tammsalu"),
        ("legislator:Pia Soini@FI", "legislator:pia soini@Finland"),
        (
            "legislator:Pia Soini",
            "legislator:Pia Soini@FI + Jaan Tammsalu",
        ),
    ] {
        let met = ["fact", "graph.json", "met", one, other, "--source", "x"];
        refused(
            folder,
            &met,
            &["named twice", "hint: name each person once"],
        )?;
    }
    let namesakes = "fact graph.json met legislator:Soini@FI legislator:Soini@EE --source x";
    judged(folder, &namesakes.split(' ').collect::<Vec<_>>())?;
    assert_eq!(lines(folder)?.len(), 1);
    Ok(())
}

#[test]
fn the_first_and_the_last_year_can_be_asked_about() -> Checked {
    let folder = folder()?;
    let folder = folder.path();
    for (what, who, date) in [
        (
            "role",
            &["Jaan Tammsalu", "speaker", "riigikogu"][..],
            "9999-12-31",
        ),
        (
            "role",
            &["Jaan Tammsalu", "speaker", "riigikogu"],
            "0001-01-01",
        ),
        ("met", &["Jaan Tammsalu", "Daiga Ozolkalne"], "0001"),
        ("met", &["Jaan Tammsalu", "Daiga Ozolkalne"], "9999-12"),
        ("life", &["saeima", "ended"], "9999"),
        ("life", &["saeima", "founded"], "0001"),
    ] {
        let fact = [
            &["fact", "graph.json", what],
            who,
            &["--date", date, "--source", "x"],
        ]
        .concat();
        judged(folder, &fact)?;
    }
    judged(folder, &["build", "articles.jsonl", "-o", "new.json"])?;
    for question in [
        &["show", "new.json", "Jaan Tammsalu"][..],
        &["timeline", "new.json", "Jaan Tammsalu"],
        &["offices", "new.json", "Jaan Tammsalu"],
        &[
            "path",
            "new.json",
            "Jaan Tammsalu",
            "Saeima",
            "--chronological",
        ],
        &["between", "new.json", "Jaan Tammsalu", "Daiga Ozolkalne"],
        &["changes", "new.json", "--since", "0001"],
        &["gaps", "new.json", "--since", "9999"],
        &["stats", "new.json"],
        &["matrix", "new.json"],
        &["report", "new.json", "EE", "LV"],
    ] {
        let ended = run_in(folder, question)?;
        assert!(
            matches!(ended.code, Some(0 | 1)),
            "{question:?}: {}",
            ended.err
        );
        assert!(
            !ended.err.contains("panicked"),
            "{question:?}: {}",
            ended.err
        );
    }
    Ok(())
}

#[test]
fn what_is_said_undone_and_said_again_comes_out_even() -> Checked {
    let folder = folder()?;
    let folder = folder.path();
    let same = ["same", "graph.json", "Jaan Tammsalu", "J. Tammsalu"];
    let id_of = |told: &str| -> Tried<String> {
        let id = told.split([' ', ':', '\n']).next();
        Ok(id.ok_or("no id")?.to_owned())
    };
    let id = id_of(&judged(folder, &same)?.err)?;
    judged(folder, &["undo", &id])?;
    refused(
        folder,
        &["undo", &id],
        &[
            "is undone already",
            "hint: to bring it back, undo the undo: ",
        ],
    )?;
    let told = run_in(folder, &with_file(&["undo", &id]))?.err;
    let undo = told.trim().rsplit(' ').next().ok_or("no id")?.to_owned();
    // An undo of an undo brings it back, and that can be undone as well.
    judged(folder, &["undo", &undo.to_uppercase()])?;
    assert!(judged(folder, &["undo"])?.out.starts_with(&id));
    refused(folder, &["undo", &undo], &["is undone already"])?;
    judged(folder, &["undo", &id])?;
    refused(folder, &["undo"], &["no judgement counts"])?;
    judged(folder, &same)?;
    assert!(judged(folder, &["undo"])?.out.starts_with(&id));
    assert_eq!(lines(folder)?.len(), 5);
    // A claim twice.
    for told in [": text ", " was said before: text "] {
        let wrong = judged(folder, &["wrong", "graph.json", "Jaan Tammsalu", "Finland"])?;
        assert!(wrong.err.contains(told), "{}", wrong.err);
    }
    assert_eq!(lines(folder)?.len(), 6);
    Ok(())
}

#[test]
fn what_a_file_has_stays_byte_for_byte() -> Checked {
    let folder = folder()?;
    let folder = folder.path();
    one_tammsalu(folder)?;
    let line = fs::read_to_string(folder.join("j.jsonl"))?;
    let line = line.trim_end();
    let wrong = ["wrong", "graph.json", "Jaan Tammsalu", "Finland"];
    for before in [
        format!("{line}\r\n# by hand\r\n\r\n"),
        format!("\u{feff}{line}\n"),
        format!("\u{feff}# by hand\r\n{line}"),
        format!("{line}\n\n\n"),
    ] {
        fs::write(folder.join("j.jsonl"), &before)?;
        judged(folder, &wrong)?;
        let after = fs::read_to_string(folder.join("j.jsonl"))?;
        let added = after.strip_prefix(&before).ok_or("the old is not there")?;
        let added: Vec<&str> = added.trim().lines().collect();
        assert_eq!(added.len(), 1, "{added:?}");
        let listed = judged(folder, &["undo"])?.out;
        assert_eq!(listed.matches(" is wrong: ").count(), 1, "{listed}");
        assert_eq!(listed.matches(" are one").count(), 1, "{listed}");
    }
    let cut = line.get(..line.len() - 9).ok_or("too short")?;
    let cut = format!("{line}\n{cut}");
    let told = [
        "j.jsonl:2:",
        "hint: the file ends within this line, which may have been cut",
    ];
    for (content, parts) in [
        (cut.as_bytes(), &told[..]),
        (
            b"\xff\xfe{}\n",
            &["cannot read \"j.jsonl\": it is not UTF-8"],
        ),
        (b"{\"id\":\"x\",\"text\":\"an article\"}\n", &["j.jsonl:1:"]),
    ] {
        fs::write(folder.join("j.jsonl"), content)?;
        for command in [
            &wrong[..],
            &["undo", "ffff"],
            &["review", "graph.json"],
            &["same", "graph.json", "Jaan Tammsalu", "J. Tammsalu"],
        ] {
            refused(folder, command, parts)?;
        }
    }
    Ok(())
}

#[test]
fn a_place_that_keeps_nothing_is_told_before_anybody_answers() -> Checked {
    let folder = folder()?;
    let folder = folder.path();
    fs::create_dir(folder.join("d"))?;
    let mut places = vec![
        ("-", "is no file that keeps"),
        ("d", "it is a folder"),
        ("none/j.jsonl", "cannot write"),
    ];
    if cfg!(unix) {
        places.push(("/dev/null", "is no file that keeps"));
        let made = std::process::Command::new("mkfifo")
            .arg(folder.join("pipe"))
            .status();
        if made.is_ok_and(|status| status.success()) {
            places.push(("pipe", "is no file that keeps"));
        }
    }
    for (place, told) in places {
        for command in [
            &["same", "graph.json", "Jaan Tammsalu", "J. Tammsalu"][..],
            &["review", "graph.json"],
        ] {
            let mut command_line = interparl();
            command_line.current_dir(folder).args(command);
            let ended = run(command_line
                .args(["--judgements", place])
                .write_stdin("s\n"))?;
            assert_eq!(ended.code, Some(2), "{place}: {}", ended.err);
            assert!(ended.err.contains(told), "{place}: {}", ended.err);
            assert!(ended.err.contains("hint: "), "{place}: {}", ended.err);
            assert_eq!(ended.out, "", "{place}");
        }
    }
    assert!(!folder.join("-").exists());
    Ok(())
}

#[test]
fn answers_that_are_no_words_are_asked_again_and_what_is_no_text_is_mended() -> Checked {
    let folder = folder()?;
    let folder = folder.path();
    let mut command = interparl();
    command
        .current_dir(folder)
        .args(with_file(&["review", "graph.json"]));
    let ended = run(command.write_stdin(&b"\xff\x00\x1b[1m\nS\t\xfe \x1b[31m\"seen\"\n"[..]))?;
    assert_eq!(ended.code, Some(0), "{}", ended.err);
    assert!(ended.err.contains("answer s (same)"), "{}", ended.err);
    assert!(!ended.err.contains('\u{1b}'), "{:?}", ended.err);
    let kept = lines(folder)?;
    assert_eq!(kept.len(), 1);
    assert!(
        kept.iter()
            .all(|line| line.contains("\\\"seen\\\"") && !line.contains("\\u001b")),
        "{kept:?}"
    );
    assert_eq!(review(folder, "s\n", &[])?.code, Some(1));
    // Where nobody can answer, nothing is judged.
    let mut closed = std::process::Command::new(env!("CARGO_BIN_EXE_interparl"));
    closed
        .current_dir(folder)
        .args(["review", "graph.json", "--judgements", "other.jsonl"]);
    let ended = closed.stdin(std::process::Stdio::null()).output()?;
    assert!(ended.status.success());
    assert!(!folder.join("other.jsonl").exists());
    Ok(())
}

#[test]
fn an_archive_is_judged_as_a_file_is() -> Checked {
    let folder = folder()?;
    let folder = folder.path();
    done(folder, &["add", "a.db", "articles.jsonl"])?;
    let fact = [
        "fact",
        "a.db",
        "visited",
        "Jaan Tammsalu",
        "LV",
        "--date",
        "9999",
        "--source",
        "x",
    ];
    done(folder, &fact)?;
    let again = done(folder, &fact)?.err;
    assert!(again.contains("was said before"), "{again}");
    let wrong = ["wrong", "a.db", "Jaan Tammsalu", "LV"];
    assert!(done(folder, &wrong)?.err.contains("no longer counts"));
    assert_eq!(
        run_in(folder, &wrong)?.code,
        Some(1),
        "there is nothing left that could be wrong"
    );
    assert!(done(folder, &fact)?.err.contains("counts again"));
    let kept = done(folder, &["judgements", "export", "a.db"])?.out;
    assert_eq!(kept.lines().count(), 3, "{kept}");
    done(folder, &["check", "a.db"])?;
    Ok(())
}
