//! WKS-8, WKS-9 through the real program: two organisations that are no association of facilitators set themselves up from
//! nothing, in words alone, and work a request to an accepted quotation on a paper in the client's language.

use entremise::domain::command::Act;
use entremise::domain::request::Group;
use entremise::domain::request::command::RequestCommand;
use entremise::domain::{Command, RequestId};
use serde_json::Value;
use tempfile::TempDir;

use super::paper::told;
use super::{empty, piped, run};

/// What an officer says of the quotation of a request.
struct Asked<'a> {
    /// Its brief, as options.
    brief: &'a [&'a str],
    /// What is ordered: options, or what is piped in as a file.
    lines: &'a [&'a str],
    file: &'a str,
    project: &'a str,
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

/// Works a request to an accepted quotation, as an officer does in words.
fn worked(data: &TempDir, request: &str, asked: &Asked<'_>) -> String {
    let q = run(data, &["quote", request])
        .says(&[])
        .out
        .trim()
        .to_owned();
    let said = [&["brief", &q][..], asked.brief].concat();
    run(data, &said).says(&[]);
    let common = [
        "--participants",
        "1",
        "--sessions",
        "1",
        "--dates",
        "2026",
        "--place",
        "Gent",
        "--deadline",
        "+8d",
        "--asked",
        asked.project,
    ];
    run(data, &[&["brief", &q][..], &common].concat()).says(&[]);
    let step = |args: &[&str]| {
        run(data, &[&["quotation-step", &q][..], args].concat()).says(&[]);
    };
    step(&["r1"]);
    let lines = [&["lines", &q][..], asked.lines].concat();
    piped(data, &lines, asked.file.as_bytes()).says(&[]);
    step(&["prices"]);
    run(data, &["project", &q, "--text", asked.project]).says(&[]);
    step(&["project"]);
    step(&["send"]);
    step(&["accept"]);
    let json = run(data, &["quotation", &q, "--json"]).out;
    let json: Value = serde_json::from_str(&json).expect("JSON");
    assert_eq!(json["stage"], "accepted", "{json}");
    q
}

fn paper(data: &TempDir, quotation: &str) -> String {
    run(data, &["quotation", quotation, "--text"]).out
}

fn has(text: &str, parts: &[&str]) {
    for part in parts {
        assert!(text.contains(part), "{part}\n{text}");
    }
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
    &["settings", "set", "hours.holidays", "BE, 07-11, 09-27"],
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
    for whole in ["Offers", "Due dates", "Incoming email", "Papers", "no name"] {
        assert!(!check.contains(whole), "{check}");
    }
    run(&data, &["wording", "--plain"]).says(&["nl\tnl\tshipped\tyes", "en\ten\tshipped\tno"]);
    // What is wrong is named by its line and field, and changes nothing.
    let wrong = "place = \"Gent\"\nwork = \"workshop\"\n";
    assert_eq!(run(&data, &["quote", "R-1"]).out.trim(), "Q-1");
    piped(&data, &["brief", "Q-1", "--set", "-"], wrong.as_bytes())
        .refuses(65, &["line 2", "work: workshop", "translation"]);
    let before = run(&data, &["brief", "Q-1"]).out;
    has(&before, &["place = \"\"", "work = \"\""]);
    run(
        &data,
        &["quotation-step", "Q-1", "drop", "--reason", "a try"],
    )
    .says(&[]);
    let q = worked(
        &data,
        "R-1",
        &Asked {
            brief: &[
                "--work",
                "translation",
                "--audience",
                "company",
                "--market",
                "BE",
                "--brand",
                "huis",
                "--language",
                "nl",
            ],
            lines: &["--product", "fr_nl=4000"],
            file: "",
            project: "Vertaling van de handleiding.",
        },
    );
    let sent = paper(&data, &q);
    has(
        &sent,
        &[
            "Offerte Q-2, versie 2",
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
        ],
    );
    another_wording_holds_from_then_on(&data, &q, &sent);
}

/// Another wording changes what is sent from then on, and nothing that was sent.
fn another_wording_holds_from_then_on(data: &TempDir, q: &str, sent: &str) {
    let wording = run(data, &["wording", "nl"]).out;
    let ours = wording.replace("Offerte {quotation}", "Prijsopgave {quotation}");
    piped(data, &["wording", "--set", "-"], ours.as_bytes()).says(&["Dutch: wording saved"]);
    assert_eq!(
        run(data, &["wording", "nl"])
            .out
            .lines()
            .skip(1)
            .collect::<Vec<_>>(),
        ours.lines().skip(1).collect::<Vec<_>>()
    );
    assert_eq!(paper(data, q), sent, "QUO-6");
    piped(data, &["wording", "--set", "-"], wording.as_bytes()).refuses(1, &["wording of papers"]);
    let wrong = ours.replace("{until}", "then");
    piped(data, &["wording", "--set", "-"], wrong.as_bytes())
        .refuses(65, &["words.valid", "{until}"]);
    run(data, &["settings", "history"]).says(&["Prijsopgave"]);
    run(data, &["settings", "set", "papers.languages", "pl"]).refuses(1, &["“pl” is not set yet"]);
}

