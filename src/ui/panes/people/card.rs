//! A person as lines: mail, roles, whether they may enter; their keys, the revoked ones too; their
//! invitations. A fingerprint is always shown whole: people compare it.

use super::{PeoplePane, roles};
use crate::desk::views::{InvitationRow, KeyRow, PersonRow};
use crate::text::fit;
use crate::ui::frame::Card;
use crate::ui::kit::prose::{Line, Tone};

impl PeoplePane {
    /// The selected person, laid out.
    pub(super) fn laid_out(&self, width: usize) -> Vec<Line> {
        let mut card = Card::new(&self.frame.ctx, width);
        if let Some(row) = self.selected() {
            head(&mut card, row);
            keys(&mut card, row, &self.keys);
            invitations(&mut card, &self.their_invitations().collect::<Vec<_>>());
        }
        card.lines
    }
}

fn head(card: &mut Card<'_>, row: &PersonRow) {
    let roles = roles(row, &card.ctx.texts);
    if row.email.is_empty() {
        card.field("person-mail", &card.text("person-no-mail"), Tone::Faint);
    } else {
        card.field("person-mail", &row.email, Tone::Text);
    }
    card.field("person-roles", &roles, Tone::Text);
    if let Some(firm) = &row.firm {
        card.field("person-firm", firm, Tone::Text);
    }
    let (state, tone) = if row.active {
        ("person-in", Tone::Text)
    } else {
        ("person-out", Tone::Soon)
    };
    card.field("person-state", &card.text(state), tone);
}

fn keys(card: &mut Card<'_>, row: &PersonRow, keys: &[KeyRow]) {
    card.part(card.text("person-keys"));
    if keys.is_empty() {
        let hint = if row.active {
            "person-no-keys"
        } else {
            "person-no-keys-out"
        };
        card.words(&card.text(hint), Tone::Muted);
    }
    for key in keys {
        one_key(card, key);
    }
}

/// Two lines or more: what it is called, of which kind, since when and by whom; its fingerprint.
fn one_key(card: &mut Card<'_>, key: &KeyRow) {
    let teller = card.ctx.teller();
    let (name, rest) = match key.revoked {
        None => (Tone::Title, Tone::Muted),
        Some(_) => (Tone::Faint, Tone::Faint),
    };
    let called = called(card, key);
    let since = teller.since(key.added_at);
    let mut facts = match &key.added_by {
        Some(by) => card.ctx.texts.with(
            "key-added",
            &[("since", since.into()), ("by", by.as_str().into())],
        ),
        None => card
            .ctx
            .texts
            .with("key-by-code", &[("since", since.into())]),
    };
    if let Some(at) = key.revoked {
        let at = teller.brief(at);
        facts = card.ctx.texts.with("key-revoked", &[("at", at.into())]);
    }
    card.lines.push(vec![
        (called, name),
        (format!("  {}", key.algorithm.short()), rest),
    ]);
    for line in fit::wrap(&facts, card.width.saturating_sub(2)) {
        card.lines.push(vec![(format!("  {line}"), rest)]);
    }
    for line in fit::wrap(key.fingerprint.as_str(), card.width.saturating_sub(2)) {
        card.lines.push(vec![(format!("  {line}"), rest)]);
    }
}

fn called(card: &Card<'_>, key: &KeyRow) -> String {
    if key.name.is_empty() {
        card.text("key-no-name")
    } else {
        key.name.clone()
    }
}

fn invitations(card: &mut Card<'_>, invitations: &[&InvitationRow]) {
    if invitations.is_empty() {
        return;
    }
    card.part(card.text("person-invitations"));
    let teller = card.ctx.teller();
    for row in invitations {
        let words = card.ctx.texts.with(
            "invitation-line",
            &[
                ("id", row.id.to_string().into()),
                ("until", teller.when(row.until).into()),
                ("away", teller.relative(row.until).into()),
                ("by", row.made_by.as_str().into()),
            ],
        );
        card.words(&words, Tone::Text);
    }
}
