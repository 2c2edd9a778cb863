//! Who may do what (PPL-1), as a table to be read; and one command or more of every kind there is, to try
//! it with: on the rules, and through whatever session hands commands in. Decides nothing.

#[path = "board.rs"]
mod board;
#[path = "firms.rs"]
mod firms;
#[path = "money.rs"]
mod money;
#[path = "quotations.rs"]
mod quotations;

use std::collections::BTreeSet;

use entremise::assets;
use entremise::domain::access::command::AccessCommand;
use entremise::domain::access::{Algorithm, CodeDigest, Fingerprint, NewKey};
use entremise::domain::command::SplitPart;
use entremise::domain::house::command::HouseCommand;
use entremise::domain::house::{House, Selection, Selects};
use entremise::domain::ids::{ContactId, InvitationId, OrganisationId, ViewId};
use entremise::domain::lists::command::ListsCommand;
use entremise::domain::lists::draft::ListDraft;
use entremise::domain::lists::{ListName, Lists};
use entremise::domain::opportunity::{
    BoardCommand, CreditCommand, DealCommand, MissionCommand, Side,
};
use entremise::domain::organisation::OrganisationProfile;
use entremise::domain::organisation::command::DirectoryCommand;
use entremise::domain::organisation::contact::ContactEntry;
use entremise::domain::organisation::further::Double;
use entremise::domain::person::command::PeopleCommand;
use entremise::domain::person::{NewPerson, Preference, Preferences, Role};
use entremise::domain::request::command::RequestCommand;
use entremise::domain::request::{Asked, Incoming, Sender, Source};
use entremise::domain::{Act, Command, MessageKey, Millis, PersonId, RequestId};

/// The table: what is tried, and the roles that may, one letter each in the order of [`Role::ALL`]:
/// relation officer, pricing officer, back-office assistant, follow-up officer, mediator (S),
/// treasurer, manager, administrator; facilitator (X), client contact (C), providers' desk (D).
pub const TABLE: [(&str, &str); 50] = [
    ("set up a house", "-----------"),
    ("change the house", "-------A---"),
    ("count due dates anew", "-------A---"),
    ("change the routing", "------MA---"),
    ("add a person", "-------A---"),
    ("change roles", "-------A---"),
    ("let in, or no longer", "-------A---"),
    ("put a name right", "-------A---"),
    ("bind a key", "-------A---"),
    ("name a key of one's own", "RPBFSTMAXCD"),
    ("name another's key", "-------A---"),
    ("revoke a key of one's own", "RPBFSTMAXCD"),
    ("revoke another's key", "-------A---"),
    ("invite", "-------A---"),
    ("withdraw an invitation", "-------A---"),
    ("redeem an invitation", "-----------"),
    ("change preferences", "RPBFSTMAXCD"),
    ("tell of an organisation", "RPBF--M---D"),
    ("keep a relation", "RPBF--M---D"),
    ("merge what is double", "RPBF--M---D"),
    ("take in a request", "R-BF--MA---"),
    ("work on requests", "RPBF--M---D"),
    ("merge", "RPBF--M---D"),
    ("split", "RPBF--M---D"),
    ("save a view of one's own", "RPBFSTMA--D"),
    ("save a view for all", "------MA---"),
    ("remove a view", "RPBFSTMA--D"),
    ("wake what is due", "RPBF--M---D"),
    ("undo and redo", "RPBFSTMAXCD"),
    ("change the board's terms", "-------A---"),
    ("keep one's own profile", "RPBFSTMAXCD"),
    ("attest a facilitator", "--B---MA--D"),
    ("link a contact", "-------A---"),
    ("keep a favourite", "RPBFSTMAXCD"),
    ("post an opportunity", "R--F--M----"),
    ("grant credits", "-----TM---D"),
    ("apply", "--------X--"),
    ("judge and select", "R--F--M--C-"),
    ("run a mission", "R-BF--M-X--"),
    ("quote", "R--F--M----"),
    ("price a quotation", "-P----M----"),
    ("assemble a quotation", "--B---M----"),
    ("decide on a quotation", "R--F--M--C-"),
    ("change the price lists", "-P----M----"),
    ("change the lists", "-------A---"),
    ("work in a firm", "--------X--"),
    ("leave a firm", "RPBFSTMAXCD"),
    ("keep clients' money", "-----T-----"),
    ("work with an account", "RPBFSTMAXCD"),
    ("mediate", "----S------"),
];

/// Whom and what the commands are about.
#[derive(Clone, Debug)]
pub struct Cast {
    /// Who tries.
    pub me: PersonId,
    /// Somebody else.
    pub other: PersonId,
    /// A key of the one who tries.
    pub my_key: Fingerprint,
    /// A key of the other.
    pub other_key: Fingerprint,
    /// The digest of an open invitation's code.
    pub digest: CodeDigest,
    /// Now.
    pub now: Millis,
}

