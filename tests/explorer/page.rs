//! `interparl page`.

use std::fs;

use crate::sample::{Checked, folder_with_graph, run_in};

#[test]
fn the_page_is_one_file_and_the_same_each_time() -> Checked {
    let (folder, _) = folder_with_graph()?;
    let ended = run_in(folder.path(), &["page", "graph.json", "-o", "a.html"])?;
    assert_eq!((ended.code, ended.err.as_str()), (Some(0), ""));
    let to_stdout = run_in(folder.path(), &["page", "graph.json"])?;
    let page = fs::read_to_string(folder.path().join("a.html"))?;
    assert_eq!(to_stdout.out, page);
    assert!(page.contains("Bekova received Drast in Port Alva on Tuesday"));
    assert!(page.contains("default-src 'none'; script-src 'sha256-"));
    Ok(())
}

#[test]
fn without_quotes_no_words_of_the_articles_are_in_the_page() -> Checked {
    let (folder, _) = folder_with_graph()?;
    let ended = run_in(folder.path(), &["page", "graph.json", "--no-quotes"])?;
    assert_eq!(ended.code, Some(0));
    assert!(!ended.out.contains("Bekova received Drast"));
    assert!(ended.out.contains("Aru Bekova"));
    Ok(())
}

#[test]
fn what_is_no_graph_is_told_and_no_file_is_left() -> Checked {
    let (folder, _) = folder_with_graph()?;
    fs::write(folder.path().join("bad.json"), "[]")?;
    let ended = run_in(folder.path(), &["page", "bad.json", "-o", "a.html"])?;
    assert_eq!(ended.code, Some(2));
    assert!(
        ended.err.contains("hint: a graph comes from"),
        "{}",
        ended.err
    );
    assert!(!folder.path().join("a.html").exists());
    Ok(())
}
