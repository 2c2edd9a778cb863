//! Amounts as they are typed for the board (BRD-4, BRD-5), in both languages: understood and named, or refused
//! with both readings.

use crate::market::{POST, decide_group, market, refused};

/// BRD-4 BRD-5: no amount is rescaled; the answer names the one that was understood.
#[tokio::test(flavor = "multi_thread")]
async fn brd_4_brd_5_a_typed_amount_is_named_or_refused_with_both_readings() {
    let served = market();
    decide_group(&served, "i").await;
    let post = |amount: &str| POST.replace("'1200 EUR'", &format!("\"{amount}\""));
    for (amount, both) in [
        ("1.200", ["1200 EUR", "1.200 EUR"]),
        ("0,125 EUR", ["125 EUR", "0.125 EUR"]),
    ] {
        let why = refused(&served, "ben", &post(amount)).await;
        assert!(why.contains("--amount"), "{why}");
        assert!(both.iter().all(|one| why.contains(one)), "{why}");
    }
    let posted = crate::market::done(&served, "ben", &post("1 200,50")).await;
    assert!(posted.contains("Amount understood: €1,200.50"), "{posted}");
    let propose = |price: &str| format!("propose O-1 --price \"{price}\" --text x --draft");
    for (price, both) in [
        ("0.125", ["125 EUR", "0.125 EUR"]),
        ("0.001", ["1 EUR", "0.001 EUR"]),
        ("1,200", ["1200 EUR", "1.200 EUR"]),
    ] {
        let why = refused(&served, "fay", &propose(price)).await;
        assert!(both.iter().all(|one| why.contains(one)), "{why}");
    }
    let why = refused(&served, "fay", &propose("5 5")).await;
    assert!(why.contains("not an amount"), "{why}");
    let french = served.run(&[
        "--lang",
        "fr",
        "post",
        "R-1",
        "--sessions",
        "1",
        "--until",
        "+10d",
        "--amount",
        "1.200",
        "--text",
        "x",
    ]);
    let why = String::from_utf8_lossy(&french.stderr).into_owned();
    assert!(why.contains("1200 EUR ou 1,200 EUR"), "{why}");
}
