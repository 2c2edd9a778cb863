//! What is asked of the state: everything known, by id, by name, in order. Changes nothing.

use std::sync::Arc;

use imbl::OrdMap;

use super::State;
use crate::domain::access::ring::Access;
use crate::domain::agenda::Agenda;
use crate::domain::escrow::{Books, Closing, Project};
use crate::domain::facilitator;
use crate::domain::files::Files;
use crate::domain::firm::Firms;
use crate::domain::house::{Country, House, Language, Logo};
use crate::domain::ids::{FirmId, MessageKey, OpportunityId, PersonId, RequestId, Seq, ViewId};
use crate::domain::opportunity::Opportunity;
use crate::domain::opportunity::board::Board;
use crate::domain::opportunity::credit::{CreditKind, Credits};
use crate::domain::organisation::domain_of;
use crate::domain::person::Person;
use crate::domain::prices::PriceBook;
use crate::domain::quotation::Quotations;
use crate::domain::request::Request;
use crate::domain::request::collection::Requests;
use crate::domain::routing::{Keywords, Routing};
use crate::domain::saved_view::SavedView;
use crate::domain::state::Head;
use crate::domain::state::stacks::Stacks;
use crate::domain::terms::Terms;
use crate::domain::thing::{Thing, Touch};
use crate::domain::wording::Wording;

impl State {
    /// The part that is not requests.
    pub fn head(&self) -> &Head {
        &self.head
    }

    /// The last record this state knows.
    pub fn seq(&self) -> Seq {
        self.head.seq
    }

    /// The house, once it is set up.
    pub fn house(&self) -> Option<&Arc<House>> {
        self.head.house.as_ref()
    }

    /// The routing matrix.
    pub fn routing(&self) -> &Arc<Routing> {
        &self.head.routing
    }

    /// The words of the routing matrix, made ready.
    pub fn keywords(&self) -> &Keywords {
        &self.keywords
    }

    /// A person by id.
    pub fn person(&self, id: PersonId) -> Option<&Arc<Person>> {
        self.head.people.get(id.index()).filter(|_| id.0 > 0)
    }

    /// Goes up when somebody is added, called otherwise, or is something else from now on, and when keys
    /// or invitations change; says nothing of how they like the workstation. Only for states that came one
    /// from the other.
    pub fn people_revision(&self) -> u64 {
        self.turnover.revision()
    }

    /// Returns who was added, is called otherwise, or is something else than in `before`, and whose keys or invitations
    /// are others, each once; `None` when that is too long ago to tell. Costs as much as there are changes since. Only
    /// for a state that came from `before`.
    pub fn people_since(&self, before: &State) -> Option<Vec<PersonId>> {
        let mut changed: Vec<PersonId> = self.turnover.since(&before.turnover)?.collect();
        changed.sort_unstable();
        changed.dedup();
        Some(changed)
    }

    /// Goes up when an organisation is known otherwise than before. Only for states that came one from
    /// the other.
    pub fn organisations_revision(&self) -> u64 {
        self.organisations_revision
    }

    /// Goes up when anything of the board, of credits, quotations, profiles or terms changes. Only for
    /// states that came one from the other.
    pub fn board_revision(&self) -> u64 {
        self.board_revision
    }

    /// All people, in the order they were added.
    pub fn people(&self) -> impl Iterator<Item = &Arc<Person>> {
        self.head.people.iter()
    }

    /// The house's own staff, whether they may enter or not, in the order they were added.
    pub fn staff(&self) -> impl Iterator<Item = &Arc<Person>> {
        let staff = self.turnover.staff();
        staff.filter_map(|id| self.person(id))
    }

    /// The id the next person gets.
    pub fn next_person(&self) -> PersonId {
        PersonId::at(self.head.people.end())
    }

    /// All requests.
    pub fn requests(&self) -> &Requests {
        &self.requests
    }

    /// A request by id.
    pub fn request(&self, id: RequestId) -> Option<&Arc<Request>> {
        self.requests.get(id)
    }

    /// The request a message belongs to.
    pub fn request_of_message(&self, key: MessageKey) -> Option<RequestId> {
        self.requests.of_message(key)
    }

    /// All opportunities and proposals.
    pub fn board(&self) -> &Board {
        &self.board
    }

    /// Everybody's credits.
    pub fn credits(&self) -> &Credits {
        &self.credits
    }

    /// All quotations.
    pub fn quotations(&self) -> &Quotations {
        &self.quotations
    }

    /// Returns what waits for whom, beside the requests.
    pub fn agenda(&self) -> &Agenda {
        &self.agenda
    }

    /// Returns how many records this state knows nothing of: they were lost, or their words were erased.
    pub fn gaps(&self) -> u64 {
        self.head.gaps
    }

    /// Returns the record up to which everything known stands in the journal itself, whatever is lost before it;
    /// 0 when nothing was restated.
    pub fn restated(&self) -> Seq {
        self.head.restated
    }

    /// The stored files that records name.
    pub fn files(&self) -> &Files {
        &self.files
    }

    /// The price lists (QUO-3).
    pub fn prices(&self) -> &Arc<PriceBook> {
        &self.head.prices
    }

    /// How papers are written in a language, where the house changed it.
    pub fn wording(&self, language: Language) -> Option<&Arc<Wording>> {
        self.head.papers.get(&language)
    }

