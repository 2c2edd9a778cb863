//! What is done with each row of a file: organisations first, what others are branches of before them, then who is there.
//! Each wave is decided on what is there before it; nothing is written over.

use std::collections::BTreeMap;

use chrono::{NaiveDate, NaiveTime};
use chrono_tz::Tz;

use super::wave::Wave;
use crate::assets::DirectoryLine;
use crate::desk::What;
use crate::desk::views::{FoundLike, Sight};
use crate::domain::deed::Anchor;
use crate::domain::organisation::command::DirectoryCommand;
use crate::domain::organisation::contact::ContactEntry;
use crate::domain::{Command, ContactId, Millis, OrganisationId, Refusal};
use crate::plain::{Place, Problem};
use crate::text::fold;

/// What there is of each kind.
#[derive(Default)]
struct Counts {
    new: usize,
    same: usize,
    /// What is left out, in words.
    doubts: Vec<String>,
    wrong: Vec<String>,
}

/// A file on its way in.
pub(super) struct Intake<'a> {
    place: &'a Place,
    zone: Tz,
    apply: bool,
    counts: Counts,
    /// Why each line is left out.
    reasons: BTreeMap<usize, Vec<String>>,
    /// The organisations of the file by folded name: what became of each.
    firms: BTreeMap<String, Firm>,
    /// The new contacts of the file by what tells them apart: which line has them.
    met: BTreeMap<String, usize>,
}

#[derive(Clone, Copy)]
enum Firm {
    /// It is there.
    There(OrganisationId),
    /// It would be entered.
    New,
    /// It is left out, and its contacts with it.
    Out,
}

impl<'a> Intake<'a> {
    /// Begins one; without `apply` it is only counted.
    pub(super) fn new(place: &'a Place, zone: Tz, apply: bool) -> Intake<'a> {
        Intake {
            place,
            zone,
            apply,
            counts: Counts::default(),
            reasons: BTreeMap::new(),
            firms: BTreeMap::new(),
            met: BTreeMap::new(),
        }
    }

    /// Returns where it is done.
    pub(super) fn place(&self) -> &'a Place {
        self.place
    }

    /// Returns how many there are of each kind, in words.
    pub(super) fn counted(&self) -> String {
        let counts = &self.counts;
        let values = [
            ("new", counts.new.into()),
            ("same", counts.same.into()),
            ("doubt", counts.doubts.len().into()),
            ("wrong", counts.wrong.len().into()),
        ];
        let id = if self.apply {
            "said-imported"
        } else {
            "said-to-import"
        };
        self.place.says(id, &values)
    }

    /// Returns what was left out, in words.
    pub(super) fn told(&self) -> impl Iterator<Item = &String> {
        self.counts.doubts.iter().chain(&self.counts.wrong)
    }

    /// Returns why each line was left out.
    pub(super) fn reasons(&self) -> BTreeMap<usize, String> {
        let all = self.reasons.iter();
        all.map(|(line, why)| (*line, why.join("; "))).collect()
    }

    /// Takes in what was read.
    ///
    /// # Errors
    /// A fault of the store.
    pub(super) async fn take(&mut self, lines: &[DirectoryLine]) -> Result<(), Problem> {
        self.organisations(lines).await?;
        let first = self.contacts(lines).await?;
        self.ask_first(first).await
    }

    /// Notes that a line was not read.
    pub(super) fn unread(&mut self, line: usize, why: String) {
        self.reasons.entry(line).or_default().push(why.clone());
        self.counts.wrong.push(why);
    }

    fn sight(&self) -> Result<Sight, Problem> {
        Ok(self.place.desk.sight(self.place.me()?))
    }

    /// Takes in the organisations, in waves: what others are branches of first.
    async fn organisations(&mut self, lines: &[DirectoryLine]) -> Result<(), Problem> {
        let mut first: BTreeMap<String, &DirectoryLine> = BTreeMap::new();
        for line in lines {
            first.entry(key(&line.organisation.name)).or_insert(line);
        }
        let mut waiting: Vec<&DirectoryLine> = first.values().copied().collect();
        waiting.sort_by_key(|line| line.at);
        while !waiting.is_empty() {
            let (later, ready): (Vec<_>, Vec<_>) = waiting.iter().partition(|line| {
                let parent = key(&line.parent);
                first.contains_key(&parent) && !self.firms.contains_key(&parent)
            });
            if ready.is_empty() {
                break;
            }
            self.enter_all(ready).await?;
            waiting = later;
        }
        for line in waiting {
            self.doubt(line, "said-doubt-parent", &line.parent);
            self.firms.insert(key(&line.organisation.name), Firm::Out);
        }
        Ok(())
    }

