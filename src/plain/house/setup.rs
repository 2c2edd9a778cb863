//! `setup`: the three questions of an empty store, answered on the command line.

use crate::assets;
use crate::domain::command::Unread;
use crate::domain::house::House;
use crate::domain::house::command::HouseCommand;
use crate::domain::house::refusal::HouseRefusal;
use crate::domain::lists::ListName;
use crate::domain::lists::command::ListsCommand;
use crate::domain::lists::draft::ListDraft;
use crate::domain::person::{NewPerson, Role};
use crate::domain::terms::Terms;
use crate::domain::{Command, Refusal};
use crate::plain::problem::USAGE;
use crate::plain::registry::{InWords, Needs};
use crate::plain::{Asker, Out, Place, Problem, who};

/// Set up your organisation in an empty data folder, without questions
#[derive(Clone, Debug, clap::Args, serde::Serialize, serde::Deserialize)]
pub struct Setup {
    /// Your name
    #[arg(long)]
    name: String,
    /// Your organisation's name
    #[arg(long)]
    house: String,
    /// Its home country, by code or name
    #[arg(long)]
    country: String,
    /// An email domain of your organisation, for telling colleagues from clients; can be given several times
    #[arg(long = "domain", value_name = "DOMAIN")]
    domains: Vec<String>,
    /// The lists to start from: workshops, translators, insurance or empty [default: workshops]
    #[arg(long, value_name = "EXAMPLE")]
    lists: Option<String>,
}

impl InWords for Setup {
    const NEEDS: Needs = Needs::Nobody;

    /// Sets the house up; its first person is who asks, and is remembered.
    async fn run(&self, place: &Place, out: &mut Out) -> Result<(), Problem> {
        let Asker::Local { user, .. } = &place.asker else {
            return Err(place.refused(&Refusal::House(HouseRefusal::AlreadySetUp)));
        };
        let lists = self.lists.as_deref().map(drafts).transpose()?;
        let mine = (&*self.name, &*self.house, &*self.country);
        let command = command(mine, &self.domains, lists.as_deref())?;
        place.submit_as(None, command).await?;
        if let Some(first) = place.desk.published().staff().first() {
            let name = &first.name;
            if let Some(lists) = lists {
                let lists = Command::Lists(ListsCommand::Change(lists)).over(Unread::First);
                place.submit_as(Some(first.id), lists).await?;
            }
            who::remember(place.desk.folder(), user, first.id)
                .map_err(|error| Problem::say(1, "plain-not-remembered", []).because(error))?;
            let values = [
                ("of", self.house.as_str().into()),
                ("name", name.to_string().into()),
            ];
            out.line(&place.says("said-set-up", &values)).await;
        }
        Ok(())
    }
}

/// Returns the lists of an example.
///
/// # Errors
/// An example that there is not.
fn drafts(name: &str) -> Result<Vec<ListDraft>, Problem> {
    let drafts = assets::list_example(name).ok_or_else(|| {
        let known = assets::list_examples().collect::<Vec<_>>().join(", ");
        let values = [("text", name.to_owned()), ("known", known)];
        Problem::say(USAGE, "plain-none-of-them", values)
    })?;
    Ok(drafts?)
}

/// Takes out of `terms` what `drafts` do not have.
fn fitted(mut terms: Terms, drafts: &[ListDraft]) -> Terms {
    let is_there = |list: ListName, key: &str| {
        let mut drafts = drafts.iter().filter(|draft| draft.list == list);
        drafts.any(|draft| draft.entries.iter().any(|entry| &*entry.key == key))
    };
    terms.needs.retain(|need| {
        is_there(ListName::Audience, &need.audience.key())
            && is_there(ListName::Level, &need.belt.key())
    });
    terms
        .compliance
        .retain(|one| is_there(ListName::Compliance, &one.key()));
    terms
}

/// Returns the command that sets a house up, with everything a new one starts with: the name of its first person, its own and
/// its country, which says what it charges in. What its terms need is taken from `lists`, as far as they have it.
///
/// # Errors
/// A country that is none.
pub fn command(
    (name, house, country): (&str, &str, &str),
    domains: &[String],
    lists: Option<&[ListDraft]>,
) -> Result<Command, Problem> {
    let home = assets::country(country)
        .ok_or_else(|| Problem::say(1, "plain-no-country", [("text", country.to_owned())]))?;
    let terms = Terms::charging(assets::currency_of(home));
    let terms = match lists {
        Some(lists) => fitted(terms, lists),
        None => terms,
    };
    let mut house = House::new(house, home, assets::calendar(home)?);
    house.domains = domains
        .iter()
        .map(|domain| domain.to_lowercase().into())
        .collect();
    let first = NewPerson {
        name: name.into(),
        email: "".into(),
        roles: vec![Role::RelationOfficer, Role::Manager, Role::Administrator],
    };
    Ok(Command::House(HouseCommand::SetUp {
        house: Box::new(house),
        terms: Box::new(terms),
        routing: Box::new(assets::routing()?),
        first,
    }))
}
