//! Numbers that say what they are: `R-1042` is a request, `Q-3` a quotation. A command that takes one takes no other,
//! and says which one it takes and what was given. Whether there is such a thing is the rules' to say.

mod named;

use std::ffi::OsStr;
use std::fmt;
use std::marker::PhantomData;

use clap::builder::{StringValueParser, TypedValueParser, ValueParserFactory};
use clap::{Arg, Command};

pub use named::{BackFrom, ContactNamed, Whom, WithFiles, proposal};

use crate::domain::ids::{EntryId, InvitationId, ProposalId};
use crate::domain::{ContactId, OpportunityId, OrganisationId, QuotationId, RequestId};
use crate::text::sanitise::clean_line;
use crate::ui::kit::texts::{Lang, Texts};

/// A kind of thing that has numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Numbered {
    /// A request.
    Request,
    /// A quotation.
    Quotation,
    /// An opportunity.
    Opportunity,
    /// A proposal.
    Proposal,
    /// A person.
    Person,
    /// A contact.
    Contact,
    /// An invitation.
    Invitation,
    /// An organisation.
    Organisation,
    /// A saved view.
    View,
    /// An entry of the books.
    Entry,
}

impl Numbered {
    const ALL: [Numbered; 10] = [
        Numbered::Request,
        Numbered::Quotation,
        Numbered::Opportunity,
        Numbered::Proposal,
        Numbered::Person,
        Numbered::Contact,
        Numbered::Invitation,
        Numbered::Organisation,
        Numbered::View,
        Numbered::Entry,
    ];

    /// The stable name that texts are found by, what its numbers begin with, and one of them.
    fn known_by(self) -> (&'static str, &'static str, &'static str) {
        match self {
            Numbered::Request => ("request", "R", "R-1042"),
            Numbered::Quotation => ("quotation", "Q", "Q-3"),
            Numbered::Opportunity => ("opportunity", "O", "O-12"),
            Numbered::Proposal => ("proposal", "PR", "PR-12"),
            Numbered::Person => ("person", "P", "P-4"),
            Numbered::Contact => ("contact", "K", "K-7"),
            Numbered::Invitation => ("invitation", "I", "I-2"),
            Numbered::Organisation => ("organisation", "C", "C-5"),
            Numbered::View => ("view", "V", "V-1"),
            Numbered::Entry => ("entry", "E", "E-7"),
        }
    }

    /// Returns what it is called.
    fn called(self, texts: &Texts) -> String {
        let (key, ..) = self.known_by();
        texts.get(&format!("number-{key}")).into_owned()
    }

    /// Returns what it is called and how it is written.
    fn like(self, texts: &Texts) -> String {
        let (.., like) = self.known_by();
        let id = match self {
            Numbered::Person => "number-like-person",
            Numbered::Contact => "number-like-contact",
            _ => "number-like",
        };
        let values = [("kind", self.called(texts).into()), ("like", like.into())];
        texts.with(id, &values)
    }
}

/// Returns the kind that a text is the number of, and the figure, where it says so itself.
fn said(text: &str) -> Option<(Numbered, u32)> {
    let (prefix, digits) = text.trim().split_once('-')?;
    let is = |kind: &Numbered| kind.known_by().1.eq_ignore_ascii_case(prefix);
    let kind = Numbered::ALL.into_iter().find(is)?;
    Some((kind, figure(digits)?))
}

/// Returns the figure of a number.
fn figure(digits: &str) -> Option<u32> {
    let digits = Some(digits).filter(|text| text.bytes().all(|byte| byte.is_ascii_digit()));
    digits?.parse().ok().filter(|figure| *figure > 0)
}

/// Reads the number of one of these kinds. A figure alone is one where a single kind can be meant.
fn one_of(text: &str, wanted: &'static [Numbered]) -> Result<(Numbered, u32), WrongNumber> {
    let wrong = |found| WrongNumber {
        command: String::new(),
        text: clean_line(text).into_owned(),
        found,
        wanted,
    };
    match (said(text), wanted) {
        (Some((kind, figure)), _) if wanted.contains(&kind) => Ok((kind, figure)),
        (Some((other, _)), _) => Err(wrong(Some(other))),
        (None, [only]) => match figure(text.trim()) {
            Some(figure) => Ok((*only, figure)),
            None => Err(wrong(None)),
        },
        (None, _) => Err(wrong(None)),
    }
}

/// What was typed is not a number of the kind that the command takes.
#[derive(Clone, Debug)]
pub struct WrongNumber {
    command: String,
    text: String,
    found: Option<Numbered>,
    wanted: &'static [Numbered],
}

