//! What is read as an amount, what is refused and with which readings.

use iso_currency::Currency as Iso;

use super::*;

fn currency(code: &str) -> Currency {
    Currency::parse(code).unwrap_or_else(|| panic!("{code}"))
}

/// A typed text, what its currency is without one in it, and the amount it means.
const READ: [(&str, &str, &str); 58] = [
    ("2500", "EUR", "2500.00 EUR"),
    ("0", "EUR", "0.00 EUR"),
    ("7", "EUR", "7.00 EUR"),
    ("0125", "EUR", "125.00 EUR"),
    ("1 200", "EUR", "1200.00 EUR"),
    ("1\u{a0}200", "EUR", "1200.00 EUR"),
    ("1\u{202f}200", "EUR", "1200.00 EUR"),
    ("1\u{2009}200\u{a0}300", "EUR", "1200300.00 EUR"),
    ("12 345 678,90", "EUR", "12345678.90 EUR"),
    ("1 200,50", "EUR", "1200.50 EUR"),
    ("1 200.50", "EUR", "1200.50 EUR"),
    ("1 200,5", "EUR", "1200.50 EUR"),
    ("1,200.50", "EUR", "1200.50 EUR"),
    ("1.200,50", "EUR", "1200.50 EUR"),
    ("1,200,300", "EUR", "1200300.00 EUR"),
    ("1.200.300", "EUR", "1200300.00 EUR"),
    ("1,200,300.05", "EUR", "1200300.05 EUR"),
    ("1.200.300,05", "EUR", "1200300.05 EUR"),
    ("1'200", "EUR", "1200.00 EUR"),
    ("1’200.50", "EUR", "1200.50 EUR"),
    ("1'200,5", "EUR", "1200.50 EUR"),
    ("0,5", "EUR", "0.50 EUR"),
    ("0.50", "EUR", "0.50 EUR"),
    (".50", "EUR", "0.50 EUR"),
    (",5", "EUR", "0.50 EUR"),
    ("1200,50", "EUR", "1200.50 EUR"),
    ("1200.5", "EUR", "1200.50 EUR"),
    ("0012,30", "EUR", "12.30 EUR"),
    ("2 500,50 €", "EUR", "2500.50 EUR"),
    ("2 500,50€", "CHF", "2500.50 EUR"),
    ("€2,500.50", "EUR", "2500.50 EUR"),
    ("€ 900", "EUR", "900.00 EUR"),
    ("1.200,00 EUR", "USD", "1200.00 EUR"),
    ("eur 5", "USD", "5.00 EUR"),
    ("CHF 1'200", "EUR", "1200.00 CHF"),
    ("1200 chf", "EUR", "1200.00 CHF"),
    ("800 euros", "EUR", "800.00 EUR"),
    ("1 euro", "EUR", "1.00 EUR"),
    ("$12.99", "EUR", "12.99 USD"),
    ("12,99 $", "EUR", "12.99 USD"),
    ("£3", "EUR", "3.00 GBP"),
    ("  42  ", "EUR", "42.00 EUR"),
    ("120000 JPY", "EUR", "120000 JPY"),
    ("120 000", "JPY", "120000 JPY"),
    ("1,200,300", "JPY", "1200300 JPY"),
    ("50000 UGX", "EUR", "50000 UGX"),
    ("50 000", "PYG", "50000 PYG"),
    ("0.125", "KWD", "0.125 KWD"),
    ("0,125 KWD", "EUR", "0.125 KWD"),
    (".125", "TND", "0.125 TND"),
    ("01.200", "KWD", "1.200 KWD"),
    ("1.25", "KWD", "1.250 KWD"),
    ("1200.125", "KWD", "1200.125 KWD"),
    ("1,200.125", "KWD", "1200.125 KWD"),
    ("1 200,125", "IQD", "1200.125 IQD"),
    ("1.2005", "CLF", "1.2005 CLF"),
    ("1 200,0005 UYW", "EUR", "1200.0005 UYW"),
    ("9 999 999 999 999 999,99", "EUR", "9999999999999999.99 EUR"),
];

/// A typed text, its currency, the two amounts it could mean, and how the second is understood.
const BOTH: [(&str, &str, &str, &str, Option<&str>); 26] = [
    ("1.200", "EUR", "1200", "1.200", Some("1.20")),
    ("1,200", "EUR", "1200", "1.200", Some("1.20")),
    ("1.200 €", "EUR", "1200", "1.200", Some("1.20")),
    ("€1,200", "EUR", "1200", "1.200", Some("1.20")),
    ("12.345", "EUR", "12345", "12.345", None),
    ("123,456", "EUR", "123456", "123.456", None),
    ("0.125", "EUR", "125", "0.125", None),
    ("0,125", "EUR", "125", "0.125", None),
    ("0.125 EUR", "USD", "125", "0.125", None),
    ("0.001", "EUR", "1", "0.001", None),
    ("0.500", "EUR", "500", "0.500", Some("0.50")),
    (".125", "EUR", "125", "0.125", None),
    ("1.2345", "EUR", "12345", "1.2345", None),
    ("1200,500", "EUR", "1200500", "1200.500", Some("1200.50")),
    ("1,234.567", "EUR", "1234567", "1234.567", None),
    ("1.234,567", "EUR", "1234567", "1234.567", None),
    ("1 200,300", "EUR", "1200300", "1200.300", Some("1200.30")),
    ("1'200.305", "CHF", "1200305", "1200.305", None),
    ("0.5", "JPY", "5", "0.5", None),
    ("1200.50", "JPY", "120050", "1200.50", None),
    ("1,200", "JPY", "1200", "1.200", None),
    ("12,00", "JPY", "1200", "12.00", Some("12")),
    ("1.200", "KWD", "1200", "1.200", Some("01.200")),
    ("1,255", "KWD", "1255", "1.255", Some("01.255")),
    ("1.2005", "KWD", "12005", "1.2005", None),
    ("1.20005", "CLF", "120005", "1.20005", None),
];

