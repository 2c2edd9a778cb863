//! Papers and numbers when something is gone: a disk that fails while a paper is made, texts or a first record
//! that no log has any more.

use super::super::gap::lose;
use super::*;
use crate::domain::request::command::RequestCommand;
use crate::journal::FaultKind;

impl Office {
    /// The quotation that was sent, made afresh and waiting to be sent again. Yields the record of its texts
    /// and the command that sends it.
    async fn anew(&self) -> (Seq, Command) {
        let latest = || {
            let state = self.state();
            let quotation = state.quotations().get(Q).expect("one").clone();
            quotation.latest_number()
        };
        let afresh = QuotationCommand::SendR2 {
            quotation: Q,
            afresh: true,
            words: "more".into(),
        };
        self.step(BEN, afresh).await;
        self.step(CLEA, QuotationCommand::HandPrices(Q)).await;
        let project = QuotationCommand::Assemble {
            quotation: Q,
            seen: latest(),
            project: "Another project".into(),
            conditions: "Others".into(),
            valid_until: None,
        };
        self.step(DAN, project).await;
        let texts = self.state().seq();
        self.step(DAN, QuotationCommand::HandProject(Q)).await;
        let (quotation, version) = (Q, latest());
        let send = QuotationCommand::Send { quotation, version };
        (texts, Command::Quotation(Box::new(send)))
    }

    /// Closes the desk, loses a record in both logs, and the checkpoints if nothing shall stand for it; recovers
    /// and opens what is left.
    async fn without(self, record: Seq, checkpoints: bool) -> Office {
        self.desk.close().await;
        let Office { desk, folder, .. } = self;
        drop(desk);
        drop(desk_in(folder.path()).await);
        if !checkpoints {
            let _ = std::fs::remove_dir_all(folder.path().join("checkpoints"));
        }
        lose(folder.path(), record);
        let recovery = loop {
            match crate::journal::recover(folder.path()) {
                Err(fault) if fault.kind == FaultKind::InUse => tokio::task::yield_now().await,
                recovery => break recovery.expect("recovered"),
            }
        };
        assert_eq!(recovery.lost_count(), 1);
        let (desk, clock) = desk_in(folder.path()).await;
        Office {
            desk,
            clock,
            folder,
        }
    }

    /// Why a command is not done.
    async fn not_done(&self, who: PersonId, command: Command) -> String {
        let answer = self.desk.submit(Submission::new(Some(who), command)).await;
        answer.expect_err("not done").to_string()
    }
}

#[tokio::test]
async fn ppl_2_who_sends_a_quotation_is_told_no_path_of_the_server() {
    let office = Office::sent().await;
    let (_, send) = office.anew().await;
    let blobs = office.folder.path().join("blobs");
    std::fs::remove_dir_all(&blobs).expect("removed");
    std::fs::write(&blobs, "").expect("in the way");
    let said = office.not_done(BEN, send).await;
    assert!(!said.contains("blobs"), "{said}");
}

#[tokio::test]
async fn quo_6_a_paper_whose_texts_are_lost_is_not_sent_without_them() {
    let office = Office::sent().await;
    let (texts, send) = office.anew().await;
    crate::desk::checkpoints::write(office.desk.store(), &office.state()).expect("written");
    let office = office.without(texts, true).await;
    let said = office.not_done(BEN, send).await;
    assert!(
        said.contains("texts") && said.contains("write them again"),
        "{said}"
    );
}

#[tokio::test]
async fn wks_7_a_number_of_a_lost_row_is_never_anothers() {
    let office = Office::sent().await;
    let request = office.state().quotations().get(Q).expect("one").request;
    let first = Seq::from(office.get(request.0).trail[0]);
    let office = office.without(first, false).await;
    assert!(office.state().request(request).is_none());
    let mail = bench::mail(78, "zoe@other.fr", "CLIENT / an afternoon", "Hello.");
    office
        .must(
            None,
            Command::Request(RequestCommand::Receive(Box::new(mail))),
        )
        .await;
    let state = office.state();
    let new = state.requests().iter().last().expect("one").clone();
    assert_ne!(new.id, request, "Q-1 would be a quotation of zoe's request");
    assert_ne!(
        state.contact_of(GUS),
        Some(new.contact),
        "GUS would log in as zoe"
    );
}
