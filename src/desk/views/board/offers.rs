//! Proposals, as their proposer, the client and the house see them, and the others' as a competitor may.

use crate::domain::opportunity::phase::Progress;
use std::collections::BTreeMap;

use crate::desk::Desk;
use crate::domain::event::Event as Recorded;
use crate::domain::eyes::Eyes;
use crate::domain::house::{Country, Language};
use crate::domain::ids::{PersonId, ProposalId, Seq};
use crate::domain::money::Money;
use crate::domain::opportunity::credit::CreditKind;
use crate::domain::opportunity::event::OfBoard;
use crate::domain::opportunity::lack::Lack;
use crate::domain::opportunity::proposal::{ProposalContent, ProposalStanding, Verdict};
use crate::domain::opportunity::rules::eligibility::lacks_of;
use crate::domain::opportunity::{BoardEvent, Opportunity, Proposal};
use crate::domain::request::Attachment;
use crate::domain::trade::{Belt, DeclineReason, Skill};
use crate::domain::{Millis, State};
use crate::journal::Fault;
use crate::text::sanitise::{clean_line, clean_text};

use super::super::beside::person_name;

/// One's own proposal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MyProposal {
    /// Its id.
    pub id: ProposalId,
    /// How far it has come, with what the client thinks of it.
    pub progress: Progress,
    /// Whether it can still be rewritten.
    pub editable: bool,
    /// What it says.
    pub says: Said,
    /// What is written beside what was submitted, and told to nobody yet.
    pub draft: Option<Said>,
    /// When it was first submitted.
    pub submitted_at: Option<Millis>,
    /// When the client first said something of it.
    pub answered_at: Option<Millis>,
    /// A follow-up officer says that it has a good chance.
    pub promising: bool,
    /// Why it was taken back, or the advice for next time.
    pub words: String,
    /// A reason of the list that was given with them.
    pub because: Option<DeclineReason>,
}

/// What a proposal says, or the draft beside it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Said {
    /// The price.
    pub price: Option<Money>,
    /// When its proposer is free.
    pub available: String,
    /// The text.
    pub text: String,
    /// The names and sizes of its files.
    pub files: Vec<(String, u64)>,
}

impl MyProposal {
    /// Returns what its proposer works on: the draft beside it, else what it says.
    pub fn working(&self) -> &Said {
        self.draft.as_ref().unwrap_or(&self.says)
    }
}

/// A proposal, as the client and the house see it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProposalRow {
    /// Its id.
    pub id: ProposalId,
    /// Who proposes.
    pub person: PersonId,
    /// Their name.
    pub name: String,
    /// Where they live.
    pub country: Option<Country>,
    /// The languages they work in.
    pub languages: Vec<Language>,
    /// What they say they can do.
    pub skills: Vec<Skill>,
    /// Their level in this kind of work.
    pub belt: Option<Belt>,
    /// How far it has come, with what the client thinks of it.
    pub progress: Progress,
    /// Where it stands.
    pub state: ProposalStanding,
    /// What the client thinks of it.
    pub verdict: Verdict,
    /// Its price.
    pub price: Option<Money>,
    /// When its proposer is free.
    pub available: String,
    /// Its text.
    pub text: String,
    /// The names and sizes of its files.
    pub files: Vec<(String, u64)>,
    /// When it was first submitted.
    pub submitted_at: Option<Millis>,
    /// The record whose text this is; a selection names it.
    pub read: Seq,
    /// What is posted was amended since it was written.
    pub posting_changed: bool,
    /// Its proposer was told of a good chance.
    pub promising: bool,
    /// Why its proposer could not be selected any more.
    pub lacks: Vec<Lack>,
    /// Why it was taken back, or what was told for next time.
    pub words: String,
    /// A reason of the list that was given with them.
    pub because: Option<DeclineReason>,
}

/// What a competitor sees of the others, once she has opened the opportunity (BRD-4).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Others {
    /// How many there are.
    pub count: usize,
    /// The lowest and the highest price, when there are two or more.
    pub prices: Option<(Money, Money)>,
    /// The offers themselves, in a house that shows them.
    pub whole: Vec<OtherOffer>,
}

/// Another's offer, in a house that shows them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OtherOffer {
    /// Its id, by which its files are read.
    pub id: ProposalId,
    /// Whose it is.
    pub name: String,
    /// The price.
    pub price: Option<Money>,
    /// When they are free.
    pub available: String,
    /// The text.
    pub text: String,
    /// The names and sizes of its files.
    pub files: Vec<(String, u64)>,
}

/// Reads the records of one page, each once.
pub(super) struct Reader<'a> {
    desk: &'a Desk,
    read: BTreeMap<Seq, Vec<Recorded>>,
}

