//! What followed from a request, as lines of its timeline (REQ-10): quotations, the opportunity, proposals,
//! the mission. Each line is told as it was at its record, and only to who may know of what it tells of: what is
//! between a proposer and their draft is told to nobody (PPL-2, PPL-6).

use super::moments::{Beside, MomentKind};
use crate::domain::deed::{Anchor, Deed};
use crate::domain::escrow::{AccountSight, Code, EscrowEvent};
use crate::domain::eyes::Eyes;
use crate::domain::ids::{ContactId, OpportunityId, ProposalId, QuotationId, Seq};
use crate::domain::opportunity::proposal::ProposalStanding;
use crate::domain::opportunity::{
    BoardEvent, DealEvent, MissionEvent, Opportunity, OpportunityStage,
};
use crate::domain::prices::totals;
use crate::domain::request::Group;
use crate::domain::{PersonId, State, quotation};
use crate::text::sanitise::{clean_line, clean_text};

/// A line about an opportunity, its proposals or its mission; `None` for what goes without saying.
pub(in crate::desk) fn of_board(
    eyes: &Eyes<'_>,
    seq: Seq,
    id: OpportunityId,
    event: &BoardEvent,
) -> Option<MomentKind> {
    let state = eyes.state;
    let opportunity = eyes.opportunity(id).ok()?;
    let all = eyes.see_proposals(opportunity);
    if event.is_private() || !(all || is_told(eyes, opportunity, event)) {
        return None;
    }
    let mut beside = Beside::of(Anchor::Opportunity(id), event.deed());
    match event {
        BoardEvent::Posted(posted) => {
            beside.words = clean_line(&posted.notice.title).into_owned();
            let seen = |_: &_| eyes.see_price(opportunity);
            beside.amount = posted.notice.amount.filter(seen);
        }
        BoardEvent::Moved { .. } => moved(eyes, opportunity, seq, (event, all), &mut beside),
        BoardEvent::Deal(deal) => of_deal(eyes, opportunity, deal, &mut beside),
        BoardEvent::Mission(event) => of_hands(eyes, opportunity, (seq, event), &mut beside),
        BoardEvent::Chosen { .. } => chosen(eyes, opportunity, event, &mut beside),
        // A rewritten one; what was just submitted is told by that.
        BoardEvent::Offered { person, offer, .. } => {
            beside.who = name_at(state, *person, seq);
            beside.amount = offer.price;
        }
        BoardEvent::Revised { person, price, .. } => {
            beside.who = name_at(state, *person, seq);
            beside.amount = *price;
        }
        BoardEvent::Filed { proposal, file, .. } => {
            beside.who = proposer(state, *proposal, seq);
            beside.words = clean_line(&file.name).into_owned();
        }
        BoardEvent::DraftDropped { .. } => return None,
        BoardEvent::Proposal {
            proposal,
            from,
            to,
            words,
        } => {
            if goes_without_saying(*from, *to) {
                return None;
            }
            beside.who = proposer(state, *proposal, seq);
            beside.words = clean_text(words).into_owned();
        }
        BoardEvent::Judged {
            proposal, word_of, ..
        } => {
            beside.who = proposer(state, *proposal, seq);
            beside.word_of = contact(state, *word_of);
        }
        BoardEvent::Reasoned { proposal, why } => {
            beside.who = proposer(state, *proposal, seq);
            beside.words = why.key().into_owned();
        }
        BoardEvent::Encouraged { proposal } => beside.who = proposer(state, *proposal, seq),
        BoardEvent::Advised { words, word_of, .. } => {
            beside.words = clean_text(words).into_owned();
            // On whose word is for those who know the client.
            beside.word_of = contact(state, word_of.filter(|_| all));
        }
        BoardEvent::Agreed { agreement, .. } => beside.amount = Some(agreement.price),
        BoardEvent::Team { person, .. } => beside.who = name_at(state, *person, seq),
        BoardEvent::Reported { text, .. } => beside.words = clean_text(text).into_owned(),
        BoardEvent::Ticked { task, .. } => beside.words = task.key().into_owned(),
        BoardEvent::Attended { session, to, .. } => {
            beside.who = (session + 1).to_string();
            beside.words = to.map(|n| n.to_string()).unwrap_or_default();
        }
        BoardEvent::Planned { to, .. } => beside.words = to.len().to_string(),
        BoardEvent::Amended { .. } => {}
    }
    Some(MomentKind::Beside(beside))
}

