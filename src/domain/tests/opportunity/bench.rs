//! A board to try the rules on, over the house of `tests/bench.rs`: two officers, a treasurer, three
//! facilitators with profiles and credits, a client of each group who can log in.

use std::ops::{Deref, DerefMut};

use crate::domain::Millis;
use crate::domain::command::{Act, Command};
use crate::domain::decision::Decision;
use crate::domain::facilitator::FacilitatorProfile;
use crate::domain::house::Language;
use crate::domain::house::command::HouseCommand;
use crate::domain::house::{House, Selects};
use crate::domain::ids::{ContactId, OpportunityId, PersonId, ProposalId, QuotationId, RequestId};
use crate::domain::money::{Currency, Money};
use crate::domain::opportunity::command::Description;
use crate::domain::opportunity::credit::CreditKind;
use crate::domain::opportunity::proposal::{Offer, ProposalStanding, Revision, Verdict};
use crate::domain::opportunity::rules::select::agreement;
use crate::domain::opportunity::{
    Agreement, BoardCommand, CreditCommand, Formula, Mission, Notice, Opportunity, Payer, Proposal,
};
use crate::domain::person::Role;
use crate::domain::person::command::PeopleCommand;
use crate::domain::quotation::{Brief, QuotationCommand};
use crate::domain::refusal::Refusal;
use crate::domain::request::{Group, Source};
use crate::domain::terms::Terms;
use crate::domain::trade::{Audience, Work};
use crate::domain::trade::{Belt, Compliance};

pub(in crate::domain::tests) use super::super::bench::*;
use super::super::prices::free;

/// Facilitator, who works in French first.
pub(in crate::domain::tests) const GIL: PersonId = PersonId(7);
/// Facilitator.
pub(in crate::domain::tests) const HEL: PersonId = PersonId(8);
/// The client under Client introduction.
pub(in crate::domain::tests) const PAUL: PersonId = PersonId(9);
/// The client under Subcontracting.
pub(in crate::domain::tests) const LEA: PersonId = PersonId(10);
/// Treasurer.
pub(in crate::domain::tests) const TOM: PersonId = PersonId(11);

/// A request of Acme's, abroad: Client introduction.
pub(in crate::domain::tests) const INTRODUCED: RequestId = RequestId(1);
/// A request of Nord's: Subcontracting.
pub(in crate::domain::tests) const SUBCONTRACTED: RequestId = RequestId(2);
/// A request nobody decided on.
pub(in crate::domain::tests) const UNDECIDED: RequestId = RequestId(3);

/// What was posted from [`INTRODUCED`].
pub(in crate::domain::tests) const INTRO: OpportunityId = OpportunityId(1);
/// What was posted from [`SUBCONTRACTED`].
pub(in crate::domain::tests) const SUB: OpportunityId = OpportunityId(2);

/// Euros, in cents.
pub(in crate::domain::tests) fn euros(minor: i64) -> Money {
    Money {
        minor,
        currency: Currency::EUR,
    }
}

/// A price in another currency.
pub(in crate::domain::tests) fn dollars(minor: i64) -> Money {
    let currency = Currency::parse("USD").expect("a currency");
    Money { minor, currency }
}

/// The profile of somebody who may coordinate anything, and speaks these languages.
pub(in crate::domain::tests) fn able(languages: &[Language]) -> FacilitatorProfile {
    FacilitatorProfile {
        languages: languages.to_vec(),
        published: true,
        belts: Work::ALL.map(|work| (work, Belt::GREEN)).to_vec(),
        compliance: vec![Compliance::CHARTER, Compliance::INSURANCE],
        ..FacilitatorProfile::default()
    }
}

/// What is posted under a group; the deadline is four days from `now`.
pub(in crate::domain::tests) fn notice(group: Group, now: Millis) -> Notice {
    let introduced = group == Group::ClientIntroduction;
    Notice {
        title: "Two workshops on the climate".into(),
        work: Work::WORKSHOP,
        audience: Audience::COMPANY,
        language: Language::EN,
        country: Some(country("BE")),
        place: "Ghent".into(),
        online: false,
        starts: None,
        dates: "in May".into(),
        participants: Some(24),
        sessions: 2,
        deadline: now + 96 * 3_600_000,
        amount: (!introduced).then(|| euros(90_000)),
        formula: introduced.then_some(Formula::Basic),
        payer: Payer::Client,
        payer_reason: "".into(),
        urgent: false,
        skills: Vec::new(),
    }
}