/// The line of the table that a command is tried for. A new command does not compile until somebody has
/// thought about who may do it.
pub fn line_of(command: &Command, cast: &Cast) -> &'static str {
    match command {
        Command::House(HouseCommand::SetUp { .. }) => "set up a house",
        Command::House(
            HouseCommand::Change(_)
            | HouseCommand::Settle { .. }
            | HouseCommand::SetLogo { .. }
            | HouseCommand::ChangeWording(_)
            | HouseCommand::ChangeReading { .. },
        ) => "change the house",
        Command::House(HouseCommand::Recount) => "count due dates anew",
        Command::House(HouseCommand::ChangeRouting(_)) => "change the routing",
        Command::People(PeopleCommand::Add(_)) => "add a person",
        Command::People(PeopleCommand::ChangeRoles { .. }) => "change roles",
        Command::People(PeopleCommand::SetActive { .. }) => "let in, or no longer",
        Command::People(PeopleCommand::Edit { .. }) => "put a name right",
        Command::Access(AccessCommand::AddKey { .. }) => "bind a key",
        Command::Access(AccessCommand::NameKey { fingerprint, .. })
            if *fingerprint == cast.my_key =>
        {
            "name a key of one's own"
        }
        Command::Access(AccessCommand::NameKey { .. }) => "name another's key",
        Command::Access(AccessCommand::RevokeKey(fingerprint)) if *fingerprint == cast.my_key => {
            "revoke a key of one's own"
        }
        Command::Access(AccessCommand::RevokeKey(_)) => "revoke another's key",
        Command::Access(AccessCommand::Invite { .. }) => "invite",
        Command::Access(AccessCommand::WithdrawInvitation(_)) => "withdraw an invitation",
        Command::Access(AccessCommand::Redeem { .. }) => "redeem an invitation",
        Command::People(PeopleCommand::ChangePreferences(_))
        | Command::People(PeopleCommand::Prefer(_)) => "change preferences",
        Command::Upon { command, .. } | Command::Over { command, .. } => line_of(command, cast),
        Command::Directory(
            DirectoryCommand::AddOrganisation { .. }
            | DirectoryCommand::ChangeOrganisation { .. }
            | DirectoryCommand::AddContact { .. }
            | DirectoryCommand::EditContact { .. }
            | DirectoryCommand::MoveContact { .. },
        ) => "tell of an organisation",
        Command::Directory(DirectoryCommand::SetRelation { .. }) => "keep a relation",
        Command::Directory(
            DirectoryCommand::MergeOrganisations { .. }
            | DirectoryCommand::MergeContacts { .. }
            | DirectoryCommand::TellApart { .. },
        ) => "merge what is double",
        Command::Request(RequestCommand::Receive(_)) => "take in a request",
        Command::Request(RequestCommand::On { .. }) => "work on requests",
        Command::Request(RequestCommand::Merge { .. }) => "merge",
        Command::Request(RequestCommand::Split { .. }) => "split",
        Command::People(PeopleCommand::SaveView { shared: false, .. }) => {
            "save a view of one's own"
        }
        Command::People(PeopleCommand::SaveView { shared: true, .. }) => "save a view for all",
        Command::People(PeopleCommand::RemoveView(_)) => "remove a view",
        Command::Request(RequestCommand::WakeDue) => "wake what is due",
        Command::Undo | Command::Redo => "undo and redo",
        Command::House(HouseCommand::ChangeTerms(_)) => "change the board's terms",
        Command::People(PeopleCommand::KeepProfile { person, .. }) if *person == cast.me => {
            "keep one's own profile"
        }
        Command::People(PeopleCommand::KeepProfile { .. }) => "attest a facilitator",
        Command::People(PeopleCommand::LinkContact { .. }) => "link a contact",
        Command::Board(command) => line_of_board(command),
        Command::Quotation(command) => quotations::line_of(command),
        Command::House(HouseCommand::ChangePrices(_)) => "change the price lists",
        Command::Lists(ListsCommand::Change(_)) => "change the lists",
        Command::Firm(command) => firms::line_of(command, cast),
        Command::Escrow(command) => money::line_of(command),
    }
}

