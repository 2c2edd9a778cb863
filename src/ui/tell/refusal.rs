//! Refusals in words, what somebody lacks (BRD-3), and what a house lacks.

use super::Teller;
use crate::desk::views::Missing;
use crate::domain::Refusal;
use crate::domain::opportunity::lack::Lack;
use crate::domain::why::{Fact, Sentence};
use crate::text::sanitise::clean_line;
use crate::ui::kit::binding::Reason;
use crate::ui::kit::texts::Arg;

impl Teller<'_> {
    /// Returns why something is not done, and what would make it pass.
    pub fn refusal(&self, refusal: &Refusal) -> String {
        self.why(refusal).text(self.texts)
    }

    /// Returns the same as a text with its values, to be put in words where somebody asks for it.
    pub fn why(&self, refusal: &Refusal) -> Reason {
        Reason {
            id: format!("refusal-{}", refusal.key()).into(),
            args: self.facts(refusal.facts()),
        }
    }

    fn facts(&self, facts: Vec<(&'static str, Fact)>) -> Vec<(&'static str, Arg)> {
        let facts = facts.into_iter();
        facts.map(|(name, fact)| (name, self.fact(fact))).collect()
    }

    fn fact(&self, fact: Fact) -> Arg {
        match fact {
            Fact::Word(word) => Arg::Text(clean_line(&word).into_owned()),
            Fact::Text(id) => Arg::Text(self.entry(&id)),
            Fact::About(id, of) => Arg::Text(self.texts.with(&id, &[("of", of.into())])),
            Fact::Number(n) => Arg::from(n),
            Fact::Time(at) => Arg::Text(self.brief(at)),
            Fact::Until(at) => Arg::Text(self.when(at)),
            Fact::Money(amount) => self.money(amount).into(),
            Fact::Language(language) => self.language(language).into(),
            Fact::Country(country) => self.country(country).into(),
            Fact::Texts(ids) => {
                let words = ids.iter().map(|id| self.texts.get(id).into_owned());
                Arg::Text(words.collect::<Vec<_>>().join(", "))
            }
            Fact::Sentences(parts) => {
                let words = parts.into_iter().map(|part| self.sentence(part));
                Arg::Text(self.formats.listed(&words.collect::<Vec<_>>()))
            }
        }
    }

    /// Returns what is missing, and what that keeps from working.
    pub fn missing(&self, missing: &Missing) -> String {
        self.sentence(missing.what.clone())
    }

    fn sentence(&self, part: Sentence) -> String {
        self.texts.with(part.id, &self.facts(part.facts))
    }

    /// Returns what somebody lacks, as one sentence part after the other.
    pub fn lacks(&self, lacks: &[Lack]) -> String {
        let words: Vec<String> = lacks.iter().map(|lack| self.lack(lack)).collect();
        self.formats.listed(&words)
    }

    /// Returns one thing that somebody lacks (BRD-3), in words.
    pub fn lack(&self, lack: &Lack) -> String {
        self.sentence(lack.sentence())
    }
}
