//! QUO-6: the paper of a version that was sent is kept by the record that sent it, and nothing that is edited later
//! reaches it.

mod logo;
mod lost;

pub(super) use logo::papered_with;

use super::kept::is_kept;
use super::views::{PaperSource, PaperView, load_paper, load_quotation};
use super::*;
use crate::domain::QuotationId;
use crate::domain::house::Language;
use crate::domain::house::command::HouseCommand;
use crate::domain::money::Currency;
use crate::domain::organisation::command::DirectoryCommand;
use crate::domain::quotation::event::OfQuotation;
use crate::domain::quotation::paper::{Frozen, Labels, Paper, PaperLine, PaperVat};
use crate::domain::quotation::{QuotationCommand, QuotationEvent};
use crate::domain::tests::bench::{BEN, CLEA, DAN, country};
use crate::domain::tests::prices::book;
use crate::domain::tests::quotation::GUS;
use crate::journal::{MAX_RECORD, codec};

const Q: QuotationId = QuotationId(1);

impl Office {
    async fn paper(&self, who: PersonId, number: Option<u16>) -> PaperView {
        let paper = load_paper(&self.desk, who, Q, number, self.desk.now()).await;
        paper.expect("read").expect("seen")
    }

    /// Edits everything that a paper shows.
    async fn edit_all(&self) {
        let state = self.state();
        let mut house = (**state.house().expect("a house")).clone();
        house.name = "Another House".into();
        house.calendar = crate::assets::calendar(country("GB")).expect("a calendar");
        let mut prices = book();
        prices.brands[0].name = "Another Brand".into();
        prices.conditions = ["Other conditions.".into(), "D'autres conditions.".into()];
        prices.lists[0].vat = 55;
        for product in &mut prices.lists[0].products {
            product.price += 1_000;
            product.name = ["Other".into(), "Autre".into()];
        }
        let (id, organisation) = state
            .organisations()
            .map(|o| (o.id, o.profile.clone()))
            .last()
            .expect("one");
        let mut profile = organisation;
        profile.name = "Another Client".into();
        let profile = Box::new(profile);
        let organisation = id;
        self.must(
            Some(ANNA),
            Command::House(HouseCommand::Change(Box::new(house))),
        )
        .await;
        self.must(
            Some(CLEA),
            Command::House(HouseCommand::ChangePrices(Box::new(prices))),
        )
        .await;
        let change = Command::Directory(DirectoryCommand::ChangeOrganisation {
            organisation,
            profile,
        });
        self.must(Some(ANNA), change).await;
        self.act(BEN, 1, Act::SetSubject("Another subject".into()))
            .await;
        let until = self.desk.now() + 40 * 24 * 3_600_000;
        self.step(
            BEN,
            QuotationCommand::Extend {
                quotation: Q,
                until,
            },
        )
        .await;
    }
}

#[tokio::test]
async fn quo_6_the_paper_of_a_sent_version_is_the_same_whatever_is_edited_later() {
    let office = Office::sent().await;
    let before = office.paper(GUS, None).await;
    let (text, pdf) = (before.text(), before.pdf(&office.desk));
    assert!(
        matches!(before.source, PaperSource::Sent { .. }),
        "{:?}",
        before.source
    );
    for words in [
        "House",
        "Atelier",
        "Deux après-midi.",
        "À 30 jours.",
        "an afternoon",
    ] {
        assert!(text.contains(words), "{words} in {text}");
    }
    office.edit_all().await;
    let same = async |office: &Office, when: &str| {
        for who in [GUS, BEN] {
            let after = office.paper(who, Some(3)).await;
            assert_eq!(after.text(), text, "{when}");
            assert_eq!(after.pdf(&office.desk), pdf, "{when}");
            assert_eq!(after, before, "{when}");
        }
    };
    same(&office, "after everything was edited").await;
    // A version that is not sent shows what is so today.
    let draft = office.paper(BEN, Some(1)).await;
    assert_eq!(draft.source, PaperSource::Draft);
    for words in [
        "Another House",
        "Another Brand",
        "Another Client",
        "Another subject",
    ] {
        assert!(draft.text().contains(words), "{words} in {}", draft.text());
        assert!(!text.contains(words), "{words} in {text}");
    }
    // Sent again as it is, it is the same paper; and so it is when she says yes.
    let again = QuotationCommand::SendR2 {
        quotation: Q,
        afresh: false,
        words: "".into(),
    };
    office.step(BEN, again).await;
    same(&office, "after it was sent again").await;
    let accept = QuotationCommand::Accept {
        quotation: Q,
        version: 3,
        words: "".into(),
    };
    office.step(GUS, accept).await;
    same(&office, "after it was accepted").await;
    let office = office.reopened().await;
    same(&office, "from a checkpoint").await;
    // Without the checkpoint, from the records alone; and without the blob, from the record.
    let office = office.replayed().await;
    same(&office, "from the records").await;
    std::fs::remove_dir_all(office.folder.path().join("blobs")).expect("the blobs");
    same(&office, "without the PDF that was stored").await;
}

