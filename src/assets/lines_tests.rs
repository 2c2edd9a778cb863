//! The lines of a quotation as a file: out and in again, and what is wrong is named by its line and field.

use super::*;

fn word() -> Line {
    Line {
        product: Some("fr_nl".into()),
        text: "Vertaling FR→NL".into(),
        unit: Lists::default().first(),
        quantity: 1,
        price: 14,
        discount: 0,
        vat: 210,
    }
}

#[test]
fn quo_3_wks_5_lines_go_out_and_come_back() {
    let (lists, products) = (Lists::default(), [word()]);
    let words = LineWords {
        lists: &lists,
        products: &products,
        currency: Currency::EUR,
    };
    let free = Line {
        product: None,
        text: "Reis \"heen\"".into(),
        unit: lists.parse("flat").expect("a unit"),
        quantity: 1,
        price: 8_550,
        discount: 100,
        vat: 60,
    };
    let lines = [
        Line {
            quantity: 4_000,
            ..word()
        },
        free,
    ];
    let text = words.text(3, &lines, "een nota");
    let read = words.lines(&text).expect("read");
    assert_eq!((&*read.lines, read.version), (&lines[..], Some(3)));
    assert_eq!(read.note.as_deref(), Some("een nota"));
    assert_eq!(words.text(3, &read.lines, "een nota"), text);
    let short = "[[line]]\nproduct = \"fr_nl\"\nquantity = 2\n";
    let read = words.lines(short).expect("read");
    assert_eq!(
        (&*read.lines[0].text, read.lines[0].price),
        ("Vertaling FR→NL", 14)
    );
    assert_eq!((read.version, read.note), (None, None));
}

#[test]
fn quo_3_wks_5_wrong_lines_name_their_line_and_field() {
    let (lists, products) = (Lists::default(), [word()]);
    let words = LineWords {
        lists: &lists,
        products: &products,
        currency: Currency::EUR,
    };
    let has = |text: &str, parts: &[&str]| {
        let said = words.lines(text).err().expect("wrong").to_string();
        for part in parts {
            assert!(said.contains(part), "{part:?} is not in {said:?}");
        }
    };
    let line = |rest: &str| format!("note = \"\"\n[[line]]\nquantity = 1\n{rest}\n");
    has(
        &line("product = \"x\""),
        &["line 4: line 1 of the quotation, product: x", "fr_nl"],
    );
    has(
        &line("product = \"fr_nl\"\nprice = \"3\""),
        &["line 5", "price: the price list"],
    );
    let free = "text = \"a\"\nunit = \"flat\"\nprice = \"5\"\nvat = 0";
    assert_eq!(words.lines(&line(free)).expect("read").lines[0].price, 500);
    has(
        &line(&free.replace("flat", "mile")),
        &["line 5", "unit: mile"],
    );
    has(
        &line(&free.replace("\"5\"", "\"5 CHF\"")),
        &["line 6", "price: 5 CHF"],
    );
    has(
        &line(&free.replace("vat = 0", "vat = 1001")),
        &["line 7", "vat"],
    );
    has(
        &line(&free.replace("text = \"a\"", "text = \" \"")),
        &["line 4", "text"],
    );
    has(
        &line("unit = \"flat\""),
        &["line 3", "price: it is missing"],
    );
    has(
        "[[line]]\nproduct = \"fr_nl\"\nquantity = 0\n",
        &["line 3", "quantity"],
    );
    has(
        "[[line]]\nproduct = \"fr_nl\"\nquantity = 1\ndiscount = 2000\n",
        &["line 4", "discount"],
    );
    has("[[line]]\nproduct = \"fr_nl\"\n", &["line 1", "quantity"]);
    has("currency = \"CHF\"\n", &["line 1", "currency: CHF", "EUR"]);
    has("lines = 3\n", &["line 1", "lines"]);
}
