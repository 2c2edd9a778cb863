//! The form of an entry: what it is called in each language, and of a new one its key and what it means.

use std::sync::Arc;

use super::ListsPane;
use super::naming::{contain, contents, key_of, language};
use crate::desk::views::ListId;
use crate::domain::house::Language;
use crate::domain::lists::Pair;
use crate::domain::lists::draft::EntryDraft;
use crate::domain::lists::edit::ListEdit;
use crate::domain::lists::shipped::Ending;
use crate::ui::frame::{ListPane, Question};
use crate::ui::kit::field::Field;
use crate::ui::kit::form::Form;
use crate::ui::kit::prompt::Check;

/// The names of the fields for names, one for each language.
const NAMES: [&str; EntryDraft::LANGUAGES_MOST] = [
    "name-1", "name-2", "name-3", "name-4", "name-5", "name-6", "name-7", "name-8", "name-9",
    "name-10", "name-11", "name-12", "name-13", "name-14", "name-15", "name-16", "name-17",
    "name-18", "name-19", "name-20",
];

/// The names of the fields for what it contains, one for each language.
const CONTENTS: [&str; EntryDraft::LANGUAGES_MOST] = [
    "in-1", "in-2", "in-3", "in-4", "in-5", "in-6", "in-7", "in-8", "in-9", "in-10", "in-11",
    "in-12", "in-13", "in-14", "in-15", "in-16", "in-17", "in-18", "in-19", "in-20",
];

impl ListsPane {
    /// The languages in which an entry can be named: those of the house, and others that it has a name in.
    fn languages_of(&self, entry: &EntryDraft) -> Vec<Language> {
        let mut all = self.languages.clone();
        for (one, _) in entry.names.iter().chain(&entry.contains) {
            if !all.contains(one) {
                all.push(*one);
            }
        }
        all
    }

    /// A field for what an entry is called in each language, then one for what it contains where that is said.
    fn word_fields(&self, list: ListId, entry: &EntryDraft, all: &[Language]) -> Vec<Field> {
        let texts = &self.frame.ctx.texts;
        let names = self.names(list);
        let words = self.with("list-until", &[("name", names.until(entry).into())]);
        let fields = NAMES.into_iter().zip(all).map(|(id, one)| {
            let now = names.called(entry, *one).unwrap_or_default();
            let check = self.length_check(EntryDraft::NAME_MOST);
            let field = Field::checked(id, language(texts, *one), &now, check);
            field.hint(if entry.key.is_empty() { "" } else { &words })
        });
        let mut fields: Vec<Field> = fields.collect();
        let more = list.has_contents().then(|| CONTENTS.into_iter().zip(all));
        fields.extend(more.into_iter().flatten().map(|(id, one)| {
            let now = contents(list, entry, *one).unwrap_or_default();
            let check = self.length_check(EntryDraft::CONTAINS_MOST);
            let said = [("language", language(texts, *one).into())];
            Field::checked(id, self.with("list-contains-in", &said), &now, check)
        }));
        fields
    }

    /// Refuses words that are too long.
    fn length_check(&self, most: usize) -> Check {
        let long = self.with("list-name-long", &[("most", most.into())]);
        Arc::new(move |text| match text.trim().chars().count() {
            n if n > most => Err(long.clone()),
            _ => Ok(String::new()),
        })
    }

    /// Renames the selected entry.
    pub(super) fn edit_form(&mut self) {
        let Some((list, key)) = self.selected() else {
            return;
        };
        let Some(entry) = self.edited.now(&key).cloned() else {
            return;
        };
        let languages = self.languages_of(&entry);
        let fields = self.word_fields(list, &entry, &languages);
        let named = self.names(list).name(&entry, &self.languages);
        let title = self.with("list-form-edit", &[("name", named.into())]);
        let kept = format!("{}-{key}", list.key());
        let question = Question::form(title, Form::new(fields), move |p: &mut ListsPane, form| {
            let Some(mut edit) = p.edit(list) else { return };
            let Some(entry) = edit.now(&key).cloned() else {
                return;
            };
            edit.put(p.filled_in(list, &entry, form, &languages));
            p.put(list, edit);
        });
        self.ask(question.kept(kept, "list-form-kept"));
    }

    /// Returns an entry with the words of a form.
    fn filled_in(
        &self,
        list: ListId,
        entry: &EntryDraft,
        form: &Form,
        languages: &[Language],
    ) -> EntryDraft {
        let names = words_in(form, &NAMES, languages);
        let mut entry = self.names(list).renamed(entry, names);
        if list.has_contents() {
            contain(list, &mut entry, words_in(form, &CONTENTS, languages));
        }
        entry
    }

