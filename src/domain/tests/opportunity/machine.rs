//! BRD-4, BRD-5, BRD-6, BRD-8: ten people do random things on a board, at random times. Whatever they do,
//! credits add up, one at most wins, nothing is without an exit, and the records alone give the same.

mod auditor;
mod exits;
mod firms;
mod happens;
mod many;
mod quotations;
mod wishes;

use proptest::prelude::*;

use super::bench::*;
use crate::domain::agenda::Agenda;
use crate::domain::command::{Act, Command};
use crate::domain::facilitator::FacilitatorProfile;
use crate::domain::ids::{OpportunityId, PersonId};
use crate::domain::opportunity::proposal::ProposalStanding;
use crate::domain::opportunity::{Deal, Mission, Opportunity, OpportunityStage, Proposal, Side};
use crate::domain::refusal::Refusal;
use crate::domain::request::Group;
use crate::domain::state::stacks::can_be_undone;
use crate::domain::state::{Rows, State};
use crate::journal::codec;
use auditor::Auditor;
use exits::exits;
use wishes::{Wish, wish};

type Checked = Result<(), TestCaseError>;

/// An open board, and a quotation of what nobody decided on that waits for its text.
fn begun() -> Fair {
    let mut fair = Fair::open();
    let next = fair.state.quotations().next();
    let steps = quoting(next, UNDECIDED, fair.later(240)).into_iter();
    for command in steps.take(5) {
        fair.0
            .must(Some(ANNA), Command::Quotation(Box::new(command)));
    }
    fair
}

/// Where sequences begin: an open board; one with a quotation that was accepted; one whose mission runs; one
/// where two are of a firm.
fn starts() -> [Fair; 4] {
    let begun = begun();
    let mut accepted = begun.clone();
    let group = Act::SetGroup(Some(Group::Subcontracting));
    accepted.0.act(BEN, UNDECIDED, group);
    let live = accepted.state.quotations().live_of(UNDECIDED);
    let steps = quoting(live.expect("a quotation"), UNDECIDED, accepted.later(240)).into_iter();
    for command in steps.skip(5) {
        accepted
            .0
            .must(Some(ANNA), Command::Quotation(Box::new(command)));
    }
    let mut running = begun.clone();
    running.submits(GIL, SUB);
    running.runs(FAY, SUB);
    quotations::second(&mut running);
    let mut shared = begun.clone();
    firms::shared(&mut shared);
    shared.submits(FAY, INTRO);
    [begun, accepted, running, shared]
}

/// Rows agree with each other.
fn sound(state: &State) -> Checked {
    let board = state.board();
    for one in board.opportunities() {
        let proposals: Vec<&Proposal> = board.proposals_of(one.id).map(|p| &**p).collect();
        let in_state = |at: ProposalStanding| proposals.iter().filter(move |p| p.state == at);
        let won: Vec<_> = in_state(ProposalStanding::Selected)
            .chain(in_state(ProposalStanding::Confirmed))
            .collect();
        prop_assert!(won.len() <= 1, "{won:?}");
        let wanted = match one.stage {
            OpportunityStage::Open | OpportunityStage::Ended { .. } => None,
            OpportunityStage::Selected { proposal, .. } => {
                Some((proposal, ProposalStanding::Selected))
            }
            OpportunityStage::Confirmed { proposal, .. }
            | OpportunityStage::Delivered { proposal, .. } => {
                Some((proposal, ProposalStanding::Confirmed))
            }
        };
        prop_assert_eq!(won.first().map(|p| (p.id, p.state)), wanted);
        let seen = proposals.iter().filter(|p| p.is_before_the_client());
        prop_assert_eq!(one.submitted as usize, seen.count());
        let lost = in_state(ProposalStanding::Lost).count();
        prop_assert!(lost == 0 || one.stage != OpportunityStage::Open, "{one:?}");
        prop_assert!(one.agreement.is_some() == one.mission.is_some());
        sound_deal(one, &proposals)?;
        for proposal in &proposals {
            let mine = board.proposal_of(one.id, proposal.firm);
            prop_assert_eq!(mine.map(|p| p.id), Some(proposal.id), "one of each");
            let draft = proposal.state == ProposalStanding::Draft;
            prop_assert!(!draft || proposal.submitted_at.is_none(), "{proposal:?}");
            prop_assert!(!draft || proposal.draft.is_none(), "a draft beside a draft");
            let most = crate::domain::opportunity::proposal::Offer::FILES_MOST;
            prop_assert!(proposal.working().files.len() <= most, "{proposal:?}");
        }
        if let Some(mission) = &one.mission {
            sound_mission(mission)?;
        }
    }
    Ok(())
}

