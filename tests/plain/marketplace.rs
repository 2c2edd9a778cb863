//! WKS-8, WKS-9 through the real program: two organisations that are no association of facilitators set themselves up from
//! nothing, in words alone, and work a request to an accepted quotation on a paper in the client's language.

use entremise::desk::{Published, machine_clock};
use entremise::domain::house::{Country, Language};
use entremise::domain::prices::Line;
use entremise::domain::quotation::{Brief, QuotationCommand};
use entremise::domain::{Command, RequestId};
use tempfile::TempDir;

use super::paper::{AMELIE, Q, steps, told};
use super::{empty, piped, run};

/// What an officer fills in on screen of the quotation of a request.
struct Asked {
    work: &'static str,
    audience: &'static str,
    market: &'static str,
    language: &'static str,
    product: &'static str,
    quantity: u32,
    project: &'static str,
}

/// An organisation that started from an example and did all of `done`, and has one mail.
fn started(country: &str, example: &str, done: &[&[&str]], prices: &str, mail: &str) -> TempDir {
    let data = empty();
    let setup = [
        "setup",
        "--name",
        "Saskia Peeters",
        "--house",
        "Huis",
        "--country",
        country,
        "--lists",
        example,
    ];
    run(&data, &setup).says(&["Huis is set up"]);
    for args in done {
        run(&data, args).says(&[]);
    }
    piped(&data, &["prices", "-"], prices.as_bytes()).says(&["Price lists saved"]);
    piped(&data, &["import", "--quiet", "-"], mail.as_bytes()).says(&[]);
    data
}

/// Works the request to an accepted quotation.
fn worked(data: &TempDir, asked: &Asked) {
    told(&data.path().join("store"), |published| {
        quoted(published, asked)
    });
}

fn quoted(published: &Published, asked: &Asked) -> Vec<Command> {
    let lists = published.lists();
    let prices = published.prices_of(AMELIE).expect("price lists");
    let market = Country::parse(asked.market).expect("a country");
    let audience = lists.choose(asked.audience).expect("an audience");
    let brand = prices.brands.first().expect("a brand").key.clone();
    let list = prices.list(&brand, market, audience).expect("a list");
    let language = Language::parse(asked.language).expect("a language");
    let product = list.product(asked.product).expect("a product");
    let line = Line::of(list, asked.product, asked.quantity, product.named(language));
    let brief = Brief {
        work: Some(lists.choose(asked.work).expect("a kind of work")),
        audience: Some(audience),
        market: Some(market),
        brand,
        language,
        participants: Some(1),
        sessions: Some(1),
        dates: "2026".into(),
        place: "Gent".into(),
        online: None,
        deadline: Some(machine_clock()() + 8 * 24 * 3_600_000),
    };
    steps(vec![
        QuotationCommand::Begin(RequestId(1)),
        QuotationCommand::Brief {
            quotation: Q,
            brief: Box::new(brief),
            asked: Some(asked.project.into()),
        },
        QuotationCommand::SendR1(Q),
        QuotationCommand::Price {
            quotation: Q,
            seen: 0,
            currency: list.currency,
            lines: vec![line.expect("a line")],
            note: "".into(),
            valid_until: None,
        },
        QuotationCommand::HandPrices(Q),
        QuotationCommand::Assemble {
            quotation: Q,
            seen: 1,
            project: asked.project.into(),
            conditions: prices.conditions_in(language).into(),
            valid_until: None,
        },
        QuotationCommand::HandProject(Q),
        QuotationCommand::Send {
            quotation: Q,
            version: 2,
        },
        QuotationCommand::Accept {
            quotation: Q,
            version: 2,
            words: "".into(),
        },
    ])
}

fn paper(data: &TempDir) -> String {
    run(data, &["quotation", "Q-1", "--text"]).out
}

const DUTCH_MAIL: &str = "From: Jan De Wit <jan@haven.example>\nTo: info@huis.example\n\
    Subject: Offerte vertaling handleiding\nMessage-ID: <1@haven.example>\n\
    Date: Mon, 30 Nov 2026 09:12:00 +0100\nContent-Type: text/plain; charset=utf-8\n\n\
    Beste,\nWij zoeken een vertaler voor onze handleiding, van het Frans naar het Nederlands.\n\
    Graag een offerte met de prijs per woord.\nJan De Wit\n";

const WORDS: &str = r#"
valid_days = 30
[conditions]
nl = "Betaling binnen 30 dagen na factuurdatum."
fr = "Paiement à 30 jours de la facture."
[[brand]]
key = "huis"
name = "Huis"
[[list]]
brand = "huis"
market = "BE"
currency = "EUR"
vat = 210
product = [
  { key = "fr_nl", fr = "Traduction FR→NL", names = { nl = "Vertaling FR→NL" }, unit = "word", price = "0.14" },
  { key = "tolk", fr = "Interprétation", names = { nl = "Tolken" }, unit = "hour", price = "85" },
]
[[list]]
brand = "huis"
market = "CH"
currency = "CHF"
vat = 81
product = [
  { key = "fr_nl", fr = "Traduction FR→NL", names = { nl = "Vertaling FR→NL" }, unit = "word", price = "0.22" },
]
"#;