/// Says who stands for a mission from then on: why somebody was relieved or declined is for the house and for them.
fn of_hands(
    eyes: &Eyes<'_>,
    opportunity: &Opportunity,
    (seq, event): (Seq, &MissionEvent),
    beside: &mut Beside,
) {
    let state = eyes.state;
    if let Some(person) = event.person() {
        beside.who = name_at(state, person, seq);
    }
    let told = eyes.staff || event.person() == Some(eyes.id());
    match event {
        MissionEvent::InCharge {
            contact: id,
            word_of,
            said,
            ..
        } => {
            beside.who = contact(state, Some(*id));
            let client = eyes.is_inside(opportunity);
            beside.word_of = contact(state, word_of.filter(|_| client));
            beside.said = clean_text(if client { said } else { "" }).into_owned();
        }
        MissionEvent::Relieved { reason, .. } | MissionEvent::Passed { reason, .. } => {
            beside.words = clean_text(if told { reason } else { "" }).into_owned();
        }
        MissionEvent::Handed { price, .. } => beside.amount = Some(*price).filter(|_| told),
        MissionEvent::Left { heir, .. } => {
            let heir = heir.map(|id| name_at(state, id, seq));
            beside.words = heir.unwrap_or_default();
        }
        MissionEvent::Taken { .. } => {}
    }
}

/// Says what happened to the terms between both sides: on whose word, and how, is for those who know the client.
fn of_deal(eyes: &Eyes<'_>, opportunity: &Opportunity, event: &DealEvent, beside: &mut Beside) {
    let (word_of, said) = match event {
        DealEvent::Drawn {
            side,
            to,
            word_of,
            said,
            ..
        } => {
            beside.words = to.len().to_string();
            side.key().clone_into(&mut beside.who);
            (word_of, said)
        }
        DealEvent::Assented {
            agreement,
            word_of,
            said,
            ..
        } => {
            beside.amount = Some(agreement.price);
            (word_of, said)
        }
        DealEvent::Refused {
            reason,
            word_of,
            said,
            ..
        } => {
            beside.words = clean_text(reason).into_owned();
            (word_of, said)
        }
    };
    let client = eyes.is_inside(opportunity);
    beside.word_of = contact(eyes.state, word_of.filter(|_| client));
    beside.said = clean_text(if client { said } else { "" }).into_owned();
}

/// Says how it is paid, as the client chose: on whose word, and how, is for those who know the client.
fn chosen(eyes: &Eyes<'_>, opportunity: &Opportunity, event: &BoardEvent, beside: &mut Beside) {
    let BoardEvent::Chosen {
        to, word_of, said, ..
    } = event
    else {
        return;
    };
    beside.words = to.key().to_owned();
    let client = eyes.is_inside(opportunity);
    beside.word_of = contact(eyes.state, word_of.filter(|_| client));
    beside.said = clean_text(if client { said } else { "" }).into_owned();
}

/// Says how an opportunity moved on: who it was given to, on whose word, and why.
fn moved(
    eyes: &Eyes<'_>,
    opportunity: &Opportunity,
    seq: Seq,
    (event, all): (&BoardEvent, bool),
    beside: &mut Beside,
) {
    let BoardEvent::Moved {
        to,
        word_of,
        reason,
        ..
    } = event
    else {
        return;
    };
    let state = eyes.state;
    let shown = |id: &ProposalId| all || is_own(eyes, *id) || eyes.see_proposal(opportunity, *id);
    let winner = to.winner().filter(shown);
    beside.who = winner
        .map(|id| proposer(state, id, seq))
        .unwrap_or_default();
    beside.word_of = contact(state, *word_of);
    // Why a winner declined is that one's own word.
    beside.words = clean_text(if all { reason } else { "" }).into_owned();
    if let OpportunityStage::Selected { .. } = to {
        beside.said = std::mem::take(&mut beside.words);
    }
    if let OpportunityStage::Ended { why, .. } = to {
        beside.words = why.key().into_owned();
    }
}

