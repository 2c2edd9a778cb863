//! The commands over SSH that the pages give do what the pages say (WKS-5): the server starts, and each command
//! answers the person whose page it is.

use std::path::Path;

use crate::market::{POST, decide_group, done, market, says};

/// The pages, and how many blocks of commands over SSH each has.
const PAGES: [(&str, usize); 3] = [("operator.md", 1), ("facilitator.md", 2), ("client.md", 1)];

/// The lines of the blocks behind a mark, block by block.
fn blocks(page: &str, mark: &str) -> Vec<Vec<String>> {
    let pages = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/docs");
    let page = std::fs::read_to_string(pages.join(page)).expect("a page");
    let blocks = page.split(mark).skip(1);
    let blocks = blocks.map(|behind| behind.split("```").nth(1).unwrap_or_default());
    blocks
        .map(|block| block.lines().skip(1).map(str::to_owned).collect())
        .collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn wks_5_every_command_of_a_served_house_in_the_pages_runs() {
    let serve = blocks("operator.md", "<!-- serve-command -->");
    assert_eq!(serve, [["entremise serve --listen 127.0.0.1:2222"]]);
    // The same words, but for the port, which may be taken here.
    let served = market();
    decide_group(&served, "i").await;
    done(&served, "ben", POST).await;
    let all = PAGES.map(|(page, count)| {
        let blocks = blocks(page, "<!-- ssh-commands -->");
        assert_eq!(blocks.len(), count, "{page}");
        blocks
    });
    let [operator, facilitator, client] = all;
    // In the order of the trade: she proposes, the client selects, she confirms.
    let story = [
        ("ben", &operator[0]),
        ("fay", &facilitator[0]),
        ("claire", &client[0]),
        ("fay", &facilitator[1]),
    ];
    for (who, commands) in story {
        assert!(commands.len() >= 3, "{commands:?}");
        for command in commands {
            let words = command.strip_prefix("ssh -p 2222 ");
            let words = words.and_then(|rest| rest.split_once(' '));
            let (_, words) = words.unwrap_or_else(|| panic!("{command} is no call of the server"));
            let said = says(&served, who, words).await;
            assert_eq!(said.status, Some(0), "{who}: {command}: {said:?}");
            assert!(!said.out.trim().is_empty(), "{command} says nothing");
        }
    }
    let ben = crate::caller::Caller::login(served.port, &crate::server::key("ben")).await;
    let mail = include_bytes!("../mail/two-messages.mbox");
    let said = ben.piped("import -", mail).await;
    assert_eq!(said.status, Some(0), "{said:?}");
}