/// Tranches add up to the price; nobody's yes stands to other terms than the other's, and once both stand it is a
/// mission, of what both said yes to.
fn sound_deal(one: &Opportunity, proposals: &[&Proposal]) -> Checked {
    let deal = &one.deal;
    let winner = one.stage.winner();
    let price = proposals.iter().find(|p| Some(p.id) == winner);
    let price = price.and_then(|p| p.says.price);
    if let Some(price) = price.filter(|_| !deal.tranches.is_empty()) {
        let sum: i64 = deal.tranches.iter().map(|one| one.amount.minor).sum();
        prop_assert_eq!(sum, price.minor, "{:?}", one);
    }
    if one.stage == OpportunityStage::Open {
        prop_assert_eq!(deal, &Deal::default());
    }
    let yes = [Side::Client, Side::Provider].map(|side| deal.yes(side));
    if let [Some(hers), Some(theirs)] = yes {
        prop_assert_eq!(&hers.agreement, &theirs.agreement);
        prop_assert_eq!(&hers.tranches, &theirs.tranches);
        prop_assert_eq!(Some(&hers.agreement), one.agreement.as_deref());
        prop_assert!(one.stage.key() != "selected", "{one:?}");
    }
    for yes in yes.into_iter().flatten() {
        prop_assert_eq!(&yes.tranches, &deal.tranches);
    }
    let introduced = one.group == Group::ClientIntroduction;
    let running = matches!(one.stage.key(), "confirmed" | "delivered");
    prop_assert!(!(introduced && running) || yes.iter().all(Option::is_some));
    Ok(())
}

fn sound_mission(mission: &Mission) -> Checked {
    let mut people: Vec<PersonId> = mission.team.iter().map(|(person, _)| *person).collect();
    people.push(mission.coordinator);
    people.sort_unstable();
    let all = people.len();
    people.dedup();
    prop_assert_eq!(people.len(), all, "nobody twice: {:?}", mission);
    prop_assert!(mission.are_in_hands(&mission.sessions), "{mission:?}");
    let team = |id: PersonId| mission.team.iter().any(|(one, _)| *one == id);
    if let Some(waits) = mission.handover.as_deref() {
        prop_assert!(
            !mission.former.is_empty(),
            "somebody was relieved: {mission:?}"
        );
        prop_assert!(
            !mission.runs(mission.coordinator) && waits.to.is_none_or(|to| !mission.runs(to))
        );
    }
    prop_assert!(!team(mission.coordinator));
    prop_assert!(mission.sessions.is_sorted_by_key(|session| session.at));
    prop_assert!(mission.done.is_sorted());
    Ok(())
}

/// What the indexes answer is what the rows say.
fn indexed(state: &State) -> Checked {
    prop_assert!(*state.agenda() == Agenda::of(state));
    let board = state.board();
    let rows: Vec<&Opportunity> = board.opportunities().iter().map(|o| &**o).collect();
    let of = |is: &dyn Fn(&Opportunity) -> bool| -> Vec<OpportunityId> {
        rows.iter().filter(|o| is(o)).map(|o| o.id).collect()
    };
    let mut pending: Vec<OpportunityId> = board.pending().collect();
    prop_assert_eq!(pending.len(), board.pending_count());
    let times: Vec<_> = pending
        .iter()
        .filter_map(|id| board.opportunity(*id))
        .collect();
    prop_assert!(
        times.is_sorted_by(|a, b| a.posted_at >= b.posted_at),
        "newest first"
    );
    pending.sort_unstable();
    prop_assert_eq!(pending, of(&|o| o.stage == OpportunityStage::Open));
    for request in [INTRODUCED, SUBCONTRACTED, UNDECIDED] {
        let wanted = of(&|o| o.request == request);
        prop_assert_eq!(board.of_request(request).collect::<Vec<_>>(), wanted);
    }
    for contact in (1..4).map(crate::domain::ids::ContactId) {
        let charges = of(&|o| {
            o.mission
                .as_ref()
                .is_some_and(|m| m.in_charge.contains(&contact))
        });
        prop_assert_eq!(board.charges_of(contact).collect::<Vec<_>>(), charges);
        let wanted = of(&|o| o.contact == contact);
        prop_assert_eq!(board.of_contact(contact).collect::<Vec<_>>(), wanted);
    }
    for person in state.people().map(|p| p.id) {
        let runs = |o: &Opportunity| o.mission.as_ref().is_some_and(|m| m.role(person).is_some());
        prop_assert_eq!(board.missions_of(person).collect::<Vec<_>>(), of(&runs));
    }
    quotations::indexed(state)?;
    firms::indexed(state)
}

