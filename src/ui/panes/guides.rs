//! The tours, each for those who have a part in common, by the pane where it begins. Names what is taught; the words
//! are in the texts, and `ui/tour.rs` leads.

use crate::desk::views::Me;
use crate::domain::person::Permission;
use crate::ui::tour::Guide;

/// Whether no other tour is for them: staff who work no requests and keep no people.
fn only_reads(me: &Me) -> bool {
    let staff = me.roles.iter().any(|role| role.is_staff());
    staff && !me.may(Permission::WorkRequests) && !me.may(Permission::ManagePeople)
}

/// A client decides on quotations and proposals; who only reads finds things.
pub(super) static OF_HOME: [Guide; 2] = [
    Guide {
        name: "client",
        is_for: Me::is_client,
        steps: &["open-line", "interesting", "compare", "choose", "help"],
    },
    Guide {
        name: "reader",
        is_for: only_reads,
        steps: &["open-line", "search", "filter", "palette", "help"],
    },
];

/// Who works requests.
pub(super) static OF_REQUESTS: [Guide; 1] = [Guide {
    name: "officer",
    is_for: |me| me.may(Permission::WorkRequests),
    steps: &[
        "move-down",
        "open-case",
        "claim",
        "lint",
        "call",
        "group",
        "note",
        "snooze",
        "filter",
        "undo",
    ],
}];

/// Who proposes.
pub(super) static OF_BOARD: [Guide; 1] = [Guide {
    name: "facilitator",
    is_for: |me| me.may(Permission::Propose),
    steps: &[
        "move-down",
        "open-opportunity",
        "step",
        "propose",
        "favourite",
        "views",
        "credits",
        "help",
    ],
}];

/// Who keeps people.
pub(super) static OF_PEOPLE: [Guide; 1] = [Guide {
    name: "administrator",
    is_for: |me| me.may(Permission::ManagePeople) && !me.may(Permission::WorkRequests),
    steps: &[
        "person-new",
        "move-down",
        "open-person",
        "person-withdraw",
        "help",
    ],
}];
