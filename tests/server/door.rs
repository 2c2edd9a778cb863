//! Who gets in (PPL-5): keys that are known, codes that are right, and everything else.

use russh::client::AuthResult;
use russh::keys::HashAlg;

use crate::caller::{Bound, Caller};
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
    assert!(stranger.say_code(&typed, &new).await);
    let who = stranger.command("whoami --json").await;
    assert!(who.out.contains("Ben Carter"), "{who:?}");

    // The key is known from now on, and the code is worth nothing any more.
    let again = Caller::login(served.port, &new).await;
    assert!(again.command("whoami").await.out.contains("Ben Carter"));
    let mut other = Caller::knock(served.port).await.expect("nobody answers");
    let another = key("another");
    assert!(!other.try_key("ben", &another).await.success());
    let twice = other.say_code(&code, &another).await;
    assert!(!twice, "a code is used once");
    // Without a key that was offered there is nothing a code could bind.
    let unused = self::code(&served.must(&["invite", "Ben"]));
    let mut bare = Caller::knock(served.port).await.expect("nobody answers");
    assert!(!bare.say_code(&unused, &another).await);
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
        assert!(!stranger.say_code(wrong, &new).await, "{wrong}");
        assert!(!stranger.try_key("ben", &new).await.success(), "{wrong}");
    }
    assert!(!served.log().contains('\u{1b}'));
}

#[tokio::test(flavor = "multi_thread")]
async fn ppl_5_codes_cannot_be_tried_for_ever() {
    let served = Served::small();
    let right = code(&served.must(&["invite", "Ben"]));
    let (new, mut tried) = (key("stranger"), 0);
    // Three a connection, ten an address: even the right one is not looked at then.
    while tried < 12 {
        let mut stranger = Caller::knock(served.port).await.expect("nobody answers");
        assert!(!stranger.try_key("ben", &new).await.success());
        assert!(!stranger.say_code("AAAA-AAAA-AAAA-AAAA", &new).await);
        tried += 3;
        let fourth = stranger.say_code(&right, &new).await;
        assert!(!fourth, "a fourth on one line");
    }
    let mut stranger = Caller::knock(served.port).await.expect("nobody answers");
    assert!(!stranger.try_key("ben", &new).await.success());
    assert!(!stranger.say_code(&right, &new).await);
}

/// A key that is touched at each use.
const TOUCHED: &str = "sk-ssh-ed25519@openssh.com AAAAGnNrLXNzaC1lZDI1NTE5QG9wZW5zc2guY29tAAAAIGV4dtB2rl9yNq9y0fNnZ0Ne0gdFgJQKn54gXHJgbBn3AAAABHNzaDo=";

/// The story behind: each of several keys cost a signature, the first was bound, unnamed, and it was the wrong
/// one.
#[tokio::test(flavor = "multi_thread")]
async fn ppl_5_of_several_keys_the_chosen_one_is_bound_with_its_name_and_one_is_signed_at_most() {
    let served = Served::small();
    let keys: Vec<_> = (1..=26).map(|n| key(&format!("key {n}"))).collect();
    let touched = russh::keys::PublicKey::from_openssh(TOUCHED).expect("a key");
    // While nobody is invited, nobody is asked to touch or to unlock what opens nothing; none is too many.
    let mut ben = Caller::knock(served.port).await.expect("nobody answers");
    for offered in &keys {
        assert!(!ben.would_sign(offered.public_key()).await);
    }
    assert!(ben.try_key("ben", &key("ben")).await.success());

    let code = code(&served.must(&["invite", "Fay"]));
    let mut fay = Caller::knock(served.port).await.expect("nobody answers");
    assert!(!fay.would_sign(&touched).await);
    for (n, offered) in keys.iter().enumerate() {
        // The first that needs no touch may be all there is.
        assert_eq!(fay.would_sign(offered.public_key()).await, n == 0);
    }
    let chosen = &keys[16];
    let name = " Fay's\u{1b}[2J laptop ";
    assert_eq!(fay.bind(&code, chosen, name).await, Bound::CallAgain);
    assert!(!fay.try_key("fay", &keys[3]).await.success());
    assert!(fay.line.channel_open_session().await.is_err());
    let mut fay = Caller::knock(served.port).await.expect("nobody answers");
    assert!(!fay.would_sign(&touched).await);
    assert!(!fay.try_key("fay", &keys[3]).await.success());
    assert!(fay.try_key("fay", chosen).await.success());
    let print = print(chosen);
    // What is begun first says it; so does the list.
    let said = fay.command("key list --json").await;
    assert!(
        said.err.contains(&print) && said.err.contains("laptop"),
        "{said:?}"
    );
    assert!(
        said.out.contains(&print) && said.out.contains("laptop"),
        "{said:?}"
    );
    assert!(!said.err.contains('\u{1b}'));
    assert!(!fay.command("key list").await.err.contains(&print));
    let list = served.must(&["key", "list", "Fay"]);
    let bound = keys.iter().filter(|key| list.contains(&self::print(key)));
    assert_eq!(bound.count(), 1, "{list}");
}