/// All that is done for a quotation, from its beginning to the client's yes.
pub(in crate::domain::tests) fn quoting(
    quotation: QuotationId,
    request: RequestId,
    deadline: Millis,
) -> Vec<QuotationCommand> {
    let brief = Brief {
        work: Some(Work::WORKSHOP),
        audience: Some(Audience::COMPANY),
        market: Some(country("FR")),
        brand: "house".into(),
        language: Language::FR,
        participants: Some(24),
        sessions: Some(2),
        dates: "in May".into(),
        place: "Lille".into(),
        online: None,
        deadline: Some(deadline),
    };
    vec![
        QuotationCommand::Begin(request),
        QuotationCommand::Brief {
            quotation,
            brief: Box::new(brief),
            asked: Some("Two groups of twelve.".into()),
        },
        QuotationCommand::SendR1(quotation),
        QuotationCommand::Price {
            quotation,
            seen: 0,
            currency: Currency::EUR,
            lines: vec![free("Two workshops", 2, 95_000)],
            note: "As agreed on the phone.".into(),
            valid_until: None,
        },
        QuotationCommand::HandPrices(quotation),
        QuotationCommand::Assemble {
            quotation,
            seen: 1,
            project: "Two afternoons.".into(),
            conditions: "30 days.".into(),
            valid_until: None,
        },
        QuotationCommand::HandProject(quotation),
        QuotationCommand::Send {
            quotation,
            version: 2,
        },
        QuotationCommand::Accept {
            quotation,
            version: 2,
            words: "".into(),
        },
    ]
}

/// An offer at this price.
pub(in crate::domain::tests) fn offer(price: Option<Money>) -> Offer {
    Offer {
        price,
        available: "all of May".into(),
        text: "We play it, then we talk.".into(),
        files: Vec::new(),
    }
}

/// The same, every part of it written.
pub(in crate::domain::tests) fn whole(offer: Offer) -> Box<Revision> {
    Box::new(Revision {
        price: Some(offer.price),
        available: Some(offer.available),
        text: Some(offer.text),
    })
}

/// A house with a board. What the bench can, it can.
#[derive(Clone)]
pub(crate) struct Fair(pub Bench);

impl Deref for Fair {
    type Target = Bench;

    fn deref(&self) -> &Bench {
        &self.0
    }
}

impl DerefMut for Fair {
    fn deref_mut(&mut self) -> &mut Bench {
        &mut self.0
    }
}

impl Fair {
    /// People, profiles, credits and three requests; nothing is posted.
    pub fn new() -> Fair {
        let mut fair = Fair(Bench::new());
        let people = [
            ("Gil", Role::Facilitator),
            ("Hel", Role::Facilitator),
            ("Paul", Role::ClientContact),
            ("Lea", Role::ClientContact),
            ("Tom", Role::Treasurer),
        ];
        for (name, role) in people {
            fair.0.must(
                Some(ANNA),
                Command::People(PeopleCommand::Add(somebody(name, &[role]))),
            );
        }
        for (key, who, group) in [
            (
                "acme.example",
                "Paul Martin",
                Some(Group::ClientIntroduction),
            ),
            ("nordique.fr", "Léa Roux", Some(Group::Subcontracting)),
            ("later.example", "Max Later", None),
        ] {
            fair.asked(key, who, group);
        }
        for (person, contact) in [(PAUL, 1), (LEA, 2)] {
            let contact = Some(ContactId(contact));
            fair.0.must(
                Some(ANNA),
                Command::People(PeopleCommand::LinkContact { person, contact }),
            );
        }
        for (person, languages) in [
            (FAY, [Language::EN, Language::FR]),
            (GIL, [Language::FR, Language::EN]),
            (HEL, [Language::EN, Language::FR]),
        ] {
            fair.profiled(person, able(&languages));
            for kind in CreditKind::ALL {
                fair.grants(person, kind, 5);
            }
        }
        fair
    }

    /// Both opportunities are posted.
    pub fn open() -> Fair {
        let mut fair = Fair::new();
        fair.must(BEN, fair.posting(INTRODUCED));
        fair.accepted_and_posted(SUBCONTRACTED);
        fair
    }

