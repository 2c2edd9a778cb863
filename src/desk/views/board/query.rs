//! What the board shows: a scope, filters and words, as one line that can be typed, saved and shared:
//! `mine group:sub country:FR lang:fr work:training eligible climate lyon`.

use chrono::NaiveDate;

use crate::domain::Millis;
use crate::domain::house::{Country, Language};
use crate::domain::lists::{Entry, Lists};
use crate::domain::opportunity::rules::eligibility::is_eligible;
use crate::domain::opportunity::{Notice, Opportunity};
use crate::domain::request::Group;
use crate::domain::trade::{Audience, Work};
use crate::text::{fold, split};

use crate::desk::views::Strange;
use crate::domain::eyes::Eyes;

/// Which opportunities are looked at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Scope {
    /// Those that await offers, and what waits for oneself.
    #[default]
    Pending,
    /// Those one has a part in: posted, proposed for, opened, coordinated, asked for.
    Mine,
    /// One's favourites.
    Favourites,
    /// Everything one may see, the realised ones too.
    All,
}

impl Scope {
    /// All of them, in the order they are offered.
    pub const ALL: [Scope; 4] = [Scope::Pending, Scope::Mine, Scope::Favourites, Scope::All];

    /// The word that means it.
    pub fn word(self) -> &'static str {
        match self {
            Scope::Pending => "pending",
            Scope::Mine => "mine",
            Scope::Favourites => "favourites",
            Scope::All => "all",
        }
    }
}

/// The order of the board.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum BoardSort {
    /// What waits for oneself, then the newest; stale ones sink.
    #[default]
    Usual,
    /// By when they were posted, the newest first.
    Newest,
    /// By title.
    Title,
    /// By client, where one may know.
    Client,
    /// By place.
    Place,
    /// By when they begin.
    Begins,
    /// By how many take part.
    Size,
    /// By price: currency by currency.
    Price,
    /// By how many proposals there are.
    Offers,
    /// By until when proposals are taken.
    Deadline,
}

impl BoardSort {
    /// All of them.
    pub const ALL: [BoardSort; 10] = [
        BoardSort::Usual,
        BoardSort::Newest,
        BoardSort::Title,
        BoardSort::Client,
        BoardSort::Place,
        BoardSort::Begins,
        BoardSort::Size,
        BoardSort::Price,
        BoardSort::Offers,
        BoardSort::Deadline,
    ];

    /// The stable name, as in `sort:place`.
    pub fn key(self) -> &'static str {
        match self {
            BoardSort::Usual => "usual",
            BoardSort::Newest => "newest",
            BoardSort::Title => "title",
            BoardSort::Client => "client",
            BoardSort::Place => "place",
            BoardSort::Begins => "begins",
            BoardSort::Size => "size",
            BoardSort::Price => "price",
            BoardSort::Offers => "offers",
            BoardSort::Deadline => "deadline",
        }
    }

    /// The one of this name.
    pub fn named(key: &str) -> Option<BoardSort> {
        BoardSort::ALL.into_iter().find(|sort| sort.key() == key)
    }
}

/// What the board shows. Every filter that is there must hold, and so must every word.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BoardQuery {
    /// Which opportunities are looked at.
    pub scope: Scope,
    /// Only this group.
    pub group: Option<Group>,
    /// Only in this country.
    pub country: Option<Country>,
    /// Only in this language.
    pub language: Option<Language>,
    /// Only this kind of work, by its stable name.
    pub work: Option<Box<str>>,
    /// Only for this audience, by its stable name.
    pub audience: Option<Box<str>>,
    /// Only what asks for this skill, by its stable name or its pair of languages, like `fr>nl`.
    pub skill: Option<Box<str>>,
    /// Only at this stage, by its stable name.
    pub stage: Option<Box<str>>,
    /// Only what begins on this day or later, by the day it begins on if that is fixed.
    pub from: Option<NaiveDate>,
    /// Only what begins on this day or before.
    pub to: Option<NaiveDate>,
    /// Only online (`true`) or at a place.
    pub online: Option<bool>,
    /// Only what one may apply for.
    pub eligible: bool,
    /// Words, folded, that the title, the place, the dates, the id or the visible client must have.
    pub words: Vec<String>,
    /// Its order.
    pub sort: BoardSort,
    /// Whether that is the other way round: `sort:-place`.
    pub turned: bool,
}

impl BoardQuery {
    /// Reads a query. What is no filter is a word to look for; nothing is an error, since people type.
    pub fn parse(text: &str) -> BoardQuery {
        let mut query = BoardQuery::default();
        for word in &split::words(text) {
            if !query.take(word) {
                query.words.push(fold::fold(word));
            }
        }
        query
    }

