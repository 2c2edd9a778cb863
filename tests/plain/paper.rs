//! QUO-6 through the real program: a process prints the paper of a version that was sent, everything is edited, and
//! another process prints the same bytes.

use std::path::Path;
use std::time::{Duration, Instant};

use entremise::assets;
use entremise::desk::{Desk, Published, Submission, machine_clock};
use entremise::domain::command::Act;
use entremise::domain::house::command::HouseCommand;
use entremise::domain::house::{Country, House, Language};
use entremise::domain::ids::OrganisationId;
use entremise::domain::organisation::OrganisationProfile;
use entremise::domain::organisation::command::DirectoryCommand;
use entremise::domain::prices::Line;
use entremise::domain::quotation::{Brief, QuotationCommand};
use entremise::domain::request::command::RequestCommand;
use entremise::domain::trade::{Audience, Work};
use entremise::domain::{Command, PersonId, QuotationId, RequestId};
use tempfile::TempDir;

use super::{house, program};

pub(super) const Q: QuotationId = QuotationId(1);
pub(super) const AMELIE: PersonId = PersonId(1);

/// What a run printed, as bytes; the store of a desk that was just closed may still be letting go.
fn printed(data: &TempDir, args: &[&str]) -> Vec<u8> {
    let deadline = Instant::now() + Duration::from_secs(20);
    loop {
        let mut all = vec!["--as", "Amélie"];
        all.extend(args);
        let done = program(data.path(), &all)
            .output()
            .expect("the program cannot be run");
        if done.status.success() {
            assert!(
                done.stderr.is_empty(),
                "{}",
                String::from_utf8_lossy(&done.stderr)
            );
            return done.stdout;
        }
        assert!(
            Instant::now() < deadline,
            "{args:?}: {}",
            String::from_utf8_lossy(&done.stderr)
        );
        std::thread::yield_now();
    }
}

/// Does these one after the other, in a desk of its own.
fn all(folder: &Path, commands: Vec<Command>) {
    told(folder, |_| commands);
}

/// Does what `make` makes of what stands there, one after the other, in a desk of its own.
pub(super) fn told(folder: &Path, make: impl FnOnce(&Published) -> Vec<Command>) {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build();
    runtime.expect("no runtime").block_on(async {
        let deadline = Instant::now() + Duration::from_secs(20);
        let desk = loop {
            match Desk::open(folder, machine_clock()).await {
                Ok(desk) => break desk,
                Err(fault) => assert!(Instant::now() < deadline, "{fault}"),
            }
            tokio::task::yield_now().await;
        };
        let commands = make(&desk.published());
        for command in commands {
            let shown = format!("{command:?}");
            let command = match command.is_whole() {
                true => command.upon(desk.published().seq()),
                false => command,
            };
            let done = desk.submit(Submission::new(Some(AMELIE), command)).await;
            done.unwrap_or_else(|why| panic!("{shown}: {why}"));
        }
        desk.close().await;
    });
}

pub(super) fn steps(steps: Vec<QuotationCommand>) -> Vec<Command> {
    steps
        .into_iter()
        .map(|step| Command::Quotation(Box::new(step)))
        .collect()
}

