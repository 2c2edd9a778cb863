//! FUP-4 over SSH: a facilitator reads whom to ask, and nobody else's address; who has no part reads of no officer (PPL-2).

use crate::market::{POST, decide_group, done, market, page, says};
use crate::server::{Served, add_key, key, must};

/// Where Ben and the providers' desk are reached.
const BEN: &str = "ben.kestrel@nord.example";
const DESK: &str = "prestataires.osprey@nord.example";
const PHONE: &str = "+33 4 50 00 00 00";

/// A market whose Ben has an address, with Fay's proposal before the client.
async fn market_with_desk() -> Served {
    let served = market();
    served.must(&["person", "edit", "Ben", "--email", BEN]);
    decide_group(&served, "i").await;
    done(&served, "ben", POST).await;
    for who in ["fay", "gil"] {
        for step in ["consultation", "offer"] {
            done(&served, who, &format!("step O-1 {step} --yes")).await;
        }
    }
    done(&served, "fay", "propose O-1 --price 1000 --text 'Le plan'").await;
    served
}

/// All that somebody could be told of whom to ask.
async fn read(served: &Served, who: &str) -> String {
    let mut all = String::new();
    for words in [
        "whoami",
        "whoami --json",
        "opportunity O-1",
        "opportunity O-1 --json",
        "firm show",
        "firm show --json",
        "board all --json",
    ] {
        let said = says(served, who, words).await;
        all.push_str(&format!("{words}: {}{}\n", said.out, said.err));
    }
    all
}

#[tokio::test(flavor = "multi_thread")]
async fn fup_4_the_desk_first_then_who_follows_up_and_nobody_elses_address() {
    let served = market_with_desk().await;
    let before = read(&served, "fay").await;
    assert!(before.contains(BEN) && !before.contains(DESK), "{before}");
    served.must(&["settings", "set", "organisation.contact-phone", PHONE]);
    served.must(&["settings", "set", "organisation.contact-email", DESK]);
    let general = read(&served, "gil").await;
    assert!(
        general.contains(DESK) && general.contains(PHONE),
        "{general}"
    );
    let add = ["person", "add", "Odile Osprey", "--role", "providers_desk"];
    served.must(&add);
    let fays = read(&served, "fay").await;
    for part in ["Odile Osprey", DESK, PHONE, BEN, "Ben"] {
        assert!(fays.contains(part), "{part}: {fays}");
    }
    let ask = page(&served, "fay").await["ask"].clone();
    assert_eq!(ask["first"][0]["name"], "Odile Osprey", "{ask}");
    assert_eq!(ask["then"][0]["email"], BEN, "{ask}");
    // Gil opened it and has a draft; the client and who is nobody to it read of neither.
    done(&served, "gil", "propose O-1 --text 'Un brouillon' --draft").await;
    let gils = read(&served, "gil").await;
    assert!(
        gils.contains("Odile Osprey") && !gils.contains(BEN),
        "{gils}"
    );
    for who in ["claire", "pia"] {
        let read = read(&served, who).await;
        for secret in [BEN, DESK, PHONE, "Odile"] {
            assert!(!read.contains(secret), "{who}: {secret}: {read}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn fup_4_it_stands_on_home_and_on_the_page() {
    let served = market_with_desk().await;
    served.must(&["settings", "set", "organisation.contact-email", DESK]);
    let fay = crate::caller::Caller::login(served.port, &key("fay")).await;
    let mut screen = fay.screen((120, 36), &[]).await;
    screen.wait_for("O-1").await;
    screen.send("0").await;
    screen.wait_for("Whom to ask").await;
    screen.wait_for(DESK).await;
    screen.wait_for(BEN).await;
    screen.send("\x11").await;
    screen.end().await;
}

// PPL-1: who sells subscriptions logs in, sees requests and sells credits; she posts nothing.
#[tokio::test(flavor = "multi_thread")]
async fn fup_4_the_desk_sells_credits_and_does_no_follow_up() {
    let data = crate::server::house();
    must(
        data.path(),
        &["person", "add", "Odile", "--role", "providers_desk"],
    );
    add_key(data.path(), "Odile", &key("odile"));
    let served = Served::start(data, &[]);
    done(&served, "odile", "inbox").await;
    let refused = says(&served, "odile", POST).await;
    assert_ne!(refused.status, Some(0), "{refused:?}");
    let sold = says(&served, "odile", "grant P-3 offer 1 --why subscription").await;
    assert_eq!(sold.status, Some(0), "{sold:?}");
}