    /// A request of somebody's, entered by hand with a phone number.
    fn asked(&mut self, domain: &str, who: &str, group: Option<Group>) {
        let key = self.0.state.seq();
        let mut form = mail(u128::from(key) + 5_000, "", "A / workshops", "We are 24.");
        form.source = Source::Form;
        form.from.name = who.into();
        form.from.email = format!("office@{domain}").into();
        form.asked.phone = "+33 6 12 34 56 78".into();
        let id = self.0.receive(form).expect("a request");
        if group.is_some() {
            self.0.act(BEN, id, Act::SetGroup(group));
        }
    }

    /// Keeps a profile, for the house.
    pub fn profiled(&mut self, person: PersonId, profile: FacilitatorProfile) {
        let profile = Box::new(profile);
        self.0.must(
            Some(ANNA),
            Command::People(PeopleCommand::KeepProfile { person, profile }),
        );
    }

    /// Grants credits.
    pub fn grants(&mut self, person: PersonId, kind: CreditKind, count: u32) {
        let why = "subscription".into();
        self.must(
            TOM,
            BoardCommand::Credit(CreditCommand::Grant {
                person,
                kind,
                count,
                why,
            }),
        );
    }

    /// Changes the house's terms.
    pub fn terms(&mut self, change: impl FnOnce(&mut Terms)) {
        let mut terms = (**self.state.terms()).clone();
        change(&mut terms);
        self.0.must(
            Some(ANNA),
            Command::House(HouseCommand::ChangeTerms(Box::new(terms))),
        );
    }

    /// Changes the settings of the house.
    pub fn settle(&mut self, change: impl FnOnce(&mut House)) {
        let mut house = (**self.state.house().expect("a house")).clone();
        change(&mut house);
        let command = Command::House(HouseCommand::Change(Box::new(house)));
        self.0.must(Some(ANNA), command);
    }

    /// The command that posts from a request, as the group says.
    pub fn posting(&self, request: RequestId) -> BoardCommand {
        let group = self.get(request).group;
        BoardCommand::Post {
            request,
            quotation: None,
            notice: Box::new(notice(group.unwrap_or(Group::ClientIntroduction), self.now)),
            description: Description {
                text: "They want to act, not to listen.".into(),
                files: Vec::new(),
            },
        }
    }

    /// Posts under Subcontracting, from a quotation that the client accepted.
    pub fn accepted_and_posted(&mut self, request: RequestId) -> OpportunityId {
        let opportunity = self.state.board().next_opportunity();
        let accepted = self.accepts(request);
        self.must(ANNA, self.posting_from(request, accepted));
        opportunity
    }

    /// The command that posts from an accepted quotation.
    pub fn posting_from(&self, request: RequestId, accepted: QuotationId) -> BoardCommand {
        let mut posting = self.posting(request);
        if let BoardCommand::Post { quotation, .. } = &mut posting {
            *quotation = Some(accepted);
        }
        posting
    }

    /// A quotation goes all its way, and the client says yes.
    pub fn accepts(&mut self, request: RequestId) -> QuotationId {
        let quotation = self.state.quotations().next();
        for command in quoting(quotation, request, self.later(24 * 10)) {
            let command = Command::Quotation(Box::new(command));
            self.0.must(Some(ANNA), command);
        }
        quotation
    }

    /// Does on the board what must be possible.
    pub fn must(&mut self, who: PersonId, command: BoardCommand) -> Decision {
        self.0.must(Some(who), Command::Board(Box::new(command)))
    }

    /// Tries something on the board.
    pub fn tries(&self, who: PersonId, command: BoardCommand) -> Result<Decision, Refusal> {
        self.decide(Some(who), &Command::Board(Box::new(command)))
    }

    /// Why something on the board is refused.
    pub fn no(&self, who: PersonId, command: BoardCommand) -> Refusal {
        let shown = format!("{command:?}");
        match self.tries(who, command) {
            Ok(decision) => panic!("{shown}: {:?}", decision.events),
            Err(refusal) => refusal,
        }
    }

    /// An opportunity as it is now.
    pub fn the(&self, id: OpportunityId) -> &Opportunity {
        self.state.board().opportunity(id).expect("an opportunity")
    }