/// The state as a checkpoint would bring it back.
pub(crate) fn read_back(state: &State) -> State {
    fn again<T: serde::Serialize + serde::de::DeserializeOwned>(value: &T) -> T {
        codec::decode(&codec::encode(value).expect("encoded")).expect("decoded")
    }
    let (board, credits) = (state.board(), state.credits());
    let rows = Rows {
        keys: state.access().keys().map(|k| again(&**k)).collect(),
        organisations: state.organisations().map(|o| again(&**o)).collect(),
        contacts: state.contacts().map(|c| again(&**c)).collect(),
        opportunities: board.opportunities().iter().map(|o| again(&**o)).collect(),
        proposals: board.proposals().iter().map(|p| again(&**p)).collect(),
        favourites: board.favourites().map(again).collect(),
        accounts: credits.accounts().map(|(id, a)| (*id, again(a))).collect(),
        opened: credits
            .all_opened()
            .map(|(id, o)| (*id, again(o)))
            .collect(),
        entries: state
            .books()
            .entries()
            .iter()
            .map(|e| again(&**e))
            .collect(),
        projects: state.books().projects().map(|p| again(&**p)).collect(),
        files: again(&state.files().rows()),
        touches: state
            .touches()
            .map(|(thing, touch)| (again(thing), again(touch)))
            .collect(),
        trails: state
            .trails()
            .map(|(of, all)| (again(of), again(all)))
            .collect(),
        quotations: state
            .quotations()
            .rows()
            .iter()
            .map(|q| again(&**q))
            .collect(),
    };
    let requests = state.requests().iter().map(|r| again(&**r));
    State::from_pieces(again(&state.core()), rows, requests)
}

/// What can be taken back, without what merely counts.
type Kept = (
    Vec<Option<Mission>>,
    Vec<(PersonId, OpportunityId)>,
    Vec<FacilitatorProfile>,
    Vec<quotations::Kept>,
);

fn kept(state: &State) -> Kept {
    let missions = state.board().opportunities().iter().map(|o| {
        let mut mission = o.mission.as_deref().cloned();
        if let Some(mission) = &mut mission {
            mission.team.sort_unstable();
        }
        mission
    });
    let profile = |person| state.profile(person).map(|p| (**p).clone());
    let people = [FAY, GIL, HEL].map(|person| profile(person).unwrap_or_default());
    let favourites = state.board().favourites().copied();
    (
        missions.collect(),
        favourites.collect(),
        people.to_vec(),
        quotations::kept(state),
    )
}

/// What was just done by somebody is taken back, and done again.
fn there_and_back(before: &State, fair: &Fair, who: PersonId) -> Checked {
    let mut undone = fair.clone();
    let answer = undone.0.run(Some(who), Command::Undo);
    prop_assert!(answer.is_ok(), "{answer:?}");
    prop_assert_eq!(kept(&undone.state), kept(before));
    sound(&undone.state)?;
    let answer = undone.0.run(Some(who), Command::Redo);
    prop_assert!(answer.is_ok(), "{answer:?}");
    prop_assert_eq!(kept(&undone.state), kept(&fair.state));
    Ok(())
}

/// What one of their commands did.
pub(crate) struct Step<'a> {
    pub before: &'a State,
    pub after: &'a State,
    pub now: crate::domain::Millis,
    pub actor: PersonId,
    pub events: &'a [crate::domain::event::Event],
}

/// So many wishes.
pub(crate) fn wishes_of_all(most: usize) -> impl Strategy<Value = Vec<Wish>> {
    prop::collection::vec(wish(), 1..most)
}

