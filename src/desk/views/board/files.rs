//! The files that go with an opportunity or a proposal, for whoever may read them; and one's own offer as
//! it was written, to be rewritten.

use super::Eyes;
use super::offers::Reader;
use crate::desk::Desk;
use crate::desk::views::CaseFile;
use crate::domain::Refusal;
use crate::domain::ids::{OpportunityId, PersonId, ProposalId};
use crate::domain::opportunity::Proposal;
use crate::domain::opportunity::proposal::{Offer, Standing};
use crate::journal::Fault;

/// The files that go with an opportunity's description, for who has opened it.
///
/// # Errors
/// [`Refusal::NoSuchOpportunity`] for who may not know of it or has not opened it.
pub fn opportunity_files(
    desk: &Desk,
    me: PersonId,
    id: OpportunityId,
) -> Result<Vec<CaseFile>, Refusal> {
    let published = desk.published();
    let state = published.state();
    let eyes = Eyes::of(state, me).ok_or(Refusal::NobodyKnown)?;
    let found = state.board().opportunity(id);
    let found = found.filter(|o| eyes.see(o) && eyes.see_text(o));
    let found = found.ok_or(Refusal::NoSuchOpportunity(id))?;
    Ok(found.files.iter().map(CaseFile::of).collect())
}

/// The files that go with a proposal: for its proposer, and for the client and the house once it is
/// before them.
///
/// # Errors
/// A damaged record. `Ok(Err(…))` is a refusal.
pub async fn load_proposal_files(
    desk: &Desk,
    me: PersonId,
    id: ProposalId,
) -> Result<Result<Vec<CaseFile>, Refusal>, Fault> {
    let published = desk.published();
    let state = published.state();
    let nothing = Ok(Err(Refusal::NoSuchProposal(id)));
    let (Some(eyes), Some(proposal)) = (Eyes::of(state, me), state.board().proposal(id)) else {
        return nothing;
    };
    let inside = state.board().opportunity(proposal.opportunity);
    let inside = inside.is_some_and(|o| eyes.see_proposals(o)) && proposal.is_before_the_client();
    if !inside && proposal.person != me {
        return nothing;
    }
    let offer = Reader::new(desk).offer(proposal).await?;
    let files = offer.map(|offer| offer.files.iter().map(CaseFile::of).collect());
    Ok(Ok(files.unwrap_or_default()))
}

/// One's own offer for an opportunity, to the letter as it was written; `None` when there is none that
/// could be rewritten.
///
/// # Errors
/// A damaged record.
pub async fn load_own_offer(
    desk: &Desk,
    me: PersonId,
    id: OpportunityId,
) -> Result<Option<(Offer, bool)>, Fault> {
    let published = desk.published();
    let mine: Option<&Proposal> = published.state().board().proposal_of(id, me).map(|p| &**p);
    let Some(mine) = mine else {
        return Ok(None);
    };
    let offer = Reader::new(desk).offer(mine).await?;
    Ok(offer.map(|offer| (offer, mine.state == Standing::Submitted)))
}
