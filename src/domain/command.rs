//! What a person or the house itself wants done. Commands are not stored: their events are.

use super::Millis;
use super::access::{CodeDigest, Fingerprint, NewKey};
use super::contact::ContactEntry;
use super::facilitator;
use super::house::{House, Language};
use super::ids::{ContactId, InvitationId, OrganisationId, PersonId, RequestId, Seq, ViewId};
use super::opportunity;
use super::organisation::Profile;
use super::person::{NewPerson, Preference, Preferences, Role};
use super::prices::PriceBook;
use super::quotation;
use super::request::{CloseReason, Finding, Group, Incoming, Wish};
use super::routing::{KindId, Routing};
use super::terms::Terms;
use crate::domain::request::event::Outcome;

/// Something to be done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Command {
    /// Sets up an empty house, with its first person, who may do everything a manager and an
    /// administrator may. Refused once there is a house.
    SetUpHouse {
        /// The house.
        house: Box<House>,
        /// Its routing matrix.
        routing: Box<Routing>,
        /// Its first person.
        first: NewPerson,
    },
    /// Changes the house's settings.
    ChangeHouse(Box<House>),
    /// Changes the routing matrix (REQ-4).
    ChangeRouting(Box<Routing>),
    /// Adds a person (PPL-1).
    AddPerson(NewPerson),
    /// Gives a person these roles, and no others.
    ChangeRoles {
        /// Whom.
        person: PersonId,
        /// The roles.
        roles: Vec<Role>,
    },
    /// Lets a person in again, or no longer.
    SetActive {
        /// Whom.
        person: PersonId,
        /// Whether they may enter.
        active: bool,
    },
    /// Puts a person's name and mail address right.
    EditPerson {
        /// Whom.
        person: PersonId,
        /// Their name.
        name: Box<str>,
        /// Their mail address, or empty.
        email: Box<str>,
    },
    /// Binds a public key to a person (PPL-5).
    AddKey {
        /// Whose it is from now on, for ever.
        person: PersonId,
        /// The key.
        key: NewKey,
    },
    /// Names a key: one's own, or anybody's for who manages people.
    NameKey {
        /// Which one.
        fingerprint: Fingerprint,
        /// What it is called.
        name: Box<str>,
    },
    /// Revokes a key, for ever: one's own, or anybody's for who manages people.
    RevokeKey(Fingerprint),
    /// Invites a person to bind a key of theirs by a one-time code (PPL-5).
    Invite {
        /// Whom.
        person: PersonId,
        /// The digest of the code; the code is told to nobody but them.
        digest: CodeDigest,
        /// Until when it can be used.
        until: Millis,
    },
    /// Takes an invitation back.
    WithdrawInvitation(InvitationId),
    /// Binds the key that somebody at the door proved to have, by the code they gave. The house's door
    /// submits it, for nobody known.
    Redeem {
        /// The digest of the code.
        digest: CodeDigest,
        /// The key.
        key: NewKey,
    },
    /// Changes how the actor likes the workstation.
    ChangePreferences(Preferences),
    /// Tells of an organisation before it writes: a known client, its branches, a running relation.
    AddOrganisation {
        /// What is known.
        profile: Box<Profile>,
        /// Until when the house keeps the relation (REQ-7).
        relation_until: Option<Millis>,
    },
    /// Puts right what is known of an organisation.
    ChangeOrganisation {
        /// Which one.
        organisation: OrganisationId,
        /// What is known.
        profile: Box<Profile>,
    },
    /// Takes in a message, a row or a request entered by hand (REQ-1).
    Receive(Box<Incoming>),
    /// Does one thing to one request or to several marked ones; those that refuse are left and named.
    On {
        /// Which ones, at most [`Command::MOST`].
        requests: Vec<RequestId>,
        /// What.
        act: Act,
    },
    /// Makes `from` part of `into` (REQ-8).
    Merge {
        /// The ones that end.
        from: Vec<RequestId>,
        /// The one that goes on.
        into: RequestId,
    },
    /// Splits a request in several (REQ-3): the first part stays, the others become new requests
    /// that keep the original.
    Split {
        /// Which one.
        request: RequestId,
        /// The parts, at least two.
        parts: Vec<Part>,
    },
    /// Saves a view (REQ-12).
    SaveView {
        /// Its name; the actor's view of that name is replaced.
        name: Box<str>,
        /// What it shows.
        query: Box<str>,
        /// Whether all see it.
        shared: bool,
    },
    /// Removes a view.
    RemoveView(ViewId),
    /// Brings back the snoozed requests whose time has come. The house itself does this.
    WakeDue,
    /// Takes back the actor's last record that can be taken back (REQ-11).
    Undo,
    /// Takes back the last undo.
    Redo,
    /// Changes the house's terms for its board (BRD-3, BRD-4).
    ChangeTerms(Box<Terms>),
    /// Keeps a facilitator's profile (PPL-4): one's own words, or what the house attests.
    KeepProfile {
        /// Whose.
        person: PersonId,
        /// What it says from now on.
        profile: Box<facilitator::Profile>,
    },
    /// Says which client's contact a person is who can log in, or (`None`) that they are none.
    LinkContact {
        /// Who.
        person: PersonId,
        /// Which contact.
        contact: Option<ContactId>,
    },
    /// Something on the board, a proposal, a mission.
    Board(Box<opportunity::Command>),
    /// Something about a quotation.
    Quotation(Box<quotation::Command>),
    /// Changes the price lists (QUO-3).
    ChangePrices(Box<PriceBook>),
    /// Changes one thing in how the actor likes the workstation, and leaves the others as they are.
    Prefer(Preference),
    /// Puts right what is known of a contact (PPL-9).
    EditContact {
        /// Whom.
        contact: ContactId,
        /// What is known.
        entry: Box<ContactEntry>,
    },
    /// Does `command`, unless what it sends back as a whole was changed after the record `seen`: up to there
    /// its sender had read (see [`super::thing`]).
    Upon {
        /// The last record its sender knew.
        seen: Seq,
        /// The command.
        command: Box<Command>,
    },
    /// Does `command`, which sends something back as a whole, over whatever stands there by now. Its sender has
    /// not read it and says why that is right; without that, or [`Command::Upon`], it is refused.
    Over {
        /// Why.
        why: Unread,
        /// The command.
        command: Box<Command>,
    },
}

