//! Clients' money in words (ESC, WKS-5), by everybody's own key: from a deposit to a release, a dispute to its award, what the
//! treasurer books, and the exports. What may not be seen is answered as if it were not there (PPL-2).

use serde_json::Value;

use crate::market::{POST, decide_group, done, market, refused, says};
use crate::server::{Served, add_key, key};

/// A market at which Fay and Claire agreed on O-1 under R0, in two tranches of 600 and 400, with a treasurer and a mediator.
async fn agreed() -> Served {
    let served = market();
    for (name, role, word) in [
        ("Tess Or", "treasurer", "tess"),
        ("Mia Lin", "mediator", "mia"),
    ] {
        served.must(&["person", "add", name, "--role", role]);
        add_key(served.data.path(), name, &key(word));
    }
    decide_group(&served, "i").await;
    done(&served, "ben", POST).await;
    for step in ["consultation", "offer"] {
        done(&served, "fay", &format!("step O-1 {step} --yes")).await;
    }
    done(&served, "fay", "propose O-1 --price 1000 --text Oui").await;
    done(&served, "claire", "select PR-1 --formula r0").await;
    let draw = "agreement O-1 --item 'Atelier | in May | 600' --item 'Rapport | in June | 400'";
    done(&served, "fay", draw).await;
    done(&served, "fay", "confirm O-1").await;
    done(&served, "claire", "agree O-1").await;
    served
}

/// The account of O-1, as `who` has it.
async fn account(served: &Served, who: &str) -> Value {
    let out = done(served, who, "escrow show O-1 --json").await;
    serde_json::from_str(&out).expect("JSON")
}

/// ESC-2 ESC-3 ESC-4: a deposit of 800 funds 800 and says so; the rest is not worked on; what is accepted is released.
#[tokio::test(flavor = "multi_thread")]
async fn esc_3_a_deposit_is_booked_worked_on_accepted_and_released_in_words() {
    let served = agreed().await;
    let why = refused(&served, "fay", "tranche start O-1 1").await;
    assert!(why.contains("do not start"), "{why}");
    let deposit = "books deposit '800 EUR' --from 'Claire Martin' --ref B-1 --for O-1";
    done(&served, "tess", deposit).await;
    let why = refused(&served, "tess", deposit).await;
    assert!(why.contains("E-"), "booked twice: {why}");
    let told = done(&served, "fay", "escrow show O-1").await;
    assert!(
        told.contains("may work on €800.00 of the €1,000.00 left"),
        "{told}"
    );
    assert!(told.contains("partly funded"), "{told}");
    let page = account(&served, "fay").await;
    assert_eq!(page["may_work_on"]["minor"], 80_000);
    assert_eq!(page["tranches"][1]["missing"]["minor"], 20_000);
    done(&served, "fay", "tranche start O-1 1").await;
    done(
        &served,
        "fay",
        "tranche deliver O-1 1 --words 'Fait, en mai'",
    )
    .await;
    let why = refused(
        &served,
        "claire",
        "tranche accept O-1 1 part 700 --words 'presque'",
    )
    .await;
    assert!(why.contains("600"), "{why}");
    let both = refused(
        &served,
        "claire",
        "tranche accept O-1 1 part 1.200 --words x",
    )
    .await;
    assert!(
        both.contains("1200 EUR") && both.contains("1.200 EUR"),
        "{both}"
    );
    let other = refused(
        &served,
        "claire",
        "tranche accept O-1 1 part '5 USD' --words x",
    )
    .await;
    assert!(other.contains("EUR"), "{other}");
    done(
        &served,
        "claire",
        "tranche accept O-1 1 part 500 --words 'il manque une page'",
    )
    .await;
    let page = account(&served, "claire").await;
    assert_eq!(page["released"]["minor"], 50_000);
    assert_eq!(page["held"]["minor"], 30_000);
    let rows = done(&served, "claire", "escrow statement O-1").await;
    assert!(
        rows.lines()
            .any(|row| row.contains("L01") && row.contains("500.00 EUR")),
        "{rows}"
    );
    let listed = done(&served, "claire", "escrow list").await;
    assert!(listed.starts_with("O-1\t"), "{listed}");
}

