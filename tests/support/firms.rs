//! Commands about firms (PPL-7), one or more of every kind, and the line of the table that each is tried for.

use entremise::domain::access::CodeDigest;
use entremise::domain::facilitator::FacilitatorProfile;
use entremise::domain::firm::command::FirmCommand;
use entremise::domain::firm::{FirmRight, FirmRights};
use entremise::domain::ids::{FirmId, OpportunityId};
use entremise::domain::opportunity::credit::CreditKind;

use super::Cast;

/// The line of the table that a command is tried for.
pub fn line_of(command: &FirmCommand, cast: &Cast) -> &'static str {
    match command {
        FirmCommand::Invite { .. }
        | FirmCommand::Withdraw(_)
        | FirmCommand::Join(_)
        | FirmCommand::ChangeRights { .. }
        | FirmCommand::Remove(_)
        | FirmCommand::Name(_)
        | FirmCommand::ActFor(_) => "work in a firm",
        FirmCommand::Leave => "leave a firm",
        FirmCommand::KeepProfile { firm, .. } if *firm == FirmId::own(cast.me) => {
            "keep one's own profile"
        }
        FirmCommand::KeepProfile { .. } | FirmCommand::NameManager { .. } => "attest a facilitator",
        FirmCommand::Grant { .. } | FirmCommand::Refund { .. } => "grant credits",
    }
}

/// One of every kind.
pub fn samples(cast: &Cast) -> Vec<FirmCommand> {
    let profile = || Box::new(FacilitatorProfile::default());
    let firm = FirmId::own(cast.other);
    let kind = CreditKind::Offer;
    vec![
        FirmCommand::Invite {
            name: "Zoé Colleague".into(),
            rights: FirmRights::of([FirmRight::Sees]),
            digest: CodeDigest([202; 32]),
            until: cast.now + 3_600_000,
        },
        FirmCommand::Withdraw(1),
        FirmCommand::Join(CodeDigest([203; 32])),
        FirmCommand::ChangeRights {
            person: cast.other,
            rights: FirmRights::ALL,
        },
        FirmCommand::Remove(cast.other),
        FirmCommand::Leave,
        FirmCommand::Name("Atelier Sud".into()),
        FirmCommand::ActFor(firm),
        FirmCommand::KeepProfile {
            firm: FirmId::own(cast.me),
            profile: profile(),
        },
        FirmCommand::KeepProfile {
            firm,
            profile: profile(),
        },
        FirmCommand::NameManager {
            firm,
            person: cast.other,
        },
        FirmCommand::Grant {
            firm,
            kind,
            count: 1,
            why: "a gift".into(),
        },
        FirmCommand::Refund {
            firm,
            opportunity: OpportunityId(1),
            kind,
            why: "a slip".into(),
        },
    ]
}
