//! A firm of several over SSH, by everybody's own key (PPL-7): who comes in by a code, what colleagues see and do together,
//! what a rival, a colleague without the role and who left never read; and one of three proposes, one leaves, one confirms.

use crate::caller::Caller;
use crate::market::{POST, decide_group, done, market, page, refused, says};
use crate::server::{Served, key};

/// What of Fay's firm nobody else reads: its price, its text, its draft, its account.
const SECRETS: [&str; 4] = [
    "1,234",
    "Le plan de la société",
    "Un brouillon",
    "FR76 3000 6000 0112 3456 7890 189",
];

/// A colleague comes into Fay's firm by the code that she was given at the door, with a key of her own.
pub async fn recruit(served: &Served, name: &str, word: &str, roles: &[&str]) {
    let roles: String = roles.iter().map(|role| format!(" --role {role}")).collect();
    let said = done(served, "fay", &format!("firm invite '{name}'{roles}")).await;
    let line = said.lines().next().expect("a code");
    let code = line.rsplit(' ').next().expect("a code").to_owned();
    let key = key(word);
    let mut caller = Caller::knock(served.port).await.expect("a line");
    caller.try_key("anybody", &key).await;
    assert!(caller.say_code(&code, &key).await, "{name}: {code}");
    // The code opened once.
    let other = crate::server::key(&format!("{word}2"));
    let mut again = Caller::knock(served.port).await.expect("a line");
    again.try_key("anybody", &other).await;
    assert!(!again.say_code(&code, &other).await, "{name}: twice");
}

/// Fay's firm is before the client, with a draft beside it: Zoé proposes, Max manages, Pat is paid. Gil is a rival.
async fn firm() -> Served {
    let served = market();
    decide_group(&served, "i").await;
    done(&served, "ben", POST).await;
    recruit(&served, "Zoé Marchand", "zoe", &["proposes"]).await;
    recruit(&served, "Max Ober", "max", &["manages"]).await;
    recruit(&served, "Pat Lenoir", "pat", &["paid"]).await;
    done(&served, "max", "firm name 'Atelier Sud'").await;
    for who in ["fay", "gil"] {
        for step in ["consultation", "offer"] {
            done(&served, who, &format!("step O-1 {step} --yes")).await;
        }
    }
    let propose = "propose O-1 --price 1234 --text 'Le plan de la société'";
    done(&served, "zoe", propose).await;
    done(
        &served,
        "gil",
        "propose O-1 --price 900 --text 'Le plan de Gil'",
    )
    .await;
    done(&served, "fay", "propose O-1 --text 'Un brouillon' --draft").await;
    let profile = done(&served, "pat", "profile").await;
    let account = |line: &str| match line.starts_with("iban = ") {
        true => "iban = \"FR7630006000011234567890189\"\n".to_owned(),
        false => format!("{line}\n"),
    };
    let with_account: String = profile.lines().map(account).collect();
    let caller = Caller::login(served.port, &key("pat")).await;
    let kept = caller
        .piped("profile --set -", with_account.as_bytes())
        .await;
    assert_eq!(kept.status, Some(0), "{kept:?}");
    served
}

/// All that can be read of the deal and of one's firm.
async fn read(served: &Served, who: &str) -> String {
    let mut all = String::new();
    for words in [
        "opportunity O-1",
        "opportunity O-1 --json",
        "board all",
        "board all --json",
        "attached PR-1",
        "stats --json",
        "credits",
        "profile",
        "firm show",
        "firm show --json",
        "whoami",
    ] {
        let said = says(served, who, words).await;
        all.push_str(&format!("{words}: {}{}\n", said.out, said.err));
    }
    all
}