/// A mail of somebody, of a day, in an empty office.
fn mail(from: &str, date: &str, id: u32, subject: &str, body: &str) -> String {
    format!(
        "From: {from}\nTo: info@huis.example\nSubject: {subject}\nMessage-ID: <{id}@mail.example>\nDate: {date}\n\
         Content-Type: text/plain; charset=utf-8\n\n{body}\n"
    )
}

/// WKS-8, QUO-3: the same marketplace in a market with another currency: its price list, its VAT, a line of its own, an
/// accepted offer in francs; lines go out, are edited and come back.
#[test]
fn wks_8_quo_3_a_market_in_swiss_francs_is_worked_to_an_accepted_offer() {
    let swiss = mail(
        "Luc Favre <luc@vignes.example>",
        "Mon, 30 Nov 2026 09:12:00 +0100",
        2,
        "Devis traduction catalogue",
        "Bonjour,\nNous cherchons un traducteur pour notre catalogue, du français vers le néerlandais.\nLuc Favre",
    );
    let data = started("BE", "translators", BELGIAN, WORDS, &swiss);
    for (key, value) in [
        ("identity.CH.name", "Huis (Suisse) Sàrl"),
        ("identity.CH.vat", "CHE-000.000.000 TVA"),
    ] {
        run(&data, &["settings", "set", key, value]).says(&[]);
    }
    let q = worked(
        &data,
        "R-1",
        &Asked {
            brief: &[
                "--work",
                "translation",
                "--audience",
                "company",
                "--market",
                "Switzerland",
                "--brand",
                "huis",
                "--language",
                "fr",
            ],
            lines: &["--set", "-"],
            file: "[[line]]\nproduct = \"fr_nl\"\nquantity = 1500\n\n\
                   [[line]]\ntext = \"Port\"\nquantity = 1\nunit = \"flat\"\nprice = \"12.50\"\nvat = 81\n",
            project: "Traduction du catalogue.",
        },
    );
    let json = run(&data, &["quotation", &q, "--json"]).out;
    let json: Value = serde_json::from_str(&json).expect("JSON");
    let version = json["versions"].as_array().and_then(|all| all.last());
    let version = version.expect("a version");
    assert_eq!(version["net"], "342.50 CHF", "{version}");
    assert_eq!(version["total"], "370.24 CHF", "{version}");
    has(
        &paper(&data, &q),
        &[
            "Huis (Suisse) Sàrl",
            "Traduction FR→NL",
            "CHF",
            "370,24",
            "Paiement à 30 jours",
        ],
    );
    let out = run(&data, &["lines", &q]).out;
    has(
        &out,
        &[
            "currency = \"CHF\"",
            "product = \"fr_nl\"",
            "quantity = 1500",
            "vat = 81",
        ],
    );
    // Euros are no price of this market.
    let euros = out.replace("currency = \"CHF\"", "currency = \"EUR\"");
    piped(&data, &["lines", &q, "--set", "-"], euros.as_bytes())
        .refuses(65, &["line", "currency: EUR", "CHF"]);
}

/// WKS-8, REQ-9: holidays of two regions, beside those of the country: no office hour of ours runs on either.
#[test]
fn wks_8_req_9_holidays_of_two_regions_move_what_is_due() {
    let days: &[&[&str]] = &[&["settings", "set", "hours.holidays", "BE, 07-11, 09-27"]];
    let to = |date: &str, id| {
        mail(
            "Jan <jan@haven.example>",
            date,
            id,
            &format!("Vraag {id}"),
            "Goedendag.",
        )
    };
    // A Thursday before the Flemish day, a Thursday before the Walloon one, a Friday before the national one.
    let dates = [
        ("Thu, 10 Jul 2025 14:00:00 +0200", "2025-07-14T12:00:00Z"),
        ("Thu, 26 Sep 2024 14:00:00 +0200", "2024-09-30T12:00:00Z"),
        ("Fri, 18 Jul 2025 14:00:00 +0200", "2025-07-22T12:00:00Z"),
    ];
    let data = started("BE", "translators", days, WORDS, &to(dates[0].0, 1));
    for (n, (date, _)) in dates.iter().enumerate().skip(1) {
        let id = u32::try_from(n).expect("few") + 1;
        piped(&data, &["import", "--quiet", "-"], to(date, id).as_bytes()).says(&[]);
    }
    for (n, (_, due)) in dates.iter().enumerate() {
        let json = run(&data, &["show", &format!("R-{}", n + 1), "--json"]).out;
        let json: Value = serde_json::from_str(&json).expect("JSON");
        assert_eq!(json["due"], *due, "{json}");
    }
    // Without them the first is due on the Friday.
    run(&data, &["settings", "set", "hours.holidays", "BE"]).says(&["1 setting changed"]);
    let json = run(&data, &["show", "R-1", "--json"]).out;
    assert!(json.contains("2025-07-11T12:00:00Z"), "{json}");
}

