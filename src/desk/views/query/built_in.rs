//! The views that are always there, written in the words of the filter line. Reads nothing and finds nothing.

/// A view that is always there.
pub struct BuiltIn {
    /// Its stable name, by which its text is found.
    pub key: &'static str,
    /// What it shows.
    pub query: &'static str,
}

/// What providers wrote, for their desk (EML-2).
pub const PROVIDERS_VIEW: &str = "is:open from:provider";

/// The views that are always there, the first one first.
pub const BUILT_IN: [BuiltIn; 10] = [
    BuiltIn {
        key: "mine-and-unassigned",
        query: "is:open who:me,none",
    },
    BuiltIn {
        key: "mine",
        query: "is:open who:me",
    },
    BuiltIn {
        key: "unassigned",
        query: "is:open who:none sort:newest",
    },
    BuiltIn {
        key: "all-open",
        query: "is:open",
    },
    BuiltIn {
        key: "overdue",
        query: "is:overdue",
    },
    BuiltIn {
        key: "to-validate",
        query: "is:open from:client stage:new,attempted,in-touch",
    },
    BuiltIn {
        key: "providers",
        query: PROVIDERS_VIEW,
    },
    BuiltIn {
        key: "watched",
        query: "is:watched",
    },
    BuiltIn {
        key: "snoozed",
        query: "is:snoozed",
    },
    BuiltIn {
        key: "closed",
        query: "is:closed",
    },
];