#[tokio::test(flavor = "multi_thread")]
async fn ppl_7_colleagues_read_it_all_and_others_nothing() {
    let served = firm().await;
    for who in ["fay", "zoe"] {
        let read = read(&served, who).await;
        for secret in SECRETS {
            assert!(read.contains(secret), "{who}: {secret}: {read}");
        }
        assert!(!read.contains("Le plan de Gil"), "{who}: {read}");
        assert!(
            read.contains("Atelier Sud") && read.contains("Pat Lenoir"),
            "{read}"
        );
    }
    for who in ["gil", "max", "pat"] {
        let read = read(&served, who).await;
        for secret in &SECRETS[..3] {
            assert!(!read.contains(secret), "{who}: {secret}: {read}");
        }
    }
    assert!(!read(&served, "gil").await.contains(SECRETS[3]));
    // The client reads who speaks for it, and for which firm; neither draft nor account.
    let claire = read(&served, "claire").await;
    assert!(
        claire.contains("Fay Dubois, Atelier Sud") || claire.contains("Zoé Marchand, Atelier Sud"),
        "{claire}"
    );
    assert!(
        !claire.contains(SECRETS[2]) && !claire.contains(SECRETS[3]),
        "{claire}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn ppl_7_what_one_may_not_do_in_the_firm_is_refused() {
    let served = firm().await;
    for (who, words) in [
        ("max", "step O-1 contact --yes --reason x"),
        ("pat", "propose O-1 --text x"),
        ("zoe", "firm invite Nora"),
        ("zoe", "firm name X"),
        ("pat", "firm remove Zoé"),
        ("zoe", "firm roles Pat --role sees"),
        ("gil", "firm remove Zoé"),
        ("fay", "firm for F-4"),
        ("gil", "firm leave"),
        ("zoe", "firm join K7QM-2FXR-9TBD-PJZ4"),
    ] {
        refused(&served, who, words).await;
    }
    let why = refused(&served, "zoe", "firm name X").await;
    assert!(why.contains("Manage the firm"), "{why}");
}

#[tokio::test(flavor = "multi_thread")]
async fn ppl_7_one_of_three_proposes_one_leaves_one_confirms() {
    let served = firm().await;
    let fay = Caller::login(served.port, &key("fay")).await;
    let mut screen = fay.screen((120, 36), &[]).await;
    screen.wait_for("O-1").await;
    screen.send("\r").await;
    screen.wait_for("Un brouillon").await;
    done(&served, "ben", "select PR-1 --formula r0 --said x").await;
    done(&served, "max", "firm remove Fay").await;
    // The screen that is open sees none of it any more, at once.
    screen.wait_gone("Un brouillon").await;
    assert!(!SECRETS.iter().any(|secret| screen.text().contains(secret)));
    let left = read(&served, "fay").await;
    assert!(
        !SECRETS.iter().any(|secret| left.contains(secret)),
        "{left}"
    );
    assert!(!left.contains("Atelier Sud"), "{left}");
    refused(&served, "fay", "confirm O-1").await;
    done(&served, "zoe", "confirm O-1").await;
    let mission = page(&served, "zoe").await;
    assert_eq!(
        mission["mission"]["coordinator"], "Zoé Marchand",
        "{mission}"
    );
    let seen = page(&served, "claire").await;
    assert_eq!(seen["turn"]["name"], "Zoé Marchand", "{seen}");
}

#[tokio::test(flavor = "multi_thread")]
async fn ppl_7_who_has_an_account_joins_and_chooses_for_which() {
    let served = firm().await;
    let said = done(&served, "fay", "firm invite 'Gil Verne' --role proposes").await;
    let code = said.lines().next().and_then(|line| line.rsplit(' ').next());
    let code = code.expect("a code");
    let before = read(&served, "gil").await;
    assert!(!before.contains("Atelier Sud"), "only asked: {before}");
    done(&served, "gil", &format!("firm join {code}")).await;
    let ours = read(&served, "gil").await;
    assert!(
        ours.contains("Le plan de la société") && !ours.contains("Le plan de Gil"),
        "{ours}"
    );
    done(&served, "gil", "firm for F-4").await;
    let own = read(&served, "gil").await;
    assert!(
        own.contains("Le plan de Gil") && !own.contains("Le plan de la société"),
        "{own}"
    );
    // Credits for somebody in two firms say which.
    let grant = served.run(&["grant", "P-4", "offer", "1", "--why", "gift"]);
    assert!(!grant.status.success());
    let why = String::from_utf8_lossy(&grant.stderr).into_owned();
    assert!(why.contains("F-3") && why.contains("F-4"), "{why}");
    served.must(&["grant", "F-3", "offer", "1", "--why", "gift"]);
}
