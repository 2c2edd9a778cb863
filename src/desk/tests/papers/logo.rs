//! QUO-6, WKS-8: the logo on a paper is the one it had when it was sent, whatever is set later; its file stays as long as a
//! record names it.

use std::time::Duration;

use super::*;
use crate::desk::tidy::{Tidied, tidy};
use crate::domain::house::refusal::HouseRefusal;
use crate::domain::house::{Country, Logo};
use crate::journal::BlobId;

/// A JPEG of 24 by 16 dots.
const FIRST: &[u8] = include_bytes!("../../../document/tests/logo.jpg");

/// The events of a logo that is set, and of a paper that is sent with it.
pub(in crate::desk::tests) fn papered_with(logo: &Logo) -> Event {
    let event = QuotationEvent::Papered {
        number: 2,
        paper: Frozen::of(paper('é', 3, 1), Some(logo)),
        pdf: [0xd1; 32],
    };
    Event::Quotation(OfQuotation {
        request: RequestId(4),
        quotation: QuotationId(5),
        event: Box::new(event),
    })
}

impl Office {
    /// Stores a picture and sets it as the logo of a country.
    async fn logo(&self, code: &str, bytes: &[u8]) -> Logo {
        let lease = self.desk.store().blobs().put(bytes).expect("stored");
        let logo = Logo {
            name: "logo.jpg".into(),
            width: 24,
            height: 16,
            size: bytes.len() as u64,
            file: lease.id().0,
        };
        let (country, kept) = (country(code), Some(Box::new(logo.clone())));
        let command = HouseCommand::SetLogo {
            country,
            logo: kept,
        };
        self.must(Some(ANNA), Command::House(command)).await;
        drop(lease);
        logo
    }

    fn logo_of(&self, country: Country) -> Option<Logo> {
        self.state().logo(country).map(|logo| (**logo).clone())
    }
}

fn another() -> Vec<u8> {
    // What stands behind the end is no part of the picture, and makes it another file.
    [FIRST, b"another"].concat()
}

fn has_logo(pdf: &[u8]) -> bool {
    pdf.windows(10).any(|window| window == b"/DCTDecode")
}

#[tokio::test]
async fn quo_6_a_paper_keeps_the_logo_it_was_sent_with() {
    let office = Office::briefed().await;
    let first = office.logo("FR", FIRST).await;
    let send = office.ready().await;
    office.step(BEN, send).await;
    let sent = office.paper(GUS, None).await;
    assert_eq!(sent.logo.as_deref(), Some(&first));
    let pdf = sent.pdf(&office.desk);
    assert!(has_logo(&pdf));
    // It is another one now, then none.
    let then = office.logo("FR", &another()).await;
    let draft = office.paper(BEN, Some(1)).await;
    assert_eq!(draft.logo.as_deref(), Some(&then), "a draft has today's");
    let (country, logo) = (country("FR"), None);
    let off = HouseCommand::SetLogo { country, logo };
    office.must(Some(ANNA), Command::House(off)).await;
    let draft = office.paper(BEN, Some(1)).await;
    assert!(draft.logo.is_none() && !has_logo(&draft.pdf(&office.desk)));
    // Nothing of it is swept, and from the records alone it is the same.
    office.set_clock(bench::paris("2100-01-01 10:00"));
    let done = tidy(&office.desk, Duration::ZERO, || true).expect("swept");
    assert!(
        matches!(done, Tidied::Done(swept) if swept.removed == 0),
        "{done:?}"
    );
    let office = office.replayed().await;
    let after = office.paper(GUS, None).await;
    assert_eq!(
        (after.logo.as_deref(), after.pdf(&office.desk)),
        (Some(&first), pdf.clone())
    );
    // Where the PDF is lost, it is laid out with the same logo.
    let PaperSource::Sent { pdf: file, .. } = after.source else {
        panic!("{:?}", after.source);
    };
    let lost = BlobId(file.0).to_string();
    let shelves = office.folder.path().join("blobs");
    let path = shelves.join(&lost[..2]).join(&lost);
    std::fs::remove_file(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    assert_eq!(after.pdf(&office.desk), pdf);
}

#[tokio::test]
async fn wks_8_a_logo_is_of_a_country_else_of_home_and_is_undone() {
    let office = Office::briefed().await;
    let [home, france, belgium] = [
        office.state().house().expect("a house").home,
        country("FR"),
        country("BE"),
    ];
    assert_eq!(home, france);
    let first = office.logo("FR", FIRST).await;
    let theirs = office.logo("BE", &another()).await;
    let on = |market| office.state().logo_for(market).map(|logo| logo.file);
    assert_eq!(on(Some(belgium)), Some(theirs.file));
    for market in [None, Some(france), Some(country("JP"))] {
        assert_eq!(on(market), Some(first.file), "{market:?}");
    }
    let second = office.logo("FR", &another()).await;
    assert_eq!(office.logo_of(france), Some(second));
    office.must(Some(ANNA), Command::Undo).await;
    assert_eq!(office.logo_of(france), Some(first.clone()));
    // The same once more is nothing new; what is not there cannot be taken off.
    let seq = office.state().seq();
    office.logo("FR", FIRST).await;
    assert_eq!(office.state().seq(), seq);
    let (country, logo) = (country("JP"), None);
    let off = Command::House(HouseCommand::SetLogo { country, logo });
    assert_eq!(
        office.refused(Some(ANNA), off).await,
        HouseRefusal::NoLogo.into()
    );
    let wrong = |change: &dyn Fn(&mut Logo)| {
        let mut logo = first.clone();
        change(&mut logo);
        let logo = Some(Box::new(logo));
        Command::House(HouseCommand::SetLogo { country, logo })
    };
    for command in [
        wrong(&|logo| logo.width = 2_001),
        wrong(&|logo| logo.height = 0),
        wrong(&|logo| logo.size = 512 * 1024 + 1),
        wrong(&|logo| logo.name = "x".repeat(121).into()),
    ] {
        assert_eq!(
            office.refused(Some(ANNA), command).await,
            HouseRefusal::LogoWrong.into()
        );
    }
}

#[tokio::test]
async fn quo_6_a_paper_is_not_sent_without_a_logo_that_is_lost() {
    let office = Office::briefed().await;
    let logo = office.logo("FR", FIRST).await;
    let lost = BlobId(logo.file).to_string();
    let shelves = office.folder.path().join("blobs");
    std::fs::remove_file(shelves.join(&lost[..2]).join(&lost)).expect("removed");
    let send = office.ready().await;
    let command = Command::Quotation(Box::new(send));
    let sent = office
        .desk
        .submit(Submission::new(Some(BEN), command))
        .await;
    let fault = sent.expect_err("not sent");
    assert!(fault.to_string().contains("logo.jpg"), "{fault}");
    assert!(office.logo_of(country("FR")).is_some());
}