/// A quotation in French for the first request, sent.
fn send(folder: &Path) {
    let prices = assets::prices().expect("price lists");
    let home = Country::parse("FR").expect("France");
    let list = prices
        .list("ateliers", home, Audience::COMPANY)
        .expect("a list");
    let line = Line::of(list, "workshop", 2, "Atelier, une demi-journée").expect("a product");
    let brief = Brief {
        work: Some(Work::WORKSHOP),
        audience: Some(Audience::COMPANY),
        market: Some(home),
        brand: "ateliers".into(),
        language: Language::FR,
        participants: Some(24),
        sessions: Some(2),
        dates: "en juin".into(),
        place: "Lyon".into(),
        online: None,
        deadline: Some(machine_clock()() + 8 * 24 * 3_600_000),
    };
    let price = QuotationCommand::Price {
        quotation: Q,
        seen: 0,
        currency: list.currency,
        lines: vec![line],
        note: "Le prix vaut pour la région.".into(),
        valid_until: None,
    };
    let assemble = QuotationCommand::Assemble {
        quotation: Q,
        seen: 1,
        project: "Deux après-midi à Łódź, 北京.".into(),
        conditions: "À trente jours.".into(),
        valid_until: None,
    };
    let mut commands = vec![Command::House(HouseCommand::ChangePrices(Box::new(
        prices.clone(),
    )))];
    commands.extend(steps(vec![
        QuotationCommand::Begin(RequestId(1)),
        QuotationCommand::Brief {
            quotation: Q,
            brief: Box::new(brief),
            asked: Some("Deux groupes.".into()),
        },
        QuotationCommand::SendR1(Q),
        price,
        QuotationCommand::HandPrices(Q),
        assemble,
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
    ]));
    all(folder, commands);
}

/// Everything that the paper shows, edited.
fn edits() -> Vec<Command> {
    let britain = Country::parse("GB").expect("Great Britain");
    let calendar = assets::calendar(britain).expect("a calendar");
    let mut prices = assets::prices().expect("price lists");
    for brand in &mut prices.brands {
        brand.name = "Renamed Brand".into();
    }
    for list in &mut prices.lists {
        list.vat = 70;
        list.products
            .iter_mut()
            .for_each(|product| product.price += 5_000);
    }
    prices.conditions = ["Renamed conditions.".into(), "Conditions renommées.".into()];
    let profile = OrganisationProfile {
        name: "Renamed Client".into(),
        ..OrganisationProfile::default()
    };
    vec![
        Command::House(HouseCommand::Change(Box::new(House::new(
            "Renamed House",
            britain,
            calendar,
        )))),
        Command::House(HouseCommand::ChangePrices(Box::new(prices))),
        Command::Directory(DirectoryCommand::ChangeOrganisation {
            organisation: OrganisationId(1),
            profile: Box::new(profile),
        }),
        Command::Request(RequestCommand::On {
            requests: vec![RequestId(1)],
            act: Act::SetSubject("Renamed subject".into()),
        }),
    ]
}

#[test]
fn quo_6_another_process_prints_the_same_bytes_after_everything_was_edited() {
    let data = house();
    let mail = super::fixture("french-plain.eml");
    super::run(&data, &["import", "--quiet", &mail]).says(&[]);
    let folder = data.path().join("store");
    send(&folder);
    let text = ["quotation", "Q-1", "--text"];
    let pdf = ["quotation", "Q-1", "--pdf"];
    let before = (printed(&data, &text), printed(&data, &pdf));
    let words = String::from_utf8(before.0.clone()).expect("UTF-8");
    for part in [
        "Atelier Nord",
        "Ateliers",
        "Deux après-midi à Łódź, 北京.",
        "À trente jours.",
    ] {
        assert!(words.contains(part), "{part} in {words}");
    }
    assert!(before.1.starts_with(b"%PDF"));
    all(&folder, edits());
    let json = printed(&data, &["quotation", "Q-1", "--json"]);
    let json: serde_json::Value = serde_json::from_slice(&json).expect("JSON");
    assert_eq!(json["organisation"], "Renamed Client", "it was edited");
    assert_eq!(json["versions"][1]["paper"], "sent");
    assert_eq!(json["versions"][0]["paper"], "draft");
    assert_eq!(printed(&data, &text), before.0);
    assert!(printed(&data, &pdf) == before.1, "the PDF is another");
    let draft = printed(&data, &["quotation", "Q-1", "--text", "--version", "1"]);
    let draft = String::from_utf8(draft).expect("UTF-8");
    for part in ["Renamed House", "Renamed Client", "Renamed subject"] {
        assert!(
            draft.contains(part) && !words.contains(part),
            "{part} in {draft}"
        );
    }
}
