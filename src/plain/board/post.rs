//! `post R-…`: a request posted on the board, with a look at what a facilitator will see.

use super::{FormulaName, amount, submit, tell, understood, when};
use crate::assets;
use crate::desk::views::Posting;
use crate::domain::RequestId;
use crate::domain::lists::{Entry, Lists};
use crate::domain::opportunity::command::Description;
use crate::domain::opportunity::{BoardCommand, Notice, Payer};
use crate::domain::person::Permission;
use crate::domain::trade::Skill;
use crate::plain::input::given_or_piped;
use crate::plain::registry::{InWords, Needs};
use crate::plain::words::Words;
use crate::plain::{Out, Place, Problem};

/// A description longer than this is not even read.
const MOST: u64 = 512 * 1024;

/// Post a request on the board: options complete what the request says; the description is piped in, or given with
/// --text
#[derive(Clone, Debug, clap::Args, serde::Serialize, serde::Deserialize)]
pub struct Post {
    /// The request, like R-1042
    #[arg(value_name = "R-NUMBER")]
    request: RequestId,
    /// The title, in a line that names no client [default: the subject without the client's part]
    #[arg(long)]
    title: Option<String>,
    /// The kind of work, by its key in `lists`, like workshop
    #[arg(long)]
    work: Option<String>,
    /// The audience, by its key in `lists`, like company
    #[arg(long)]
    audience: Option<String>,
    /// A skill that is needed, by its key in `lists` or its languages, like fr>nl; can be given several times
    #[arg(long = "skill", value_name = "SKILL")]
    skills: Vec<String>,
    /// The language of the work, like fr
    #[arg(long, value_name = "CODE")]
    language: Option<String>,
    /// The country, like FR
    #[arg(long, value_name = "CODE")]
    country: Option<String>,
    /// The town or the venue
    #[arg(long)]
    place: Option<String>,
    /// Held online rather than at a place
    #[arg(long)]
    online: bool,
    /// The dates as the client put them
    #[arg(long)]
    dates: Option<String>,
    /// The number of participants
    #[arg(long, value_name = "N")]
    participants: Option<u32>,
    /// The number of sessions ordered
    #[arg(long, default_value_t = 1, value_name = "N")]
    sessions: u16,
    /// The deadline for proposals, as people write dates
    #[arg(long, value_name = "DATE")]
    until: Option<String>,
    /// Under Subcontracting, the pay for facilitation; else, the budget of the client
    #[arg(long)]
    amount: Option<String>,
    /// The formula expected of a client introduction [default: the client chooses]
    #[arg(long)]
    formula: Option<FormulaName>,
    /// The reason why the provider pays the commission [default: the client pays it]
    #[arg(long, value_name = "REASON")]
    provider_pays: Option<String>,
    /// Urgent: the client can be contacted directly at once
    #[arg(long)]
    urgent: bool,
    /// The description [default: what is piped in]
    #[arg(long)]
    text: Option<String>,
    /// Print what a facilitator would see, and post nothing
    #[arg(long)]
    preview: bool,
}

impl InWords for Post {
    const NEEDS: Needs = Needs::OneOf(&[Permission::PostOpportunities]);

    fn reads(&self) -> bool {
        self.text.is_none()
    }

    async fn run(&self, place: &Place, out: &mut Out) -> Result<(), Problem> {
        let (me, now) = (place.me()?, place.desk.now());
        let sight = place.desk.sight(me);
        let known = sight.posting(self.request, now);
        let mut posting = known.map_err(|refusal| place.refused(&refusal))?;
        fill(place, &mut posting.notice, self)?;
        let text = given_or_piped(place, self.text.as_deref(), MOST, out).await?;
        let description = Description {
            text: text.trim_end().into(),
            files: Vec::new(),
        };
        if self.preview {
            let preview = sight.preview(&posting, &description, now);
            let preview = preview.map_err(|refusal| place.refused(&refusal))?;
            let words = Words::new(place, me);
            tell::preview(&words, &preview).print(out).await;
            return Ok(());
        }
        let Posting {
            request,
            quotation,
            notice,
            ..
        } = posting;
        let said = notice.amount.filter(|_| self.amount.is_some());
        let command = BoardCommand::Post {
            request,
            quotation,
            notice: Box::new(notice),
            description,
        };
        submit(place, command, out).await?;
        understood(place, said, out).await
    }
}

/// The entry of a list that its stable name says; whether it can be chosen is the rules' to say.
pub(in crate::plain) fn entry<T: Entry>(lists: &Lists, text: &str) -> Result<T, Problem> {
    lists.parse(text).ok_or_else(|| {
        let values = [("text", text.to_owned()), ("known", lists.keys::<T>())];
        Problem::say(1, "plain-none-of-them", values)
    })
}

/// The skills that words name, each once.
fn skills(lists: &Lists, words: &[String]) -> Result<Vec<Skill>, Problem> {
    let mut all: Vec<Skill> = Vec::new();
    for word in words {
        let found = lists.skills_typed(word);
        let one = match found.as_slice() {
            [one] => *one,
            // Of several for one pair the stable name says which.
            _ => entry(lists, word)?,
        };
        if !all.contains(&one) {
            all.push(one);
        }
    }
    Ok(all)
}

/// What was said on the command line goes over what the house knows.
fn fill(place: &Place, notice: &mut Notice, asked: &Post) -> Result<(), Problem> {
    let unknown = |what: &str, text: &str| {
        let values = [("arg", what.to_owned()), ("value", text.to_owned())];
        Problem::say(1, "misread-value", values)
    };
    let set = |field: &mut Box<str>, text: &Option<String>| {
        if let Some(text) = text {
            *field = text.as_str().into();
        }
    };
    set(&mut notice.title, &asked.title);
    set(&mut notice.place, &asked.place);
    set(&mut notice.dates, &asked.dates);
    let published = place.desk.published();
    let lists = published.lists();
    if let Some(text) = &asked.work {
        notice.work = entry(lists, text)?;
    }
    if let Some(text) = &asked.audience {
        notice.audience = entry(lists, text)?;
    }
    if !asked.skills.is_empty() {
        notice.skills = skills(lists, &asked.skills)?;
    }
    if let Some(text) = &asked.language {
        notice.language = assets::language(text).ok_or_else(|| unknown("--language", text))?;
    }
    if let Some(text) = &asked.country {
        let country = assets::country(text).ok_or_else(|| unknown("--country", text))?;
        notice.country = Some(country);
    }
    notice.online |= asked.online;
    notice.participants = asked.participants.or(notice.participants);
    notice.sessions = asked.sessions;
    if let Some(text) = &asked.until {
        notice.deadline = when(place, text)?;
    }
    if let Some(text) = &asked.amount {
        let currency = place.desk.sight(place.me()?).currency();
        notice.amount = Some(amount(place, "--amount", text, currency)?);
    }
    if let Some(formula) = asked.formula {
        notice.formula = Some(formula.into());
    }
    if let Some(reason) = &asked.provider_pays {
        notice.payer = Payer::Provider;
        notice.payer_reason = reason.as_str().into();
    }
    notice.urgent |= asked.urgent;
    Ok(())
}