/// What an administrator says of the house once it is set up.
const BELGIAN: &[&[&str]] = &[
    &["settings", "set", "organisation.domains", "huis.example"],
    &["settings", "set", "papers.languages", "Nederlands, fr"],
    &["settings", "set", "identity.BE.name", "Huis bv"],
    &[
        "settings",
        "set",
        "identity.BE.address",
        "Kaai 1 / 9000 Gent",
    ],
    &[
        "settings",
        "set",
        "identity.BE.registration",
        "RPR Gent 0000.000.000",
    ],
    &["settings", "set", "identity.BE.vat", "BE0000000000"],
    &[
        "settings",
        "set",
        "identity.BE.bank",
        "IBAN BE00 0000 0000 0000",
    ],
];

/// WKS-8, WKS-9, QUO-6: a Belgian marketplace of translators: words and hours, EUR and CHF, offers in Dutch and French that say
/// who offers by law.
#[test]
fn wks_8_wks_9_a_marketplace_of_translators_sets_itself_up_and_offers_in_dutch() {
    let data = started("BE", "translators", BELGIAN, WORDS, DUTCH_MAIL);
    let check = run(&data, &["settings", "check"]).says(&["R0"]).out.clone();
    for whole in ["Offers", "Due dates", "Incoming email", "Papers"] {
        assert!(!check.contains(whole), "{check}");
    }
    run(&data, &["wording", "--plain"]).says(&["nl\tnl\tshipped\tyes", "en\ten\tshipped\tno"]);
    worked(
        &data,
        &Asked {
            work: "translation",
            audience: "company",
            market: "BE",
            language: "nl",
            product: "fr_nl",
            quantity: 4_000,
            project: "Vertaling van de handleiding.",
        },
    );
    let sent = paper(&data);
    for part in [
        "Offerte Q-1, versie 2",
        "Huis bv\nKaai 1\n9000 Gent\nOndernemingsnummer: RPR Gent 0000.000.000\nBtw-nummer: BE0000000000",
        "Vertaling FR→NL",
        "woord",
        "4.000",
        "€\u{a0}560,00",
        "Btw 21% op €\u{a0}560,00",
        "€\u{a0}677,60",
        "Betaling binnen 30 dagen na factuurdatum.",
        "Deze offerte is geldig tot en met",
        "Voor akkoord (datum, naam, handtekening):",
    ] {
        assert!(sent.contains(part), "{part}\n{sent}");
    }
    // Another wording changes what is sent from then on, and nothing that was sent.
    let wording = run(&data, &["wording", "nl"]).out;
    let ours = wording.replace("Offerte {quotation}", "Prijsopgave {quotation}");
    piped(&data, &["wording", "--set", "-"], ours.as_bytes()).says(&["Dutch: wording saved"]);
    assert_eq!(
        run(&data, &["wording", "nl"])
            .out
            .lines()
            .skip(1)
            .collect::<Vec<_>>(),
        ours.lines().skip(1).collect::<Vec<_>>()
    );
    assert_eq!(paper(&data), sent, "QUO-6");
    piped(&data, &["wording", "--set", "-"], wording.as_bytes()).refuses(1, &["wording of papers"]);
    let wrong = ours.replace("{until}", "then");
    piped(&data, &["wording", "--set", "-"], wrong.as_bytes())
        .refuses(65, &["words.valid", "{until}"]);
    run(&data, &["settings", "history"]).says(&["Prijsopgave"]);
    run(&data, &["settings", "set", "papers.languages", "pl"]).refuses(1, &["“pl” is not set yet"]);
}

const POLICIES: &str = r#"
valid_days = 60
[conditions]
fr = "Commission payable à la souscription."
[[brand]]
key = "assur"
name = "Assur Réseau"
[[list]]
brand = "assur"
market = "FR"
currency = "EUR"
vat = 0
product = [ { key = "gestion", fr = "Gestion d'un contrat", unit = "policy", price = "12.50" } ]
"#;

/// WKS-8: the back office of an insurance broker: agencies and policies instead of audiences and sessions.
#[test]
fn wks_8_a_back_office_of_insurance_sets_itself_up() {
    let mail = DUTCH_MAIL
        .replace("Offerte vertaling handleiding", "Mise en place d'un partenariat")
        .replace("Beste,\nWij zoeken een vertaler voor onze handleiding, van het Frans naar het Nederlands.", "Bonjour,\nNous souhaitons une proposition pour la gestion de nos contrats.");
    let done: &[&[&str]] = &[&["settings", "set", "identity.FR.name", "Assur Réseau SAS"]];
    let data = started("FR", "insurance", done, POLICIES, &mail);
    worked(
        &data,
        &Asked {
            work: "set_up",
            audience: "agency",
            market: "FR",
            language: "fr",
            product: "gestion",
            quantity: 240,
            project: "Gestion des contrats de l'agence.",
        },
    );
    let sent = paper(&data);
    for part in [
        "Assur Réseau SAS",
        "Gestion d'un contrat",
        "3\u{a0}000,00\u{a0}€",
        "Commission payable",
    ] {
        assert!(sent.contains(part), "{part}\n{sent}");
    }
    let unit = run(&data, &["lists", "--only", "unit"]).out;
    assert!(
        unit.contains("policy") && !unit.contains("session"),
        "{unit}"
    );
}
