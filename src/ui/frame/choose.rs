//! One key for several things that are one verb: the only one there is is done, among several one chooses.

use super::ask::item;
use super::{ListPane, Question, rules};
use crate::ui::kit::binding::Ready;
use crate::ui::kit::menu::MenuItem;

/// Something a key may do: its letter in the menu, the binding that says what it is, whether it can be done, and
/// how it is done.
pub type Way<P> = (char, &'static str, fn(&P) -> Ready, fn(&mut P));

/// Whether one of them can be done, or why the first cannot.
pub fn any<P: ListPane>(pane: &P, ways: &[Way<P>]) -> Ready {
    let mut answers = ways.iter().map(|(_, _, ready, _)| ready(pane));
    let first = answers.next().unwrap_or(Ready::Hidden);
    match first == Ready::Yes || answers.any(|ready| ready == Ready::Yes) {
        true => Ready::Yes,
        false => first,
    }
}

/// Does what the key is about, or asks which of several; those that cannot be done say why.
pub fn choose<P: ListPane>(pane: &mut P, title: String, ways: &[Way<P>]) {
    let answers = ways.iter().map(|way| (way, (way.2)(pane)));
    let here: Vec<_> = answers
        .filter(|(_, ready)| *ready != Ready::Hidden)
        .collect();
    if let [((.., run), Ready::Yes)] = here.as_slice() {
        return run(pane);
    }
    let items = here.into_iter().map(|((key, id, _, run), ready)| {
        let item = MenuItem {
            refusal: rules::reason(ready).map(|why| why.text(&pane.ctx().texts)),
            ..item(*key, pane.text(&format!("act-{id}")))
        };
        (item, *run)
    });
    let items = items.collect();
    pane.ask(Question::menu(
        title,
        items,
        |pane: &mut P, run: fn(&mut P)| {
            run(pane);
        },
    ));
}
