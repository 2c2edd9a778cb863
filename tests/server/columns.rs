//! Lists on a terminal and in a pipe (WKS-2, WKS-5): under a header, with local times, where somebody looks at them;
//! columns separated by tabs, with stable names and UTC, where a script does. The same however one comes in.

use russh::ChannelMsg;

use crate::caller::{Caller, DEADLINE};
use crate::pty::Pty;
use crate::server::{Served, house, key};

const SIZE: (u16, u16) = (140, 30);

/// What a terminal of `SIZE` shows of a command at this machine.
fn at_a_terminal(data: &std::path::Path, words: &[&str]) -> String {
    let program = env!("CARGO_BIN_EXE_entremise");
    let argv = [&[program, "--as", "Ben"], words].concat();
    let end = Pty::start(&argv, data, SIZE, &[]).end();
    assert_eq!(end.code, 0, "{}", end.screen);
    plain(&end.bytes)
}

/// Lines as they were written, whatever ends them.
fn plain(bytes: &str) -> String {
    bytes.replace("\r\n", "\n").trim_end().to_owned()
}

/// The same over SSH, asked for with a terminal.
async fn over_ssh(served: &Served, words: &str) -> String {
    let ben = Caller::login(served.port, &key("ben")).await;
    let mut channel = ben.line.channel_open_session().await.expect("no channel");
    let (columns, rows) = SIZE;
    let asked = channel.request_pty(true, "xterm", columns.into(), rows.into(), 0, 0, &[]);
    asked.await.expect("the line was cut");
    channel.exec(true, words).await.expect("the line was cut");
    let mut out = Vec::new();
    let all = async {
        while let Some(said) = channel.wait().await {
            match said {
                ChannelMsg::Data { data } => out.extend_from_slice(&data),
                ChannelMsg::Close => return,
                _ => {}
            }
        }
    };
    let heard = tokio::time::timeout(DEADLINE, all).await;
    heard.expect("the answer does not come");
    plain(&String::from_utf8_lossy(&out))
}

#[tokio::test(flavor = "multi_thread")]
async fn wks_5_a_list_has_columns_and_local_times_on_a_terminal_and_tabs_in_a_pipe() {
    let data = house();
    let alone = tokio::task::block_in_place(|| at_a_terminal(data.path(), &["inbox"]));
    let served = Served::start(data, &[]);
    let data = served.data.path();
    let attached = tokio::task::block_in_place(|| at_a_terminal(data, &["inbox"]));
    let far = over_ssh(&served, "inbox").await;
    assert_eq!(alone, attached);
    assert_eq!(alone, far);
    let [header, row] = alone.lines().collect::<Vec<_>>()[..] else {
        panic!("a header and a request: {alone}");
    };
    assert!(header.starts_with("Request  Status  Next step"), "{header}");
    let at = |word: &str| header.find(word).expect("a column");
    assert!(row[at("Status")..].starts_with("open"), "{row}");
    // By the house's clock, with its zone.
    let due = &row[at("Due")..];
    assert!(due.contains(" CET") || due.contains(" CEST"), "{row}");
    assert!(!alone.contains('\t') && !due.contains(":00Z"), "{alone}");
    // For a script nothing of that, also at a terminal.
    let piped = served.must_as("Ben", &["inbox"]);
    assert!(piped.starts_with("R-1\topen\thouse\t"), "{piped}");
    assert!(piped.contains("Z"), "{piped}");
    let asked = tokio::task::block_in_place(|| at_a_terminal(data, &["inbox", "--plain"]));
    assert_eq!(asked, piped.trim_end());
    assert_eq!(over_ssh(&served, "inbox --plain").await, piped.trim_end());
}

#[tokio::test(flavor = "multi_thread")]
async fn wks_4_what_stands_in_columns_on_a_terminal_is_in_the_language_and_keys_are_in_a_pipe() {
    let served = Served::small();
    for (words, english, french, key) in [
        ("inbox", "open", "ouverte", "\topen\t"),
        (
            "person list",
            "relation officer",
            "relation clients",
            "relation_officer",
        ),
        ("key list", "active", "active", "\tactive\t"),
        ("history R-1", "by email", "par e-mail", "Z\t"),
    ] {
        let shown = over_ssh(&served, words).await;
        assert!(shown.contains(english) && !shown.contains('\t'), "{shown}");
        let shown = over_ssh(&served, &format!("--lang fr {words}")).await;
        assert!(shown.contains(french) && !shown.contains('\t'), "{shown}");
        let ben = Caller::login(served.port, &crate::server::key("ben")).await;
        let piped = ben.command(&format!("--lang fr {words}")).await.out;
        assert!(piped.contains(key), "{piped}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn wks_5_people_are_named_by_name_and_numbers_say_what_they_are() {
    let served = Served::small();
    let ask = |words: &'static str| {
        let key = key("amelie");
        async move { Caller::login(served.port, &key).await.command(words).await }
    };
    for (words, said) in [
        ("grant Fay offer 2 --why gift", "P-3"),
        ("grant p-3 offer 1 --why gift", "P-3"),
        ("credits fay", "offer: 3 left"),
        ("profile Fay", "# edition"),
        ("show r-1", "R-1 "),
        ("show 1", "R-1 "),
    ] {
        let done = ask(words).await;
        assert_eq!(done.status, Some(0), "{words}: {done:?}");
        assert!(done.out.contains(said), "{words}: {done:?}");
    }
    for (words, said) in [
        (
            "confirm PR-12",
            "PR-12 is a proposal; confirm takes an opportunity, like O-12.",
        ),
        (
            "show Q-1",
            "Q-1 is a quotation; show takes a request, like R-1042.",
        ),
        (
            "grant R-3 offer 1 --why x",
            "R-3 is a request; grant takes a person, by name or like P-4.",
        ),
        (
            "attached 12",
            "an opportunity, like O-12, or a proposal, like PR-12",
        ),
        ("--lang fr select O-3", "O-3 est une opportunité"),
    ] {
        let refused = ask(words).await;
        assert_eq!(refused.status, Some(64), "{words}: {refused:?}");
        assert!(refused.err.contains(said), "{words}: {refused:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn ppl_2_a_name_that_one_may_not_know_is_answered_as_one_that_nobody_has() {
    let served = Served::small();
    for words in ["grant NAME offer 1 --why x", "credits NAME", "profile NAME"] {
        // An officer works with staff, and is told of no facilitator.
        let mut told = Vec::new();
        for name in ["Fay", "Zorro"] {
            let ben = Caller::login(served.port, &key("ben")).await;
            let said = ben.command(&words.replace("NAME", name)).await;
            assert_ne!(said.status, Some(0), "{words}: {said:?}");
            told.push(format!(
                "{:?} {}",
                said.status,
                said.err.replace(name, "NAME")
            ));
        }
        assert_eq!(told[0], told[1], "{words}");
    }
}