/// Whether a proposal's move follows from a selection, or from one that came to nothing; that is told itself.
fn goes_without_saying(from: ProposalStanding, to: ProposalStanding) -> bool {
    let after = |state| {
        matches!(
            state,
            ProposalStanding::Lost | ProposalStanding::Selected | ProposalStanding::Confirmed
        )
    };
    after(to) || (after(from) && to == ProposalStanding::Submitted)
}

/// A line about a quotation; `None` for what goes without saying.
pub(in crate::desk) fn of_quotation(
    eyes: &Eyes<'_>,
    seq: Seq,
    id: QuotationId,
    event: &quotation::QuotationEvent,
) -> Option<MomentKind> {
    use quotation::QuotationEvent;
    let state = eyes.state;
    let quotation = eyes.quotation(id).ok()?;
    let person_name = |state, id| name_at(state, id, seq);
    let mut beside = Beside::of(Anchor::Quotation(id), event.deed());
    match event {
        QuotationEvent::Begun { officer, .. } => beside.who = person_name(state, *officer),
        QuotationEvent::Briefed { .. } => {}
        QuotationEvent::Written {
            number, version, ..
        } => {
            beside.who = number.to_string();
            beside.amount = Some(totals(version.currency, &version.lines).gross());
        }
        QuotationEvent::Moved {
            to, words, word_of, ..
        } => {
            let turn = to.turn_of.map(|person| person_name(state, person));
            beside.who = turn.unwrap_or_else(|| "–".to_owned());
            beside.word_of = contact(state, *word_of);
            beside.words = clean_text(words).into_owned();
            let shown = to.stage.shown();
            // What was sent never changes any more (QUO-6).
            let kept = shown.and_then(|number| quotation.version(number));
            beside.amount = kept.map(|kept| kept.totals().gross());
        }
        // The day stands in the quotation; a line says that it was put off.
        QuotationEvent::Extended { number, .. } => beside.who = number.to_string(),
        QuotationEvent::Tagged { tag, .. } => beside.words = clean_line(tag).into_owned(),
        // The line that says it was sent tells of it.
        QuotationEvent::Papered { .. } => return None,
    }
    Some(MomentKind::Beside(beside))
}

/// A person's name.
pub(super) fn person_name(state: &State, id: PersonId) -> String {
    let known = state.person(id);
    known.map_or_else(|| "?".to_owned(), |p| clean_line(&p.name).into_owned())
}

/// What a person was called when record `seq` was made.
pub(super) fn name_at(state: &State, id: PersonId, seq: Seq) -> String {
    let known = state.name_at(id, seq);
    known.map_or_else(|| "?".to_owned(), |name| clean_line(name).into_owned())
}

/// The name of who made a proposal, at record `seq`.
fn proposer(state: &State, id: ProposalId, seq: Seq) -> String {
    let whose = state.board().proposal(id).map(|p| p.person);
    whose.map_or_else(|| "?".to_owned(), |person| name_at(state, person, seq))
}

fn is_own(eyes: &Eyes<'_>, id: ProposalId) -> bool {
    let proposal = eyes.state.board().proposal(id);
    proposal.is_some_and(|proposal| eyes.owns(proposal))
}

