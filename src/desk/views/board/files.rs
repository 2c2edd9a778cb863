//! The files that go with an opportunity or a proposal, for whoever may read them.

use crate::desk::Desk;
use crate::desk::views::CaseFile;
use crate::domain::Refusal;
use crate::domain::eyes::Eyes;
use crate::domain::ids::{OpportunityId, PersonId, ProposalId};
use crate::domain::opportunity::credit::CreditKind;
use crate::domain::opportunity::credit::refusal::CreditRefusal;
use crate::domain::opportunity::refusal::BoardRefusal;
use crate::domain::request::Attachment;

/// The files that go with an opportunity's description, for who has opened it.
///
/// # Errors
/// [`BoardRefusal::NoSuchOpportunity`] for who may not know of it; [`CreditRefusal::OpenFirst`] for who has not opened it.
pub fn opportunity_files(
    desk: &Desk,
    me: PersonId,
    id: OpportunityId,
) -> Result<Vec<CaseFile>, Refusal> {
    let published = desk.published();
    let state = published.state();
    let eyes = Eyes::of(state, me).ok_or(Refusal::NobodyKnown)?;
    let found = eyes.opportunity(id)?;
    if !eyes.see_text(found) {
        return Err(CreditRefusal::OpenFirst(CreditKind::Consultation).into());
    }
    Ok(found.files.iter().map(CaseFile::of).collect())
}

/// The files that go with a proposal: for the client and the house once it is before them; for its proposer
/// those of the draft beside it, where there is one; for others who propose in a house that shows offers whole.
///
/// # Errors
/// [`BoardRefusal::NoSuchProposal`] for who may not know of it.
pub fn proposal_files(desk: &Desk, me: PersonId, id: ProposalId) -> Result<Vec<CaseFile>, Refusal> {
    let published = desk.published();
    let state = published.state();
    let eyes = Eyes::of(state, me).ok_or(Refusal::NobodyKnown)?;
    if let Some(files) = others_files(&eyes, id) {
        return Ok(files);
    }
    let (opportunity, proposal) = eyes.proposal(id)?;
    if eyes.owns(proposal) {
        return Ok(proposal.working().files.iter().map(CaseFile::of).collect());
    }
    if !eyes.see_proposal(opportunity, id) {
        return Err(BoardRefusal::BothSides(opportunity.id).into());
    }
    if !proposal.is_before_the_client() {
        return Err(BoardRefusal::NoSuchProposal(id).into());
    }
    Ok(proposal.says.files.iter().map(CaseFile::of).collect())
}

/// The files of another's offer, in a house that shows offers whole to who opened the opportunity (BRD-4).
fn others_files(eyes: &Eyes<'_>, id: ProposalId) -> Option<Vec<CaseFile>> {
    let board = eyes.state.board();
    let proposal = board.proposal(id)?;
    let opportunity = board.opportunity(proposal.opportunity)?;
    let other = proposal.firm != eyes.firm && proposal.is_before_the_client();
    let shown = other && eyes.see(opportunity) && eyes.see_offers_whole(opportunity);
    shown.then(|| proposal.says.files.iter().map(CaseFile::of).collect())
}

/// The files of a proposal of one's firm as the rules know them, to remove one: for which opportunity, and those
/// of the draft beside it, where there is one.
///
/// # Errors
/// [`BoardRefusal::NoSuchProposal`] for what is not one's own.
pub fn own_files(
    desk: &Desk,
    me: PersonId,
    id: ProposalId,
) -> Result<(OpportunityId, Vec<Attachment>), Refusal> {
    let published = desk.published();
    let eyes = Eyes::of(published.state(), me).ok_or(Refusal::NobodyKnown)?;
    let (_, mine) = eyes.proposal(id)?;
    if !eyes.owns(mine) {
        return Err(BoardRefusal::NoSuchProposal(id).into());
    }
    Ok((mine.opportunity, mine.working().files.clone()))
}