    /// Returns the first word that is written as a filter and is none, in a house with these lists.
    pub fn strange(text: &str, lists: &Lists) -> Option<Strange> {
        split::words(text).iter().find_map(|word| {
            let (name, value) = word.split_once(':')?;
            let known = match name.to_lowercase().as_str() {
                "group" => "subcontracting, introduction".to_owned(),
                "country" => "FR, BE, …".to_owned(),
                "lang" | "language" => "fr, en, …".to_owned(),
                "work" => lists.keys::<Work>(),
                "audience" => lists.keys::<Audience>(),
                "skill" => lists.skills_to_type(),
                "from" | "to" => "2026-06-01, …".to_owned(),
                "online" => "yes, no".to_owned(),
                "sort" => BoardSort::ALL.map(BoardSort::key).join(", "),
                _ => return None,
            };
            let value = value.to_lowercase();
            let understood = match name.to_lowercase().as_str() {
                "work" => lists.parse::<Work>(&value).is_some(),
                "audience" => lists.parse::<Audience>(&value).is_some(),
                "skill" => !lists.skills_typed(&value).is_empty(),
                _ => BoardQuery::default().take(word),
            };
            (!understood).then(|| Strange::new(word, name, known))
        })
    }

    /// Takes a filter; false when it is none.
    fn take(&mut self, word: &str) -> bool {
        let lower = word.to_lowercase();
        if let Some(scope) = Scope::ALL.into_iter().find(|scope| scope.word() == lower) {
            self.scope = scope;
            return true;
        }
        if lower == "eligible" {
            self.eligible = true;
            return true;
        }
        let Some((name, value)) = lower.split_once(':') else {
            return false;
        };
        match name {
            "group" => set(&mut self.group, group(value)),
            "country" => set(&mut self.country, Country::parse(value)),
            "lang" | "language" => set(&mut self.language, Language::parse(value)),
            "work" => set(&mut self.work, Some(value.into())),
            "audience" => set(&mut self.audience, Some(value.into())),
            "skill" => set(&mut self.skill, Some(value.into())),
            "stage" => set(&mut self.stage, Some(value.into())),
            "from" => set(&mut self.from, value.parse().ok()),
            "to" => set(&mut self.to, value.parse().ok()),
            "online" => set(&mut self.online, yes_or_no(value)),
            "sort" => self.take_sort(value),
            _ => false,
        }
    }

    fn take_sort(&mut self, value: &str) -> bool {
        let turned = value.strip_prefix('-');
        let sort = BoardSort::named(turned.unwrap_or(value));
        if let Some(sort) = sort {
            (self.sort, self.turned) = (sort, turned.is_some());
        }
        sort.is_some()
    }

    /// Whether it asks for anything beyond its scope and its order.
    pub fn is_filtered(&self) -> bool {
        let bare = BoardQuery {
            scope: self.scope,
            sort: self.sort,
            turned: self.turned,
            ..BoardQuery::default()
        };
        *self != bare
    }

    /// The query as a line, its filters in a fixed order.
    pub fn line(&self) -> String {
        let mut parts: Vec<String> = Vec::new();
        if self.scope != Scope::default() {
            parts.push(self.scope.word().into());
        }
        let mut filter = |name: &str, value: Option<&str>| {
            parts.extend(value.map(|value| format!("{name}:{value}")));
        };
        filter(
            "group",
            self.group.map(|group| match group {
                Group::Subcontracting => "sub",
                Group::ClientIntroduction => "intro",
            }),
        );
        filter("country", self.country.as_ref().map(Country::code));
        filter("lang", self.language.as_ref().map(Language::code));
        filter("work", self.work.as_deref());
        filter("audience", self.audience.as_deref());
        filter("skill", self.skill.as_deref());
        filter("stage", self.stage.as_deref());
        let day = |day: Option<NaiveDate>| day.map(|day| day.to_string());
        let (from, to) = (day(self.from), day(self.to));
        filter("from", from.as_deref());
        filter("to", to.as_deref());
        filter(
            "online",
            self.online.map(|yes| if yes { "yes" } else { "no" }),
        );
        if self.eligible {
            parts.push("eligible".into());
        }
        if (self.sort, self.turned) != <(BoardSort, bool)>::default() {
            let turned = if self.turned { "-" } else { "" };
            parts.push(format!("sort:{turned}{}", self.sort.key()));
        }
        parts.extend(self.words.iter().map(|word| split::quoted(word)));
        parts.join(" ")
    }