    /// Asks for a new entry.
    pub(super) fn new_form(&mut self) {
        let Some(list) = self.open else { return };
        let languages = self.languages.clone();
        let mut fields = self.word_fields(list, &EntryDraft::default(), &languages);
        if let Some(first) = fields.first_mut() {
            // A pair of languages is a name by itself.
            first.required = !list.has_pair();
        }
        if list.has_pair() {
            let label = self.text("list-pair");
            let pair = Field::checked("pair", label, "", self.pair_check());
            fields.push(pair.hint(self.text("list-pair-hint")));
        }
        if list.has_meaning() {
            let meanings = Ending::ALL.map(|means| self.meaning(means));
            let label = self.text("list-means");
            fields.push(Field::one("means", label, meanings.into(), 0));
        }
        let key = Field::checked("key", self.text("list-key"), "", self.key_check(list));
        fields.push(key.hint(self.text("list-key-hint")));
        let title = self.with("list-form-new", &[("list", self.title(list).into())]);
        let kept = format!("{}-+", list.key());
        let question = Question::form(title, Form::new(fields), move |p: &mut ListsPane, form| {
            let Some(mut edit) = p.edit(list) else { return };
            let bare = new_entry(&edit, form);
            let entry = p.filled_in(list, &bare, form, &languages);
            if entry.pair.is_none() && entry.names.is_empty() {
                let words = p.text("list-name-needed");
                return p.frame.out.refuse(words);
            }
            let key = entry.key.clone();
            edit.add(entry);
            p.frame.browse.clear_filter();
            p.put(list, edit);
            p.go_to_entry(&key);
        });
        self.ask(question.kept(kept, "list-form-kept"));
    }

    /// What an entry means to the rules, in words.
    pub(super) fn meaning(&self, means: Ending) -> String {
        self.text(&format!("list-means-{}", means.key().replace('_', "-")))
    }

    /// Reads a pair of languages, and shows it back.
    fn pair_check(&self) -> Check {
        let wrong = self.text("list-pair-wrong");
        Arc::new(move |text| match pair_of(text) {
            Some(pair) => Ok(pair.name()),
            None if text.trim().is_empty() => Ok(String::new()),
            None => Err(wrong.clone()),
        })
    }

    /// Refuses a key that is none, or that an entry has.
    fn key_check(&self, list: ListId) -> Check {
        let most = [("most", EntryDraft::KEY_MOST.into())];
        let [wrong, taken] = [
            self.with("list-key-wrong", &most),
            self.text("list-key-taken"),
        ];
        let edit = self.edit(list).unwrap_or_default();
        Arc::new(move |text| {
            let letters = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
            let begins = text.starts_with(|c: char| c.is_ascii_lowercase());
            if text.is_empty() {
                Ok(String::new())
            } else if !begins || !text.chars().all(letters) || text.len() > EntryDraft::KEY_MOST {
                Err(wrong.clone())
            } else if is_taken(&edit, text) {
                Err(taken.clone())
            } else {
                Ok(String::new())
            }
        })
    }
}

/// Whether an entry has or had this key.
fn is_taken(edit: &ListEdit, key: &str) -> bool {
    edit.now(key).is_some() || edit.before(key).is_some()
}

/// What a form says in each language.
fn words_in<'a>(
    form: &'a Form,
    fields: &'a [&'static str],
    languages: &'a [Language],
) -> impl Iterator<Item = (Language, String)> + 'a {
    let fields = languages.iter().zip(fields);
    fields.map(|(language, id)| (*language, form.text(id).to_owned()))
}

/// Reads a pair of languages as it is typed: `fr>nl`.
fn pair_of(text: &str) -> Option<Pair> {
    let text = text.replace('→', ">");
    let (from, to) = text.split_once('>')?;
    let pair = Pair {
        from: crate::assets::language(from.trim())?,
        to: crate::assets::language(to.trim())?,
    };
    (pair.from != pair.to).then_some(pair)
}

/// The entry that a form asks for, without its words.
fn new_entry(edit: &ListEdit, form: &Form) -> EntryDraft {
    let pair = pair_of(form.text("pair"));
    let named = match (form.text(NAMES[0]).trim(), pair) {
        ("", Some(pair)) => pair.typed(),
        (name, _) => name.to_owned(),
    };
    let key = match form.text("key") {
        "" => key_of(&named, |key| is_taken(edit, key)),
        typed => typed.into(),
    };
    let means = form.chosen("means").and_then(|at| Ending::ALL.get(at));
    EntryDraft {
        key,
        means: means.copied(),
        pair,
        ..EntryDraft::default()
    }
}
