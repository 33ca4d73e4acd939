//! `interparl match`: pairs in, verdicts out.

use crate::sample::{Checked, Ended, interparl, run, run_in};

fn matched(arguments: &[&str], pairs: &[u8]) -> Result<Ended, Box<dyn std::error::Error>> {
    run(interparl()
        .arg("match")
        .args(arguments)
        .write_stdin(pairs.to_vec()))
}

#[test]
fn each_line_gets_a_score_and_a_verdict() -> Checked {
    let pairs = "\u{feff}Zhanna Akhmetova\tЖанна Ахметова\r\nAkhmetova\tZhanna Akhmetova\n\
        Timur Akhmetov\tZhanna Akhmetova\tsiblings\nZhanna Akhmetova\tЖанна Ахметова";
    let ended = matched(&["-"], pairs.as_bytes())?;
    assert_eq!(ended.code, Some(0), "{}", ended.err);
    assert_eq!(ended.err, "");
    let lines: Vec<&str> = ended.out.lines().collect();
    let [same, unsure, different, last] = lines[..] else {
        return Err(ended.out.into());
    };
    assert_eq!(same, "1.000\tsame");
    assert_eq!(last, same);
    assert_eq!(unsure, "0.500\tunsure");
    assert!(different.ends_with("\tdifferent"), "{different}");
    Ok(())
}

#[test]
fn a_file_and_names_of_bodies_do_as_well() -> Checked {
    let folder = tempfile::tempdir()?;
    std::fs::write(
        folder.path().join("pairs.tsv"),
        "Majilis\tlower house of the Kazakh parliament\nMajilis\tSenate of Kazakhstan\n",
    )?;
    let ended = run_in(folder.path(), &["match", "--kind", "body", "pairs.tsv"])?;
    assert_eq!(ended.code, Some(0), "{}", ended.err);
    assert_eq!(ended.out, "0.980\tsame\n0.100\tdifferent\n");
    Ok(())
}

#[test]
fn explain_says_why_on_the_same_line() -> Checked {
    let ended = matched(&["--explain", "-"], "Anna Gorina\tBoris Gorin\n".as_bytes())?;
    for part in [
        "\tdifferent\t",
        "\"gorina\" is like \"gorin\"",
        "only name 1 has \"anna\"",
        "only name 2 has \"boris\"",
        "two given names",
    ] {
        assert!(ended.out.contains(part), "{part} in {}", ended.out);
    }
    let ended = matched(
        &["--explain", "--kind", "body", "-"],
        b"Majilis\tSenate of Kazakhstan\n",
    )?;
    for part in ["name 1 means kz/majilis", "name 2 means kz/senate"] {
        assert!(ended.out.contains(part), "{part} in {}", ended.out);
    }
    assert_eq!(ended.out.lines().count(), 1);
    Ok(())
}

#[test]
fn a_bad_line_is_told_with_its_number_and_what_to_do() -> Checked {
    let long = format!("a\tb\n{}\n", "x".repeat(70_000));
    let cases: [(&[u8], &str, i32); 6] = [
        (b"", "standard input: there are no pairs of names in it", 2),
        (
            b"Ana Bek\tAna Bek\nAna Bek\n",
            "standard input:2: there is no tab in the line",
            3,
        ),
        (
            b"Ana Bek\t \n",
            "standard input:1: the second name is empty",
            2,
        ),
        (
            b"\tAna Bek\nAna Bek\tAna Bek",
            "standard input:1: the first name is empty",
            3,
        ),
        (
            b"Ana\xff\tBek\n",
            "standard input:1: the line is not UTF-8",
            2,
        ),
        (
            long.as_bytes(),
            "standard input:2: the line is longer than 64 KiB",
            3,
        ),
    ];
    for (pairs, message, code) in cases {
        let ended = matched(&["-"], pairs)?;
        assert_eq!(ended.code, Some(code), "{message}");
        if code == 3 {
            // Every line of the input has its line in the output.
            let lines = pairs.split(|b| *b == b'\n').filter(|line| !line.is_empty());
            assert_eq!(ended.out.lines().count(), lines.count(), "{message}");
        }
        let expected = format!("error: {message}\nhint: write two names a line");
        assert!(ended.err.starts_with(&expected), "{}", ended.err);
        assert_eq!(ended.err.lines().count(), 2, "{}", ended.err);
    }
    let folder = tempfile::tempdir()?;
    for missing in ["none.tsv", "."] {
        let ended = run_in(folder.path(), &["match", missing])?;
        assert_eq!(ended.code, Some(2));
        assert!(
            ended.err.contains("hint: name a file of pairs"),
            "{}",
            ended.err
        );
    }
    Ok(())
}

#[test]
fn what_a_terminal_obeys_does_not_come_out() -> Checked {
    let ended = matched(
        &["--explain", "-"],
        "Ana\u{1b}[31m\u{202e} Bek\u{7}\tAna Gor\u{9b}2J\n".as_bytes(),
    )?;
    assert_eq!(ended.code, Some(0), "{}", ended.err);
    let bad = |c: char| c.is_control() && c != '\n' && c != '\t' || c == '\u{202e}';
    assert!(!ended.out.contains(bad), "{:?}", ended.out);
    Ok(())
}
