//! The orders that a list of requests can be asked for, by name. Puts nothing in order itself.

/// The order of a list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sort {
    /// The next step first, what is overdue before all.
    #[default]
    NextStep,
    /// The newest first.
    Newest,
    /// The oldest first.
    Oldest,
    /// By the name of the client.
    Client,
    /// By the first letters of the subject.
    Subject,
    /// By how far the conversation has come.
    Stage,
    /// By who works it: first who looks, last those that nobody has.
    Who,
}

impl Sort {
    /// All of them.
    pub const ALL: [Sort; 7] = [
        Sort::NextStep,
        Sort::Newest,
        Sort::Oldest,
        Sort::Client,
        Sort::Subject,
        Sort::Stage,
        Sort::Who,
    ];

    /// The one of this name.
    pub fn named(key: &str) -> Option<Sort> {
        Sort::ALL.into_iter().find(|sort| sort.key() == key)
    }

    /// The stable name, as in `sort:newest`.
    pub fn key(self) -> &'static str {
        match self {
            Sort::NextStep => "next-step",
            Sort::Newest => "newest",
            Sort::Oldest => "oldest",
            Sort::Client => "client",
            Sort::Subject => "subject",
            Sort::Stage => "stage",
            Sort::Who => "who",
        }
    }
}
