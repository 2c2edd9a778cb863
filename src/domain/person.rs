//! People, roles and permissions (PPL-1): roles give permissions, permissions gate commands.

pub mod command;
pub mod event;
pub mod refusal;
pub(in crate::domain) mod rules;

use serde::{Deserialize, Serialize};

use super::shelf::Shelved;

use super::ids::PersonId;
pub use super::permission::Permission;

/// What somebody is in the house (PPL-1). One person can hold several.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Role {
    /// Works the request inbox and talks with clients.
    RelationOfficer,
    /// Prices quotations.
    PricingOfficer,
    /// Assembles projects, sets up contracts.
    BackOfficeAssistant,
    /// Validates projects and keeps in touch with clients (suiveur projet).
    FollowUpOfficer,
    /// Mediates and arbitrates (SMA).
    Mediator,
    /// Keeps the money.
    Treasurer,
    /// Leads the house's people.
    Manager,
    /// Keeps people, keys and settings.
    Administrator,
    /// A professional who answers opportunities.
    Facilitator,
    /// Somebody of a client's who can log in.
    ClientContact,
    /// Sells subscriptions and credits, and is whom facilitators ask first (S1); does no follow-up.
    ProvidersDesk,
}

impl Role {
    /// All of them, in the order they are shown.
    pub const ALL: [Role; 11] = [
        Role::RelationOfficer,
        Role::PricingOfficer,
        Role::BackOfficeAssistant,
        Role::FollowUpOfficer,
        Role::Mediator,
        Role::Treasurer,
        Role::Manager,
        Role::Administrator,
        Role::Facilitator,
        Role::ClientContact,
        Role::ProvidersDesk,
    ];

    /// The role's stable name in data files and on the command line.
    pub fn key(self) -> &'static str {
        match self {
            Role::RelationOfficer => "relation_officer",
            Role::PricingOfficer => "pricing_officer",
            Role::BackOfficeAssistant => "back_office_assistant",
            Role::FollowUpOfficer => "follow_up_officer",
            Role::Mediator => "mediator",
            Role::Treasurer => "treasurer",
            Role::Manager => "manager",
            Role::Administrator => "administrator",
            Role::Facilitator => "facilitator",
            Role::ClientContact => "client_contact",
            Role::ProvidersDesk => "providers_desk",
        }
    }

    /// The role with this stable name.
    pub fn parse(key: &str) -> Option<Role> {
        Role::ALL.into_iter().find(|role| role.key() == key)
    }

    /// Whether this is a role of the house's own staff.
    pub fn is_staff(self) -> bool {
        !matches!(self, Role::Facilitator | Role::ClientContact)
    }

    /// What the role may do. The table of role × command in the tests reads it.
    pub fn permits(self, permission: Permission) -> bool {
        use Permission as P;
        if permission == P::SeeBoard {
            return true;
        }
        match self {
            Role::RelationOfficer | Role::FollowUpOfficer | Role::Manager => match permission {
                P::ReadInbox | P::WorkRequests | P::BringInRequests | P::OwnViews => true,
                P::PostOpportunities | P::Qualify | P::RunMissions => true,
                P::Quote | P::DecideQuotations => true,
                P::ShareViews | P::EditRouting | P::GrantCredits | P::KeepFacilitators => {
                    self == Role::Manager
                }
                P::PriceQuotations | P::AssembleQuotations | P::SeeBooks => self == Role::Manager,
                P::KeepMoney | P::Mediate => false,
                P::ManagePeople | P::ManageHouse | P::Propose | P::SeeBoard => false,
            },
            Role::PricingOfficer | Role::BackOfficeAssistant => match permission {
                P::ReadInbox | P::WorkRequests | P::OwnViews => true,
                P::PriceQuotations => self == Role::PricingOfficer,
                P::BringInRequests | P::AssembleQuotations | P::KeepFacilitators => {
                    self == Role::BackOfficeAssistant
                }
                P::RunMissions => self == Role::BackOfficeAssistant,
                P::ShareViews | P::EditRouting | P::ManagePeople | P::ManageHouse => false,
                P::Propose | P::PostOpportunities | P::Qualify | P::GrantCredits => false,
                P::Quote | P::DecideQuotations | P::SeeBoard => false,
                P::SeeBooks | P::KeepMoney | P::Mediate => false,
            },
            Role::Mediator => matches!(permission, P::ReadInbox | P::OwnViews | P::Mediate),
            Role::Treasurer => matches!(
                permission,
                P::ReadInbox | P::OwnViews | P::GrantCredits | P::SeeBooks | P::KeepMoney
            ),
            Role::Administrator => match permission {
                P::ManagePeople | P::ManageHouse | P::EditRouting | P::ShareViews => true,
                P::ReadInbox | P::OwnViews | P::BringInRequests | P::KeepFacilitators => true,
                P::WorkRequests | P::Propose | P::PostOpportunities | P::Qualify => false,
                P::GrantCredits | P::RunMissions | P::Quote | P::PriceQuotations => false,
                P::AssembleQuotations | P::DecideQuotations | P::SeeBoard => false,
                P::SeeBooks | P::KeepMoney | P::Mediate => false,
            },
            Role::Facilitator => matches!(permission, P::Propose | P::RunMissions),
            Role::ClientContact => matches!(permission, P::Qualify | P::DecideQuotations),
            Role::ProvidersDesk => matches!(
                permission,
                P::ReadInbox
                    | P::WorkRequests
                    | P::OwnViews
                    | P::GrantCredits
                    | P::KeepFacilitators
            ),
        }
    }
}

