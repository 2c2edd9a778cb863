//! A person as lines: mail, roles, whether they may enter; their keys, the revoked ones too; their
//! invitations. A fingerprint is always shown whole: people compare it.

use super::{PeoplePane, roles};
use crate::desk::views::{InvitationRow, KeyRow, PersonRow};
use crate::text::fit;
use crate::ui::kit::prose::{self, Line, Tone};
use crate::ui::panes::Ctx;

/// Lays a person out.
struct Card<'a> {
    lines: Vec<Line>,
    width: usize,
    ctx: &'a Ctx,
}

impl PeoplePane {
    /// The selected person, laid out.
    pub(super) fn laid_out(&self, width: usize) -> Vec<Line> {
        let Some(row) = self.selected() else {
            return Vec::new();
        };
        let mut card = Card {
            lines: Vec::new(),
            width,
            ctx: &self.frame.ctx,
        };
        card.head(row, &roles(row, card.ctx));
        card.keys(row, &self.keys);
        card.invitations(&self.their_invitations().collect::<Vec<_>>());
        card.lines
    }
}

impl Card<'_> {
    fn text(&self, id: &str) -> String {
        self.ctx.texts.get(id).into_owned()
    }

    fn words(&mut self, words: &str, tone: Tone) {
        self.lines.extend(prose::words(words, self.width, tone));
    }

    fn field(&mut self, label: &str, words: &str, tone: Tone) {
        let label = self.text(label);
        self.lines
            .extend(prose::field(&label, words, self.width, tone));
    }

    fn section(&mut self, heading: &str) {
        let heading = self.text(heading);
        self.lines.extend(prose::rule(heading, self.width));
    }

    fn head(&mut self, row: &PersonRow, roles: &str) {
        if row.email.is_empty() {
            self.field("person-mail", &self.text("person-no-mail"), Tone::Faint);
        } else {
            self.field("person-mail", &row.email, Tone::Text);
        }
        self.field("person-roles", roles, Tone::Text);
        let (state, tone) = if row.active {
            ("person-in", Tone::Text)
        } else {
            ("person-out", Tone::Soon)
        };
        self.field("person-state", &self.text(state), tone);
    }

    fn keys(&mut self, row: &PersonRow, keys: &[KeyRow]) {
        self.section("person-keys");
        if keys.is_empty() {
            let hint = if row.active {
                "person-no-keys"
            } else {
                "person-no-keys-out"
            };
            self.words(&self.text(hint), Tone::Muted);
        }
        for key in keys {
            self.key(key);
        }
    }

    /// Two lines or more: what it is called, of which kind, since when and by whom; its fingerprint.
    fn key(&mut self, key: &KeyRow) {
        let teller = self.ctx.teller();
        let (name, rest) = match key.revoked {
            None => (Tone::Title, Tone::Muted),
            Some(_) => (Tone::Faint, Tone::Faint),
        };
        let called = self.called(key);
        let since = teller.brief(key.added_at);
        let mut facts = match &key.added_by {
            Some(by) => self.ctx.texts.with(
                "key-added",
                &[("since", since.into()), ("by", by.as_str().into())],
            ),
            None => self
                .ctx
                .texts
                .with("key-by-code", &[("since", since.into())]),
        };
        if let Some(at) = key.revoked {
            let at = teller.brief(at);
            facts = self.ctx.texts.with("key-revoked", &[("at", at.into())]);
        }
        self.lines.push(vec![
            (called, name),
            (format!("  {}", key.algorithm.short()), rest),
        ]);
        for line in fit::wrap(&facts, self.width.saturating_sub(2)) {
            self.lines.push(vec![(format!("  {line}"), rest)]);
        }
        for line in fit::wrap(key.fingerprint.as_str(), self.width.saturating_sub(2)) {
            self.lines.push(vec![(format!("  {line}"), rest)]);
        }
    }

    fn called(&self, key: &KeyRow) -> String {
        if key.name.is_empty() {
            self.text("key-no-name")
        } else {
            key.name.clone()
        }
    }

    fn invitations(&mut self, invitations: &[&InvitationRow]) {
        if invitations.is_empty() {
            return;
        }
        self.section("person-invitations");
        let teller = self.ctx.teller();
        for row in invitations {
            let words = self.ctx.texts.with(
                "invitation-line",
                &[
                    ("id", row.id.to_string().into()),
                    ("until", teller.when(row.until).into()),
                    ("away", teller.relative(row.until).into()),
                    ("by", row.made_by.as_str().into()),
                ],
            );
            self.words(&words, Tone::Text);
        }
    }
}