fn line_of_board(command: &BoardCommand) -> &'static str {
    match command {
        BoardCommand::Favourite(..) => "keep a favourite",
        BoardCommand::Post { .. }
        | BoardCommand::Amend { .. }
        | BoardCommand::End { .. }
        | BoardCommand::Encourage(_) => "post an opportunity",
        BoardCommand::Credit(CreditCommand::Grant { .. } | CreditCommand::Refund { .. }) => {
            "grant credits"
        }
        BoardCommand::Credit(CreditCommand::Open { .. })
        | BoardCommand::Propose { .. }
        | BoardCommand::Attach { .. }
        | BoardCommand::Detach { .. }
        | BoardCommand::DropDraft(_)
        | BoardCommand::Withdraw { .. }
        | BoardCommand::Confirm { .. }
        | BoardCommand::Decline { .. }
        | BoardCommand::Deal(DealCommand::Draw {
            side: Side::Provider,
            ..
        }) => "apply",
        BoardCommand::Judge { .. }
        | BoardCommand::Select { .. }
        | BoardCommand::Choose { .. }
        | BoardCommand::Reopen { .. }
        | BoardCommand::Deal(_)
        | BoardCommand::Advise { .. } => "judge and select",
        BoardCommand::Because { then, .. } => line_of_board(then),
        BoardCommand::Mission(MissionCommand::InCharge { .. }) => "judge and select",
        BoardCommand::Mission(MissionCommand::Replace { .. }) => "post an opportunity",
        BoardCommand::Mission(MissionCommand::Take { .. } | MissionCommand::Pass { .. }) => "apply",
        BoardCommand::Mission(_) => "run a mission",
    }
}

/// Whether `role` may do this, by the table.
pub fn may(role: Role, command: &Command, cast: &Cast) -> bool {
    let line = line_of(command, cast);
    let column = Role::ALL.iter().position(|one| *one == role);
    let found = TABLE.iter().find(|(what, _)| *what == line);
    let (_, letters) = found.unwrap_or_else(|| panic!("the table has no line {line:?}"));
    letters.as_bytes()[column.expect("a role")] != b'-'
}

/// The lines of the table that no sample tries.
pub fn untried(cast: &Cast) -> Vec<&'static str> {
    let tried: BTreeSet<&str> = samples(cast).iter().map(|c| line_of(c, cast)).collect();
    let lines = TABLE.iter().map(|(line, _)| *line);
    lines.filter(|line| !tried.contains(line)).collect()
}

/// A key like no other, by its number.
pub fn key(n: u8) -> NewKey {
    const SIGNS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let sign = |n: u8| char::from(SIGNS[usize::from(n) % SIGNS.len()]);
    let text = format!("SHA256:{}{}{}A", sign(n / 64), sign(n), "x".repeat(40));
    NewKey {
        fingerprint: Fingerprint::parse(&text).expect("a fingerprint"),
        algorithm: Algorithm::Ed25519,
        public: format!("ssh-ed25519 AAAA{n}").into(),
        name: "laptop".into(),
    }
}

/// Somebody to be added.
pub fn somebody(name: &str, roles: &[Role]) -> NewPerson {
    NewPerson {
        name: name.into(),
        email: "".into(),
        roles: roles.into(),
    }
}

/// A house in France, whose clients select.
pub fn house() -> House {
    let home = assets::country("FR").expect("no France");
    let calendar = assets::calendar(home).expect("no calendar");
    let mut house = House::new("Atelier Nord", home, calendar);
    house.selection = Selection {
        subcontracting: Selects::Client,
        introduction: Selects::Client,
    };
    house
}

/// A house with Anna, who is its administrator.
pub fn set_up() -> Command {
    Command::House(HouseCommand::SetUp {
        house: Box::new(house()),
        terms: Box::default(),
        routing: Box::new(assets::routing().expect("no routing")),
        first: somebody("Anna", &[Role::Administrator]),
    })
}

/// A mail like no other, by its number.
pub fn mail(n: u128) -> Incoming {
    Incoming {
        source: Source::Mail,
        key: MessageKey(n | 1 << 120),
        message_id: format!("{n}@mail.example").into(),
        parents: Vec::new(),
        sent_at: None,
        from: Sender {
            name: "".into(),
            email: "paul@client.example".into(),
        },
        to: Vec::new(),
        cc: Vec::new(),
        subject: "CLIENT / an afternoon".into(),
        body: "We are 12.".into(),
        whole: None,
        attachments: Vec::new(),
        meetings: Vec::new(),
        language: None,
        automatic: false,
        asked: Asked::default(),
    }
}

/// One command or more for every line of the table. Whether they could be done does not matter, only
/// whether they are refused for want of the right.
pub fn samples(cast: &Cast) -> Vec<Command> {
    let mut all = people(cast);
    all.push(Command::Lists(ListsCommand::Change(vec![ListDraft::of(
        ListName::Work,
        Lists::default().list(ListName::Work),
    )])));
    all.extend(access(cast));
    all.extend(requests());
    all.extend(directory(cast));
    all.extend(board::samples(cast));
    all.extend(quotations::samples());
    all.extend(firms::samples(cast).into_iter().map(Command::Firm));
    let money = money::samples(cast).into_iter();
    all.extend(money.map(|command| Command::Escrow(Box::new(command))));
    all
}