/// Whether somebody who sees no proposals but their own is told of it.
fn is_told(eyes: &Eyes<'_>, opportunity: &Opportunity, event: &BoardEvent) -> bool {
    match event {
        BoardEvent::Offered { proposal, .. }
        | BoardEvent::Revised { proposal, .. }
        | BoardEvent::Filed { proposal, .. }
        | BoardEvent::DraftDropped { proposal, .. }
        | BoardEvent::Proposal { proposal, .. }
        | BoardEvent::Judged { proposal, .. }
        | BoardEvent::Reasoned { proposal, .. }
        | BoardEvent::Encouraged { proposal } => is_own(eyes, *proposal),
        BoardEvent::Advised { proposals, .. } => proposals.iter().any(|id| is_own(eyes, *id)),
        // Whom it was offered to in vain is the house's own affair; who runs it and who is in charge its members'.
        BoardEvent::Mission(event) => {
            let own = event.person() == Some(eyes.id());
            let known = match event {
                // Before it is a mission, that is its firm's own, as the proposal is.
                MissionEvent::Left { person, .. } => {
                    eyes.is_of_mission(opportunity) || has_heir(eyes, opportunity, *person)
                }
                MissionEvent::Handed { .. } | MissionEvent::Passed { .. } => false,
                MissionEvent::InCharge { .. }
                | MissionEvent::Relieved { .. }
                | MissionEvent::Taken { .. } => eyes.is_of_mission(opportunity),
            };
            own || known
        }
        // What is between both sides is nobody else's, nor of whoever is selected after them.
        BoardEvent::Deal(deal) => {
            let client = || eyes.is_client(opportunity) && !eyes.is_on_both_sides(opportunity);
            let both = opportunity.group == Group::ClientIntroduction;
            is_own(eyes, deal.proposal()) || (both && client())
        }
        BoardEvent::Chosen { .. } => {
            let won = |id| is_own(eyes, id);
            eyes.is_client(opportunity) || opportunity.stage.winner().is_some_and(won)
        }
        // The price that was agreed is the winner's.
        BoardEvent::Agreed { .. } => false,
        BoardEvent::Posted(_)
        | BoardEvent::Amended { .. }
        | BoardEvent::Moved { .. }
        | BoardEvent::Team { .. }
        | BoardEvent::Planned { .. }
        | BoardEvent::Ticked { .. }
        | BoardEvent::Attended { .. }
        | BoardEvent::Reported { .. } => true,
    }
}

/// Whether the firm of who looks goes on with what `person` began for it.
fn has_heir(eyes: &Eyes<'_>, opportunity: &Opportunity, person: PersonId) -> bool {
    let own = eyes.own_proposal(opportunity);
    own.is_some_and(|own| own.person == person || own.heir.is_some())
}

/// The name of a client's contact.
fn contact(state: &State, id: Option<ContactId>) -> String {
    let known = id.and_then(|id| state.contact(id));
    known.map_or_else(String::new, |contact| {
        // Who writes without a name is known by the address.
        let name = contact.name.trim();
        let shown = if name.is_empty() {
            &contact.email
        } else {
            name
        };
        clean_line(shown).into_owned()
    })
}

/// Tells of clients' money what its readers see: what came in for the project, what was released, given back or disputed.
/// What of it is bookkeeping stands in the account's statement.
pub(in crate::desk) fn of_escrow(
    eyes: &Eyes<'_>,
    id: OpportunityId,
    event: &EscrowEvent,
    deed: Deed,
) -> Option<MomentKind> {
    let opportunity = eyes.opportunity(id).ok()?;
    if eyes.sees_account(opportunity) != Some(AccountSight::Whole) {
        return None;
    }
    let project = eyes.state.account_of(opportunity)?;
    let mut beside = Beside::of(Anchor::Opportunity(id), deed);
    match event {
        EscrowEvent::Booked { entry } => match entry.code {
            Code::E02 | Code::L01 | Code::C02 | Code::C04 | Code::R01 | Code::K01 | Code::X01 => {
                beside.amount = Some(project.money(entry.moved()));
                beside.words = clean_line(&entry.text).into_owned();
            }
            _ => return None,
        },
        EscrowEvent::Disputed { dispute, .. } => beside.amount = Some(project.money(dispute.held)),
        // What is released with it tells of it.
        EscrowEvent::Released { .. } | EscrowEvent::Moved { .. } => return None,
        _ => {}
    }
    if let Some(words) = event.words() {
        beside.words = clean_text(words).into_owned();
    }
    match event {
        EscrowEvent::Answered { word_of, said, .. }
        | EscrowEvent::Replied { word_of, said, .. } => {
            beside.word_of = contact(eyes.state, *word_of);
            beside.said = clean_text(said).into_owned();
        }
        _ => {}
    }
    Some(MomentKind::Beside(beside))
}