/// ESC-5: a mediator proposes, both sides answer with their word, and only then an award shares what is held.
#[tokio::test(flavor = "multi_thread")]
async fn esc_5_a_dispute_is_opened_mediated_answered_and_awarded_in_words() {
    let served = agreed().await;
    done(
        &served,
        "tess",
        "books deposit '1000 EUR' --ref B-1 --for O-1",
    )
    .await;
    done(
        &served,
        "claire",
        "dispute open O-1 --claim 900 --tranche 1 --words 'rien reçu'",
    )
    .await;
    let shares = "--provider 200 --client 400 --words 'moitié moitié'";
    let why = refused(&served, "mia", &format!("dispute award O-1 {shares}")).await;
    assert!(why.contains("Propose a settlement first"), "{why}");
    let wrong = "dispute propose O-1 --provider 500 --client 400 --until +5d --words x";
    let why = refused(&served, "mia", wrong).await;
    assert!(why.contains("600"), "at most what is held: {why}");
    done(
        &served,
        "mia",
        &format!("dispute propose O-1 {shares} --until +5d"),
    )
    .await;
    done(
        &served,
        "claire",
        "dispute answer O-1 refuse --words 'je veux tout'",
    )
    .await;
    let shown = done(
        &served,
        "fay",
        "dispute answer O-1 accept --words \"d'accord\"",
    )
    .await;
    assert!(shown.contains("To the provider: €200.00"), "{shown}");
    done(
        &served,
        "fay",
        "dispute say O-1 --words 'je reste disponible'",
    )
    .await;
    done(&served, "mia", &format!("dispute award O-1 {shares}")).await;
    let page = account(&served, "fay").await;
    assert_eq!(page["dispute"]["outcome"], "awarded", "{page}");
    assert_eq!(page["not_paid_out"]["minor"], 20_000);
    let said = page["dispute"]["said"].as_array().expect("a list").len();
    assert_eq!(said, 6, "{page}");
    // What goes back waits as her credit, until the treasurer sends it.
    done(&served, "tess", "books send-back C-1 '400 EUR'").await;
}

/// ESC-10 PPL-2: who keeps the books reads and exports them; nobody else learns that there are any.
#[tokio::test(flavor = "multi_thread")]
async fn esc_10_the_books_are_read_and_exported_by_who_keeps_them_and_nobody_else() {
    let served = agreed().await;
    let text = "'=1+1; \"x\"'";
    done(
        &served,
        "tess",
        &format!("books deposit '800 EUR' --from {text} --for O-1"),
    )
    .await;
    done(&served, "tess", "books deposit '5000 JPY' --from Yen").await;
    let told = done(&served, "tess", "books show").await;
    assert!(
        told.contains("Clients’ money is covered.") && told.contains("JPY"),
        "{told}"
    );
    assert!(
        !told.contains("O-0") && !told.contains("escrow:O-1"),
        "{told}"
    );
    let told = done(&served, "tess", "books show --accounts").await;
    assert!(
        told.contains("    liabilities:escrow:O-1:ms:1  €600.00"),
        "{told}"
    );
    let yen = done(&served, "tess", "books show JPY --json").await;
    let yen: Value = serde_json::from_str(&yen).expect("JSON");
    assert_eq!(
        (&yen["debit"], &yen["credit"]),
        (&5_000.into(), &5_000.into()),
        "{yen}"
    );
    for (format, holds) in [
        (
            "hledger",
            "    liabilities:unallocated  -5000 JPY = -5000 JPY",
        ),
        ("beancount", "open Liabilities:Escrow:O-1:Ms:1:EUR EUR"),
        ("csv", "'=1+1;"),
    ] {
        let words = format!("books export {format}");
        let one = done(&served, "tess", &words).await;
        assert!(one.contains(holds), "{one}");
        assert_eq!(one, done(&served, "tess", &words).await, "{format}");
        for who in ["fay", "claire", "gil"] {
            refused(&served, who, &words).await;
        }
    }
    for words in ["escrow show", "escrow statement"] {
        let there = refused(&served, "gil", &format!("{words} O-1")).await;
        let none = refused(&served, "gil", &format!("{words} O-99")).await;
        assert_eq!(there.replace("O-1", "O-99"), none);
    }
    let there = refused(&served, "gil", "escrow entry E-1").await;
    assert_eq!(
        there.replace("E-1", "E-99"),
        refused(&served, "gil", "escrow entry E-99").await
    );
    let entry = done(&served, "claire", "escrow entry E-1").await;
    assert!(entry.contains("E-1"), "{entry}");
}

/// ESC-4 PPL-3: staff speak for a side only with how that side told them.
#[tokio::test(flavor = "multi_thread")]
async fn ppl_3_staff_answer_for_the_client_and_say_how_she_did() {
    let served = agreed().await;
    done(
        &served,
        "tess",
        "books deposit '1000 EUR' --ref B-1 --for O-1",
    )
    .await;
    done(&served, "fay", "tranche start O-1 1").await;
    done(&served, "fay", "tranche deliver O-1 1").await;
    let accept = "tranche accept O-1 1 whole";
    let why = refused(&served, "ben", accept).await;
    assert!(why.contains("told us"), "{why}");
    done(&served, "ben", &format!("{accept} --said 'au téléphone'")).await;
    assert_eq!(account(&served, "fay").await["released"]["minor"], 60_000);
    let again = says(&served, "ben", &format!("{accept} --said 'au téléphone'")).await;
    assert_ne!(again.status, Some(0), "{again:?}");
}
