//! Everything exchanged with an organisation and its branches, newest first, each with what it opens. What a call came to and
//! what was said stands in its record: the newest are read from there.

use crate::desk::Desk;
use crate::desk::views::home::Matter;
use crate::domain::event::Event;
use crate::domain::eyes::Eyes;
use crate::domain::money::Money;
use crate::domain::request::Request;
use crate::domain::request::event::{Outcome, RequestEvent};
use crate::domain::state::TrailOf;
use crate::domain::{Millis, OrganisationId, RequestId, Seq};
use crate::journal::Fault;
use crate::text::sanitise::clean_line;

/// The most requests of one organisation that are looked at.
const LOOKED_AT: usize = 500;
/// The most calls that are told.
const CALLS: usize = 100;
/// The most that are told.
pub(super) const TOLD: usize = 200;

/// What was exchanged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExchangedWhat {
    /// A request came in.
    Request {
        /// Whether it is open or asleep.
        open: bool,
    },
    /// Somebody phoned.
    Call(Outcome),
    /// A quotation was begun; what it came to, where there is a version.
    Quotation {
        /// Without tax.
        net: Option<Money>,
        /// Whether the client said yes.
        accepted: bool,
    },
    /// It was posted on the board; `mission`: it is one, or was.
    Posting {
        /// Whether it became a mission.
        mission: bool,
    },
}

/// Something that was exchanged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exchanged {
    /// When it began.
    pub at: Millis,
    /// What it is.
    pub what: ExchangedWhat,
    /// What it is about.
    pub subject: String,
    /// With which organisation.
    pub of: OrganisationId,
    /// What it opens.
    pub opens: Matter,
}

/// The newest calls about the requests of these organisations, each with the record that tells of it and whose it is.
pub(super) fn calls(
    eyes: &Eyes<'_>,
    of: &[OrganisationId],
) -> Vec<(Seq, RequestId, OrganisationId)> {
    let mut all = Vec::new();
    for id in of {
        let latest = eyes.state.latest_requests_of(*id).take(LOOKED_AT);
        let latest = latest.filter(|one| one.attempts > 0 && eyes.request(one.id).is_ok());
        for request in latest {
            let calls = eyes.state.trail(TrailOf::Calls(request.id));
            all.extend(calls.rev().take(CALLS).map(|seq| (seq, request.id, *id)));
        }
    }
    all.sort_unstable_by_key(|(seq, ..)| std::cmp::Reverse(*seq));
    all.truncate(CALLS);
    all
}

/// Reads what these calls came to.
///
/// # Errors
/// A damaged record.
pub(super) async fn told(
    desk: &Desk,
    calls: Vec<(Seq, RequestId, OrganisationId)>,
) -> Result<Vec<Exchanged>, Fault> {
    let mut all = Vec::new();
    for (seq, id, of) in calls {
        let Some((meta, events)) = desk.events(seq).await? else {
            continue;
        };
        all.extend(events.into_iter().filter_map(|event| match event {
            Event::Request(RequestEvent::Attempted {
                request,
                outcome,
                text,
            }) if request == id => Some(Exchanged {
                at: meta.at,
                what: ExchangedWhat::Call(outcome),
                subject: clean_line(&text).into_owned(),
                of,
                opens: Matter::Request(id),
            }),
            _ => None,
        }));
    }
    Ok(all)
}

/// What was exchanged with these organisations, the newest first, at most [`TOLD`]; and how much there is in all of what
/// was looked at.
pub(super) fn exchanged(eyes: &Eyes<'_>, of: &[OrganisationId]) -> (Vec<Exchanged>, usize) {
    let mut all: Vec<Exchanged> = Vec::new();
    for id in of {
        let latest = eyes.state.latest_requests_of(*id).take(LOOKED_AT);
        latest.for_each(|request| put(eyes, *id, request, &mut all));
    }
    all.sort_by_key(|one| std::cmp::Reverse(one.at));
    let count = all.len();
    all.truncate(TOLD);
    (all, count)
}

/// A request with what followed from it, as far as who looks sees that.
fn put(eyes: &Eyes<'_>, of: OrganisationId, request: &Request, all: &mut Vec<Exchanged>) {
    let Ok(request) = eyes.request(request.id) else {
        return;
    };
    let subject = clean_line(&request.subject).into_owned();
    all.push(Exchanged {
        at: request.received_at,
        what: ExchangedWhat::Request {
            open: request.is_live(),
        },
        subject: subject.clone(),
        of,
        opens: Matter::Request(request.id),
    });
    for quotation in eyes.state.quotations().of_request(request.id) {
        if !eyes.see_quotation(quotation) {
            continue;
        }
        all.push(Exchanged {
            at: quotation.begun_at,
            what: ExchangedWhat::Quotation {
                net: quotation.latest().map(|kept| kept.totals().net()),
                accepted: quotation.is_accepted(),
            },
            subject: subject.clone(),
            of,
            opens: Matter::Quotation(quotation.id),
        });
    }
    for id in eyes.state.board().of_request(request.id) {
        let Ok(posted) = eyes.opportunity(id) else {
            continue;
        };
        all.push(Exchanged {
            at: posted.posted_at,
            what: ExchangedWhat::Posting {
                mission: posted.mission.is_some(),
            },
            subject: clean_line(&posted.notice.title).into_owned(),
            of,
            opens: Matter::Opportunity(id),
        });
    }
}

/// What these organisations were worth, by year and currency, the latest year first: accepted quotations without tax, and
/// what was agreed for missions that came of none.
pub(super) fn turnover(eyes: &Eyes<'_>, of: &[OrganisationId]) -> Vec<(i32, Money)> {
    use chrono::Datelike;
    let mut sums: std::collections::BTreeMap<(i32, &str), Money> = Default::default();
    let Some(house) = eyes.state.house() else {
        return Vec::new();
    };
    let year = |at| house.local(at).year();
    let mut amounts: Vec<(i32, Money)> = Vec::new();
    for request in of.iter().flat_map(|id| eyes.state.requests_of(*id)) {
        for quotation in eyes.state.quotations().of_request(request) {
            if let crate::domain::quotation::QuotationStage::Accepted { at, .. } =
                quotation.standing.stage
                && eyes.see_quotation(quotation)
                && let Some(kept) = quotation.shown()
            {
                amounts.push((year(at), kept.totals().net()));
            }
        }
        for id in eyes.state.board().of_request(request) {
            let Ok(posted) = eyes.opportunity(id) else {
                continue;
            };
            let agreed = posted.agreement.as_ref();
            let counts = posted.quotation.is_none() && eyes.see_price(posted);
            if let (Some(agreed), true) = (agreed, counts && !lost(posted)) {
                amounts.push((year(posted.moved_at), agreed.price));
            }
        }
    }
    for (year, money) in &amounts {
        let sum = sums.entry((*year, money.currency.code()));
        let sum = sum.or_insert(Money {
            minor: 0,
            currency: money.currency,
        });
        sum.minor = sum.minor.saturating_add(money.minor);
    }
    let sums = sums.into_iter().rev();
    sums.map(|((year, _), sum)| (year, sum)).collect()
}

/// Whether nothing came of it.
fn lost(posted: &crate::domain::opportunity::Opportunity) -> bool {
    use crate::domain::opportunity::OpportunityStage;
    matches!(posted.stage, OpportunityStage::Ended { .. })
}