    /// Whether an opportunity that these eyes see is shown at `now`.
    pub(super) fn shows(&self, eyes: &Eyes<'_>, opportunity: &Opportunity, now: Millis) -> bool {
        let notice = &opportunity.notice;
        self.in_scope(eyes, opportunity)
            && self.group.is_none_or(|group| group == opportunity.group)
            && self
                .country
                .is_none_or(|country| notice.country == Some(country))
            && self
                .language
                .is_none_or(|language| notice.language == language)
            && is_named(eyes, self.work.as_deref(), notice.work)
            && is_named(eyes, self.audience.as_deref(), notice.audience)
            && self.asks_skill(eyes, notice)
            && self.online.is_none_or(|online| notice.online == online)
            && self.within_days(eyes, notice.starts)
            && self
                .stage
                .as_deref()
                .is_none_or(|stage| opportunity.stage.key() == stage)
            && (!self.eligible
                || opportunity.takes_proposals(now) && is_eligible(eyes.state, eyes.id(), notice))
            && self
                .words
                .iter()
                .all(|word| has_word(eyes, opportunity, word))
    }

    /// Whether the skill that is named is asked for, if one is.
    fn asks_skill(&self, eyes: &Eyes<'_>, notice: &Notice) -> bool {
        self.skill.as_deref().is_none_or(|word| {
            let meant = eyes.state.lists().skills_typed(word);
            notice.skills.iter().any(|skill| meant.contains(skill))
        })
    }

    /// Whether it begins within the days that are asked for; what has no fixed day does not, once one is.
    fn within_days(&self, eyes: &Eyes<'_>, starts: Option<Millis>) -> bool {
        if self.from.is_none() && self.to.is_none() {
            return true;
        }
        let day = starts.and_then(|at| eyes.state.house().map(|house| house.local(at).date()));
        day.is_some_and(|day| {
            self.from.is_none_or(|from| from <= day) && self.to.is_none_or(|to| day <= to)
        })
    }

    /// Whether it is one of those that are looked at.
    pub(super) fn in_scope(&self, eyes: &Eyes<'_>, opportunity: &Opportunity) -> bool {
        match self.scope {
            // What waits for oneself stays in sight until it is done.
            Scope::Pending => opportunity.stage.is_pending() || eyes.is_awaited(opportunity.id),
            Scope::All => true,
            Scope::Favourites => eyes.state.board().is_favourite(eyes.id(), opportunity.id),
            Scope::Mine => {
                opportunity.posted_by == Some(eyes.id())
                    || eyes.is_client(opportunity)
                    || eyes.is_in_charge(opportunity)
                    || eyes.has_part(opportunity)
            }
        }
    }
}

/// Whether an entry is the one that is asked for by its stable name, if one is.
fn is_named<T: Entry>(eyes: &Eyes<'_>, asked: Option<&str>, entry: T) -> bool {
    let lists = eyes.state.lists();
    asked.is_none_or(|key| lists.parse(key) == Some(entry))
}

fn set<T>(place: &mut Option<T>, value: Option<T>) -> bool {
    let there = value.is_some();
    if there {
        *place = value;
    }
    there
}

fn group(word: &str) -> Option<Group> {
    match word {
        "sub" | "subcontracting" | "st" => Some(Group::Subcontracting),
        "intro" | "introduction" | "aa" => Some(Group::ClientIntroduction),
        _ => None,
    }
}

fn yes_or_no(word: &str) -> Option<bool> {
    match word {
        "yes" | "oui" => Some(true),
        "no" | "non" => Some(false),
        _ => None,
    }
}

/// Whether what these eyes see of it has a word in it.
fn has_word(eyes: &Eyes<'_>, opportunity: &Opportunity, word: &str) -> bool {
    let notice = &opportunity.notice;
    let texts = [&*notice.title, &*notice.place, &*notice.dates];
    let organisation = || {
        let known = eyes.state.organisation(opportunity.organisation);
        known.filter(|_| eyes.see_client(opportunity))
    };
    texts.iter().any(|text| fold::contains_folded(text, word))
        || opportunity.id.to_string().to_lowercase() == word
        || organisation().is_some_and(|o| fold::contains_folded(&o.profile.name, word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn brd_1_a_query_is_read_and_written_alike_whatever_is_typed() {
        let lines = [
            "",
            "mine",
            "all group:sub country:FR lang:fr work:training",
            "favourites from:2027-03-01 to:2027-03-31 online:yes eligible climat",
            "audience:company stage:delivered lyon",
            "mine sort:place",
            "all skill:fr>nl",
            "mine \"deux mots\"",
            "sort:-newest climat",
        ];
        for line in lines {
            assert_eq!(BoardQuery::parse(line).line(), line);
        }
        // What is no filter is a word to look for: nobody is told off while they type.
        let odd = BoardQuery::parse("from:never country:XYZ group:nobody ÉTÉ");
        assert_eq!(odd.words.len(), 4);
        assert!(odd.from.is_none() && odd.country.is_none() && odd.group.is_none());
        assert!(odd.is_filtered() && !BoardQuery::parse("mine").is_filtered());
    }
}