/// Why something may be sent back as a whole by who has not read it: the only reasons there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unread {
    /// It was said whole, in words on the command line: `person roles NAME ROLES` means these and no others.
    Said,
    /// It is a file of settings without an edition line: written by hand or by a program, and not from what was
    /// printed here.
    Unprinted,
    /// Only the parts that were said are written; the others stay as they are when it is done (`propose`).
    Parts,
    /// Nothing stands there yet: a new house gets its first price lists.
    First,
    /// It is part of a story that is told from its beginning by one teller: the sample house.
    Told,
}

impl Command {
    /// Returns the command as one whose sender had read up to the record `seen`.
    pub fn upon(self, seen: Seq) -> Command {
        Command::Upon {
            seen,
            command: Box::new(self),
        }
    }
}

impl Command {
    /// Returns the command as one that is done over whatever stands there.
    pub fn over(self, why: Unread) -> Command {
        Command::Over {
            why,
            command: Box::new(self),
        }
    }
}

/// One part of a split.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// Its subject.
    pub subject: Box<str>,
    /// Its text.
    pub body: Box<str>,
}

/// What can be done to one request, and to many at once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Act {
    /// The actor takes it. Of two who claim, one wins.
    Claim,
    /// Gives it to somebody, or (`None`) back to all.
    Assign(Option<PersonId>),
    /// The actor starts (`true`) or stops to watch.
    Watch(bool),
    /// Out of sight until then.
    Snooze(Millis),
    /// Back in sight now.
    Wake,
    /// Puts a tag on (`true`) or takes it off.
    Tag(Box<str>, bool),
    /// Done with, and why. The text says more; [`CloseReason::Other`] and
    /// [`CloseReason::NotSerious`] need one.
    Close(CloseReason, Box<str>),
    /// Not done with after all.
    Reopen,
    /// Writes a note.
    Note(Box<str>),
    /// Logs a phone call (REQ-5).
    Attempt(Outcome, Box<str>),
    /// Holds it to be serious (REQ-5).
    Validate(Box<str>),
    /// Decides on the group (REQ-6), or (`None`) leaves it open.
    SetGroup(Option<Group>),
    /// Takes the routing matrix's proposal: assigns, and lets the copies watch (REQ-4).
    Route,
    /// Says what is asked.
    SetKind(Option<KindId>),
    /// Puts the subject right (REQ-3).
    SetSubject(Box<str>),
    /// States a deadline, or (`None`) none.
    SetDeadline(Option<Millis>),
    /// Settles a linter's finding without changing anything else.
    Settle(Finding),
    /// The client owes the next step until then (`None`: the usual time).
    ClientOwes(Option<Millis>),
    /// The house owes the next step until then (`None`: the usual time).
    HouseOwes(Option<Millis>),
    /// Says what is wished (REQ-2).
    SetWish(Box<Wish>),
    /// Says who asks.
    SetOrganisation(OrganisationId),
    /// Says which language the client is answered in; [`Language::UNKNOWN`] leaves it open.
    SetLanguage(Language),
}

impl Command {
    /// The most requests one command may touch.
    pub const MOST: usize = 500;
}
