//! PPL-7: several people belong to one firm. They work on its proposals and missions together, its credits and its profile
//! are one, nobody is put into one without saying so, and nothing is lost when somebody leaves.

mod leaving;
mod managers;
mod sides;
mod table;

use super::bench::*;
use super::machine::read_back;
use crate::domain::access::CodeDigest;
use crate::domain::access::command::AccessCommand;
use crate::domain::access::refusal::AccessRefusal;
use crate::domain::command::Command;
use crate::domain::decision::Decision;
use crate::domain::eyes::Eyes;
use crate::domain::firm::command::FirmCommand;
use crate::domain::firm::refusal::FirmRefusal;
use crate::domain::firm::{Firm, FirmRight, FirmRights, Offer};
use crate::domain::ids::{FirmId, OpportunityId, PersonId, ProposalId};
use crate::domain::opportunity::credit::CreditKind;
use crate::domain::opportunity::{BoardCommand, CreditCommand};
use crate::domain::person::Role;
use crate::domain::person::command::PeopleCommand;
use crate::domain::refusal::Refusal;
use crate::domain::thing::{Thing, Writes};

/// Who is taken into Fay's firm, in the order of their coming.
const FIRST: PersonId = PersonId(12);

fn with(rights: &[FirmRight]) -> FirmRights {
    FirmRights::of(rights.iter().copied())
}

/// The firm that Fay has from the beginning.
fn fays() -> FirmId {
    FirmId::own(FAY)
}

impl Fair {
    fn firm(&mut self, who: PersonId, command: FirmCommand) -> Decision {
        self.0.must(Some(who), Command::Firm(command))
    }

    fn firm_no(&self, who: PersonId, command: FirmCommand) -> Refusal {
        let shown = format!("{command:?}");
        match self.decide(Some(who), &Command::Firm(command)) {
            Ok(decision) => panic!("{shown}: {:?}", decision.events),
            Err(refusal) => refusal,
        }
    }

    /// Somebody who may offers a place. Returns the digest of its code.
    fn invites(&mut self, who: PersonId, name: &str, rights: FirmRights) -> CodeDigest {
        let number = u8::try_from(self.state.seq() % 251).expect("small");
        let digest = CodeDigest([number; 32]);
        self.firm(who, inviting(name, rights, digest, self.later(48)));
        digest
    }

    /// A facilitator who is there comes into the firm that `who` manages.
    fn hires(&mut self, who: PersonId, person: PersonId, rights: &[FirmRight]) {
        let digest = self.invites(who, "Somebody", with(rights));
        self.firm(person, FirmCommand::Join(digest));
    }

    /// Somebody who is nobody yet comes into the firm that `who` manages.
    fn recruits(&mut self, who: PersonId, name: &str, rights: &[FirmRight]) -> PersonId {
        let person = self.state.next_person();
        let digest = self.invites(who, name, with(rights));
        let number = u8::try_from(person.0).expect("few");
        let key = super::super::access::key(number);
        let redeem = AccessCommand::Redeem { digest, key };
        self.0.must(None, Command::Access(redeem));
        person
    }

