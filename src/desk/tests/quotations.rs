//! QUO-1 to QUO-5, PPL-2: what who sees of a quotation, and what the recap says.

use super::views::{MomentKind, TurnOf, load_quotation};
use super::*;
use crate::domain::QuotationId;
use crate::domain::house::command::HouseCommand;
use crate::domain::money::Currency;
use crate::domain::person::Role;
use crate::domain::person::command::PeopleCommand;
use crate::domain::prices::{Difference, Line};
use crate::domain::quotation::refusal::QuotationRefusal;
use crate::domain::quotation::{Brief, QuotationCommand};
use crate::domain::tests::bench::{BEN, CLEA, DAN, EVE, FAY, country, somebody};
use crate::domain::tests::prices::book;
use crate::domain::tests::quotation::GUS;
use crate::domain::trade::{Audience, Work};

const Q: QuotationId = QuotationId(1);

impl Office {
    pub(super) async fn step(&self, who: PersonId, step: QuotationCommand) {
        self.must(Some(who), Command::Quotation(Box::new(step)))
            .await;
    }

    /// A quotation whose brief is whole; Gus is the client's contact.
    pub(super) async fn briefed() -> Office {
        let office = Office::open().await;
        let prices = Command::House(HouseCommand::ChangePrices(Box::new(book())));
        office.must(Some(CLEA), prices).await;
        let id = office.request("paul@client.example").await;
        let gus = Command::People(PeopleCommand::Add(somebody("Gus", &[Role::ClientContact])));
        office.must(Some(ANNA), gus).await;
        let link = Command::People(PeopleCommand::LinkContact {
            person: GUS,
            contact: Some(office.get(id).contact),
        });
        office.must(Some(ANNA), link).await;
        office
            .step(BEN, QuotationCommand::Begin(RequestId(id)))
            .await;
        let brief = Brief {
            work: Some(Work::WORKSHOP),
            audience: Some(Audience::COMPANY),
            market: Some(country("FR")),
            brand: "house".into(),
            language: crate::domain::house::Language::FR,
            participants: Some(24),
            sessions: Some(2),
            dates: "en juin".into(),
            place: "Lyon".into(),
            online: None,
            deadline: Some(office.desk.now() + 9 * 24 * 3_600_000),
        };
        let brief = QuotationCommand::Brief {
            quotation: Q,
            brief: Box::new(brief),
            asked: Some("Between us: they haggle.".into()),
        };
        office.step(BEN, brief).await;
        office.step(BEN, QuotationCommand::SendR1(Q)).await;
        office
    }

    pub(super) async fn price(&self, seen: u16, n: u32) {
        let book = book();
        let line = Line::of(&book.lists[0], "workshop", n, "Atelier").expect("a product");
        let step = QuotationCommand::Price {
            quotation: Q,
            seen,
            currency: Currency::EUR,
            lines: vec![line],
            note: "".into(),
            valid_until: None,
        };
        self.step(CLEA, step).await;
    }

    /// Brings the quotation so far that its third version can be sent; yields what sends it.
    pub(super) async fn ready(&self) -> QuotationCommand {
        let office = self;
        office.price(0, 2).await;
        office.price(1, 3).await;
        office.step(CLEA, QuotationCommand::HandPrices(Q)).await;
        let project = QuotationCommand::Assemble {
            quotation: Q,
            seen: 2,
            project: "Deux après-midi.".into(),
            conditions: "À 30 jours.".into(),
            valid_until: None,
        };
        office.step(DAN, project).await;
        office.step(DAN, QuotationCommand::HandProject(Q)).await;
        let (quotation, version) = (Q, 3);
        QuotationCommand::Send { quotation, version }
    }

    pub(super) async fn sent() -> Office {
        let office = Office::briefed().await;
        let send = office.ready().await;
        office.step(BEN, send).await;
        office
    }
}

#[tokio::test]
async fn quo_1_a_list_says_whose_turn_it_is() {
    let office = Office::briefed().await;
    let now = office.desk.now();
    let turn = |who| {
        let rows = office.desk.sight(who).quotations(now).expect("a list");
        rows[0].turn.clone()
    };
    assert_eq!(turn(CLEA), TurnOf::You);
    assert_eq!(turn(BEN), TurnOf::Person("Clea".into()));
    assert_eq!(
        office
            .desk
            .sight(CLEA)
            .me(now)
            .expect("she is in")
            .waits
            .quotations
            .all,
        1
    );
    assert_eq!(
        office
            .desk
            .sight(BEN)
            .me(now)
            .expect("he is in")
            .waits
            .quotations
            .all,
        0
    );
    let of = office.desk.sight(BEN).quotation_of(RequestId(1));
    assert_eq!(of, Some(Q));
}

