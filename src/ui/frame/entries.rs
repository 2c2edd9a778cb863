//! Entries of the house's lists in forms (WKS-8): those that can be chosen, in the house's words and order, and what
//! stands in the field already. Knows no list.

use super::Ctx;
use crate::domain::lists::Entry;
use crate::ui::kit::field::Field;
use crate::ui::kit::form::Form;

/// Returns a field in which one entry is chosen, `now` at first; `unsaid` is the words for none of them, where that may be.
pub fn entry_field<T: Entry>(
    ctx: &Ctx,
    id: &'static str,
    label: String,
    unsaid: Option<String>,
    now: Option<T>,
) -> Field {
    let teller = ctx.teller();
    let entries = ctx.sight.lists().choices(now);
    let none = unsaid.map(|words| (None, words)).into_iter();
    let named = entries
        .iter()
        .map(|one| (Some(one.number()), teller.entry_name(*one)));
    let (codes, words): (Vec<_>, Vec<_>) = none.chain(named).unzip();
    let now = now.map(|one| one.number());
    let at = codes.iter().position(|code| *code == now).unwrap_or(0);
    Field::one(id, label, words, at).standing_for(codes)
}

/// Returns a field in which several entries are chosen, `now` at first; `None` where the list has none to choose.
pub fn entries_field<T: Entry>(
    ctx: &Ctx,
    id: &'static str,
    label: String,
    now: &[T],
) -> Option<Field> {
    let teller = ctx.teller();
    let entries = ctx.sight.lists().choices(now.iter().copied());
    let on = entries.iter().enumerate();
    let on: Vec<usize> = on
        .filter(|(_, one)| now.contains(one))
        .map(|(at, _)| at)
        .collect();
    let named = entries.iter();
    let named = named.map(|one| (Some(one.number()), teller.entry_name(*one)));
    let (codes, words): (Vec<_>, Vec<_>) = named.unzip();
    let field = Field::some(id, label, words, &on).standing_for(codes);
    (!entries.is_empty()).then_some(field)
}

/// Returns the entries that were chosen in such a field; none where there was no such field.
pub fn entries_in<T: Entry>(form: &Form, id: &str) -> Vec<T> {
    form.codes(id).into_iter().map(T::of).collect()
}

/// Returns the entry that was chosen in such a field.
pub fn entry_in<T: Entry>(form: &Form, id: &str) -> Option<T> {
    form.code(id).map(T::of)
}
