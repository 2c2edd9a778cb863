//! Who else is at a request (REQ-8): a sign and a name in the list, a line in words above the case and
//! above the note being written. Never colour alone; nothing here is kept.

use super::InboxPane;
use crate::desk::Onlooker;
use crate::desk::views::Onlookers;
use crate::domain::RequestId;
use crate::text::fit;
use crate::ui::frame::{Focus, ListPane, Sign, top_lines};
use crate::ui::kit::list_view::Cell;
use crate::ui::kit::look::Look;
use crate::ui::kit::texts::Texts;
use crate::ui::message::Attention;

/// A colleague looks at it.
pub(super) const LOOKING: Sign = ("◦", "sign-looking");
/// A colleague writes on it.
pub(super) const WRITING: Sign = ("✎", "sign-writing");

/// Columns of a name in the list.
pub(super) const NAME: u16 = 9;

impl InboxPane {
    /// What this session is at: the case that is open, the note that is written. What a list shows below itself
    /// where it leaves room is no case that somebody opened.
    pub(super) fn busy_at(&self) -> Attention {
        let browse = &self.frame.browse;
        let shown = browse.places().1.is_some();
        let shown = shown && (browse.is_wide() || browse.focus == Focus::Card);
        let open = self.frame.texts.open.as_ref();
        Attention {
            looking: self.row.as_ref().filter(|_| shown).map(|row| row.id),
            writing: open.map(|writing| writing.what),
            proposing: None,
        }
    }

    /// Others than `before` came or went; yields whether it shows. The line above the case comes and goes with
    /// them; what is being read stays where the eye is.
    pub(super) fn hear_others(&mut self, before: &Onlookers) -> bool {
        let now = &self.ctx().onlookers;
        let same = |id: &RequestId| now.at(*id).eq(before.at(*id));
        let shows = !self.watched_for().iter().all(same);
        let fixed = self.others_rows();
        let browse = &mut self.frame.browse;
        if browse.scroll.offset > 0 {
            let offset = browse.scroll.offset + usize::from(fixed);
            browse.scroll.offset = offset.saturating_sub(usize::from(browse.fixed));
        }
        browse.fixed = fixed;
        shows
    }

    /// The sign for whoever is at `request`, and their name where there is room for it.
    pub(super) fn others_cells(&self, request: RequestId, look: &Look<'_>) -> [Cell; 2] {
        let mut others = self.ctx().onlookers.at(request);
        let Some(first) = others.next() else {
            return [Cell::default(), Cell::default()];
        };
        let style = if first.writing {
            look.theme.accent
        } else {
            look.theme.muted
        };
        let more = match others.count() {
            0 => String::new(),
            n => format!(" +{n}"),
        };
        let room = usize::from(NAME).saturating_sub(fit::width(&more));
        let name = fit::clip(self.ctx().names.short(first.who), room);
        let (sign, _) = if first.writing { WRITING } else { LOOKING };
        [
            Cell::styled(sign, style),
            Cell::styled(format!("{name}{more}"), style),
        ]
    }

    /// Who else is at `request`, in words; nothing when nobody is.
    pub(super) fn others_line(&self, request: RequestId) -> Option<String> {
        let others: Vec<Onlooker> = self.ctx().onlookers.at(request).collect();
        let (texts, names) = (&*self.ctx().texts, &*self.ctx().names);
        let part = |writing: bool, id: &str| {
            let who: Vec<&str> = others
                .iter()
                .filter(|other| other.writing == writing)
                .map(|other| names.short(other.who))
                .collect();
            let told = [
                ("n", who.len().into()),
                ("who", enumerated(&who, texts).into()),
            ];
            (!who.is_empty()).then(|| texts.with(id, &told))
        };
        let parts = [part(true, "others-writing"), part(false, "others-looking")];
        let parts: Vec<String> = parts.into_iter().flatten().collect();
        (!parts.is_empty()).then(|| parts.join(" · "))
    }

    /// Rows that the line above the case takes.
    pub(super) fn others_rows(&self) -> u16 {
        let shown = self.row.as_ref().and_then(|row| self.others_line(row.id));
        let width = self.frame.browse.card_width();
        let rows = shown.map_or(0, |line| top_lines(&line, width).count());
        u16::try_from(rows).unwrap_or(0)
    }
}

/// `A`, `A and B`, `A, B and 3 more`.
fn enumerated(names: &[&str], texts: &Texts) -> String {
    match names {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [one, two] => texts.with(
            "others-two",
            &[("one", (*one).into()), ("two", (*two).into())],
        ),
        [one, two, more @ ..] => texts.with(
            "others-more",
            &[
                ("one", (*one).into()),
                ("two", (*two).into()),
                ("n", more.len().into()),
            ],
        ),
    }
}
