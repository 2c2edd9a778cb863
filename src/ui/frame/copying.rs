//! Copying what is shown, to be pasted elsewhere. A terminal that cannot take it has it shown, to be read.

use super::ListPane;
use crate::ui::kit::choices::Choice;
use crate::ui::message::Effect;

/// Copies something of what is selected in `pane`, asked which where there are several.
pub(super) fn ask<P: ListPane>(pane: &mut P) {
    let all = pane.copies().into_iter();
    let all = all.map(|(name, text)| {
        let choice = Choice {
            also: name.clone(),
            ..Choice::with(text.clone(), name)
        };
        (choice, text)
    });
    let (title, all) = (pane.text("copy-ask"), all.collect());
    pane.ask_one(title, all, copy);
}

/// Copies a text, and says which.
pub fn copy<P: ListPane>(pane: &mut P, text: String) {
    let id = match pane.ctx().steers {
        true => "copy-done",
        false => "copy-cannot",
    };
    let words = pane.with(id, &[("text", text.as_str().into())]);
    let out = &mut pane.frame_mut().out;
    out.effects.push(Effect::Copy(text));
    out.say(words);
}