const NEITHER: [&str; 32] = [
    "",
    " ",
    "-5",
    "+5",
    "(5)",
    "abc",
    "EUR",
    "€",
    "5 5",
    "1 20",
    "12 34",
    "1 2000",
    "0 200",
    "1  200",
    "1 200 30",
    "12,345,6x",
    "1,20,300",
    "1,00,000",
    "1,200,30",
    "12,34.50",
    "1.200,300.50",
    "1 200.300,50",
    "5.",
    "5,",
    "1..2",
    ".",
    "1e5",
    "12€50",
    "€5 €",
    "٣",
    "1-2",
    "5%",
];

#[test]
fn req_2_brd_4_quo_3_amounts_are_read_as_people_write_them() {
    for (text, default, shown) in READ {
        let read = Money::read(text, currency(default)).map(|m| m.to_string());
        assert_eq!(read.as_deref(), Ok(shown), "{text:?} in {default}");
    }
}

#[test]
fn req_2_brd_4_quo_3_what_could_mean_two_amounts_is_refused_with_both() {
    for (text, default, whole, decimal, instead) in BOTH {
        let read = Money::read(text, currency(default));
        let Err(NotMoney::Readings(both)) = read else {
            panic!("{text:?} in {default}: {read:?}");
        };
        let said = (&*both.whole, &*both.decimal, both.instead.as_deref());
        assert_eq!(said, (whole, decimal, instead), "{text:?} in {default}");
        // What is said to be written is understood, as what was said.
        let code = both.currency;
        let plain = Money::read(&both.whole, code).expect("the whole one");
        assert_eq!(
            plain.minor,
            whole.parse::<i64>().unwrap() * 10i64.pow(code.digits())
        );
        if let Some(instead) = &both.instead {
            let read = Money::read(instead, code)
                .expect("the other one")
                .to_string();
            let number = read.split(' ').next().unwrap();
            let zeros = |text: &str| {
                let text = text.trim_end_matches('0');
                text.trim_end_matches('.').to_owned()
            };
            assert_eq!(zeros(number), zeros(decimal), "{text:?}");
        }
        let words = NotMoney::Readings(both).to_string();
        assert!(words.contains(whole) && words.contains(decimal), "{words}");
    }
}

#[test]
fn req_2_brd_4_quo_3_what_is_no_amount_is_refused() {
    for text in NEITHER {
        assert_eq!(
            Money::read(text, Currency::EUR),
            Err(NotMoney::Unreadable),
            "{text:?}"
        );
    }
    for (text, code) in [
        ("5 XQZ", "XQZ"),
        ("abc 5", "abc"),
        ("12 k€", "k€"),
        ("5 XAU", "XAU"),
    ] {
        assert_eq!(
            Money::read(text, Currency::EUR),
            Err(NotMoney::NoCurrency(code.into())),
            "{text}"
        );
    }
    for text in [
        "99999999999999999999",
        "10000000000000000",
        "99 999 999 999 999 999,99",
    ] {
        assert_eq!(
            Money::read(text, Currency::EUR),
            Err(NotMoney::TooLarge),
            "{text}"
        );
    }
}

#[test]
fn quo_3_an_amount_that_is_written_out_is_read_back() {
    for code in ["EUR", "JPY", "KWD", "CLF", "UGX", "IQD"] {
        let currency = currency(code);
        for minor in (0..30_000).chain([999_999, 1_000_000, 1_234_567, 12_345_678, 999_999_999]) {
            let money = Money { minor, currency };
            assert_eq!(
                Money::read(&money.typed(), Currency::EUR),
                Ok(money),
                "{}",
                money.typed()
            );
        }
    }
}

/// The rule before ISO 4217 was asked.
fn before(code: &str) -> u16 {
    match code {
        "JPY" | "KRW" | "CLP" | "VND" | "XOF" | "XAF" | "XPF" | "ISK" => 0,
        "TND" | "BHD" | "KWD" | "JOD" | "OMR" => 3,
        _ => 2,
    }
}

#[test]
fn wks_7_what_was_recorded_before_keeps_its_value_in_every_currency() {
    let mut changed = 0;
    for letters in (0..26 * 26 * 26).map(|n: u32| [n / 676, n / 26 % 26, n % 26]) {
        let bytes = letters.map(|n| b'A' + u8::try_from(n).unwrap());
        let code = std::str::from_utf8(&bytes).unwrap();
        // As it stands in a record: three letters.
        let recorded = Currency(bytes);
        assert_eq!(recorded.code(), code);
        assert_eq!(recorded.digits(), u32::from(before(code)), "{code}");
        let Some(exponent) = Iso::from_code(code).and_then(Iso::exponent) else {
            assert_eq!(Currency::parse(code), None, "{code}");
            continue;
        };
        let entered = currency(code);
        assert_eq!(entered.code(), code);
        assert_eq!(entered.digits(), u32::from(exponent), "{code}");
        assert_eq!(entered == recorded, exponent == before(code), "{code}");
        changed += usize::from(entered != recorded);
        // Beside an amount that was recorded, another is read in the same.
        let read = Money::read(&format!("5 {code}"), recorded).unwrap();
        assert_eq!(read.currency, recorded);
    }
    assert_eq!(changed, ONCE_TWO.len());
}
