//! The rights that commands need; which role has which stands in `person.rs`.

/// What a command needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Permission {
    /// See requests, their timeline and their history.
    ReadInbox,
    /// Claim, change, answer, close, merge and split requests.
    WorkRequests,
    /// Import mail and files, enter requests by hand.
    BringInRequests,
    /// Keep saved views of one's own.
    OwnViews,
    /// Keep saved views that all see.
    ShareViews,
    /// Change the routing matrix (REQ-4).
    EditRouting,
    /// Add people, change roles, keep keys and invitations.
    ManagePeople,
    /// Change the house's settings.
    ManageHouse,
    /// Look at the board, as far as one's part in it goes.
    SeeBoard,
    /// Apply for opportunities, with what that costs.
    Propose,
    /// Post opportunities, put them right, end them.
    PostOpportunities,
    /// Judge and select proposals: for oneself as the client, or for the client.
    Qualify,
    /// Grant credits and give them back.
    GrantCredits,
    /// Attest what facilitators are: their levels, what was seen in writing.
    KeepFacilitators,
    /// Work on missions: one's own, or any for the house.
    RunMissions,
    /// Begin quotations, verify them, send them.
    Quote,
    /// Price quotations, and keep the price lists.
    PriceQuotations,
    /// Assemble the documents of quotations.
    AssembleQuotations,
    /// Say what the client decided on a quotation: as the client, or for the client.
    DecideQuotations,
    /// See the house's books: all accounts, their entries and balances.
    SeeBooks,
    /// Book what comes in and goes out, match it, give it back, close days.
    KeepMoney,
    /// Mediate in disputes, and award.
    Mediate,
}

impl Permission {
    /// All of them.
    pub const ALL: [Permission; 22] = [
        Permission::ReadInbox,
        Permission::WorkRequests,
        Permission::BringInRequests,
        Permission::OwnViews,
        Permission::ShareViews,
        Permission::EditRouting,
        Permission::ManagePeople,
        Permission::ManageHouse,
        Permission::SeeBoard,
        Permission::Propose,
        Permission::PostOpportunities,
        Permission::Qualify,
        Permission::GrantCredits,
        Permission::KeepFacilitators,
        Permission::RunMissions,
        Permission::Quote,
        Permission::PriceQuotations,
        Permission::AssembleQuotations,
        Permission::DecideQuotations,
        Permission::SeeBooks,
        Permission::KeepMoney,
        Permission::Mediate,
    ];

    /// The stable name that texts are found by.
    pub fn key(self) -> &'static str {
        match self {
            Permission::ReadInbox => "read-inbox",
            Permission::WorkRequests => "work-requests",
            Permission::BringInRequests => "bring-in-requests",
            Permission::OwnViews => "own-views",
            Permission::ShareViews => "share-views",
            Permission::EditRouting => "edit-routing",
            Permission::ManagePeople => "manage-people",
            Permission::ManageHouse => "manage-house",
            Permission::SeeBoard => "see-board",
            Permission::Propose => "propose",
            Permission::PostOpportunities => "post-opportunities",
            Permission::Qualify => "qualify",
            Permission::GrantCredits => "grant-credits",
            Permission::KeepFacilitators => "keep-facilitators",
            Permission::RunMissions => "run-missions",
            Permission::Quote => "quote",
            Permission::PriceQuotations => "price-quotations",
            Permission::AssembleQuotations => "assemble-quotations",
            Permission::DecideQuotations => "decide-quotations",
            Permission::SeeBooks => "see-books",
            Permission::KeepMoney => "keep-money",
            Permission::Mediate => "mediate",
        }
    }
}