    /// The languages whose papers the house changed or added.
    pub fn worded(&self) -> impl Iterator<Item = Language> + '_ {
        self.head.papers.keys().copied()
    }

    /// The logo on the papers for a country.
    pub fn logo(&self, country: Country) -> Option<&Arc<Logo>> {
        self.head.logos.get(&country)
    }

    /// The logos on papers, by country.
    pub fn logos(&self) -> &OrdMap<Country, Arc<Logo>> {
        &self.head.logos
    }

    /// Returns the logo on papers for a client of `market`: of there, else of home.
    pub fn logo_for(&self, market: Option<Country>) -> Option<&Arc<Logo>> {
        let home = || self.house().and_then(|house| self.logo(house.home));
        market.and_then(|market| self.logo(market)).or_else(home)
    }

    /// The house's terms for its board.
    pub fn terms(&self) -> &Arc<Terms> {
        &self.head.terms
    }

    /// The books of clients' money.
    pub fn books(&self) -> &Books {
        &self.books
    }

    /// Up to when days are closed in the books.
    pub fn closing(&self) -> &Closing {
        &self.head.areas.closing
    }

    /// Returns the account of an opportunity, as it is or as it begins: one that was agreed on before there were books has
    /// nothing on it. `None` where nothing is agreed, and under Subcontracting.
    pub fn account_of(&self, of: &Opportunity) -> Option<Project> {
        if let Some(project) = self.books.project(of.id) {
            return Some((**project).clone());
        }
        let mission = of.mission.as_deref()?;
        let agreement = of.agreement.as_deref()?;
        Project::begun(of, agreement, mission.firm, of.deal.tranches.clone())
    }

    /// The firms, and which one each person acts for.
    pub fn firms(&self) -> &Arc<Firms> {
        &self.head.areas.firms
    }

    /// The firm that somebody acts for.
    pub fn acting(&self, person: PersonId) -> FirmId {
        self.firms().acting(person)
    }

    /// The profile of the firm that a facilitator acts for, once it has one.
    pub fn profile(&self, person: PersonId) -> Option<&Arc<facilitator::FacilitatorProfile>> {
        self.profile_of(self.acting(person))
    }

    /// A firm's profile, once it has one.
    pub fn profile_of(&self, firm: FirmId) -> Option<&Arc<facilitator::FacilitatorProfile>> {
        self.head.profiles.get(&firm)
    }

    /// All profiles, in the order of their firms.
    pub fn profiles(
        &self,
    ) -> impl Iterator<Item = (FirmId, &Arc<facilitator::FacilitatorProfile>)> {
        self.head
            .profiles
            .iter()
            .map(|(id, profile)| (*id, profile))
    }

    /// Who acts for a firm that has a profile, and that profile.
    pub fn profiled(
        &self,
    ) -> impl Iterator<Item = (&Arc<Person>, &Arc<facilitator::FacilitatorProfile>)> {
        self.profiles().flat_map(move |(firm, profile)| {
            let members = self.firms().members(firm).into_iter();
            let acting = members.filter(move |one| self.acting(one.person) == firm);
            acting.filter_map(move |one| Some((self.person(one.person)?, profile)))
        })
    }

    /// Whether `firm` has taken this step on an opportunity. Where credits are switched off, nobody
    /// needs to, and who proposed then goes on when they are not; reaching the client directly is always a
    /// step of its own.
    pub fn has_opened(&self, id: OpportunityId, firm: impl Into<FirmId>, kind: CreditKind) -> bool {
        let firm = firm.into();
        let taken = || self.credits.opened(id, firm).is(kind);
        let free =
            || self.head.terms.credits.is_none() || self.board.proposal_of(id, firm).is_some();
        taken() || (kind != CreditKind::Contact && free())
    }

    /// The saved views, in the order of their ids.
    pub fn views(&self) -> impl Iterator<Item = &Arc<SavedView>> {
        self.head.views.values()
    }

    /// The id the next view gets.
    pub fn next_view(&self) -> ViewId {
        ViewId(self.head.last_view + 1)
    }

    /// The keys people log in with, and the invitations.
    pub fn access(&self) -> &Access {
        &self.head.access
    }

    /// What `person` can undo and redo.
    pub fn stacks(&self, person: PersonId) -> Option<&Stacks> {
        self.head.stacks.get(&person)
    }

    /// Returns the last records of `person`, the newest first: how they like the workstation is none.
    pub fn lately(&self, person: PersonId) -> impl Iterator<Item = Seq> + '_ {
        let theirs = self.head.lately.get(&person).into_iter();
        theirs.flat_map(|seqs| seqs.iter().rev().copied())
    }

    /// Whether a record of somebody's stands, and they can take it back.
    pub fn stands(&self, seq: Seq) -> bool {
        self.head.stacks.values().any(|stacks| stacks.holds(seq))
    }

    /// Returns the last change of something that is written as a whole; `None` while it is as it began.
    pub fn touched(&self, what: Thing) -> Option<Touch> {
        self.touches.get(&what).copied()
    }

    /// Returns the last changes of all that is written as a whole.
    pub fn touches(&self) -> impl Iterator<Item = (&Thing, &Touch)> {
        self.touches.iter()
    }

    /// The record that answered this command, if it was done lately.
    pub fn done(&self, command: u128) -> Option<Seq> {
        self.done.get(&command).copied()
    }

    /// Whether `email` belongs to the house itself or to one of its staff.
    pub fn is_ours(&self, email: &str) -> bool {
        let domain = domain_of(email);
        !domain.is_empty()
            && (self
                .house()
                .is_some_and(|h| h.domains.iter().any(|d| d.eq_ignore_ascii_case(&domain)))
                || self
                    .people_of_email(email)
                    .any(|id| self.person(id).is_some_and(|person| person.is_staff())))
    }
}
