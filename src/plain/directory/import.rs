//! `directory import`: a file of clients and contacts, counted first, then taken in. What is there already stays as it is;
//! what is in doubt is named and left out: nothing is overwritten in silence.

use std::collections::BTreeMap;
use std::path::PathBuf;

use chrono::{NaiveDate, NaiveTime};
use chrono_tz::Tz;

use crate::assets::{DirectoryLine, directory_from};
use crate::desk::views::{FoundLike, Sight};
use crate::domain::organisation::command::DirectoryCommand;
use crate::domain::{Command, ContactId, Millis, OrganisationId, Refusal};
use crate::plain::input::{is_piped, text_of};
use crate::plain::problem::DATA;
use crate::plain::registry::{InWords, Needs};
use crate::plain::{Out, Place, Problem};
use crate::text::fold;

/// The largest file, in bytes.
const MOST: u64 = 128 * 1024 * 1024;
/// How many doubtful or wrong rows are named one by one.
const NAMED: usize = 200;

/// Count what a CSV file has of clients and contacts, or take it in
#[derive(Clone, Debug, clap::Args, serde::Serialize, serde::Deserialize)]
pub struct Import {
    /// A CSV file with the names of its columns on top; - reads what is piped in
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// Take in what is new [default: only count]
    #[arg(long)]
    apply: bool,
}

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
struct Intake<'a> {
    place: &'a Place,
    zone: Tz,
    apply: bool,
    counts: Counts,
    /// The organisations of the file by folded name: what became of each.
    firms: BTreeMap<String, Firm>,
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

impl InWords for Import {
    const NEEDS: Needs = super::KEEP;

    fn reads(&self) -> bool {
        is_piped(&self.file)
    }

    async fn run(&self, place: &Place, out: &mut Out) -> Result<(), Problem> {
        let (me, now) = (place.me()?, place.desk.now());
        let allowed = place.desk.sight(me).may_read_directory();
        allowed.map_err(|refusal| place.refused(&refusal))?;
        let text = text_of(place, &self.file, MOST, out).await?;
        let (lines, wrong) = directory_from(&text)
            .map_err(|heads| Problem::say(DATA, "plain-no-columns", [("text", heads)]))?;
        let zone = place.desk.published().me(me, now);
        let mut intake = Intake {
            place,
            zone: zone.map_or(chrono_tz::UTC, |me| me.zone),
            apply: self.apply,
            counts: Counts::default(),
            firms: BTreeMap::new(),
        };
        for cell in wrong {
            let column = cell.column.into();
            let (line, text) = (cell.line.into(), cell.text.into());
            let values = [("line", line), ("column", column), ("text", text)];
            intake
                .counts
                .wrong
                .push(place.says("said-wrong-cell", &values));
        }
        intake.organisations(&lines).await?;
        intake.contacts(&lines).await?;
        intake.tell(out).await;
        Ok(())
    }
}

