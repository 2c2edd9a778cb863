//! The README's commands of a served house do what it says (WKS-5): its server starts, its SSH commands
//! answer.

use crate::caller::Caller;
use crate::server::{Served, house, key};

/// The lines of the block behind a mark.
fn lines(mark: &str) -> Vec<String> {
    let readme = include_str!("../../README.md");
    let behind = readme.split_once(mark).map(|(_, behind)| behind);
    let block = behind.and_then(|behind| behind.split("```").nth(1));
    let lines = block.unwrap_or_default().lines().skip(1);
    lines.map(str::to_owned).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn wks_5_every_command_of_a_served_house_in_the_readme_runs() {
    let serve = lines("<!-- serve-command -->");
    assert_eq!(serve, ["entremise serve --listen 127.0.0.1:2222"]);
    // The same words, but for the port, which may be taken here.
    let served = Served::start(house(), &[]);
    let commands = lines("<!-- ssh-commands -->");
    assert!(commands.len() >= 5, "{commands:?}");
    for command in commands {
        let words = command.strip_prefix("ssh -p 2222 127.0.0.1 ");
        let words = words.unwrap_or_else(|| panic!("{command} is no call of the server"));
        let ben = Caller::login(served.port, &key("ben")).await;
        let said = ben.command(words).await;
        assert_eq!(said.status, Some(0), "{command}: {said:?}");
        assert!(!said.out.trim().is_empty(), "{command} says nothing");
    }
    let ben = Caller::login(served.port, &key("ben")).await;
    let said = ben
        .piped("import -", include_bytes!("../mail/two-messages.mbox"))
        .await;
    assert_eq!(said.status, Some(0), "{said:?}");
}
