//! Amounts and account numbers as the command line takes them (REQ-2, QUO-3, PPL-4): what could mean two
//! things is refused with both, and the answer names what was understood.

use super::{empty, house, piped, run};

/// Price lists with one product at `price`.
fn lists(price: &str, currency: &str) -> String {
    format!(
        "valid_days = 30\n[conditions]\nen = \"\"\nfr = \"\"\n[[brand]]\nkey = \"a\"\nname = \"A\"\n\
         [[list]]\nbrand = \"a\"\nmarket = \"FR\"\ncurrency = \"{currency}\"\nvat = 200\n\
         product = [{{ key = \"p\", en = \"P\", fr = \"P\", unit = \"day\", price = \"{price}\" }}]\n"
    )
}

/// QUO-3: a price is taken as it was typed, or refused with both readings; nothing is rescaled.
#[test]
fn quo_3_a_price_that_could_mean_two_amounts_is_refused_with_both() {
    let data = house();
    for (price, both) in [
        ("0.125 EUR", ["125 EUR", "0.125 EUR"]),
        ("0,125", ["125 EUR", "0.125 EUR"]),
        ("0.001", ["1 EUR", "0.001 EUR"]),
        ("1.200", ["1200 EUR", "1.200 EUR"]),
    ] {
        let before = run(&data, &["prices"]).out;
        let refused = piped(&data, &["prices", "-"], lists(price, "EUR").as_bytes());
        refused
            .refuses(65, &["list a FR, product p"])
            .refuses(65, &both);
        assert_eq!(run(&data, &["prices"]).out, before, "{price}");
    }
    for price in ["5 5", "-5", "12,34.50"] {
        piped(&data, &["prices", "-"], lists(price, "EUR").as_bytes())
            .refuses(65, &["is not a price in EUR"]);
    }
    piped(&data, &["prices", "-"], lists("5", "XQZ").as_bytes()).refuses(65, &["no currency XQZ"]);
    for (price, currency, said, again) in [
        ("1 200,50", "EUR", "a FR p: €1,200.50", "1200.50 EUR"),
        ("1,200.50", "EUR", "a FR p: €1,200.50", "1200.50 EUR"),
        ("1200", "EUR", "a FR p: €1,200.00", "1200.00 EUR"),
        ("50 000", "UGX", "50,000", "50000 UGX"),
        ("1.25", "KWD", "1.250", "01.250 KWD"),
        ("0.125", "KWD", "0.125", "0.125 KWD"),
    ] {
        let set = piped(&data, &["prices", "-"], lists(price, currency).as_bytes());
        if again != "1200.50 EUR" || price == "1 200,50" {
            set.says(&[said]);
        } else {
            set.says(&["Price lists saved: 1"]);
        }
        let printed = run(&data, &["prices"]);
        printed.says(&[again]);
        // What is printed comes back as it was.
        piped(&data, &["prices", "-"], printed.out.as_bytes()).says(&["Price lists saved: 1"]);
        run(&data, &["prices"]).says(&[again]);
    }
}

/// BRD-3: so are the terms.
#[test]
fn brd_3_the_terms_name_the_amount_that_was_understood() {
    let data = house();
    let terms = run(&data, &["terms"]).out;
    let with = |amount: &str| {
        let lines = terms.lines().map(|line| {
            if line.starts_with("coordination = ") {
                format!("coordination = \"{amount}\"")
            } else {
                line.to_owned()
            }
        });
        lines.collect::<Vec<_>>().join("\n")
    };
    piped(&data, &["terms", "-"], with("1.200 EUR").as_bytes())
        .refuses(65, &["coordination", "1200 EUR", "1.200 EUR"]);
    assert_eq!(run(&data, &["terms"]).out, terms);
    piped(&data, &["terms", "-"], with("1 200,50 EUR").as_bytes()).says(&["€1,200.50"]);
    run(&data, &["terms"]).says(&["1200.50 EUR"]);
}

/// PPL-4: an account number is checked where it is entered; the one that is kept stays.
#[test]
fn ppl_4_an_account_number_is_checked_before_it_is_kept() {
    let data = house();
    run(
        &data,
        &["person", "add", "Fay Dubois", "--role", "facilitator"],
    )
    .says(&[]);
    let set = |iban: &str| {
        let text = format!("phone = \"1\"\niban = \"{iban}\"\n");
        piped(&data, &["profile", "P-2", "--set", "-"], text.as_bytes())
    };
    set("BE68 5390 0754 7043").refuses(65, &["iban", "check digits"]);
    set("FR76").refuses(65, &["iban", "wrong length"]);
    set("1234").refuses(65, &["iban", "not an IBAN"]);
    set("be68539007547034").says(&[]);
    run(&data, &["profile", "P-2"]).says(&["BE68 5390 0754 7034"]);
    set("").says(&[]);
}

/// WKS-7: an empty input, as of a pipe that broke, changes no settings.
#[test]
fn wks_7_an_empty_input_wipes_no_settings() {
    let data = house();
    run(
        &data,
        &["person", "add", "Fay Dubois", "--role", "facilitator"],
    )
    .says(&[]);
    piped(&data, &["profile", "P-2", "--set", "-"], b"phone = \"1\"\n").says(&[]);
    for (show, set) in [
        (vec!["routing"], vec!["routing", "-"]),
        (vec!["prices"], vec!["prices", "-"]),
        (vec!["terms"], vec!["terms", "-"]),
        (vec!["profile", "P-2"], vec!["profile", "P-2", "--set", "-"]),
    ] {
        let before = run(&data, &show).says(&[]).out.clone();
        let edition = before.lines().next().expect("a line").to_owned();
        for input in ["", " \n\n", "# nothing\n", &edition] {
            piped(&data, &set, input.as_bytes()).refuses(65, &["the file is empty"]);
            assert_eq!(run(&data, &show).out, before, "{set:?}");
        }
    }
}

/// REQ-2, WKS-8: a budget that names no currency is in that of the organisation.
#[test]
fn req_2_wks_8_a_budget_without_a_currency_is_in_that_of_the_organisation() {
    let data = house();
    let francs = run(&data, &["terms"]).out.replace("EUR", "CHF");
    piped(&data, &["terms", "-"], francs.as_bytes()).says(&[]);
    let table = data.path().join("requests.csv");
    let rows = "organisation;sujet;budget\nLycée Nord;Atelier climat;2500\nLycée Sud;Atelier eau;900 EUR\n";
    std::fs::write(&table, rows).expect("written");
    run(&data, &["import", &table.to_string_lossy()]).says(&["2 new"]);
    for (request, budget) in [("R-1", "2500.00 CHF"), ("R-2", "900.00 EUR")] {
        let json = run(&data, &["show", request, "--json"]).out;
        assert!(json.contains(&format!("\"budget\":\"{budget}\"")), "{json}");
    }
}

/// WKS-8: a house charges in the money of its country from its first minute, whichever lists it starts from.
#[test]
fn wks_8_a_swiss_house_charges_in_francs_from_the_start() {
    for lists in [&["--lists", "translators"][..], &[]] {
        let data = empty();
        let setup = [
            "setup",
            "--name",
            "Urs Frei",
            "--house",
            "Haus",
            "--country",
        ];
        run(&data, &[&setup[..], &["Switzerland"], lists].concat()).says(&["Haus is set up"]);
        run(&data, &["terms"]).says(&["currency = \"CHF\"", "coordination = \"0.00 CHF\""]);
    }
}
