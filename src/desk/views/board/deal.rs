//! The terms between both sides as one person sees them (BRD-6): for who was selected, the client and the house, and for
//! nobody who was not. Whom a side is gets no further than who may know the client.

use crate::desk::views::beside::person_name;
use crate::domain::Millis;
use crate::domain::eyes::Eyes;
use crate::domain::ids::ProposalId;
use crate::domain::opportunity::deal::{Assent, Due};
use crate::domain::opportunity::rules::select::agreement;
use crate::domain::opportunity::{Agreement, Opportunity, OpportunityStage, Side, Tranche};
use crate::domain::person::Permission;
use crate::domain::request::Group;
use crate::text::sanitise::clean_line;

/// A side's yes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Yes {
    /// When.
    pub at: Millis,
    /// Who said it; empty for who may not know.
    pub by: String,
    /// For whom, when somebody of us said it for the client.
    pub word_of: String,
    /// Whether it stands for the terms as they are.
    pub stands: bool,
    /// The terms it was said to.
    pub agreement: Agreement,
    /// The tranches it was said to.
    pub tranches: Vec<Tranche>,
}

/// The terms between both sides.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DealPage {
    /// Whose proposal it is about.
    pub proposal: ProposalId,
    /// Price, formula, commission and fees.
    pub agreement: Agreement,
    /// Whether they were agreed: it is a mission.
    pub agreed: bool,
    /// How often they were written.
    pub version: u32,
    /// The tranches as they stand, clean; none: the whole price on delivery.
    pub tranches: Vec<Tranche>,
    /// The same as they are kept; who writes them anew names them.
    pub seen: Vec<Tranche>,
    /// What the client said yes to last.
    pub client: Option<Yes>,
    /// What the provider said yes to last.
    pub provider: Option<Yes>,
    /// For which side who looks may speak, if for one.
    pub side: Option<Side>,
    /// Whether the client's yes is asked for: under Client introduction.
    pub both: bool,
    /// Whether who looks could write the tranches anew.
    pub may_draw: bool,
    /// Whether who looks could say the client's yes now.
    pub may_agree: bool,
    /// Whether who looks could say the client's no.
    pub may_refuse: bool,
    /// Whether what is the client's to say is said for her.
    pub for_client: bool,
}

impl DealPage {
    /// Returns what the side of who looks said yes to last.
    pub fn own(&self) -> Option<&Yes> {
        match self.side? {
            Side::Client => self.client.as_ref(),
            Side::Provider => self.provider.as_ref(),
        }
    }
}

/// Returns the terms between both sides; `None` while nobody is selected, and for who may not know of them.
pub(super) fn deal(eyes: &Eyes<'_>, opportunity: &Opportunity) -> Option<DealPage> {
    let state = eyes.state;
    let winner = state.board().proposal(opportunity.stage.winner()?)?;
    // Another may coordinate it since: the terms are theirs from then on.
    let mission = opportunity.mission.as_deref();
    let provider = mission.map_or(winner.person, |mission| mission.coordinator);
    let won = provider == eyes.id();
    let sees = eyes.see_proposal(opportunity, winner.id) && eyes.see_price(opportunity);
    if !won && !sees {
        return None;
    }
    let agreed = opportunity.agreement.as_deref().cloned();
    let is_agreed = agreed.is_some();
    let agreement = agreed.or_else(|| agreement(state, opportunity, winner))?;
    let deal = &opportunity.deal;
    let open = matches!(opportunity.stage, OpportunityStage::Selected { .. });
    let posts = eyes.person.may(Permission::PostOpportunities);
    let both = opportunity.group == Group::ClientIntroduction && provider == winner.person;
    let client = posts || (eyes.is_client(opportunity) && both);
    let client = client && !won && !eyes.is_on_both_sides(opportunity);
    let side = match (won, client) {
        (true, _) => Some(Side::Provider),
        (false, true) => Some(Side::Client),
        (false, false) => None,
    };
    let yes = |side: Side| {
        let last = deal.last(side)?;
        Some(yes(
            eyes,
            opportunity,
            last,
            is_agreed || deal.is_agreed(side, &agreement),
        ))
    };
    let hers = client && both && open;
    Some(DealPage {
        proposal: winner.id,
        agreed: is_agreed,
        version: deal.version,
        tranches: deal.tranches.iter().map(clean).collect(),
        seen: deal.tranches.clone(),
        client: yes(Side::Client),
        provider: yes(Side::Provider),
        side,
        both,
        may_draw: open && side.is_some() && (both || client),
        may_agree: hers
            && !opportunity.awaits_formula()
            && !deal.is_agreed(Side::Client, &agreement),
        may_refuse: hers,
        for_client: posts && both,
        agreement,
    })
}

fn yes(eyes: &Eyes<'_>, opportunity: &Opportunity, last: &Assent, stands: bool) -> Yes {
    let state = eyes.state;
    let by = last.by.map(|id| (id, person_name(state, id)));
    let known = |id| id == eyes.id() || eyes.see_client(opportunity);
    let word_of = last.word_of.filter(|_| eyes.see_client(opportunity));
    let word_of = word_of.and_then(|id| state.contact(id));
    Yes {
        at: last.at,
        by: by
            .filter(|(id, _)| known(*id))
            .map(|(_, name)| name)
            .unwrap_or_default(),
        word_of: word_of
            .map(|c| clean_line(&c.name).into_owned())
            .unwrap_or_default(),
        stands,
        agreement: last.agreement.clone(),
        tranches: last.tranches.iter().map(clean).collect(),
    }
}

/// A tranche with words that may be shown.
fn clean(one: &Tranche) -> Tranche {
    let line = |text: &str| clean_line(text).into_owned().into();
    Tranche {
        what: line(&one.what),
        due: match &one.due {
            Due::Said(words) => Due::Said(line(words)),
            Due::Day(at) => Due::Day(*at),
        },
        amount: one.amount,
    }
}