impl Office {
    /// Closes the desk, takes its checkpoints away and opens it again.
    async fn replayed(self) -> Office {
        self.desk.close().await;
        let Office { desk, folder, .. } = self;
        drop(desk);
        let mut gone = 0;
        for entry in std::fs::read_dir(folder.path()).expect("the folder") {
            let path = entry.expect("an entry").path();
            let name = path
                .file_name()
                .map(|name| name.to_string_lossy().into_owned());
            if name.is_some_and(|name| name.contains("checkpoint")) {
                gone += 1;
                if path.is_dir() {
                    std::fs::remove_dir_all(path).expect("removed");
                } else {
                    std::fs::remove_file(path).expect("removed");
                }
            }
        }
        assert!(gone > 0, "there was no checkpoint");
        let (desk, clock) = desk_in(folder.path()).await;
        Office {
            desk,
            clock,
            folder,
        }
    }
}

#[tokio::test]
async fn quo_6_a_paper_is_made_of_what_stands_when_it_is_sent() {
    let office = Office::briefed().await;
    office.price(0, 2).await;
    office.step(CLEA, QuotationCommand::HandPrices(Q)).await;
    let project = QuotationCommand::Assemble {
        quotation: Q,
        seen: 1,
        project: "Écrit à l'instant.".into(),
        conditions: "".into(),
        valid_until: None,
    };
    // All of it is under way at once: what was made ahead is of no use.
    let (quotation, version) = (Q, 2);
    let steps = [
        (DAN, Command::Quotation(Box::new(project))),
        (
            BEN,
            bench::on(&[1], Act::SetSubject("Put right just now".into()))
                .upon(office.state().seq()),
        ),
        (
            DAN,
            Command::Quotation(Box::new(QuotationCommand::HandProject(Q))),
        ),
        (
            BEN,
            Command::Quotation(Box::new(QuotationCommand::Send { quotation, version })),
        ),
    ];
    let mut sent = Vec::new();
    for (who, command) in steps {
        let submission = Submission::new(Some(who), command);
        sent.push(office.desk.send(submission).await.expect("open"));
    }
    for one in sent {
        one.answer().await.expect("done");
    }
    let text = office.paper(GUS, None).await.text();
    assert!(
        text.contains("Écrit à l'instant.") && text.contains("Put right just now"),
        "{text}"
    );
}

#[tokio::test]
async fn ppl_1_who_may_not_send_has_no_paper_made() {
    let office = Office::sent().await;
    let blobs = || {
        let folder = office.folder.path().join("blobs");
        let shelves = std::fs::read_dir(folder).expect("the blobs");
        shelves.count()
    };
    let before = blobs();
    for (who, version) in [(GUS, 1), (BEN, 1), (BEN, 9)] {
        let send = QuotationCommand::Send {
            quotation: Q,
            version,
        };
        office
            .refused(Some(who), Command::Quotation(Box::new(send)))
            .await;
    }
    assert_eq!(blobs(), before);
}

#[tokio::test]
async fn ppl_2_a_client_has_the_paper_she_was_sent_and_no_other() {
    let office = Office::sent().await;
    let now = office.desk.now();
    for number in [1, 2, 4] {
        let paper = load_paper(&office.desk, GUS, Q, Some(number), now)
            .await
            .expect("read");
        assert_eq!(paper, Err(Refusal::NoSuchThing), "version {number}");
    }
}

#[tokio::test]
async fn quo_6_what_was_sent_before_papers_were_kept_is_made_of_today_and_says_so() {
    let office = Office::sent().await;
    let text = office.paper(BEN, None).await.text();
    // The same records without the paper, as an earlier release wrote them.
    let folder = tempfile::tempdir().expect("a folder");
    {
        let store = Store::open(folder.path()).expect("a store");
        for seq in 1..=office.state().seq() {
            let record = office
                .desk
                .store()
                .journal()
                .read(seq)
                .await
                .expect("read")
                .expect("a record");
            let (meta, mut events) = replay::decode_record(&record).expect("decoded");
            events.retain(|event| match event {
                Event::Quotation(OfQuotation { event, .. }) => {
                    !matches!(**event, QuotationEvent::Papered { .. })
                }
                _ => true,
            });
            let record = crate::journal::NewRecord {
                at_ms: meta.at,
                actor: meta.actor.map_or(0, |person| person.0),
                on_behalf: meta.on_behalf.map(|person| person.0),
                command: meta.command,
                salt: [7; 16],
                payload: codec::encode(&events).expect("encoded"),
            };
            store
                .journal()
                .append(seq, vec![record])
                .await
                .expect("appended");
        }
    }
    let (desk, clock) = desk_in(folder.path()).await;
    let office = Office {
        desk,
        clock,
        folder,
    };
    let old = office.paper(GUS, None).await;
    assert_eq!(old.source, PaperSource::AsOfToday);
    assert_eq!(old.text(), text);
    // Sent again, it is kept from then on.
    let again = QuotationCommand::SendR2 {
        quotation: Q,
        afresh: false,
        words: "".into(),
    };
    office.step(BEN, again).await;
    office.edit_all().await;
    let kept = office.paper(GUS, None).await;
    assert!(matches!(kept.source, PaperSource::Sent { .. }));
    assert_eq!(kept.text(), text);
}