impl WrongNumber {
    /// Returns what is wrong: what the number is, and which the command takes.
    pub fn say(&self, texts: &Texts) -> String {
        let mut wanted = self.wanted.iter().map(|kind| kind.like(texts));
        let first = wanted.next().unwrap_or_default();
        let wanted = wanted.fold(first, |one, other| {
            let values = [("one", one.into()), ("other", other.into())];
            texts.with("number-or", &values)
        });
        let kind = self.found.map(|kind| kind.called(texts));
        let id = match &kind {
            Some(_) => "number-other",
            None => "number-none",
        };
        let values = [
            ("text", self.text.as_str().into()),
            ("kind", kind.unwrap_or_default().into()),
            ("command", self.command.as_str().into()),
            ("wanted", wanted.into()),
        ];
        texts.with(id, &values)
    }
}

impl fmt::Display for WrongNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.say(&Texts::shared(Lang::En)))
    }
}

impl std::error::Error for WrongNumber {}

/// Something that is named by its number on the command line.
pub trait Number: Clone + Send + Sync + 'static {
    /// The kinds it can be.
    const KINDS: &'static [Numbered];

    /// Reads one of these kinds, or what else it may be.
    ///
    /// # Errors
    /// The number of another kind, or none.
    fn read(text: &str) -> Result<Self, WrongNumber>;
}

/// Reads what is named by its number, for the parser of the command line.
#[derive(Clone)]
pub struct Numbers<T>(PhantomData<fn() -> T>);

impl<T: Number> TypedValueParser for Numbers<T> {
    type Value = T;

    fn parse_ref(
        &self,
        command: &Command,
        arg: Option<&Arg>,
        value: &OsStr,
    ) -> Result<T, clap::Error> {
        let name = command.get_name().to_owned();
        let read = move |text: String| {
            T::read(&text).map_err(|wrong| WrongNumber {
                command: name.clone(),
                ..wrong
            })
        };
        let parser = StringValueParser::new().try_map(read);
        parser.parse_ref(command, arg, value)
    }
}

macro_rules! numbers {
    ($($id:ty),+) => { $(
        impl ValueParserFactory for $id {
            type Parser = Numbers<$id>;

            fn value_parser() -> Numbers<$id> {
                Numbers(PhantomData)
            }
        }
    )+ };
}

macro_rules! ids {
    ($($id:ident is $kind:ident),+ $(,)?) => { $(
        impl Number for $id {
            const KINDS: &'static [Numbered] = &[Numbered::$kind];

            fn read(text: &str) -> Result<$id, WrongNumber> {
                one_of(text, Self::KINDS).map(|(_, figure)| $id(figure))
            }
        }

        numbers!($id);
    )+ };
}

ids!(
    RequestId is Request,
    QuotationId is Quotation,
    OpportunityId is Opportunity,
    ProposalId is Proposal,
    InvitationId is Invitation,
    OrganisationId is Organisation,
    ContactId is Contact,
    EntryId is Entry,
);
numbers!(Whom, ContactNamed, WithFiles, BackFrom);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::PersonId;

    #[test]
    fn wks_5_a_number_says_what_it_is_and_is_taken_for_nothing_else() {
        assert_eq!(RequestId::read("r-1042").unwrap(), RequestId(1042));
        assert_eq!(ProposalId::read("Pr-7").unwrap(), ProposalId(7));
        assert_eq!(RequestId::read(" 7 ").unwrap(), RequestId(7));
        for wrong in ["", "R-0", "R-", "R--1", "R-99999999999", "seven", "+7"] {
            let told = RequestId::read(wrong).unwrap_err();
            assert_eq!(told.found, None, "{wrong}");
        }
        let told = OpportunityId::read("PR-12").unwrap_err();
        let told = WrongNumber {
            command: "confirm".into(),
            ..told
        };
        assert_eq!(
            told.to_string(),
            "PR-12 is a proposal; confirm takes an opportunity, like O-12."
        );
        let french = told.say(&Texts::new(Lang::Fr));
        assert!(
            french.contains("une proposition") && french.contains("O-12"),
            "{french}"
        );
    }

    #[test]
    fn wks_5_a_figure_alone_is_taken_only_where_one_kind_can_be_meant() {
        assert!(WithFiles::read("12").is_err());
        assert_eq!(
            WithFiles::read("pr-12").unwrap(),
            WithFiles::Proposal(ProposalId(12))
        );
        assert!(WithFiles::read("R-12").is_err());
    }

    #[test]
    fn ppl_1_a_person_is_named_by_name_or_number_and_by_no_other_number() {
        assert_eq!(Whom::read("p-4").unwrap().number(), Some(PersonId(4)));
        assert_eq!(Whom::read("Anne-Marie").unwrap().number(), None);
        assert_eq!(Whom::read("I-Ling").unwrap().number(), None);
        assert_eq!(
            Whom::read("R-3").unwrap_err().found,
            Some(Numbered::Request)
        );
        assert_eq!(ContactNamed::read("k-3").unwrap().text(), "K-3");
        assert!(ContactNamed::read("P-3").is_err());
    }
}