/// BRD-1, BRD-3, PPL-4, WKS-8: what is asked into Dutch is found by its pair, and told apart from the other way round: who has
/// not the pair is told so, adds it to her profile and may apply.
#[test]
fn wks_8_brd_3_a_pair_of_languages_is_asked_for_found_and_said_where_it_lacks() {
    let done: &[&[&str]] = &[&[
        "person",
        "add",
        "Tine",
        "--role",
        "facilitator",
        "--role",
        "mediator",
    ]];
    let data = started("BE", "translators", done, WORDS, DUTCH_MAIL);
    told(&data.path().join("store"), |_| {
        vec![Command::Request(RequestCommand::On {
            requests: vec![RequestId(1)],
            act: Act::SetGroup(Some(Group::ClientIntroduction)),
        })]
    });
    let post = |skill: &str| {
        let args = [
            "post",
            "R-1",
            "--title",
            "Handleiding",
            "--text",
            "FR→NL",
            "--work",
            "translation",
            "--skill",
            skill,
        ];
        run(&data, &args)
    };
    post("nl>xx").refuses(1, &["nl>xx", "fr_nl"]);
    post("fr>nl").says(&[]);
    let tine = |args: &[&str]| run(&data, &[&["--as", "Tine"], args].concat());
    tine(&["board", "skill:fr>nl"]).says(&["Handleiding"]);
    assert!(!tine(&["board", "skill:nl>fr"]).out.contains("Handleiding"));
    tine(&["board", "skill:xx"]).refuses(64, &["skill", "fr>nl, nl>fr", "legal"]);
    tine(&["opportunity", "O-1"]).says(&["Skills needed: FR→NL", "not in the profile: FR→NL"]);
    let profile = tine(&["profile"]).out;
    has(&profile, &["skills = []"]);
    let able = profile
        .replace("skills = []", "skills = [\"fr_nl\", \"legal\"]")
        .replace("languages = []", "languages = [\"fr\", \"nl\"]")
        .replace("published = false", "published = true");
    let set = |text: &str| {
        let args = ["--as", "Tine", "profile", "--set", "-"];
        piped(&data, &args, text.as_bytes())
    };
    set(&able.replace("\"legal\"", "\"law\"")).refuses(65, &["skills: law", "legal"]);
    set(&able).says(&[]);
    let page = tine(&["opportunity", "O-1"]).out;
    assert!(!page.contains("not in the profile"), "{page}");
    // What is in use is retired, and stays on what has it.
    let lists = run(&data, &["lists", "--only", "skill"]).out;
    let gone = lists.replace("key = \"legal\"\n", "key = \"law\"\n");
    piped(&data, &["lists", "-"], gone.as_bytes()).refuses(1, &["“legal” is in use"]);
    let turned = lists.replacen(
        "from = \"fr\"\nto = \"nl\"",
        "from = \"nl\"\nto = \"fr\"",
        1,
    );
    piped(&data, &["lists", "-"], turned.as_bytes()).refuses(1, &["languages of “fr_nl”"]);
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
    let q = worked(
        &data,
        "R-1",
        &Asked {
            brief: &[
                "--work",
                "set_up",
                "--audience",
                "agency",
                "--market",
                "FR",
                "--brand",
                "assur",
                "--language",
                "fr",
            ],
            lines: &["--product", "gestion=240"],
            file: "",
            project: "Gestion des contrats de l'agence.",
        },
    );
    has(
        &paper(&data, &q),
        &[
            "Assur Réseau SAS",
            "Gestion d'un contrat",
            "3\u{a0}000,00\u{a0}€",
            "Commission payable",
        ],
    );
    let unit = run(&data, &["lists", "--only", "unit"]).out;
    assert!(
        unit.contains("policy") && !unit.contains("session"),
        "{unit}"
    );
}