/// The fingerprint of a key.
fn print(key: &russh::keys::PrivateKey) -> String {
    key.public_key().fingerprint(HashAlg::Sha256).to_string()
}

#[tokio::test(flavor = "multi_thread")]
async fn ppl_5_the_first_screen_names_the_key_that_was_bound() {
    let served = Served::small();
    for (size, lang, words) in [
        ((80, 24), "en_GB.UTF-8", "now logs you in"),
        ((80, 24), "fr_FR.UTF-8", "vous est désormais liée"),
    ] {
        let (code, new) = (code(&served.must(&["invite", "Ben"])), key(lang));
        let mut ben = Caller::knock(served.port).await.expect("nobody answers");
        assert!(!ben.try_key("ben", &new).await.success());
        assert_eq!(ben.bind(&code, &new, "laptop").await, Bound::In);
        let env = [("LANG", lang)];
        let mut screen = ben.screen_on("xterm-256color", size, &env).await;
        let print = print(&new);
        screen
            .wait_until("the key", |text| {
                let flat = text.split_whitespace().collect::<Vec<_>>().join(" ");
                flat.contains(words) && flat.contains(&print) && flat.contains("key list")
            })
            .await;
        screen.send("\x11").await;
        screen.end().await;
    }
}

/// Nothing is bound by a code alone, and no other key by one that was said for this one.
#[tokio::test(flavor = "multi_thread")]
async fn ppl_5_a_right_code_opens_nothing_before_its_key_is_proven() {
    let served = Served::small();
    let code = code(&served.must(&["invite", "Ben"]));
    let (mine, other, old) = (key("mine"), key("other"), key("old"));
    add_key(served.data.path(), "Ben Carter", &old);
    served.must(&["key", "revoke", &print(&old)]);
    let mut caller = Caller::knock(served.port).await.expect("nobody answers");
    for offered in [&other, &old, &mine] {
        assert!(!caller.try_key("ben", offered).await.success());
    }
    // A key that was revoked is bound to nobody again; the code is as good as before.
    assert_eq!(caller.bind(&code, &old, "").await, Bound::Not);
    assert_eq!(caller.bind(&code, &mine, "").await, Bound::CallAgain);
    for _ in 0..2 {
        assert!(!caller.try_key("ben", &other).await.success());
        assert!(!caller.would_sign(old.public_key()).await);
        assert!(caller.line.channel_open_session().await.is_err());
        caller = Caller::knock(served.port).await.expect("nobody answers");
    }
    assert!(caller.try_key("ben", &mine).await.success());
    let list = served.must(&["key", "list", "Ben"]);
    assert!(!list.contains(&print(&other)), "{list}");
}

#[tokio::test(flavor = "multi_thread")]
async fn ppl_5_a_revoked_key_and_a_disabled_person_are_answered_like_a_stranger() {
    let data = house();
    add_key(data.path(), "Ben Carter", &key("ben's old laptop"));
    let served = Served::start(data, &[]);
    let list = served.must(&["key", "list", "Ben"]);
    let old = key("ben's old laptop");
    let name = old.public_key().fingerprint(HashAlg::Sha256);
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
    let name = key("ben").public_key().fingerprint(HashAlg::Sha256);
    served.must(&["key", "revoke", &name.to_string()]);
    let last = screen.end().await;
    let took = since.elapsed();
    assert!(last.contains("no longer gives access"), "{last}");
    // The line is cut soon, whether or not the status came through.
    assert!(matches!(screen.status, Some(1) | None));
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
    assert!(said.err.contains("one session open already"), "{said:?}");
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
    let name = key("ben").public_key().fingerprint(HashAlg::Sha256);
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
