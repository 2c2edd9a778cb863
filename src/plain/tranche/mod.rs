//! The tranches of a project in words (ESC-3, ESC-4): begun up to what is held, delivered, accepted and released. The rules say
//! who may speak for which side; staff say how that side told them.

mod accept;
mod deliver;
mod fund;
mod give_back;
mod release;
mod start;
mod unfund;

use super::registry::registry;

registry! {
    /// Work on a tranche: start, deliver, accept, release, and the money it holds
    Tranche {
        Money {
            Start(start::Start),
            Deliver(deliver::Deliver),
            Accept(accept::Accept),
            Release(release::Release),
            Fund(fund::Fund),
            Unfund(unfund::Unfund),
            GiveBack(give_back::GiveBack),
        }
    }
}
