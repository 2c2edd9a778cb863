//! PPL-1 through a firm: who is in a firm with somebody of the client's or of the house sees no rival's proposal and decides
//! on none, whichever of the two they are.

use super::*;
use crate::domain::opportunity::refusal::BoardRefusal;

impl Fair {
    fn are(&mut self, person: PersonId, roles: &[Role]) {
        let roles = roles.to_vec();
        let command = Command::People(PeopleCommand::ChangeRoles { person, roles });
        self.0.must(Some(ANNA), command);
    }
}

/// Whether somebody could look at rivals' proposals for INTRO, decide on them, and is told to be on both sides.
fn sides(fair: &Fair, who: PersonId, rival: ProposalId) -> (bool, bool, bool) {
    let of = fair.the(INTRO);
    let sees = fair.sees(who, |eyes| eyes.see_proposals(of));
    let decides = fair.tries(who, fair.selecting(rival)).is_ok();
    let both = fair.sees(who, |eyes| eyes.is_on_both_sides(of));
    (sees, decides, both)
}

#[test]
fn ppl_1_a_colleague_of_the_client_is_on_both_sides() {
    let mut fair = Fair::open();
    let rival = fair.submits(GIL, INTRO);
    assert_eq!(sides(&fair, PAUL, rival), (true, true, false));
    assert_eq!(sides(&fair, FAY, rival), (false, false, false));
    fair.are(PAUL, &[Role::ClientContact, Role::Facilitator]);
    fair.hires(FAY, PAUL, &[FirmRight::Sees]);
    assert_eq!(sides(&fair, PAUL, rival), (false, false, true));
    assert_eq!(sides(&fair, FAY, rival), (false, false, true));
    assert_eq!(sides(&fair, GIL, rival), (false, false, false));
    // Also when he only is in the firm, and a facilitator no more.
    fair.are(PAUL, &[Role::ClientContact]);
    assert_eq!(sides(&fair, PAUL, rival), (false, false, true));
    assert_eq!(
        fair.no(PAUL, fair.selecting(rival)),
        BoardRefusal::BothSides(INTRO).into()
    );
    // Of another client's he is nothing.
    let of = fair.the(SUB);
    assert!(!fair.sees(FAY, |eyes| eyes.is_on_both_sides(of)));
    // He leaves, whatever he is: and is the client alone.
    fair.firm(PAUL, FirmCommand::Leave);
    assert_eq!(sides(&fair, PAUL, rival), (true, true, false));
    assert_eq!(sides(&fair, FAY, rival), (false, false, false));
    same_again(&fair);
}

#[test]
fn ppl_1_a_colleague_of_an_officer_is_on_both_sides() {
    let mut fair = Fair::open();
    let rival = fair.submits(GIL, INTRO);
    assert_eq!(sides(&fair, BEN, rival), (true, true, false));
    fair.are(BEN, &[Role::RelationOfficer, Role::Facilitator]);
    fair.hires(FAY, BEN, &[FirmRight::Manages]);
    fair.are(BEN, &[Role::RelationOfficer]);
    assert_eq!(sides(&fair, BEN, rival), (false, false, true));
    assert_eq!(sides(&fair, FAY, rival), (false, false, true));
    // And has a part in what his firm has a part in: he neither ends it nor puts it right.
    fair.submits(FAY, INTRO);
    let end = BoardCommand::End {
        opportunity: INTRO,
        why: crate::domain::opportunity::EndReason::GIVEN_UP,
        refund: false,
    };
    assert_eq!(
        fair.no(BEN, end.clone()),
        BoardRefusal::BothSides(INTRO).into()
    );
    fair.firm(FAY, FirmCommand::Remove(BEN));
    assert_eq!(sides(&fair, BEN, rival), (true, true, false));
    assert!(fair.tries(BEN, end).is_ok());
    same_again(&fair);
}

#[test]
fn ppl_1_nobody_judges_a_proposal_of_any_of_their_firms() {
    let mut fair = Fair::open();
    fair.are(BEN, &[Role::RelationOfficer, Role::Facilitator]);
    fair.hires(FAY, BEN, &[FirmRight::Sees]);
    let ours = fair.submits(FAY, INTRO);
    assert_eq!(
        fair.no(BEN, fair.selecting(ours)),
        BoardRefusal::OwnProposal.into()
    );
    fair.firm(BEN, FirmCommand::ActFor(FirmId::own(BEN)));
    assert_eq!(
        fair.no(BEN, fair.selecting(ours)),
        BoardRefusal::OwnProposal.into()
    );
}