impl<'a> Reader<'a> {
    pub(super) fn new(desk: &'a Desk) -> Reader<'a> {
        Reader {
            desk,
            read: BTreeMap::new(),
        }
    }

    /// What happened on the board in a record; nothing when its words are gone.
    pub(super) async fn events(&mut self, seq: Seq) -> Result<Vec<&BoardEvent>, Fault> {
        if !self.read.contains_key(&seq) {
            let events = self.desk.events(seq).await?;
            let events = events.map(|(_, events)| events).unwrap_or_default();
            self.read.insert(seq, events);
        }
        let events = self.read.get(&seq).map_or(&[][..], Vec::as_slice);
        let of_board = events.iter().filter_map(|event| match event {
            Recorded::Board(OfBoard { event, .. }) => Some(&**event),
            _ => None,
        });
        Ok(of_board.collect())
    }

    /// What a proposal says, or the draft beside it; texts whose records are gone are empty.
    pub(super) async fn said(
        &mut self,
        proposal: ProposalId,
        content: &ProposalContent,
    ) -> Result<Said, Fault> {
        let text = self.part(proposal, content.text_at, |part| part.text);
        let text = clean_text(&text.await?).into_owned();
        let available = self.part(proposal, content.available_at, |part| part.available);
        let available = clean_line(&available.await?).into_owned();
        Ok(Said {
            price: content.price,
            available,
            text,
            files: files_of(&content.files),
        })
    }

    /// A text of a proposal in the record where it was written.
    async fn part(
        &mut self,
        proposal: ProposalId,
        at: Seq,
        wanted: fn(Part<'_>) -> Option<&str>,
    ) -> Result<String, Fault> {
        let events = self.events(at).await?;
        let mut parts = events.into_iter().filter_map(|event| match event {
            BoardEvent::Offered {
                proposal: id,
                offer,
                ..
            } if *id == proposal => wanted(Part {
                available: Some(&offer.available),
                text: Some(&offer.text),
            }),
            BoardEvent::Revised {
                proposal: id,
                available,
                text,
                ..
            } if *id == proposal => wanted(Part {
                available: available.as_deref(),
                text: text.as_deref(),
            }),
            _ => None,
        });
        Ok(parts.next().unwrap_or_default().to_owned())
    }

    async fn words(&mut self, proposal: &Proposal) -> Result<String, Fault> {
        let Some(at) = proposal.words_at else {
            return Ok(String::new());
        };
        let events = self.events(at).await?;
        let found = events.into_iter().find_map(|event| match event {
            BoardEvent::Proposal {
                proposal: id,
                words,
                ..
            } if *id == proposal.id => Some(clean_text(words).into_owned()),
            BoardEvent::Advised {
                proposals, words, ..
            } if proposals.contains(&proposal.id) => Some(clean_text(words).into_owned()),
            _ => None,
        });
        Ok(found.unwrap_or_default())
    }
}

/// The texts of a proposal that a record holds.
struct Part<'a> {
    available: Option<&'a str>,
    text: Option<&'a str>,
}

/// The names and sizes of files.
pub(in crate::desk::views) fn files_of(files: &[Attachment]) -> Vec<(String, u64)> {
    let file = |f: &Attachment| (clean_line(&f.name).into_owned(), f.size);
    files.iter().map(file).collect()
}

/// The proposal of who looks, if they made one.
pub(super) async fn mine(
    eyes: &Eyes<'_>,
    opportunity: &Opportunity,
    reader: &mut Reader<'_>,
) -> Result<Option<MyProposal>, Fault> {
    let Some(proposal) = eyes.own_proposal(opportunity) else {
        return Ok(None);
    };
    let says = reader.said(proposal.id, &proposal.says).await?;
    let draft = match &proposal.draft {
        Some(draft) => Some(reader.said(proposal.id, draft).await?),
        None => None,
    };
    let words = reader.words(proposal).await?;
    let open = opportunity.stage.is_pending();
    let editable = open
        && matches!(
            proposal.state,
            ProposalStanding::Draft | ProposalStanding::Submitted | ProposalStanding::Withdrawn
        );
    Ok(Some(MyProposal {
        id: proposal.id,
        progress: proposal.progress(),
        editable,
        says,
        draft,
        submitted_at: proposal.submitted_at,
        answered_at: proposal.answered_at,
        promising: proposal.promising,
        words,
        because: proposal.because,
    }))
}

/// The proposals that who looks may see: all for those who select, the winner's for the client whom it is introduced
/// to. The best judged first, then those that came first.
pub(super) async fn all(
    eyes: &Eyes<'_>,
    opportunity: &Opportunity,
    reader: &mut Reader<'_>,
) -> Result<Vec<ProposalRow>, Fault> {
    let mut rows = Vec::new();
    let all = eyes.state.board().proposals_of(opportunity.id);
    for proposal in all.filter(|one| eyes.see_proposal(opportunity, one.id)) {
        let taken_back =
            proposal.state == ProposalStanding::Withdrawn && proposal.submitted_at.is_some();
        if !proposal.is_before_the_client() && !taken_back {
            continue;
        }
        let says = reader.said(proposal.id, &proposal.says).await?;
        let words = reader.words(proposal).await?;
        rows.push(row(eyes, opportunity, proposal, says, words));
    }
    rows.sort_by_key(|row| (rank(row), row.submitted_at));
    Ok(rows)
}

fn rank(row: &ProposalRow) -> u8 {
    match (row.state, row.verdict) {
        (ProposalStanding::Selected | ProposalStanding::Confirmed, _) => 0,
        (ProposalStanding::Submitted, Verdict::Interesting) => 1,
        (ProposalStanding::Submitted, Verdict::Unsaid) => 2,
        (ProposalStanding::Submitted, Verdict::NotInteresting) => 3,
        (ProposalStanding::Lost, _) => 4,
        (ProposalStanding::Withdrawn | ProposalStanding::Draft, _) => 5,
    }
}

/// Who speaks for a proposal, and for which firm, where it has a name.
pub(in crate::desk::views) fn named(state: &State, proposal: &Proposal) -> String {
    let name = person_name(state, proposal.speaker());
    match clean_line(state.firms().name(proposal.firm)) {
        firm if firm.is_empty() => name,
        firm => format!("{name}, {firm}"),
    }
}

fn row(
    eyes: &Eyes<'_>,
    opportunity: &Opportunity,
    proposal: &Proposal,
    says: Said,
    words: String,
) -> ProposalRow {
    let state = eyes.state;
    let profile = state.profile_of(proposal.firm);
    ProposalRow {
        id: proposal.id,
        person: proposal.speaker(),
        name: named(state, proposal),
        country: profile.and_then(|p| p.country),
        languages: profile.map(|p| p.languages.clone()).unwrap_or_default(),
        skills: profile.map(|p| p.skills.clone()).unwrap_or_default(),
        belt: profile.and_then(|p| p.belt(opportunity.notice.work)),
        progress: proposal.progress(),
        state: proposal.state,
        verdict: proposal.verdict,
        price: says.price.filter(|_| eyes.see_price(opportunity)),
        available: says.available,
        text: says.text,
        files: says.files,
        submitted_at: proposal.submitted_at,
        read: proposal.says.changed_at,
        posting_changed: proposal.says.answers != opportunity.notice_at,
        promising: proposal.promising,
        lacks: lacks_of(state, proposal, &opportunity.notice),
        words,
        because: proposal.because,
    }
}

/// What a facilitator sees of the others: nothing before she opened it, then figures, and whole offers
/// only in a house that shows them.
pub(super) async fn others(
    eyes: &Eyes<'_>,
    opportunity: &Opportunity,
    reader: &mut Reader<'_>,
) -> Result<Option<Others>, Fault> {
    let opened = eyes.has_opened(opportunity, CreditKind::Consultation);
    if !eyes.facilitator || !opened {
        return Ok(None);
    }
    let all = eyes.state.board().proposals_of(opportunity.id);
    let theirs: Vec<_> = all
        .filter(|p| p.firm != eyes.firm && p.is_before_the_client())
        .collect();
    let prices: Vec<Money> = theirs.iter().filter_map(|p| p.says.price).collect();
    // Who is on both sides knows no rival's price and words, whatever a facilitator may (PPL-1).
    let both_sides = eyes.is_on_both_sides(opportunity);
    let lowest = prices.iter().min_by_key(|price| price.minor);
    let highest = prices.iter().max_by_key(|price| price.minor);
    let mut others = Others {
        count: theirs.len(),
        // Of one alone it would be that one's price.
        prices: lowest
            .copied()
            .zip(highest.copied())
            .filter(|_| prices.len() > 1 && !both_sides),
        whole: Vec::new(),
    };
    if eyes.see_offers_whole(opportunity) {
        for proposal in theirs {
            let says = reader.said(proposal.id, &proposal.says).await?;
            others.whole.push(OtherOffer {
                id: proposal.id,
                name: named(eyes.state, proposal),
                price: says.price,
                available: says.available,
                text: says.text,
                files: says.files,
            });
        }
    }
    Ok(Some(others))
}