/// How a person likes the workstation.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Preferences {
    /// `en` or `fr`; empty: as the environment says.
    pub language: Box<str>,
    /// A theme's name; empty: as the terminal suggests.
    pub theme: Box<str>,
    /// Whether the tour was taken or put away.
    pub toured: bool,
}

/// One thing in how a person likes the workstation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Preference {
    /// The language: `en` or `fr`.
    Language(Box<str>),
    /// A theme's name.
    Theme(Box<str>),
    /// Whether the tour was taken or put away.
    Toured(bool),
}

impl Preferences {
    /// Returns them with one thing as it is liked from now on.
    pub fn with(&self, one: &Preference) -> Preferences {
        let mut all = self.clone();
        match one {
            Preference::Language(language) => all.language.clone_from(language),
            Preference::Theme(theme) => all.theme.clone_from(theme),
            Preference::Toured(toured) => all.toured = *toured,
        }
        all
    }
}

/// Somebody who can use the workstation (PPL-4 adds a facilitator's profile to it).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    /// Their id.
    pub id: PersonId,
    /// Their name as colleagues and clients know it.
    pub name: Box<str>,
    /// Their mail address, or empty.
    pub email: Box<str>,
    /// What they are in the house, in the order of [`Role::ALL`].
    pub roles: Vec<Role>,
    /// False once they may no longer enter.
    pub active: bool,
    /// How they like the workstation.
    pub preferences: Preferences,
}

impl Person {
    /// Whether any of their roles gives `permission`. A person who may no longer enter may do nothing.
    pub fn may(&self, permission: Permission) -> bool {
        self.active && self.roles.iter().any(|role| role.permits(permission))
    }

    /// Whether they are of the house's own staff.
    pub fn is_staff(&self) -> bool {
        self.roles.iter().any(|role| role.is_staff())
    }

    /// The name, shortened to its first word, for narrow columns.
    pub fn first_name(&self) -> &str {
        self.name.split_whitespace().next().unwrap_or(&self.name)
    }
}

impl Shelved for Person {
    fn place(&self) -> usize {
        self.id.index()
    }
}

/// A person to be added; the id is given by `decide`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewPerson {
    /// Their name.
    pub name: Box<str>,
    /// Their mail address, or empty.
    pub email: Box<str>,
    /// Their roles; at least one.
    pub roles: Vec<Role>,
}
