//! Who gets in (PPL-5): keys that are known, codes that are right, and everything else.

use russh::client::AuthResult;

use crate::caller::Caller;
use crate::server::{Served, add_key, house, key};

/// The code in what `invite` says.
fn code(said: &str) -> String {
    let is_code = |word: &&str| word.len() == 19 && word.matches('-').count() == 3;
    let code = said.split_whitespace().find(is_code);
    code.unwrap_or_else(|| panic!("no code in {said}"))
        .to_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn ppl_5_a_code_binds_a_key_once() {
    let served = Served::small();
    let said = served.must(&["invite", "Ben"]);
    assert!(said.contains(&format!("ssh -p {}", served.port)), "{said}");
    let (code, new) = (code(&said), key("ben's new laptop"));

    let mut stranger = Caller::knock(served.port).await.expect("nobody answers");
    assert!(!stranger.try_key("ben", &new).await.success());
    // Blanks, dashes and case do not matter.
    let typed = code.to_lowercase().replace('-', " ");
    assert!(stranger.say_code(&typed).await);
    let who = stranger.command("whoami --json").await;
    assert!(who.out.contains("Ben Carter"), "{who:?}");

    // The key is known from now on, and the code is worth nothing any more.
    let again = Caller::login(served.port, &new).await;
    assert!(again.command("whoami").await.out.contains("Ben Carter"));
    let mut other = Caller::knock(served.port).await.expect("nobody answers");
    assert!(!other.try_key("ben", &key("another")).await.success());
    assert!(!other.say_code(&code).await, "a code is used once");
    // Without a key that was proven there is nothing a code could bind.
    let unused = self::code(&served.must(&["invite", "Ben"]));
    let mut bare = Caller::knock(served.port).await.expect("nobody answers");
    assert!(!bare.say_code(&unused).await);
    assert!(served.must(&["key", "list", "Ben"]).contains("active"));
}

#[tokio::test(flavor = "multi_thread")]
async fn ppl_5_a_code_that_expired_or_was_withdrawn_or_never_was_opens_nothing() {
    let served = Served::small();
    let short = code(&served.must(&["invite", "Ben", "--valid", "1s"]));
    let withdrawn = code(&served.must(&["invite", "Ben"]));
    let list = served.must(&["invite", "--list"]);
    let id = list
        .lines()
        .filter_map(|line| line.split('\t').next())
        .next()
        .expect("no invitation");
    served.must(&["invite", "--withdraw", id]);
    // A second is waited for by asking until the list is empty.
    let until = std::time::Instant::now() + crate::caller::DEADLINE;
    while !served.must(&["invite", "--list"]).is_empty() {
        assert!(std::time::Instant::now() < until, "it never expires");
    }
    for wrong in [
        short.as_str(),
        &withdrawn,
        "AAAA-AAAA-AAAA-AAAA",
        "",
        "é",
        "x\u{1b}[2J",
    ] {
        let mut stranger = Caller::knock(served.port).await.expect("nobody answers");
        let new = key("stranger");
        assert!(!stranger.try_key("ben", &new).await.success(), "{wrong}");
        assert!(!stranger.say_code(wrong).await, "{wrong}");
        assert!(!stranger.try_key("ben", &new).await.success(), "{wrong}");
    }
    assert!(!served.log().contains('\u{1b}'));
}

#[tokio::test(flavor = "multi_thread")]
async fn ppl_5_codes_cannot_be_tried_for_ever() {
    let served = Served::small();
    let right = code(&served.must(&["invite", "Ben"]));
    let mut tried = 0;
    // Three a connection, ten an address: even the right one is not looked at then.
    while tried < 12 {
        let mut stranger = Caller::knock(served.port).await.expect("nobody answers");
        assert!(!stranger.try_key("ben", &key("stranger")).await.success());
        for _ in 0..3 {
            assert!(!stranger.say_code("AAAA-AAAA-AAAA-AAAA").await);
            tried += 1;
        }
        assert!(!stranger.say_code(&right).await, "a fourth on one line");
    }
    let mut stranger = Caller::knock(served.port).await.expect("nobody answers");
    assert!(!stranger.try_key("ben", &key("stranger")).await.success());
    assert!(!stranger.say_code(&right).await);
}

#[tokio::test(flavor = "multi_thread")]
async fn ppl_5_a_revoked_key_and_a_disabled_person_are_answered_like_a_stranger() {
    let data = house();
    add_key(data.path(), "Ben Carter", &key("ben's old laptop"));
    let served = Served::start(data, &[]);
    let list = served.must(&["key", "list", "Ben"]);
    let old = key("ben's old laptop");
    let name = old.public_key().fingerprint(russh::keys::HashAlg::Sha256);
    let name = name.to_string();
    assert!(list.contains(&name), "{list}");
    served.must(&["key", "revoke", &name]);
    served.must(&["person", "disable", "Fay"]);

    let mut answers = Vec::new();
    for word in ["ben's old laptop", "fay", "nobody's"] {
        let mut stranger = Caller::knock(served.port).await.expect("nobody answers");
        let answer = stranger.try_key("anybody", &key(word)).await;
        let AuthResult::Failure {
            remaining_methods,
            partial_success,
        } = answer
        else {
            panic!("{word} was let in");
        };
        answers.push((format!("{remaining_methods:?}"), partial_success));
    }
    assert!(
        answers.iter().all(|answer| *answer == answers[0]),
        "{answers:?}"
    );
    // Ben's other key is as good as before, and Fay comes back when she may.
    Caller::login(served.port, &key("ben")).await;
    served.must(&["person", "enable", "Fay"]);
    Caller::login(served.port, &key("fay")).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn ppl_5_a_revoked_key_ends_its_open_sessions_within_a_second() {
    let served = Served::small();
    let caller = Caller::login(served.port, &key("ben")).await;
    let mut screen = caller.screen((100, 30), &[]).await;
    screen.wait_for("R-1").await;
    let since = std::time::Instant::now();
    let name = key("ben")
        .public_key()
        .fingerprint(russh::keys::HashAlg::Sha256);
    served.must(&["key", "revoke", &name.to_string()]);
    let last = screen.end().await;
    let took = since.elapsed();
    assert!(last.contains("opens nothing any more"), "{last}");
    assert_eq!(screen.status, Some(1));
    // The command itself took its part of this.
    assert!(took < std::time::Duration::from_secs(5), "{took:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn ppl_1_a_person_has_so_many_open_and_is_told() {
    let served = Served::start(house(), &["--most-per-person", "1"]);
    let first = Caller::login(served.port, &key("ben")).await;
    let mut screen = first.screen((100, 30), &[]).await;
    screen.wait_for("R-1").await;
    let second = Caller::login(served.port, &key("ben")).await;
    let said = second.command("whoami").await;
    assert_eq!(said.status, Some(75), "{said:?}");
    assert!(said.err.contains("1 open already"), "{said:?}");
    // Others are not in their way.
    let amelie = Caller::login(served.port, &key("amelie")).await;
    assert_eq!(amelie.command("whoami").await.status, Some(0));
}

/// The story behind: a connection that had logged in and begun nothing was on no roll, so a revocation
/// passed it by, and a shell could be opened on it later.
#[tokio::test(flavor = "multi_thread")]
async fn ppl_5_a_connection_that_has_begun_nothing_ends_with_its_key_too() {
    let served = Served::small();
    let ben = Caller::login(served.port, &key("ben")).await;
    let name = key("ben")
        .public_key()
        .fingerprint(russh::keys::HashAlg::Sha256);
    served.must(&["key", "revoke", &name.to_string()]);
    until("the line is cut", || ben.line.is_closed()).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn wks_3_whoever_logs_in_and_begins_nothing_is_hung_up_on() {
    let served = Served::start(house(), &["--login", "2"]);
    let ben = Caller::login(served.port, &key("ben")).await;
    until("the line is cut", || ben.line.is_closed()).await;
    served.logged(&["nothing begun"]);
}

/// Waits for a condition.
async fn until(what: &str, is: impl Fn() -> bool) {
    let until = std::time::Instant::now() + crate::caller::DEADLINE;
    while !is() {
        assert!(std::time::Instant::now() < until, "waited in vain: {what}");
        tokio::task::yield_now().await;
    }
}