impl Intake<'_> {
    fn sight(&self) -> Result<Sight, Problem> {
        Ok(self.place.desk.sight(self.place.me()?))
    }

    /// Takes in the organisations: what others are branches of first.
    async fn organisations(&mut self, lines: &[DirectoryLine]) -> Result<(), Problem> {
        let mut first: BTreeMap<String, &DirectoryLine> = BTreeMap::new();
        for line in lines {
            first.entry(key(&line.organisation.name)).or_insert(line);
        }
        let mut waiting: Vec<&DirectoryLine> = first.values().copied().collect();
        waiting.sort_by_key(|line| line.at);
        loop {
            let before = waiting.len();
            let mut later = Vec::new();
            for line in waiting {
                let parent = key(&line.parent);
                let up = first.contains_key(&parent) && !self.firms.contains_key(&parent);
                match up {
                    true => later.push(line),
                    false => self.organisation(line).await?,
                }
            }
            waiting = later;
            if waiting.is_empty() || waiting.len() == before {
                break;
            }
        }
        for line in waiting {
            self.doubt(line, "said-doubt-parent", &line.parent);
            self.firms.insert(key(&line.organisation.name), Firm::Out);
        }
        Ok(())
    }

    async fn organisation(&mut self, line: &DirectoryLine) -> Result<(), Problem> {
        let sight = self.sight()?;
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
            FoundLike::New => self.enter(&sight, line).await?,
        };
        self.firms.insert(key(&line.organisation.name), firm);
        Ok(())
    }

    /// Enters an organisation, or counts it.
    async fn enter(&mut self, sight: &Sight, line: &DirectoryLine) -> Result<Firm, Problem> {
        let mut profile = line.organisation.clone();
        if let Some(refusal) = profile.fault() {
            self.wrong(line, &refusal);
            return Ok(Firm::Out);
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
                        return Ok(Firm::Out);
                    }
                },
            }
        }
        self.counts.new += 1;
        if !self.apply {
            return Ok(Firm::New);
        }
        let command = Command::Directory(DirectoryCommand::AddOrganisation {
            profile: Box::new(profile),
            relation_until: line.relation.map(|day| end_of(self.zone, day)),
        });
        self.place.submit(command).await?;
        let id = self.sight()?.organisation_by_name(&line.organisation.name);
        Ok(id.map_or(Firm::Out, Firm::There))
    }

    async fn contacts(&mut self, lines: &[DirectoryLine]) -> Result<(), Problem> {
        for line in lines {
            let Some(entry) = &line.contact else { continue };
            let firm = self.firms.get(&key(&line.organisation.name)).copied();
            let firm = match firm {
                Some(Firm::There(id)) => Some(id),
                Some(Firm::New) => None,
                Some(Firm::Out) | None => {
                    self.doubt(line, "said-doubt-its-client", &line.organisation.name);
                    continue;
                }
            };
            let mut entry = entry.clone();
            entry.left = line.left.map(|day| end_of(self.zone, day));
            let found = self.sight()?.contact_like(firm, &entry);
            match found.map_err(|refusal| self.place.refused(&refusal))? {
                FoundLike::Same(_) => self.counts.same += 1,
                FoundLike::Doubt(id, name) => {
                    self.doubt(line, "said-doubt-contact", &format!("{id} {name}"));
                }
                FoundLike::New => match entry.fault() {
                    Some(refusal) => self.wrong(line, &refusal),
                    None => self.meet(line, firm, entry).await?,
                },
            }
        }
        Ok(())
    }

    /// Enters a contact, or counts them.
    async fn meet(
        &mut self,
        line: &DirectoryLine,
        firm: Option<OrganisationId>,
        entry: crate::domain::organisation::contact::ContactEntry,
    ) -> Result<(), Problem> {
        self.counts.new += 1;
        let Some(organisation) = firm.filter(|_| self.apply) else {
            return Ok(());
        };
        let next = self.sight()?.next_contact();
        let command = Command::Directory(DirectoryCommand::AddContact {
            organisation,
            entry: Box::new(entry),
        });
        self.place.submit(command).await?;
        if line.main {
            self.ask_first(organisation, next).await?;
        }
        Ok(())
    }

    /// Makes somebody the one to ask for first, where nobody is.
    async fn ask_first(&self, id: OrganisationId, contact: ContactId) -> Result<(), Problem> {
        let page = self.sight()?.organisation_profile(id);
        let (seq, mut profile) = page.map_err(|refusal| self.place.refused(&refusal))?;
        if profile.main_contact.is_some() {
            return Ok(());
        }
        profile.main_contact = Some(contact);
        let command = Command::Directory(DirectoryCommand::ChangeOrganisation {
            organisation: id,
            profile: Box::new(profile),
        });
        self.place.submit(command.upon(seq)).await.map(drop)
    }

    fn doubt(&mut self, line: &DirectoryLine, id: &'static str, of: &str) {
        let name = line.contact.as_ref().map_or("", |entry| &entry.name);
        let values = [
            ("line", line.at.into()),
            (
                "name",
                format!("{} {name}", line.organisation.name)
                    .trim()
                    .to_owned()
                    .into(),
            ),
            ("of", of.to_owned().into()),
        ];
        self.counts.doubts.push(self.place.says(id, &values));
    }

    fn wrong(&mut self, line: &DirectoryLine, refusal: &Refusal) {
        let why = self.place.refused(refusal);
        let values = [("line", line.at.into()), ("why", why.to_string().into())];
        self.counts
            .wrong
            .push(self.place.says("said-wrong-line", &values));
    }

    async fn tell(&self, out: &mut Out) {
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
        out.line(&self.place.says(id, &values)).await;
        for line in counts.doubts.iter().chain(&counts.wrong).take(NAMED) {
            out.line(line).await;
        }
        out.limited(self.place, NAMED, counts.doubts.len() + counts.wrong.len())
            .await;
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
