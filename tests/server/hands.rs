//! BRD-8 by everybody's own key: the client's person in charge sees her mission and nothing that led to it (PPL-2), a
//! coordinator is replaced, both sides are introduced; and others' files are read where offers are shown whole (BRD-4).

use crate::caller::Caller;
use crate::market::{POST, decide_group, done, market, page, refused, says};
use crate::server::{Served, key};

/// What of Fay's proposal, or of what was agreed, somebody in charge never reads.
const CANARY: &str = "KESTREL";

/// A market at which Fay runs O-1, for 1,234 euros.
async fn running() -> Served {
    let served = market();
    decide_group(&served, "i").await;
    done(&served, "ben", POST).await;
    for step in ["consultation", "offer"] {
        done(&served, "fay", &format!("step O-1 {step} --yes")).await;
    }
    let propose = format!("propose O-1 --price 1234 --text 'Le plan {CANARY}'");
    done(&served, "fay", &propose).await;
    done(&served, "claire", "select PR-1 --formula basic").await;
    done(&served, "fay", "confirm O-1").await;
    served
}

/// Everything that can be read of the deal, as `who` reads it.
async fn all_that_is_read(served: &Served, who: &str) -> String {
    let mut all = String::new();
    for words in [
        "opportunity O-1",
        "opportunity O-1 --json",
        "agreement O-1",
        "board all --json",
        "history R-1",
        "show R-1",
        "attached PR-1",
        "introduction O-1",
    ] {
        let said = says(served, who, words).await;
        all.push_str(&format!("{words}: {}{}\n", said.out, said.err));
    }
    all
}

#[tokio::test(flavor = "multi_thread")]
async fn brd_8_another_coordinator_is_asked_declines_and_another_takes_it() {
    let served = running().await;
    let why = refused(&served, "fay", "mission replace O-1 Gil --reason x").await;
    assert!(!why.is_empty());
    let replace = "mission replace O-1 Gil --reason 'Fay is ill'";
    done(&served, "ben", replace).await;
    let fays = done(&served, "fay", "opportunity O-1").await;
    assert!(
        fays.contains("You coordinated this mission until"),
        "{fays}"
    );
    assert!(!fays.contains("Claire.Martin@"), "{fays}");
    let gils = done(&served, "gil", "opportunity O-1").await;
    assert!(
        gils.contains("offered to you") && gils.contains("1,234.00"),
        "{gils}"
    );
    assert!(!gils.contains("Martin") && !gils.contains(CANARY), "{gils}");
    done(&served, "gil", "decline O-1 --reason 'pas en mai'").await;
    assert_eq!(
        page(&served, "ben").await["turn"]["replaces"],
        "coordinator"
    );
    done(&served, "ben", replace).await;
    done(&served, "gil", "confirm O-1").await;
    let gils = done(&served, "gil", "opportunity O-1").await;
    assert!(gils.contains("Claire.Martin@"), "{gils}");
    assert!(!gils.contains(CANARY), "Fay's words are hers: {gils}");
    // The terms are his from now on, and no longer hers.
    assert_eq!(page(&served, "gil").await["agreement"]["agreed"], true);
    assert!(page(&served, "fay").await["agreement"].is_null());
    let told = done(&served, "ben", "history R-1").await;
    for part in [
        "no longer coordinates it. Fay is ill",
        "Gil Verne coordinates it from now on",
    ] {
        assert!(told.contains(part), "{part}: {told}");
    }
    let told = done(&served, "claire", "opportunity O-1").await;
    assert!(
        told.contains("Gil Verne") && !told.contains("Fay is ill"),
        "{told}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn brd_8_coordinator_and_client_are_introduced_in_the_clients_language() {
    let served = running().await;
    for who in ["ben", "fay"] {
        let message = done(&served, who, "introduction O-1").await;
        for part in [
            "Bonjour Claire Martin",
            "Fay Dubois",
            "Claire.Martin@atelier-du-lac.example",
        ] {
            assert!(message.contains(part), "{who}: {part}: {message}");
        }
    }
    let why = refused(&served, "gil", "introduction O-1").await;
    assert!(!why.contains("Claire"), "{why}");
}

#[tokio::test(flavor = "multi_thread")]
async fn ppl_2_who_is_in_charge_reads_the_mission_and_nothing_that_led_to_it() {
    let served = running().await;
    served.must(&["person", "add", "Zoé Blanc", "--role", "client_contact"]);
    let public = key("zoe").public_key().to_openssh().expect("a key");
    served.must(&["key", "add", "Zoé Blanc", &public]);
    let mail = "From: Zoé Blanc <zoe@atelier-du-lac.example>\nTo: nous@nord.example\n\
         Subject: Dates\nMessage-ID: <zoe@test.example>\n\
         Content-Type: text/plain; charset=utf-8\n\nEn mai ?\n";
    let taken = served.piped(&["import", "-"], mail.as_bytes());
    assert!(taken.status.success(), "{taken:?}");
    served.must(&["link", "Zoé", "zoe@atelier-du-lac.example"]);
    let before = all_that_is_read(&served, "zoe").await;
    assert!(!before.contains("Café"), "{before}");
    done(&served, "claire", "mission charge O-1 'Zoé Blanc'").await;
    let read = all_that_is_read(&served, "zoe").await;
    assert!(
        read.contains("Fay Dubois") && read.contains("Zoé Blanc"),
        "{read}"
    );
    for secret in [CANARY, "1234", "1,234", "123400", "PR-1 ·"] {
        assert!(!read.contains(secret), "{secret}: {read}");
    }
    let fays = done(&served, "fay", "opportunity O-1").await;
    assert!(fays.contains("zoe@atelier-du-lac.example"), "{fays}");
    done(&served, "claire", "mission charge O-1 'Zoé Blanc' --out").await;
    let after = all_that_is_read(&served, "zoe").await;
    assert!(!after.contains("Fay Dubois"), "{after}");
}

#[tokio::test(flavor = "multi_thread")]
async fn brd_4_others_files_are_read_only_where_offers_are_shown_whole() {
    let served = market();
    decide_group(&served, "i").await;
    done(&served, "ben", POST).await;
    for who in ["fay", "gil"] {
        for step in ["consultation", "offer"] {
            done(&served, who, &format!("step O-1 {step} --yes")).await;
        }
    }
    done(&served, "fay", "propose O-1 --price 1000 --text 'Le plan'").await;
    let fay = Caller::login(served.port, &key("fay")).await;
    let words = format!("attach O-1 - --name {CANARY}.pdf");
    let attached = fay.piped(&words, b"what is in it").await;
    assert_eq!(attached.status, Some(0), "{attached:?}");
    let offers = |value: &str| {
        let terms = served.must(&["terms"]);
        let line = |line: &str| match line.starts_with("others_offers") {
            true => format!("others_offers = \"{value}\"\n"),
            false => format!("{line}\n"),
        };
        let text: String = terms.lines().map(line).collect();
        let set = served.piped(&["--as", "Amélie", "terms", "-"], text.as_bytes());
        assert!(set.status.success(), "{set:?}");
    };
    offers("figures");
    let read = all_that_is_read(&served, "gil").await;
    assert!(!read.contains(CANARY), "{read}");
    offers("whole");
    let read = all_that_is_read(&served, "gil").await;
    assert!(read.contains(CANARY), "{read}");
    let file = done(&served, "gil", "attached PR-1 --get 1").await;
    assert_eq!(file, "what is in it");
}