fn people(cast: &Cast) -> Vec<Command> {
    let person = cast.other;
    vec![
        set_up(),
        Command::House(HouseCommand::Change(Box::new(house()))),
        Command::House(HouseCommand::Settle {
            house: Some(Box::new(house())),
            terms: Some(Box::default()),
        }),
        Command::House(HouseCommand::Recount),
        Command::House(HouseCommand::ChangeRouting(Box::new(
            assets::routing().expect("no routing"),
        ))),
        Command::People(PeopleCommand::Add(somebody("New", &[Role::Manager]))),
        Command::People(PeopleCommand::ChangeRoles {
            person,
            roles: vec![Role::Mediator],
        }),
        Command::People(PeopleCommand::SetActive {
            person,
            active: false,
        }),
        Command::People(PeopleCommand::Edit {
            person,
            name: "Another".into(),
            email: "".into(),
        }),
        Command::People(PeopleCommand::ChangePreferences(Preferences {
            toured: true,
            ..Preferences::default()
        })),
        Command::People(PeopleCommand::Prefer(Preference::Toured(true))),
        Command::House(HouseCommand::Change(Box::new(house()))).upon(0),
    ]
}

fn access(cast: &Cast) -> Vec<Command> {
    let name = |fingerprint: &Fingerprint| {
        Command::Access(AccessCommand::NameKey {
            fingerprint: fingerprint.clone(),
            name: "desk".into(),
        })
    };
    vec![
        Command::Access(AccessCommand::AddKey {
            person: cast.other,
            key: key(200),
        }),
        name(&cast.my_key),
        name(&cast.other_key),
        Command::Access(AccessCommand::RevokeKey(cast.my_key.clone())),
        Command::Access(AccessCommand::RevokeKey(cast.other_key.clone())),
        Command::Access(AccessCommand::Invite {
            person: cast.other,
            digest: CodeDigest([200; 32]),
            until: cast.now + 3_600_000,
        }),
        Command::Access(AccessCommand::WithdrawInvitation(InvitationId(1))),
        Command::Access(AccessCommand::Redeem {
            digest: cast.digest,
            key: key(201),
        }),
    ]
}

fn directory(cast: &Cast) -> Vec<Command> {
    let profile = || {
        Box::new(OrganisationProfile {
            name: "Client".into(),
            ..OrganisationProfile::default()
        })
    };
    vec![
        Command::Directory(DirectoryCommand::AddOrganisation {
            profile: profile(),
            relation_until: None,
        }),
        Command::Directory(DirectoryCommand::ChangeOrganisation {
            organisation: OrganisationId(1),
            profile: profile(),
        }),
        Command::Directory(DirectoryCommand::EditContact {
            contact: ContactId(1),
            entry: Box::new(ContactEntry {
                phone: "01 02".into(),
                ..ContactEntry::default()
            }),
        }),
        Command::Directory(DirectoryCommand::AddContact {
            organisation: OrganisationId(1),
            entry: Box::new(ContactEntry {
                phone: "01 03".into(),
                ..ContactEntry::default()
            }),
        }),
        Command::Directory(DirectoryCommand::SetRelation {
            organisation: OrganisationId(1),
            until: Some(cast.now),
        }),
        Command::Directory(DirectoryCommand::MoveContact {
            contact: ContactId(1),
            to: OrganisationId(2),
        }),
        Command::Directory(DirectoryCommand::MergeOrganisations {
            from: OrganisationId(2),
            into: OrganisationId(1),
            profile: profile(),
        }),
        Command::Directory(DirectoryCommand::MergeContacts {
            from: ContactId(2),
            into: ContactId(1),
            entry: Box::new(ContactEntry {
                phone: "01 02".into(),
                ..ContactEntry::default()
            }),
        }),
        Command::Directory(DirectoryCommand::TellApart {
            pair: Double::Contacts(ContactId(1), ContactId(2)),
        }),
    ]
}

fn requests() -> Vec<Command> {
    let part = || SplitPart {
        subject: "A / bc".into(),
        body: "text".into(),
    };
    let view = |shared| {
        Command::People(PeopleCommand::SaveView {
            name: "v".into(),
            query: "x".into(),
            shared,
        })
    };
    vec![
        Command::Request(RequestCommand::Receive(Box::new(mail(70)))),
        Command::Request(RequestCommand::On {
            requests: vec![RequestId(1)],
            act: Act::Claim,
        }),
        Command::Request(RequestCommand::Merge {
            from: vec![RequestId(2)],
            into: RequestId(1),
        }),
        Command::Request(RequestCommand::Split {
            request: RequestId(1),
            parts: vec![part(), part()],
        }),
        view(false),
        view(true),
        Command::People(PeopleCommand::RemoveView(ViewId(1))),
        Command::Request(RequestCommand::WakeDue),
        Command::Undo,
        Command::Redo,
    ]
}
