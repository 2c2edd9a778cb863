//! Refusals in words, and what somebody lacks (BRD-3).

use super::Teller;
use crate::domain::Refusal;
use crate::domain::facilitator::Belt;
use crate::domain::opportunity::eligibility::Lack;
use crate::domain::refusal::Fact;
use crate::text::sanitise::clean_line;
use crate::ui::kit::binding::Reason;
use crate::ui::kit::texts::Arg;

impl Teller<'_> {
    /// Why something is not done, and what would make it pass.
    pub fn refusal(&self, refusal: &Refusal) -> String {
        self.why(refusal).text(self.texts)
    }

    /// The same as a text with its values, to be put in words where somebody asks for it.
    pub fn why(&self, refusal: &Refusal) -> Reason {
        let facts = refusal.facts().into_iter().map(|(name, fact)| {
            let arg = match fact {
                Fact::Word(word) => Arg::Text(clean_line(&word).into_owned()),
                Fact::Text(id) => Arg::Text(self.texts.get(&id).into_owned()),
                Fact::About(id, of) => Arg::Text(self.texts.with(&id, &[("of", of.into())])),
                Fact::Number(n) => Arg::from(n),
                Fact::Time(at) => Arg::Text(self.brief(at)),
                Fact::Until(at) => Arg::Text(self.when(at)),
                Fact::Lacks(lacks) => Arg::Text(self.lacks(&lacks)),
                Fact::Texts(ids) => {
                    let words = ids.iter().map(|id| self.texts.get(id).into_owned());
                    Arg::Text(words.collect::<Vec<_>>().join(", "))
                }
            };
            (name, arg)
        });
        Reason {
            id: format!("refusal-{}", refusal.key()).into(),
            args: facts.collect(),
        }
    }

    /// What somebody lacks, as one sentence part after the other.
    pub fn lacks(&self, lacks: &[Lack]) -> String {
        let words: Vec<String> = lacks.iter().map(|lack| self.lack(lack)).collect();
        words.join("; ")
    }

    /// One thing that somebody lacks (BRD-3).
    pub fn lack(&self, lack: &Lack) -> String {
        let named = |prefix: &str, key: &str| self.named(prefix, key).into();
        match lack {
            Lack::NotAFacilitator => self.texts.get("lack-facilitator").into_owned(),
            Lack::Unpublished => self.texts.get("lack-unpublished").into_owned(),
            Lack::Level {
                work,
                audience,
                role,
                needs,
                has,
            } => self.texts.with(
                "lack-level",
                &[
                    ("work", named("work", work.key())),
                    ("audience", named("audience", audience.key())),
                    ("role", named("mission-role", role.key())),
                    ("needs", named("belt", needs.key())),
                    ("has", named("belt", has.map_or("no", Belt::key))),
                ],
            ),
            Lack::Speaks(language) => {
                let language = self.language(*language).into();
                self.texts.with("lack-language", &[("language", language)])
            }
            Lack::Compliance(one) => {
                let what = named("compliance", one.key());
                self.texts.with("lack-compliance", &[("what", what)])
            }
        }
    }
}