#[tokio::test]
async fn quo_6_who_sends_is_told_which_letters_the_paper_cannot_show() {
    let office = Office::sent().await;
    let state = office.state();
    let id = state.organisations().map(|o| o.id).last().expect("one");
    let mut profile = state.organisation(id).expect("one").profile.clone();
    profile.name = "Chez สม".into();
    let change = Command::Directory(DirectoryCommand::ChangeOrganisation {
        organisation: id,
        profile: Box::new(profile),
    });
    office.must(Some(ANNA), change).await;
    let unshown = async |who| {
        let whole = load_quotation(&office.desk, who, Q, office.desk.now()).await;
        whole.expect("read").expect("seen").unshown
    };
    assert!(unshown(BEN).await.is_empty(), "the version is sent already");
    let afresh = QuotationCommand::SendR2 {
        quotation: Q,
        afresh: true,
        words: "three groups".into(),
    };
    office.step(BEN, afresh).await;
    office.price(3, 4).await;
    assert_eq!(unshown(BEN).await, ['ม', 'ส']);
    assert!(unshown(GUS).await.is_empty());
}

fn text(c: char, n: usize) -> Box<str> {
    c.to_string().repeat(n).into()
}

fn paper(words: char, long: usize, lines: usize) -> Paper {
    let line = PaperLine {
        text: text(words, long.min(300)),
        quantity: 2,
        unit: "séance".into(),
        price: 95_000,
        discount: 55,
        vat: 200,
        net: 179_550,
    };
    Paper {
        language: Language::FR,
        title: "Offre Q-1, version 2".into(),
        house: "Les Passeurs".into(),
        brand: "Ateliers".into(),
        dated: "3 juin 2026".into(),
        organisation: text(words, long.min(200)),
        contact: "Paul".into(),
        subject: text(words, long.min(500)),
        project: text(words, long.min(20_000)),
        currency: Currency::EUR,
        lines: vec![line; lines],
        net: 179_550,
        vat: vec![PaperVat {
            label: "TVA 20 % sur 1 795,50 €".into(),
            rate: 200,
            base: 179_550,
            vat: 35_910,
        }],
        gross: 215_460,
        note: text(words, long.min(2_000)),
        valid: "Cette offre est valable jusqu’au 3 juillet 2026.".into(),
        conditions: text(words, long.min(10_000)),
        labels: Labels {
            columns: [
                "Désignation",
                "Qté",
                "Unité",
                "Prix unit.",
                "Rem.",
                "TVA",
                "Net",
            ]
            .map(Into::into),
            net: "Total hors TVA".into(),
            gross: "Total TTC".into(),
            conditions: "Conditions".into(),
            agreed: "Bon pour accord :".into(),
            page: "page".into(),
        },
        figures: None,
        issuer: match lines {
            0 | 1 => Vec::new(),
            _ => vec![text(words, long.min(500)); 4],
        },
        foot: match lines {
            0 | 1 => Vec::new(),
            _ => vec![text(words, long.min(500)); 2],
        },
    }
}

fn papered(paper: Paper) -> Vec<Event> {
    vec![Event::Quotation(OfQuotation {
        request: RequestId(4),
        quotation: QuotationId(5),
        event: Box::new(QuotationEvent::Papered {
            number: 2,
            paper: Frozen::of(paper, None),
            pdf: [0xd1; 32],
        }),
    })]
}

#[test]
fn quo_6_the_longest_paper_there_can_be_fits_a_record() {
    let events = papered(paper('\u{1f600}', usize::MAX, 200));
    let bytes = codec::encode(&events).expect("encoded");
    assert!(
        bytes.len() < MAX_RECORD - 16 * 1024,
        "{} bytes",
        bytes.len()
    );
}

#[test]
fn invariant_7_the_paper_of_a_quotation_is_written_and_read_bit_for_bit() {
    let events = papered(paper('é', 12, 1));
    is_kept("paper", &events);
    let said = papered(paper('é', 12, 2));
    is_kept("paper-issuer", &said);
}
