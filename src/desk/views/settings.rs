//! The settings of the house, for its staff, and what would follow from others before they are kept. Decides nothing.

use std::sync::Arc;

use imbl::OrdMap;

use super::Sight;
use super::look::{Look, Looker};
use crate::assets::settings::Config;
use crate::desk::Desk;
use crate::domain::eyes::Eyes;
use crate::domain::house::refusal::HouseRefusal;
use crate::domain::house::{Country, Logo};
use crate::domain::person::Permission;
use crate::domain::request::{Group, Request, RequestStage, Status};
use crate::domain::thing::{Thing, Touch};
use crate::domain::{Millis, PersonId, Refusal, RequestId, State};
use crate::journal::{BlobId, Fault, FaultKind};
use crate::text::sanitise::clean_line;

/// A due date that would move.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moves {
    /// Of which request.
    pub request: RequestId,
    /// What it is about.
    pub subject: String,
    /// When it is due.
    pub from: Option<Millis>,
    /// When it would be.
    pub to: Option<Millis>,
    /// Whether it would be late at once, and is not now.
    pub late: bool,
}

/// What would follow from other settings.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Foreseen {
    /// How many due dates would move.
    pub moved: usize,
    /// Of them, those that come sooner.
    pub sooner: usize,
    /// How many requests would be late at once, and are not now.
    pub late: usize,
    /// How many that are late would be no more.
    pub relieved: usize,
    /// How many could not be posted any more until they are validated.
    pub unvalidated: usize,
    /// The first that move; those that become late before the others.
    pub first: Vec<Moves>,
}

impl Foreseen {
    /// How many of those that move are named.
    pub const NAMED: usize = 20;

    /// Returns a look at what would follow from `config`, for who may read settings.
    pub fn look(config: Config) -> Look<Result<Foreseen, Refusal>> {
        Look::made(move |looker: &Looker| looker.sight().foresee(&config, looker.now()))
    }
}

impl Sight {
    /// Returns the settings, for staff and who keeps them.
    ///
    /// # Errors
    /// [`Refusal::NotPermitted`] for anybody else.
    pub fn settings(&self) -> Result<Config, Refusal> {
        let state = self.state();
        let eyes = Eyes::of(state, self.whose()).ok_or(Refusal::NobodyKnown)?;
        let keeps = eyes.person.may(Permission::ManageHouse);
        if !eyes.staff && !keeps {
            return Err(Refusal::NotPermitted(Permission::ManageHouse));
        }
        let house = state.house().ok_or(Refusal::NoSuchThing)?;
        Ok(Config {
            house: (**house).clone(),
            terms: (**state.terms()).clone(),
        })
    }

    /// Returns the logos on papers, by country, for who may read settings.
    ///
    /// # Errors
    /// As of [`Sight::settings`].
    pub fn logos(&self) -> Result<OrdMap<Country, Arc<Logo>>, Refusal> {
        self.settings()?;
        Ok(self.state().logos().clone())
    }

    /// Returns the last change of the settings, for who may read them.
    pub fn settings_touched(&self) -> Option<Touch> {
        self.settings().ok()?;
        let touched = [Thing::House, Thing::Terms].map(|thing| self.state().touched(thing));
        touched.into_iter().flatten().max_by_key(|touch| touch.seq)
    }

    /// Returns what would follow from other settings.
    ///
    /// # Errors
    /// They may not read settings.
    pub fn foresee(&self, config: &Config, now: Millis) -> Result<Foreseen, Refusal> {
        let before = self.settings()?;
        let mut foreseen = Foreseen::default();
        let state = self.state();
        let counts = !before.house.counts_as(&config.house);
        let tried = state.with_house(config.house.clone());
        for request in state.requests().iter().filter(|request| request.is_live()) {
            if counts {
                foreseen.count(state, &tried, request, now);
            }
            let was = validated_first(&before, request);
            let is = validated_first(config, request);
            let posted = state.board().open_of(request.id).is_some();
            foreseen.unvalidated += usize::from(is && !was && !posted);
        }
        foreseen
            .first
            .sort_by_key(|one| (!one.late, one.to, one.request));
        foreseen.first.truncate(Foreseen::NAMED);
        Ok(foreseen)
    }
}

impl Desk {
    /// Returns the file of the logo for a country, as it was given, for who may read settings. `Ok(Err(…))` is a refusal.
    ///
    /// # Errors
    /// It is lost or damaged.
    pub async fn logo_file(
        &self,
        me: PersonId,
        country: Country,
    ) -> Result<Result<Vec<u8>, Refusal>, Fault> {
        let logo = match self.sight(me).logos() {
            Ok(logos) => logos.get(&country).cloned(),
            Err(refusal) => return Ok(Err(refusal)),
        };
        let Some(logo) = logo else {
            return Ok(Err(HouseRefusal::NoLogo.into()));
        };
        let lost = || {
            let what = format!("the logo {} is lost", clean_line(&logo.name));
            Fault::new(FaultKind::Damaged, what, "set it again from its file")
        };
        let (store, file) = (self.store().clone(), BlobId(logo.file));
        let read = tokio::task::spawn_blocking(move || store.blobs().get(&file)).await;
        let bytes = read.map_err(|_| lost())??;
        Ok(Ok(bytes.ok_or_else(lost)?))
    }
}

/// Whether a request that is not validated cannot be posted by these settings.
fn validated_first(config: &Config, request: &Request) -> bool {
    let asked = config.house.validation;
    let asked = match request.group {
        Some(Group::Subcontracting) => asked.subcontracting,
        Some(Group::ClientIntroduction) => asked.introduction,
        None => false,
    };
    asked && request.stage != RequestStage::Validated
}

impl Foreseen {
    /// Counts what would become of a request.
    fn count(&mut self, state: &State, tried: &State, request: &Request, now: Millis) {
        let Some(step) = state.step_by(tried, request) else {
            return;
        };
        let (from, to) = (request.step.late_from(), step.late_from());
        if from == to {
            return;
        }
        self.moved += 1;
        self.sooner += usize::from(to < from);
        let open = request.status == Status::Open;
        let was = request.is_overdue(now);
        let is = open && step.is_overdue(now);
        self.late += usize::from(is && !was);
        self.relieved += usize::from(was && !is);
        let late = is && !was;
        // Room for those that are late, which are named first.
        if late || self.first.len() < Foreseen::NAMED {
            self.first.push(Moves {
                request: request.id,
                subject: clean_line(&request.subject).into_owned(),
                from,
                to,
                late,
            });
        }
        if self.first.len() > 8 * Foreseen::NAMED {
            self.first
                .sort_by_key(|one| (!one.late, one.to, one.request));
            self.first.truncate(Foreseen::NAMED);
        }
    }
}
