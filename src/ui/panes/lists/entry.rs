//! The form of an entry: what it is called in each language, and of a new one its key and what it means.

use std::sync::Arc;

use super::ListsPane;
use super::naming::{Names, key_of, language};
use crate::desk::views::ListId;
use crate::domain::house::Language;
use crate::domain::lists::draft::EntryDraft;
use crate::domain::lists::edit::ListEdit;
use crate::domain::lists::shipped::Ending;
use crate::ui::frame::{ListPane, Question};
use crate::ui::kit::field::Field;
use crate::ui::kit::form::Form;
use crate::ui::kit::prompt::Check;

/// The names of the fields, one for each language.
const NAMES: [&str; EntryDraft::LANGUAGES_MOST] = [
    "name-1", "name-2", "name-3", "name-4", "name-5", "name-6", "name-7", "name-8", "name-9",
    "name-10", "name-11", "name-12", "name-13", "name-14", "name-15", "name-16", "name-17",
    "name-18", "name-19", "name-20",
];

impl ListsPane {
    /// A field for what an entry is called in each language: those of the house, and others that it has a name in.
    fn name_fields(&self, list: ListId, entry: &EntryDraft) -> (Vec<Language>, Vec<Field>) {
        let others = entry.names.iter().map(|(language, _)| *language);
        let mut all = self.languages.clone();
        for one in others {
            if !all.contains(&one) {
                all.push(one);
            }
        }
        let texts = &self.frame.ctx.texts;
        let names = self.names(list);
        let fields = NAMES.into_iter().zip(&all).map(|(id, one)| {
            let now = names.called(entry, *one).unwrap_or_default();
            let label = language(texts, *one);
            Field::checked(id, label, &now, self.name_check())
        });
        let fields = fields.collect();
        (all, fields)
    }

    /// Refuses a name that is too long.
    fn name_check(&self) -> Check {
        let most = [("most", EntryDraft::NAME_MOST.into())];
        let long = self.with("list-name-long", &most);
        Arc::new(move |text| match text.trim().chars().count() {
            n if n > EntryDraft::NAME_MOST => Err(long.clone()),
            _ => Ok(String::new()),
        })
    }

    /// Renames the selected entry.
    pub(super) fn edit_form(&mut self) {
        let Some((list, key)) = self.selected() else {
            return;
        };
        let Some(entry) = self.edit(list).and_then(|edit| edit.now(&key).cloned()) else {
            return;
        };
        let (languages, mut fields) = self.name_fields(list, &entry);
        let words = self.names(list).until(&entry);
        for field in &mut fields {
            field.hint = self.with("list-until", &[("name", words.as_str().into())]);
        }
        let title = self.with("list-form-edit", &[("name", words.into())]);
        let kept = format!("{}-{key}", list.key());
        let question = Question::form(title, Form::new(fields), move |p: &mut ListsPane, form| {
            let Some(mut edit) = p.edit(list) else { return };
            let Some(entry) = edit.now(&key).cloned() else {
                return;
            };
            let names = names_in(form, &languages);
            edit.put(p.names(list).renamed(&entry, names));
            p.put(list, edit);
        });
        self.ask(question.kept(kept, "list-form-kept"));
    }

    /// Asks for a new entry.
    pub(super) fn new_form(&mut self) {
        let Some(list) = self.open else { return };
        let (languages, mut fields) = self.name_fields(list, &EntryDraft::default());
        if let Some(first) = fields.first_mut() {
            first.required = true;
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
            let entry = new_entry(&p.names(list), &edit, form, &languages);
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

/// The names that a form has.
fn names_in(form: &Form, languages: &[Language]) -> impl Iterator<Item = (Language, String)> {
    let fields = languages.iter().zip(NAMES);
    fields.map(|(language, id)| (*language, form.text(id).to_owned()))
}

/// The entry that a form asks for.
fn new_entry(
    names: &Names<'_>,
    edit: &ListEdit,
    form: &Form,
    languages: &[Language],
) -> EntryDraft {
    let typed = form.text("key");
    let key = match typed.is_empty() {
        true => key_of(form.text(NAMES[0]), |key| is_taken(edit, key)),
        false => typed.into(),
    };
    let means = form.chosen("means").and_then(|at| Ending::ALL.get(at));
    let entry = EntryDraft {
        key,
        means: means.copied(),
        ..EntryDraft::default()
    };
    names.renamed(&entry, names_in(form, languages))
}