    async fn enter_all(&mut self, lines: Vec<&DirectoryLine>) -> Result<(), Problem> {
        let (sight, mut wave) = (self.sight()?, Wave::new(self.place));
        for line in lines {
            let found = sight.organisation_like(&line.organisation);
            let found = found.map_err(|refusal| self.place.refused(&refusal))?;
            let firm = match found {
                FoundLike::Same(id) => {
                    self.counts.same += 1;
                    Firm::There(id)
                }
                FoundLike::Doubt(id, name) => {
                    self.doubt(line, "said-doubt-organisation", &format!("{id} {name}"));
                    Firm::Out
                }
                FoundLike::New => match self.entered(&sight, line) {
                    None => Firm::Out,
                    Some(command) if self.apply => {
                        wave.send(line, command).await?;
                        continue;
                    }
                    Some(_) => {
                        self.counts.new += 1;
                        Firm::New
                    }
                },
            };
            self.firms.insert(key(&line.organisation.name), firm);
        }
        for (line, answer) in wave.end().await? {
            let firm = match answer.map(|done| done.summary.what) {
                Ok(What::Entered(Anchor::Organisation(id), _)) => {
                    self.counts.new += 1;
                    Firm::There(id)
                }
                Ok(_) => Firm::Out,
                Err(refusal) => {
                    self.wrong(line, &refusal);
                    Firm::Out
                }
            };
            self.firms.insert(key(&line.organisation.name), firm);
        }
        Ok(())
    }

    /// What enters an organisation; `None` for one that is left out.
    fn entered(&mut self, sight: &Sight, line: &DirectoryLine) -> Option<Command> {
        let mut profile = line.organisation.clone();
        if let Some(refusal) = profile.fault() {
            self.wrong(line, &refusal);
            return None;
        }
        if !line.parent.is_empty() {
            let known = self.firms.get(&key(&line.parent)).copied();
            match known {
                Some(Firm::There(id)) => profile.parent = Some(id),
                Some(Firm::New) => {}
                Some(Firm::Out) | None => match sight.organisation_by_name(&line.parent) {
                    Some(id) => profile.parent = Some(id),
                    None => {
                        self.doubt(line, "said-doubt-parent", &line.parent);
                        return None;
                    }
                },
            }
        }
        Some(Command::Directory(DirectoryCommand::AddOrganisation {
            profile: Box::new(profile),
            relation_until: line.relation.map(|day| end_of(self.zone, day)),
        }))
    }

    /// Takes in who is there. Yields whom to ask for first.
    async fn contacts(
        &mut self,
        lines: &[DirectoryLine],
    ) -> Result<Vec<(OrganisationId, ContactId)>, Problem> {
        let (sight, mut wave) = (self.sight()?, Wave::new(self.place));
        for line in lines {
            let Some((firm, entry)) = self.met(&sight, line)? else {
                continue;
            };
            let Some(organisation) = firm.filter(|_| self.apply) else {
                self.counts.new += 1;
                continue;
            };
            let command = DirectoryCommand::AddContact {
                organisation,
                entry: Box::new(entry),
            };
            wave.send((line, organisation), Command::Directory(command))
                .await?;
        }
        let mut first = Vec::new();
        for ((line, organisation), answer) in wave.end().await? {
            match answer.map(|done| done.summary.what) {
                Ok(What::Entered(Anchor::Contact(id), _)) => {
                    self.counts.new += 1;
                    first.extend(line.main.then_some((organisation, id)));
                }
                Ok(_) => {}
                Err(refusal) => self.wrong(line, &refusal),
            }
        }
        Ok(first)
    }