    fn sees<T>(&self, who: PersonId, ask: impl FnOnce(&Eyes<'_>) -> T) -> T {
        ask(&Eyes::of(&self.state, who).expect("somebody who may enter"))
    }

    fn written(&mut self, who: PersonId, id: OpportunityId) -> ProposalId {
        let firm = self.state.acting(who);
        let seen = self.state.seq();
        let command = Command::Board(Box::new(self.offering(id))).upon(seen);
        self.0.must(Some(who), command);
        let board = self.state.board();
        board.proposal_of(id, firm).expect("a proposal").id
    }
}

fn inviting(
    name: &str,
    rights: FirmRights,
    digest: CodeDigest,
    until: crate::domain::Millis,
) -> FirmCommand {
    FirmCommand::Invite {
        name: name.into(),
        rights,
        digest,
        until,
    }
}

/// The records alone, and a checkpoint, give the same.
fn same_again(fair: &Fair) {
    replays(fair);
    assert!(read_back(&fair.state) == fair.state, "read back");
}

#[test]
fn ppl_7_everybody_is_a_firm_of_one_and_nothing_is_written_of_it() {
    let mut fair = Fair::open();
    fair.submits(FAY, INTRO);
    assert_eq!(fair.state.firms().rows().count(), 0);
    for person in [FAY, GIL, HEL] {
        let own = FirmId::own(person);
        assert_eq!(fair.state.firms().of(person), [own]);
        assert_eq!(fair.state.acting(person), own);
        assert!(fair.state.firms().is_alone(own));
        assert_eq!(
            fair.firm_no(person, FirmCommand::Leave),
            FirmRefusal::AloneInFirm.into()
        );
    }
    same_again(&fair);
}

#[test]
fn ppl_7_who_is_invited_comes_by_the_code_and_is_in_that_firm_alone() {
    let mut fair = Fair::open();
    let came = fair.recruits(FAY, "Zoé Marchand", &[FirmRight::Proposes]);
    assert_eq!(came, FIRST);
    let person = fair.state.person(came).expect("she is there").clone();
    assert_eq!((&*person.name, &*person.email), ("Zoé Marchand", ""));
    assert_eq!(person.roles, [Role::Facilitator]);
    assert_eq!(fair.state.access().keys_of(came).count(), 1);
    assert_eq!(fair.state.firms().of(came), [fays()]);
    assert_eq!(fair.state.acting(came), fays());
    let rights = fair.state.firms().rights(came, fays());
    assert_eq!(rights, Some(with(&[FirmRight::Sees, FirmRight::Proposes])));
    same_again(&fair);
}

#[test]
fn ppl_7_nobody_is_put_into_a_firm_without_saying_so() {
    let mut fair = Fair::open();
    let digest = fair.invites(FAY, "Gil", FirmRights::ALL);
    assert_eq!(fair.state.firms().of(GIL), [FirmId::own(GIL)], "only asked");
    let nobody = Refusal::from(AccessRefusal::NoSuchInvitation);
    let wrong = FirmCommand::Join(CodeDigest([250; 32]));
    assert_eq!(fair.firm_no(GIL, wrong), nobody);
    fair.firm(GIL, FirmCommand::Join(digest));
    assert_eq!(fair.state.firms().of(GIL), [fays(), FirmId::own(GIL)]);
    assert_eq!(fair.state.acting(GIL), fays(), "for the one he came into");
    // A code opens once.
    assert_eq!(fair.firm_no(HEL, FirmCommand::Join(digest)), nobody);
    let redeem = Command::Access(AccessCommand::Redeem {
        digest,
        key: super::super::access::key(90),
    });
    assert_eq!(fair.decide(None, &redeem), Err(nobody.clone()));
    // And not after its time, nor once it is withdrawn.
    let late = fair.invites(FAY, "Hel", FirmRights::ALL);
    fair.now = fair.later(49);
    assert_eq!(fair.firm_no(HEL, FirmCommand::Join(late)), nobody);
    let gone = fair.invites(FAY, "Hel", FirmRights::ALL);
    let (_, offer) = fair.state.firms().offer_of(&gone).expect("an offer");
    let number = offer.number;
    fair.firm(FAY, FirmCommand::Withdraw(number));
    assert_eq!(fair.firm_no(HEL, FirmCommand::Join(gone)), nobody);
    assert_eq!(
        fair.firm_no(FAY, FirmCommand::Withdraw(number)),
        Refusal::NoSuchThing
    );
    same_again(&fair);
}

#[test]
fn ppl_7_the_door_opens_for_an_offer_and_says_nothing_of_it() {
    let mut fair = Fair::open();
    assert!(!fair.state.firms().invites(fair.now));
    let digest = fair.invites(FAY, "Zoé", FirmRights::ALL);
    assert!(fair.state.firms().invites(fair.now));
    assert!(!fair.state.firms().invites(fair.later(48)));
    assert_eq!(
        fair.firm_no(
            FAY,
            inviting("Else", FirmRights::ALL, digest, fair.later(1))
        ),
        Refusal::AlreadySo,
        "no code opens two doors"
    );
    let until = fair.later(1);
    let taken = Command::Access(AccessCommand::Invite {
        person: GIL,
        digest,
        until,
    });
    assert_eq!(fair.decide(Some(ANNA), &taken), Err(Refusal::AlreadySo));
}

#[test]
fn ppl_7_the_steps_of_one_are_open_for_all_and_paid_once() {
    let mut fair = Fair::open();
    let zoe = fair.recruits(FAY, "Zoé", &[FirmRight::Proposes]);
    let before = fair.left(FAY);
    fair.must(zoe, fair.step(INTRO, CreditKind::Consultation));
    assert_eq!(fair.left(FAY)[0], before[0] - 1, "the firm paid");
    assert_eq!(fair.left(zoe), [0; 3]);
    assert!(fair.sees(FAY, |eyes| eyes.see_text(fair.the(INTRO))));
    assert_eq!(
        fair.no(FAY, fair.step(INTRO, CreditKind::Consultation)),
        Refusal::AlreadySo
    );
    same_again(&fair);
}

#[test]
fn ppl_7_colleagues_write_one_proposal_and_not_over_each_other() {
    let mut fair = Fair::open();
    let zoe = fair.recruits(FAY, "Zoé", &[FirmRight::Proposes]);
    let mine = fair.submits(FAY, INTRO);
    let command = fair.offering(INTRO);
    assert_eq!(
        Command::Board(Box::new(command.clone())).writes(&fair.state, Some(zoe)),
        Writes::Whole(Thing::Proposal(mine))
    );
    let seen = fair.state.seq();
    let again = |text: &str| {
        let mut offer = offer(Some(euros(70_000)));
        offer.text = text.into();
        BoardCommand::Propose {
            opportunity: INTRO,
            revision: whole(offer),
            submit: true,
        }
    };
    let hers = Command::Board(Box::new(again("Hers."))).upon(seen);
    fair.0.must(Some(zoe), hers);
    let late = Command::Board(Box::new(again("His."))).upon(seen);
    let Err(Refusal::Moved { what, by, .. }) = fair.decide(Some(FAY), &late) else {
        panic!("written over");
    };
    assert_eq!(what, Thing::Proposal(mine));
    assert_eq!(by.as_deref(), Some("Zoé"), "a colleague is named");
    assert_eq!(fair.the(INTRO).proposals, [mine]);
    assert_eq!(fair.of(mine).person, FAY, "who began it");
    same_again(&fair);
}

#[test]
fn ppl_7_the_profile_is_the_firms() {
    let mut fair = Fair::open();
    let zoe = fair.recruits(FAY, "Zoé", &[FirmRight::Proposes]);
    assert_eq!(fair.state.profile(zoe), fair.state.profile(FAY));
    let pay = fair.recruits(FAY, "Pia", &[FirmRight::Paid]);
    let mut to = (**fair.state.profile(FAY).expect("a profile")).clone();
    to.iban = "FR7630006000011234567890189".into();
    let keep = |person, to: &crate::domain::facilitator::FacilitatorProfile| {
        Command::People(PeopleCommand::KeepProfile {
            person,
            profile: Box::new(to.clone()),
        })
    };
    let seen = fair.state.seq();
    let needs = |right| Err(Refusal::from(FirmRefusal::NeedsRight(right)));
    assert_eq!(
        fair.decide(Some(zoe), &keep(zoe, &to)),
        needs(FirmRight::Paid)
    );
    fair.0.must(Some(pay), keep(pay, &to).upon(seen));
    assert_eq!(fair.state.profile(FAY).expect("a profile").iban, to.iban);
    // Who keeps the account keeps nothing else; who wrote meanwhile is not written over.
    let mut more = to.clone();
    more.phone = "01 02 03 04 05".into();
    assert_eq!(
        fair.decide(Some(pay), &keep(pay, &more).upon(fair.state.seq())),
        needs(FirmRight::Manages)
    );
    let late = fair.decide(Some(FAY), &keep(FAY, &more).upon(seen));
    assert!(matches!(late, Err(Refusal::Moved { .. })), "{late:?}");
    // The house attests the firm.
    let mut attested = to.clone();
    attested.belts.clear();
    fair.0
        .must(Some(ANNA), keep(zoe, &attested).upon(fair.state.seq()));
    assert!(fair.state.profile(FAY).expect("a profile").belts.is_empty());
    same_again(&fair);
}

#[test]
fn ppl_7_who_is_in_two_firms_chooses_for_which() {
    let mut fair = Fair::open();
    fair.submits(GIL, INTRO);
    let theirs = fair.submits(FAY, INTRO);
    fair.hires(FAY, GIL, &[FirmRight::Proposes]);
    let own = FirmId::own(GIL);
    let of = |fair: &Fair| fair.sees(GIL, |eyes| eyes.own_proposal(fair.the(INTRO)).map(|p| p.id));
    assert_eq!(of(&fair), Some(theirs));
    fair.firm(GIL, FirmCommand::ActFor(own));
    assert_eq!(
        of(&fair),
        fair.state.board().proposal_of(INTRO, own).map(|p| p.id)
    );
    assert!(
        fair.sees(GIL, |eyes| eyes.proposal(theirs).is_err()),
        "not both at once"
    );
    assert_eq!(
        fair.firm_no(GIL, FirmCommand::ActFor(own)),
        Refusal::AlreadySo
    );
    let hels = FirmId::own(HEL);
    assert_eq!(
        fair.firm_no(GIL, FirmCommand::ActFor(hels)),
        FirmRefusal::NoSuchFirm(hels).into()
    );
    same_again(&fair);
}

#[test]
fn ppl_7_credits_for_who_is_in_two_firms_say_which() {
    let mut fair = Fair::open();
    fair.hires(FAY, GIL, &[FirmRight::Proposes]);
    let kind = CreditKind::Offer;
    let grant = BoardCommand::Credit(CreditCommand::Grant {
        person: GIL,
        kind,
        count: 3,
        why: "a gift".into(),
    });
    let firms = vec![fays(), FirmId::own(GIL)];
    assert_eq!(fair.no(TOM, grant), FirmRefusal::WhichFirm { firms }.into());
    let to = |firm| FirmCommand::Grant {
        firm,
        kind,
        count: 3,
        why: "a gift".into(),
    };
    let before = (fair.left(FAY)[1], fair.left(GIL)[1]);
    fair.firm(TOM, to(fays()));
    fair.firm(TOM, to(FirmId::own(GIL)));
    let after = (fair.left(FAY)[1], fair.left(GIL)[1]);
    assert_eq!(after, (before.0 + 3, before.1 + 3));
    let none = FirmId::own(PersonId(900));
    assert!(fair.decide(Some(TOM), &Command::Firm(to(none))).is_err());
    same_again(&fair);
}

#[test]
fn ppl_7_a_firm_has_limits() {
    let mut fair = Fair::open();
    for _ in 0..Offer::MOST {
        fair.invites(FAY, "Zoé", FirmRights::ALL);
    }
    let one_more =
        |fair: &Fair| inviting("Zoé", FirmRights::ALL, CodeDigest([252; 32]), fair.later(2));
    let most = Offer::MOST;
    assert_eq!(
        fair.firm_no(FAY, one_more(&fair)),
        FirmRefusal::TooManyOffers { most }.into()
    );
    let mut full = Fair::open();
    for _ in 1..Firm::MEMBERS_MOST {
        full.recruits(FAY, "Zoé", &[FirmRight::Sees]);
    }
    let most = Firm::MEMBERS_MOST;
    assert_eq!(
        full.firm_no(FAY, one_more(&full)),
        FirmRefusal::FirmFull { most }.into()
    );
    let bad = |name: &str, rights, until| inviting(name, rights, CodeDigest([253; 32]), until);
    let fair = Fair::open();
    let (soon, far) = (fair.later(2), fair.later(24 * 40));
    for (command, why) in [
        (bad(" ", FirmRights::ALL, soon), Refusal::TextMissing),
        (
            bad("Zoé", FirmRights::NONE, soon),
            FirmRefusal::RightMissing.into(),
        ),
        (bad("Zoé", FirmRights::ALL, fair.now), Refusal::InThePast),
        (
            bad("Zoé", FirmRights::ALL, far),
            Refusal::TooFarAhead { days: 30 },
        ),
    ] {
        assert_eq!(fair.firm_no(FAY, command), why);
    }
}

/// What is refused of firms, for the list of all that is.
pub(super) fn met() -> Vec<Refusal> {
    let mut fair = Fair::open();
    let mut met = vec![
        fair.firm_no(FAY, FirmCommand::Leave),
        fair.firm_no(FAY, FirmCommand::ActFor(FirmId(99))),
        fair.firm_no(FAY, FirmCommand::Remove(GIL)),
        fair.firm_no(
            FAY,
            inviting("Zoé", FirmRights::NONE, CodeDigest([1; 32]), fair.later(1)),
        ),
    ];
    for _ in 0..Offer::MOST {
        fair.invites(FAY, "Zoé", FirmRights::ALL);
    }
    let another = inviting("Zoé", FirmRights::ALL, CodeDigest([2; 32]), fair.later(1));
    met.push(fair.firm_no(FAY, another.clone()));
    let mut fair = Fair::open();
    fair.hires(FAY, GIL, &[FirmRight::Sees]);
    met.push(fair.firm_no(FAY, FirmCommand::Leave));
    met.push(fair.firm_no(GIL, FirmCommand::Name("x".into())));
    met.push(fair.no(
        TOM,
        BoardCommand::Credit(CreditCommand::Grant {
            person: GIL,
            kind: CreditKind::Offer,
            count: 1,
            why: "x".into(),
        }),
    ));
    for _ in 2..Firm::MEMBERS_MOST {
        fair.recruits(FAY, "Zoé", &[FirmRight::Sees]);
    }
    met.push(fair.firm_no(FAY, another));
    met.extend(managers::met());
    met
}
