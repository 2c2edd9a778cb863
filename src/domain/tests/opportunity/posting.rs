//! BRD-1, BRD-2, REQ-6: what is posted in each group, and what its notice may say.

use super::bench::*;
use crate::domain::Millis;
use crate::domain::command::{Act, Command};
use crate::domain::house::Funds;
use crate::domain::ids::{OpportunityId, RequestId};
use crate::domain::money::Money;
use crate::domain::money::refusal::MoneyRefusal;
use crate::domain::opportunity::command::Description;
use crate::domain::opportunity::refusal::BoardRefusal;
use crate::domain::opportunity::{
    BoardCommand, EndReason, Formula, MissionCommand, Notice, OpportunityStage, Payer,
};
use crate::domain::refusal::Refusal;
use crate::domain::request::command::RequestCommand;
use crate::domain::request::refusal::RequestRefusal;
use crate::domain::request::{Attachment, CloseReason, Group};

/// The posting of the introduced request with another notice.
fn with(fair: &Fair, change: impl FnOnce(&mut Notice)) -> BoardCommand {
    let mut command = fair.posting(INTRODUCED);
    if let BoardCommand::Post { notice, .. } = &mut command {
        change(notice);
    }
    command
}

/// The posting of a request that may not exist.
fn posting_of(fair: &Fair, of: RequestId) -> BoardCommand {
    let mut command = fair.posting(INTRODUCED);
    if let BoardCommand::Post { request, .. } = &mut command {
        *request = of;
    }
    command
}

fn saying(fair: &Fair, text: &str) -> BoardCommand {
    let mut command = fair.posting(INTRODUCED);
    if let BoardCommand::Post { description, .. } = &mut command {
        description.text = text.into();
    }
    command
}

fn amending(fair: &Fair, id: OpportunityId, change: impl FnOnce(&mut Notice)) -> BoardCommand {
    let mut notice = fair.the(id).notice.clone();
    change(&mut notice);
    BoardCommand::Amend {
        opportunity: id,
        seen: fair.the(id).notice_at,
        notice: Box::new(notice),
        description: None,
    }
}

fn file(name: &str) -> Attachment {
    Attachment {
        name: name.into(),
        mime: "application/pdf".into(),
        size: 10,
        blob: [0; 32],
    }
}

#[test]
fn brd_2_an_introduction_is_posted_straight_from_the_request() {
    let mut fair = Fair::new();
    fair.must(BEN, fair.posting(INTRODUCED));
    let posted = fair.the(INTRO);
    let request = fair.get(INTRODUCED);
    assert_eq!(posted.group, Group::ClientIntroduction);
    assert_eq!(
        (posted.organisation, posted.contact, posted.quotation),
        (request.organisation, request.contact, None)
    );
    assert_eq!(
        (posted.stage, posted.submitted),
        (OpportunityStage::Open, 0)
    );
    let board = fair.state.board();
    assert_eq!(board.pending().collect::<Vec<_>>(), [INTRO]);
    assert_eq!(board.of_request(INTRODUCED).collect::<Vec<_>>(), [INTRO]);
    replays(&fair);
}

#[test]
fn brd_2_subcontracting_is_posted_from_a_quotation_that_was_accepted() {
    let fair = Fair::new();
    let needs = Refusal::Board(BoardRefusal::NeedsQuotation(SUBCONTRACTED));
    assert_eq!(fair.no(BEN, fair.posting(SUBCONTRACTED)), needs);
    let mut command = fair.posting(SUBCONTRACTED);
    if let BoardCommand::Post { quotation, .. } = &mut command {
        *quotation = Some(crate::domain::ids::QuotationId(9));
    }
    assert_eq!(fair.no(BEN, command), needs);
    let mut fair = fair;
    let accepted = fair.accepts(SUBCONTRACTED);
    let posting = fair.posting_from(SUBCONTRACTED, accepted);
    fair.must(BEN, posting.clone());
    assert_eq!(fair.the(INTRO).quotation, Some(accepted));
    // What was posted by mistake is posted anew; what was delivered is not.
    let end = BoardCommand::End {
        opportunity: INTRO,
        why: EndReason::MISTAKE,
        refund: true,
    };
    fair.must(BEN, end);
    fair.must(BEN, posting.clone());
    fair.runs(FAY, SUB);
    let note = "held".into();
    let opportunity = SUB;
    fair.must(
        FAY,
        BoardCommand::Mission(MissionCommand::Deliver { opportunity, note }),
    );
    assert_eq!(fair.no(BEN, posting), needs);
}