/// Has the people of an open board do what they wish, and shows each step.
pub(crate) fn play(wishes: &[Wish], mut each: impl FnMut(&Step<'_>) -> Checked) -> Checked {
    let mut fair = begun();
    for wish in wishes {
        fair.now += wish.minutes * 60_000;
        let Some((actor, command)) = wishes::command(&fair, wish) else {
            continue;
        };
        let before = fair.state.clone();
        if let Ok(decision) = fair.0.run(Some(actor), command) {
            each(&Step {
                before: &before,
                after: &fair.state,
                now: fair.now,
                actor,
                events: &decision.events,
            })?;
        }
    }
    Ok(())
}

/// What one of them tried, and what came of it.
pub(crate) struct Try<'a> {
    pub before: &'a State,
    pub now: crate::domain::Millis,
    pub actor: PersonId,
    pub command: &'a Command,
    pub answer: &'a Result<crate::domain::decision::Decision, Refusal>,
}

/// Has the people of an open board do what they wish, and shows what each is answered.
pub(crate) fn tries(wishes: &[Wish], mut each: impl FnMut(&Try<'_>) -> Checked) -> Checked {
    let mut fair = begun();
    for wish in wishes {
        fair.now += wish.minutes * 60_000;
        let Some((actor, command)) = wishes::command(&fair, wish) else {
            continue;
        };
        let before = fair.state.clone();
        let answer = fair.0.run(Some(actor), command.clone());
        each(&Try {
            before: &before,
            now: fair.now,
            actor,
            command: &command,
            answer: &answer,
        })?;
    }
    Ok(())
}

fn run(start: &Fair, wishes: &[Wish], mut tell: impl FnMut(&Wish, bool)) -> Checked {
    let mut fair = start.clone();
    let mut auditor = Auditor::default();
    let mut sent = quotations::Sent::default();
    for (_, events) in &fair.records {
        auditor.note(events)?;
    }
    for wish in wishes {
        fair.now += wish.minutes * 60_000;
        let Some((who, command)) = wishes::command(&fair, wish) else {
            continue;
        };
        let before = fair.state.clone();
        let turns = matches!(command, Command::Undo | Command::Redo);
        let answer = fair.0.run(Some(who), command);
        tell(wish, answer.is_ok());
        match answer {
            Err(_) => prop_assert!(fair.state == before, "a refusal leaves no trace"),
            Ok(decision) if !turns && can_be_undone(&decision.events) => {
                there_and_back(&before, &fair, who)?;
            }
            Ok(_) => {}
        }
        let done = before.seq();
        let news = fair.records.iter().filter(|(meta, _)| meta.seq > done);
        for (_, events) in news {
            auditor.note(events)?;
        }
        auditor.agrees(&fair.state)?;
        sound(&fair.state)?;
        firms::sound(&fair.state)?;
        quotations::sound(&fair.state)?;
        sent.note(&fair.state)?;
    }
    exits(&fair)?;
    quotations::exits(&fair)?;
    indexed(&fair.state)?;
    let (replayed, back) = (fair.replayed(), read_back(&fair.state));
    prop_assert!(replayed == fair.state, "replay gives the same");
    prop_assert!(back == fair.state, "a checkpoint gives the same");
    indexed(&replayed)?;
    indexed(&back)?;
    Ok(())
}

#[test]
fn brd_4_brd_5_brd_6_brd_8_whatever_people_do_on_a_board() {
    let starts = starts();
    let config = ProptestConfig {
        cases: 96,
        ..ProptestConfig::default()
    };
    let wishes = prop::collection::vec(wish(), 1..100);
    proptest!(config, |(at in 0..4_usize, wishes in wishes)| {
        run(&starts[at], &wishes, |_, _| {})?;
    });
}

/// The machine is worth its time only if most of what there is happens in it.
#[test]
fn brd_5_the_machine_comes_to_missions_and_declines() {
    use proptest::strategy::ValueTree;
    use proptest::test_runner::TestRunner;
    let starts = starts();
    let mut runner = TestRunner::deterministic();
    let wishes = prop::collection::vec(wish(), 90..100);
    let mut seen = std::collections::BTreeMap::<&str, u32>::new();
    for n in 0..400 {
        let start = &starts[n % starts.len()];
        let tree = wishes.new_tree(&mut runner).expect("wishes");
        let mut fair = start.clone();
        for wish in tree.current() {
            fair.now += wish.minutes * 60_000;
            if let Some((who, command)) = wishes::command(&fair, &wish) {
                fair.0.run(Some(who), command).ok();
            }
        }
        let events = fair.records.iter().flat_map(|(_, events)| events);
        for event in events {
            let key = happens::key(event);
            *seen.entry(key).or_default() += 1;
        }
    }
    for key in happens::KEYS {
        let times = seen.get(key).copied().unwrap_or(0);
        assert!(times > 0, "{key} never happens: {seen:?}");
    }
}