    /// A proposal as it is now.
    pub fn of(&self, id: ProposalId) -> &Proposal {
        self.state.board().proposal(id).expect("a proposal")
    }

    /// Where somebody's proposal stands.
    pub fn stands(&self, id: OpportunityId, who: PersonId) -> Option<ProposalStanding> {
        self.state.board().proposal_of(id, who).map(|p| p.state)
    }

    /// A mission as it is now.
    pub fn mission(&self, id: OpportunityId) -> &Mission {
        self.the(id).mission.as_deref().expect("a mission")
    }

    /// Where opportunity and proposals stand, in words.
    pub fn shown(&self, id: OpportunityId) -> String {
        let proposals = self.state.board().proposals_of(id).map(|p| p.key());
        let stage = self.the(id).stage.key();
        std::iter::once(stage)
            .chain(proposals)
            .collect::<Vec<_>>()
            .join(" ")
    }

    /// How many credits somebody has left of each kind.
    pub fn left(&self, who: PersonId) -> [u32; 3] {
        CreditKind::ALL.map(|kind| self.state.credits().left(who, kind))
    }

    /// The command that takes a step at today's price.
    pub fn step(&self, id: OpportunityId, kind: CreditKind) -> BoardCommand {
        BoardCommand::Credit(CreditCommand::Open {
            opportunity: id,
            kind,
            price: kind.price(self.state.terms()),
            reason: "".into(),
        })
    }

    /// Takes the two steps that let one make an offer.
    pub fn opens(&mut self, who: PersonId, id: OpportunityId) {
        for kind in [CreditKind::Consultation, CreditKind::Offer] {
            self.must(who, self.step(id, kind));
        }
    }

    /// The command that submits an offer, at the house's price or at 800 euros.
    pub fn offering(&self, id: OpportunityId) -> BoardCommand {
        let price = self.the(id).notice.amount.unwrap_or(euros(80_000));
        BoardCommand::Propose {
            opportunity: id,
            revision: whole(offer(Some(price))),
            submit: true,
        }
    }

    /// Opens what is needed, and submits.
    pub fn submits(&mut self, who: PersonId, id: OpportunityId) -> ProposalId {
        self.opens(who, id);
        self.must(who, self.offering(id));
        let mine = self.state.board().proposal_of(id, who);
        mine.expect("a proposal").id
    }

    /// What somebody is called.
    pub fn name(&self, person: PersonId) -> Box<str> {
        self.state.person(person).expect("somebody").name.clone()
    }

    /// The command that selects a proposal as it reads now.
    ///
    /// Where the client says how it is paid, that is Basic; who speaks for her was called.
    pub fn selecting(&self, proposal: ProposalId) -> BoardCommand {
        let of = self.the(self.of(proposal).opportunity);
        let introduced = of.group == Group::ClientIntroduction;
        let hers = introduced && of.selects == Selects::Client;
        BoardCommand::Select {
            proposal,
            seen: self.of(proposal).says.changed_at,
            advice: "".into(),
            formula: hers.then_some(Formula::Basic),
            said: "by phone".into(),
        }
    }

    /// The command that judges.
    pub fn judging(&self, proposal: ProposalId, verdict: Verdict) -> BoardCommand {
        BoardCommand::Judge { proposal, verdict }
    }

    /// The terms the winner would see now.
    pub fn terms_of(&self, id: OpportunityId) -> Agreement {
        let opportunity = self.the(id);
        let winner = opportunity.stage.winner().expect("a winner");
        agreement(&self.state, opportunity, self.of(winner)).expect("terms")
    }

    /// The command by which the winner confirms what she sees now.
    pub fn confirming(&self, id: OpportunityId) -> BoardCommand {
        BoardCommand::Confirm {
            opportunity: id,
            agreement: Box::new(self.terms_of(id)),
            tranches: self.the(id).deal.tranches.clone(),
            consent: false,
        }
    }

    /// Somebody submits, is selected and confirms.
    pub fn runs(&mut self, who: PersonId, id: OpportunityId) -> ProposalId {
        let proposal = self.submits(who, id);
        self.must(BEN, self.selecting(proposal));
        self.must(who, self.confirming(id));
        proposal
    }
}

/// Asserts that the records alone give the same state.
pub(in crate::domain::tests) fn replays(fair: &Fair) {
    assert_eq!(fair.state, fair.replayed());
}