#[test]
fn req_6_nothing_is_posted_before_an_officer_decided_on_the_group() {
    let mut fair = Fair::new();
    let undecided = Refusal::Request(RequestRefusal::GroupUndecided(UNDECIDED));
    assert_eq!(fair.no(BEN, fair.posting(UNDECIDED)), undecided);
    let act = Act::SetGroup(Some(Group::ClientIntroduction));
    fair.act(BEN, UNDECIDED, act);
    fair.must(BEN, fair.posting(UNDECIDED));
}

#[test]
fn brd_2_a_request_that_is_gone_is_not_posted_and_none_twice() {
    let mut fair = Fair::new();
    let nine = RequestId(9);
    assert_eq!(
        fair.no(BEN, posting_of(&fair, nine)),
        Refusal::Request(RequestRefusal::NoSuchRequest(nine))
    );
    fair.must(BEN, fair.posting(INTRODUCED));
    assert_eq!(
        fair.no(ANNA, fair.posting(INTRODUCED)),
        Refusal::Board(BoardRefusal::AlreadyPosted(INTRO))
    );
    let end = BoardCommand::End {
        opportunity: INTRO,
        why: EndReason::MISTAKE,
        refund: false,
    };
    fair.must(ANNA, end);
    fair.must(BEN, fair.posting(INTRODUCED));
    let close = Act::Close(CloseReason::ANSWERED, "".into());
    fair.act(BEN, SUBCONTRACTED, close);
    let closed = Refusal::Request(RequestRefusal::IsClosed(SUBCONTRACTED));
    assert_eq!(fair.no(BEN, fair.posting(SUBCONTRACTED)), closed);
    let merge = Command::Request(RequestCommand::Merge {
        from: vec![UNDECIDED],
        into: INTRODUCED,
    });
    fair.0.must(Some(BEN), merge);
    let merged = Refusal::Request(RequestRefusal::IsMerged { into: INTRODUCED });
    assert_eq!(fair.no(BEN, fair.posting(UNDECIDED)), merged);
}

#[test]
fn brd_2_a_notice_has_what_its_group_needs() {
    let fair = Fair::open();
    let now = fair.now;
    type Change = fn(&mut Notice);
    let introduced: [(Change, Refusal); 10] = [
        (|n| n.title = " ".into(), Refusal::TextMissing),
        (
            |n| n.title = "x".repeat(201).into(),
            Refusal::TooLong { most: 200 },
        ),
        (
            |n| n.place = "x".repeat(501).into(),
            Refusal::TooLong { most: 500 },
        ),
        (
            |n| n.sessions = 0,
            Refusal::Board(BoardRefusal::SessionsWrong { most: 500 }),
        ),
        (
            |n| n.sessions = 501,
            Refusal::Board(BoardRefusal::SessionsWrong { most: 500 }),
        ),
        (
            |n| n.amount = Some(euros(-1)),
            Refusal::Money(MoneyRefusal::PriceWrong),
        ),
        (
            |n| n.amount = Some(euros(i64::MAX)),
            Refusal::Money(MoneyRefusal::PriceWrong),
        ),
        (|n| n.payer = Payer::Provider, Refusal::ReasonMissing),
        (|n| n.deadline = 0, Refusal::InThePast),
        (
            |n| n.deadline = Millis::MAX,
            Refusal::TooFarAhead { days: 3_660 },
        ),
    ];
    for (change, refusal) in introduced {
        assert_eq!(fair.no(BEN, amending(&fair, INTRO, change)), refusal);
    }
    let at_once = amending(&fair, INTRO, |n| n.deadline = now);
    assert_eq!(fair.no(BEN, at_once), Refusal::InThePast);
    let subcontracted: [(Change, Refusal); 4] = [
        (
            |n| n.amount = None,
            Refusal::Money(MoneyRefusal::PriceMissing),
        ),
        (
            |n| n.amount = Some(dollars(90_000)),
            Refusal::Money(MoneyRefusal::WrongCurrency {
                expected: euros(0).currency,
            }),
        ),
        (
            |n| n.formula = Some(Formula::R0),
            Refusal::Board(BoardRefusal::FormulaWrong),
        ),
        (
            |n| n.payer = Payer::Provider,
            Refusal::Board(BoardRefusal::FormulaWrong),
        ),
    ];
    for (change, refusal) in subcontracted {
        assert_eq!(fair.no(BEN, amending(&fair, SUB, change)), refusal);
    }
}

