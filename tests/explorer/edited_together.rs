//! A command and the server that correct one archive at the same time.

use std::process::{Command, Stdio};
use std::time::Duration;

use serde_json::json;

use super::edited::served;
use crate::sample::{Checked, run_in};

#[test]
fn of_a_command_and_the_server_that_say_the_contrary_at_once_one_is_told_of_the_other() -> Checked {
    let pair = json!({"a": {"node": "Jaan Tammsalu"}, "b": {"node": "J. Tammsalu"}});
    // Now one of them comes first, now the other.
    for round in 0..4 {
        let server = served(&["--edit"])?;
        let command = Command::new(env!("CARGO_BIN_EXE_interparl"))
            .current_dir(server.folder.path())
            .args(["different", "a.db", "Jaan Tammsalu", "J. Tammsalu"])
            .args(["--wait", "60"])
            .stderr(Stdio::piped())
            .spawn()?;
        std::thread::sleep(Duration::from_millis(25 * round));
        let reply = server.post("/api/v1/judgements/same", &pair, &[])?;
        let command = command.wait_with_output()?;
        let told = String::from_utf8(command.stderr)?;
        let same = reply.status == 200;
        assert!(same || reply.status == 409, "{}", reply.body);
        assert_ne!(same, command.status.success(), "{} {told}", reply.body);
        let kept = run_in(server.folder.path(), &["judgements", "export", "a.db"])?.out;
        assert_eq!(kept.lines().count(), 1, "{kept}");
        assert_eq!(kept.contains("\"judgement\":\"same\""), same, "{kept}");
    }
    Ok(())
}
