//! BRD-6: the terms in words, by each side's own key: written in parts, agreed to by both, read by nobody who was not
//! selected (PPL-2); and what staff say for the client (PPL-3).

use crate::market::{POST, decide_group, done, market, page, refused, says};
use crate::server::Served;

/// What only both sides and the house may read.
const CANARY: &str = "KESTREL";

/// A market at which Fay was selected by Claire, and Gil was not.
async fn selected() -> Served {
    let served = market();
    decide_group(&served, "i").await;
    done(&served, "ben", POST).await;
    for (who, price) in [("fay", "1000"), ("gil", "1234")] {
        for step in ["consultation", "offer"] {
            done(&served, who, &format!("step O-1 {step} --yes")).await;
        }
        let propose = format!("propose O-1 --price {price} --text 'Par {who}'");
        done(&served, who, &propose).await;
    }
    done(&served, "claire", "select PR-1 --formula basic").await;
    served
}

/// Everything that can be read of the deal, as `who` reads it.
async fn all_that_is_read(served: &Served, who: &str) -> String {
    let mut all = String::new();
    for words in [
        "agreement O-1",
        "agreement O-1 --json",
        "opportunity O-1",
        "opportunity O-1 --json",
        "board all --json",
        "history R-1",
        "show R-1",
        "agree O-1",
        "confirm O-1",
    ] {
        let said = says(served, who, words).await;
        all.push_str(&format!("{words}: {}{}\n", said.out, said.err));
    }
    all
}

#[tokio::test(flavor = "multi_thread")]
async fn brd_6_both_sides_agree_in_words_and_no_loser_reads_a_word_of_it() {
    let served = selected().await;
    let shown = done(&served, "claire", "agreement O-1").await;
    assert!(shown.contains("the whole price on delivery"), "{shown}");
    assert!(shown.contains("client, "), "her yes: {shown}");
    let draw = |one: &str, two: &str| format!("agreement O-1 --item '{one}' --item '{two}'");
    let part = format!("{CANARY} atelier | in May | 600");
    for (two, why) in [
        ("Le rapport | 1.200", "1200"),
        ("Le rapport | 399", "999"),
        ("Le rapport", "what is delivered | when | amount"),
    ] {
        let refused = refused(&served, "fay", &draw(&part, two)).await;
        assert!(refused.contains(why), "{two}: {refused}");
    }
    done(&served, "fay", &draw(&part, "Le rapport | +20d | 400")).await;
    assert_eq!(page(&served, "claire").await["agreement"]["version"], 2);
    done(&served, "fay", "confirm O-1").await;
    assert_eq!(page(&served, "claire").await["turn"]["agrees"], "terms");
    for (who, reads) in [
        ("claire", true),
        ("ben", true),
        ("fay", true),
        ("gil", false),
    ] {
        if who == "claire" || who == "ben" {
            let shown = done(&served, who, "agreement O-1").await;
            assert!(shown.contains(CANARY), "{who}: {shown}");
        }
        let read = match reads {
            true => done(&served, who, "opportunity O-1").await,
            false => all_that_is_read(&served, who).await,
        };
        assert_eq!(read.contains(CANARY), reads, "{who}: {read}");
    }
    done(&served, "claire", "agree O-1").await;
    assert_eq!(page(&served, "claire").await["stage"], "confirmed");
    let read = all_that_is_read(&served, "gil").await;
    assert!(!read.contains(CANARY), "{read}");
    let tranches = &page(&served, "ben").await["agreement"]["tranches"];
    assert_eq!(tranches[0]["amount"]["minor"], 60_000, "{tranches}");
}

#[tokio::test(flavor = "multi_thread")]
async fn ppl_2_who_is_selected_next_reads_nothing_of_the_terms_before() {
    let served = selected().await;
    let item = format!("agreement O-1 --item '{CANARY} | 1000'");
    done(&served, "fay", &item).await;
    done(&served, "claire", "decline O-1 --reason 'trop peu'").await;
    assert_eq!(page(&served, "ben").await["stage"], "open");
    done(&served, "claire", "select PR-2 --formula basic").await;
    let read = all_that_is_read(&served, "gil").await;
    assert!(!read.contains(CANARY), "{read}");
    assert!(
        done(&served, "ben", "history R-1")
            .await
            .contains("trop peu")
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn ppl_3_staff_agree_for_the_client_and_say_how_she_did() {
    let served = selected().await;
    let item = "agreement O-1 --item 'All of it | 1000'";
    let why = refused(&served, "ben", item).await;
    assert!(why.contains("how the client told us"), "{why}");
    done(&served, "ben", &format!("{item} --said 'by mail'")).await;
    done(&served, "fay", "confirm O-1").await;
    // The terms are shown first, then why not.
    let said = says(&served, "ben", "agree O-1").await;
    assert!(said.err.contains("how the client told us"), "{said:?}");
    done(&served, "ben", "agree O-1 --said 'at the fair'").await;
    let told = done(&served, "ben", "history R-1").await;
    assert!(
        told.contains("on behalf of Claire Martin") && told.contains(": at the fair)"),
        "{told}"
    );
    assert_eq!(page(&served, "fay").await["stage"], "confirmed");
}