#[test]
fn brd_2_ppl_2_what_is_posted_names_no_client() {
    let fair = Fair::new();
    let request = fair.get(INTRODUCED);
    let organisation = fair.state.organisation(request.organisation).expect("one");
    let name = organisation.profile.name.clone();
    for (said, what) in [
        (format!("For {name}, two workshops"), &*name),
        (format!("for {}!", name.to_uppercase()), &*name),
        ("Ask Paul Martin.".into(), "Paul Martin"),
        ("ask (paul  martin)".replace("  ", " "), "Paul Martin"),
        ("write to OFFICE@acme.example".into(), "office@acme.example"),
        ("see www.acme.example/about".into(), "acme.example"),
        ("call 06.12.34.56.78".into(), "+33 6 12 34 56 78"),
        ("call +33612345678 now".into(), "+33 6 12 34 56 78"),
    ] {
        let refusal = Refusal::Board(BoardRefusal::NamesClient { what: what.into() });
        assert_eq!(fair.no(BEN, saying(&fair, &said)), refusal, "{said}");
        let title = with(&fair, |n| n.title = said.as_str().into());
        assert_eq!(fair.no(BEN, title), refusal, "{said}");
        let dates = with(&fair, |n| n.dates = said.as_str().into());
        assert_eq!(fair.no(BEN, dates), refusal, "{said}");
        let reason = with(&fair, |n| {
            n.payer = Payer::Provider;
            n.payer_reason = said.as_str().into();
        });
        assert_eq!(fair.no(BEN, reason), refusal, "{said}");
        let mut with_file = fair.posting(INTRODUCED);
        if let BoardCommand::Post { description, .. } = &mut with_file {
            description.files = vec![file(&format!("{said}.pdf"))];
        }
        assert_eq!(fair.no(BEN, with_file), refusal, "{said}");
    }
    for harmless in [
        "Acmeology for 24, in May: pauls and martins",
        "a budget of 1,200 for 2026-05-06, 12 34 56",
        "Please contact the office.",
    ] {
        assert!(
            fair.tries(BEN, saying(&fair, harmless)).is_ok(),
            "{harmless}"
        );
    }
    let open = Fair::open();
    let amended = amending(&open, INTRO, |n| n.title = "Acme’s workshops".into());
    assert!(matches!(
        open.no(BEN, amended),
        Refusal::Board(BoardRefusal::NamesClient { .. })
    ));
}

#[test]
fn brd_2_ppl_2_a_short_name_counts_when_it_is_written_as_it_is() {
    let mut fair = Fair::new();
    let organisation = fair.get(INTRODUCED).organisation;
    fair.profile(organisation, |p| p.name = "EDF".into());
    let refusal = Refusal::Board(BoardRefusal::NamesClient { what: "EDF".into() });
    assert_eq!(fair.no(BEN, saying(&fair, "Workshops at EDF.")), refusal);
    assert!(fair.tries(BEN, saying(&fair, "PEDFA and edf")).is_ok());
}

#[test]
fn brd_2_a_contact_whose_name_is_one_word_does_not_forbid_the_word() {
    let mut fair = Fair::new();
    let mut form = mail(8_000, "contact@word.example", "B / x", "We are 9.");
    form.source = crate::domain::request::Source::Form;
    form.from.name = "Contact".into();
    let id = fair.receive(form).expect("a request");
    fair.act(BEN, id, Act::SetGroup(Some(Group::ClientIntroduction)));
    let mut command = fair.posting(id);
    if let BoardCommand::Post { description, .. } = &mut command {
        description.text = "Direct contact is wished for.".into();
    }
    fair.must(BEN, command);
}

#[test]
fn brd_2_texts_and_files_have_their_limits() {
    let fair = Fair::new();
    let long = saying(&fair, &"x".repeat(50_001));
    assert_eq!(fair.no(BEN, long), Refusal::TooLong { most: 50_000 });
    for (files, most) in [
        (vec![file("a"); 21], 20),
        (vec![file(&"x".repeat(300))], 255),
    ] {
        let mut command = fair.posting(INTRODUCED);
        if let BoardCommand::Post { description, .. } = &mut command {
            description.files = files;
        }
        assert_eq!(fair.no(BEN, command), Refusal::TooLong { most });
    }
}