    /// Somebody new, and their organisation where that is there; `None` for who is known, in doubt or wrong.
    fn met(
        &mut self,
        sight: &Sight,
        line: &DirectoryLine,
    ) -> Result<Option<(Option<OrganisationId>, ContactEntry)>, Problem> {
        let Some(entry) = &line.contact else {
            return Ok(None);
        };
        let firm = match self.firms.get(&key(&line.organisation.name)) {
            Some(Firm::There(id)) => Some(*id),
            Some(Firm::New) => None,
            Some(Firm::Out) | None => {
                self.doubt(line, "said-doubt-its-client", &line.organisation.name);
                return Ok(None);
            }
        };
        let mut entry = entry.clone();
        entry.left = line.left.map(|day| end_of(self.zone, day));
        let found = sight.contact_like(firm, &entry);
        match found.map_err(|refusal| self.place.refused(&refusal))? {
            FoundLike::Same(_) => self.counts.same += 1,
            FoundLike::Doubt(id, name) => {
                self.doubt(line, "said-doubt-contact", &format!("{id} {name}"));
            }
            FoundLike::New => match (entry.fault(), self.twice(line, &entry)) {
                (Some(refusal), _) => self.wrong(line, &refusal),
                (None, Some(before)) => {
                    self.doubt(line, "said-doubt-twice", &before.to_string());
                }
                (None, None) => return Ok(Some((firm, entry))),
            },
        }
        Ok(None)
    }

    /// Which line of the file has the same contact already.
    fn twice(&mut self, line: &DirectoryLine, entry: &ContactEntry) -> Option<usize> {
        let firm = key(&line.organisation.name);
        let emails = entry.also.iter().chain([&entry.email]);
        let mut keys: Vec<String> = emails
            .filter(|email| !email.is_empty())
            .map(|email| email.to_lowercase())
            .collect();
        let name = if entry.name.is_empty() {
            &entry.phone
        } else {
            &entry.name
        };
        if !entry.name.is_empty() || keys.is_empty() {
            keys.push(format!("{firm}\n{}", key(name)));
        }
        let before = keys.iter().find_map(|one| self.met.get(one)).copied();
        if before.is_none() {
            self.met.extend(keys.into_iter().map(|one| (one, line.at)));
        }
        before
    }

    /// Makes them the ones to ask for first, where nobody is.
    async fn ask_first(&self, all: Vec<(OrganisationId, ContactId)>) -> Result<(), Problem> {
        let mut mains: BTreeMap<OrganisationId, ContactId> = BTreeMap::new();
        for (id, contact) in all {
            mains.entry(id).or_insert(contact);
        }
        let (sight, mut wave) = (self.sight()?, Wave::new(self.place));
        for (id, contact) in mains {
            let profile = sight.organisation_profile(id);
            let (seq, mut profile) = profile.map_err(|refusal| self.place.refused(&refusal))?;
            if profile.main_contact.is_some() {
                continue;
            }
            profile.main_contact = Some(contact);
            let command = Command::Directory(DirectoryCommand::ChangeOrganisation {
                organisation: id,
                profile: Box::new(profile),
            });
            wave.send((), command.upon(seq)).await?;
        }
        for (_, answer) in wave.end().await? {
            answer.map_err(|refusal| self.place.refused(&refusal))?;
        }
        Ok(())
    }

    fn doubt(&mut self, line: &DirectoryLine, id: &'static str, of: &str) {
        let name = line.contact.as_ref().map_or("", |entry| &entry.name);
        let name = format!("{} {name}", line.organisation.name);
        let values = [
            ("line", line.at.into()),
            ("name", name.trim().to_owned().into()),
            ("of", of.to_owned().into()),
        ];
        let said = self.place.says(id, &values);
        self.reasons.entry(line.at).or_default().push(said.clone());
        self.counts.doubts.push(said);
    }

    fn wrong(&mut self, line: &DirectoryLine, refusal: &Refusal) {
        let why = self.place.refused(refusal);
        let values = [("line", line.at.into()), ("why", why.to_string().into())];
        let said = self.place.says("said-wrong-line", &values);
        self.unread(line.at, said);
    }
}

fn key(name: &str) -> String {
    fold::fold(name.trim())
}

/// The last second of a day, by the house's clock.
fn end_of(zone: Tz, day: NaiveDate) -> Millis {
    let last = NaiveTime::from_hms_opt(23, 59, 59).unwrap_or_default();
    let at = day.and_time(last).and_local_timezone(zone).latest();
    at.map_or(0, |at| at.timestamp_millis())
}