#[tokio::test]
async fn ppl_2_a_client_sees_her_own_quotation_once_it_was_sent_and_nothing_of_the_house() {
    let office = Office::briefed().await;
    let now = office.desk.now();
    let gus = office.desk.sight(GUS);
    assert_eq!(gus.quotations(now), Ok(Vec::new()));
    assert_eq!(
        gus.quotation(Q, now),
        Err(Refusal::Quotation(QuotationRefusal::NoSuchQuotation(Q)))
    );
    let office = Office::sent().await;
    let whole = load_quotation(&office.desk, GUS, Q, now).await;
    let whole = whole.expect("read").expect("hers");
    assert_eq!(whole.view.row.turn, TurnOf::You);
    let versions: Vec<u16> = whole.view.versions.iter().map(|v| v.number).collect();
    assert_eq!(versions, [3], "only what she was sent");
    assert_eq!(&*whole.texts_of(3).project, "Deux après-midi.");
    let all = format!("{whole:?}");
    for secret in ["haggle", "Clea", "Dan", "Anna"] {
        assert!(!all.contains(secret), "{secret} in {all}");
    }
    assert!(whole.moments.is_empty() && whole.view.brief.is_none());
    assert_eq!(office.desk.sight(GUS).products_for(Q), None);
    assert_eq!(office.desk.sight(GUS).brands(), []);
    assert!(office.desk.sight(GUS).recap(0).is_err());
    assert!(office.desk.published().prices_of(GUS).is_err());
    // Nobody else's contact, no facilitator, and of staff only who has a part in quotations.
    let hal = Command::People(PeopleCommand::Add(somebody("Hal", &[Role::ClientContact])));
    office.must(Some(ANNA), hal).await;
    let hal = PersonId(8);
    for (who, sees) in [
        (ANNA, true),
        (DAN, true),
        (hal, false),
        (EVE, false),
        (FAY, false),
    ] {
        let seen = office.desk.sight(who).quotation(Q, now);
        assert_eq!(seen.is_ok(), sees, "{who}");
        assert_eq!(office.desk.sight(who).recap(0).is_ok(), sees, "{who}");
    }
}

#[tokio::test]
async fn quo_3_versions_are_kept_and_their_difference_is_shown() {
    let office = Office::sent().await;
    let whole = load_quotation(&office.desk, BEN, Q, office.desk.now()).await;
    let whole = whole.expect("read").expect("seen");
    assert_eq!(whole.asked, "Between us: they haggle.");
    let totals: Vec<i64> = whole.view.versions.iter().map(|v| v.totals.net).collect();
    assert_eq!(totals, [190_000, 285_000, 285_000]);
    let difference = whole.view.difference(1, 3).expect("two versions");
    assert!(matches!(&difference[..], [Difference::Changed(lines)] if lines.1.quantity == 3));
    assert_eq!(
        &*whole.texts_of(2).conditions,
        "Les conditions.",
        "the house's, in French"
    );
    let keys: Vec<&str> = whole
        .moments
        .iter()
        .map(|moment| match &moment.kind {
            MomentKind::Beside(beside) => beside.deed.key(),
            other => panic!("{other:?}"),
        })
        .collect();
    let expected = [
        "quotation-begun",
        "quotation-briefed",
        "quotation-r1",
        "quotation-priced",
        "quotation-priced",
        "quotation-to-assembly",
        "quotation-assembled",
        "quotation-to-verification",
        "quotation-sent",
    ];
    assert_eq!(keys, expected);
}

#[tokio::test]
async fn quo_5_the_recap_has_a_column_per_officer_with_tags_and_who_signed() {
    let office = Office::sent().await;
    let tag = QuotationCommand::Tag {
        quotation: Q,
        tag: "federation member".into(),
        there: true,
    };
    office.step(BEN, tag).await;
    let now = office.desk.now();
    let recap = |since| office.desk.sight(DAN).recap(since).expect("a recap");
    let columns = recap(now);
    assert_eq!(columns.len(), 1);
    assert_eq!((&*columns[0].officer, columns[0].signed()), ("Ben", 0));
    assert_eq!(columns[0].rows[0].tags, ["federation member"]);
    let accept = QuotationCommand::Accept {
        quotation: Q,
        version: 3,
        words: "".into(),
    };
    office.step(GUS, accept).await;
    assert_eq!(recap(now)[0].signed(), 1);
    assert!(recap(now + 1).is_empty());
    // A second one that has not gone to pricing is none.
    office
        .step(BEN, QuotationCommand::Begin(RequestId(1)))
        .await;
    assert_eq!(recap(0)[0].rows.len(), 1);
}

#[tokio::test]
async fn wks_7_quotations_and_price_lists_are_there_again_from_a_checkpoint() {
    let office = Office::sent().await;
    let before = office.state();
    let office = office.reopened().await;
    assert_eq!(*office.state(), *before);
    assert_eq!(office.state().prices(), before.prices());
    let live: Vec<QuotationId> = office.state().quotations().live().map(|q| q.id).collect();
    assert_eq!(live, [Q]);
}