#[test]
fn brd_2_what_is_posted_is_put_right_while_it_awaits_offers() {
    let mut fair = Fair::open();
    let before = fair.the(INTRO).text_at;
    fair.must(BEN, amending(&fair, INTRO, |n| n.sessions = 3));
    assert_eq!(fair.the(INTRO).notice.sessions, 3);
    assert_eq!(fair.the(INTRO).text_at, before, "the description stands");
    let mut again = amending(&fair, INTRO, |_| ());
    assert_eq!(fair.no(BEN, again.clone()), Refusal::AlreadySo);
    if let BoardCommand::Amend { description, .. } = &mut again {
        *description = Some(Description {
            text: "More of it.".into(),
            files: vec![file("programme.pdf")],
        });
    }
    fair.must(BEN, again);
    assert_eq!(fair.the(INTRO).text_at, fair.state.seq());
    assert_eq!(fair.the(INTRO).files.len(), 1);
    let proposal = fair.submits(FAY, INTRO);
    fair.must(BEN, fair.selecting(proposal));
    let late = amending(&fair, INTRO, |n| n.sessions = 4);
    assert_eq!(
        fair.no(BEN, late),
        Refusal::Board(BoardRefusal::NotPending(INTRO))
    );
}

#[test]
fn brd_2_the_house_sets_the_price_and_a_new_one_holds_for_all_proposals() {
    let mut fair = Fair::open();
    let proposal = fair.submits(FAY, SUB);
    assert_eq!(fair.of(proposal).says.price, Some(euros(90_000)));
    fair.must(
        BEN,
        amending(&fair, SUB, |n| n.amount = Some(euros(95_000))),
    );
    assert_eq!(fair.of(proposal).says.price, Some(euros(95_000)));
    fair.must(BEN, fair.selecting(proposal));
    assert_eq!(fair.terms_of(SUB).price, euros(95_000));
    replays(&fair);
}

#[test]
fn brd_2_the_currency_stays_once_somebody_made_an_offer_in_it() {
    let mut fair = Fair::open();
    let to = |amount: Option<Money>| move |n: &mut Notice| n.amount = amount;
    fair.must(BEN, amending(&fair, INTRO, to(Some(dollars(50_000)))));
    fair.must(BEN, amending(&fair, INTRO, to(None)));
    fair.submits(FAY, INTRO);
    let refusal = Refusal::Money(MoneyRefusal::WrongCurrency {
        expected: euros(0).currency,
    });
    let other = amending(&fair, INTRO, to(Some(dollars(50_000))));
    assert_eq!(fair.no(BEN, other), refusal);
    fair.must(BEN, amending(&fair, INTRO, to(Some(euros(50_000)))));
}

#[test]
fn brd_1_a_favourite_is_one_persons_own() {
    let mut fair = Fair::open();
    fair.must(FAY, BoardCommand::Favourite(INTRO, true));
    let board = fair.state.board();
    assert!(board.is_favourite(FAY, INTRO) && !board.is_favourite(GIL, INTRO));
    assert_eq!(
        fair.no(FAY, BoardCommand::Favourite(INTRO, true)),
        Refusal::AlreadySo
    );
    fair.must(FAY, BoardCommand::Favourite(INTRO, false));
    assert!(!fair.state.board().is_favourite(FAY, INTRO));
    let nine = OpportunityId(9);
    let unknown = fair.no(FAY, BoardCommand::Favourite(nine, true));
    assert_eq!(
        unknown,
        Refusal::Board(BoardRefusal::NoSuchOpportunity(nine))
    );
}

#[test]
fn req_5_what_must_be_validated_is_posted_only_then() {
    let mut fair = Fair::new();
    fair.settle(|house| house.validation.introduction = true);
    assert_eq!(
        fair.no(BEN, fair.posting(INTRODUCED)),
        Refusal::Board(BoardRefusal::NotValidated(INTRODUCED))
    );
    // The other group is not asked for it.
    let mut other = fair.clone();
    other.settle(|house| {
        house.validation.introduction = false;
        house.validation.subcontracting = true;
    });
    other.must(BEN, other.posting(INTRODUCED));
    fair.act(BEN, INTRODUCED, Act::Validate("".into()));
    fair.must(BEN, fair.posting(INTRODUCED));
}

#[test]
fn esc_13_r0_is_posted_only_once_it_is_said_how_clients_money_is_held() {
    let mut fair = Fair::new();
    let r0 = |notice: &mut Notice| notice.formula = Some(Formula::R0);
    let refused = Refusal::Board(BoardRefusal::FundsUnsaid);
    assert_eq!(fair.no(BEN, with(&fair, r0)), refused);
    fair.must(BEN, fair.posting(INTRODUCED));
    assert_eq!(fair.no(BEN, amending(&fair, INTRO, r0)), refused);
    fair.settle(|house| house.funds = Funds::Through("Bank Example".into()));
    fair.must(BEN, amending(&fair, INTRO, r0));
    // What has it keeps it, and can still be put right.
    fair.settle(|house| house.funds = Funds::Unsaid);
    fair.must(BEN, amending(&fair, INTRO, |n| n.place = "Lille".into()));
}
