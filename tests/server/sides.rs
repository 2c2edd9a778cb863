//! One person on both sides of a deal, by their own key (PPL-1): neither reads rivals' proposals, in whatever words,
//! nor decides. And what the history says after a decline (PPL-6).

use crate::market::{POST, PROFILE, decide_group, done, market, refused, says};
use crate::server::Served;

/// What of Gil's proposal must not be read.
const RIVAL: [&str; 3] = ["1,234", "1234", "Le plan de Gil"];

/// A market at which Gil's and Fay's proposals are before the client.
async fn with_two() -> Served {
    let served = market();
    decide_group(&served, "i").await;
    done(&served, "ben", POST).await;
    for (who, price, text) in [
        ("fay", "1000", "Le plan de Fay"),
        ("gil", "1234", "Le plan de Gil"),
    ] {
        for step in ["consultation", "offer"] {
            done(&served, who, &format!("step O-1 {step} --yes")).await;
        }
        let propose = format!("propose O-1 --price {price} --text '{text}'");
        done(&served, who, &propose).await;
    }
    served
}

/// Everything that can be read of the deal, as `who` reads it.
async fn all_that_is_read(served: &Served, who: &str) -> String {
    let mut all = String::new();
    for words in [
        "opportunity O-1",
        "opportunity O-1 --json",
        "board all",
        "board all --json",
        "history R-1",
        "history R-1 --json",
        "show R-1",
        "show R-1 --json",
        "attached PR-2",
        "stats --json",
    ] {
        let said = says(served, who, words).await;
        all.push_str(&format!("{words}: {}{}\n", said.out, said.err));
    }
    all
}

#[tokio::test(flavor = "multi_thread")]
async fn ppl_1_who_is_on_both_sides_reads_no_rivals_price_and_decides_nothing() {
    let served = with_two().await;
    // An officer, and the client, read it all.
    for who in ["ben", "claire"] {
        let read = all_that_is_read(&served, who).await;
        assert!(read.contains("Le plan de Gil"), "{who}: {read}");
    }
    served.must(&[
        "person",
        "roles",
        "Fay",
        "--role",
        "facilitator",
        "--role",
        "relation_officer",
    ]);
    served.must(&[
        "person",
        "roles",
        "Claire",
        "--role",
        "facilitator",
        "--role",
        "client_contact",
    ]);
    for who in ["fay", "claire"] {
        let read = all_that_is_read(&served, who).await;
        for secret in RIVAL {
            assert!(!read.contains(secret), "{who}: {secret}: {read}");
        }
        assert!(read.contains("O-1"), "{who} still sees the deal: {read}");
        for words in ["judge PR-2 interesting", "select PR-2"] {
            let why = refused(&served, who, words).await;
            assert!(why.contains("both sides of O-1"), "{who}: {words}: {why}");
        }
    }
    // The other account of the same human being is no way round.
    served.must(&["person", "roles", "Claire", "--role", "client_contact"]);
    let mail = "claire.martin@atelier-du-lac.example";
    assert!(
        all_that_is_read(&served, "claire")
            .await
            .contains("Le plan de Gil")
    );
    served.must(&["person", "edit", "Fay", "--email", mail]);
    let read = all_that_is_read(&served, "claire").await;
    assert!(!RIVAL.iter().any(|secret| read.contains(secret)), "{read}");
    let why = refused(&served, "claire", "select PR-2").await;
    assert!(why.contains("both sides"), "{why}");
    // A colleague decides.
    done(&served, "ben", "select PR-2 --formula r0 --said x").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn ppl_6_after_a_decline_nobody_is_told_to_have_proposed() {
    let served = with_two().await;
    done(&served, "ben", "select PR-2 --formula r0 --said x").await;
    let before = done(&served, "ben", "history R-1").await;
    done(&served, "gil", "decline O-1 --reason 'Je suis pris.'").await;
    let after = done(&served, "ben", "history R-1").await;
    let new = after.strip_prefix(&before).expect("history only grows");
    assert!(
        new.contains("O-1: selection reopened: Je suis pris."),
        "{new}"
    );
    assert!(
        !new.contains("proposes") && !new.contains("Fay Dubois"),
        "{new}"
    );
}

// A facilitator who opened it knows between which prices the others are; with two of them that is both prices.
#[tokio::test(flavor = "multi_thread")]
async fn ppl_1_who_is_on_both_sides_is_told_no_range_of_prices() {
    let served = with_two().await;
    let roles = |roles: &[&str]| {
        let mut words = vec!["person", "roles", "Pia"];
        words.extend(roles.iter().flat_map(|role| ["--role", *role]));
        served.must(&words);
    };
    roles(&["facilitator", "pricing_officer"]);
    let set = ["--as", "Amélie", "profile", "P-6", "--set", "-"];
    let set = served.piped(&set, PROFILE.as_bytes());
    assert!(set.status.success(), "{set:?}");
    served.must(&["grant", "P-6", "consultation", "1", "--why", "subscription"]);
    done(&served, "pia", "step O-1 consultation --yes").await;
    let others = |page: String| {
        let page: serde_json::Value = serde_json::from_str(&page).expect("no JSON");
        (
            page["others"]["count"].clone(),
            page["others"]["lowest"].clone(),
        )
    };
    let both = others(done(&served, "pia", "opportunity O-1 --json").await);
    assert_eq!(both, (2.into(), serde_json::Value::Null));
    roles(&["facilitator"]);
    let (_, lowest) = others(done(&served, "pia", "opportunity O-1 --json").await);
    assert!(!lowest.is_null(), "as any facilitator");
}
