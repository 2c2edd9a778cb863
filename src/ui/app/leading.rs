//! The one prefix, `,`: a letter follows and leads to a place or to a thing of one's own. What can follow is shown
//! when nothing does for a moment. Never knows a pane: the registry says where the letters lead.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::trail::Spot;
use super::{Above, App, Stage};
use crate::domain::Millis;
use crate::ui::kit::choices::Choice;
use crate::ui::kit::frame::Panel;
use crate::ui::kit::keys::{Input, Key};
use crate::ui::kit::look::Look;
use crate::ui::kit::paint;
use crate::ui::kit::picker::{Picked, Picker};
use crate::ui::kit::texts::Texts;
use crate::ui::panes::{self, Lead};

/// A second key within this shows nothing.
const MOMENT: Millis = 300;
/// Columns of one entry.
const WIDTH: u16 = 26;

/// The prefix was pressed, and nothing behind it yet.
pub(super) struct Leading {
    leads: Vec<(char, String, To)>,
    since: Millis,
    /// What was pressed and leads nowhere.
    wrong: Option<String>,
}

#[derive(Clone, Copy)]
enum To {
    Lead(Lead),
    /// Where one was.
    Visited,
}

/// Where one was, to choose from.
pub(super) struct Visited {
    picker: Picker,
    spots: Vec<Spot>,
}

impl Leading {
    fn shows(&self, now: Millis) -> bool {
        self.wrong.is_some() || now >= self.since + MOMENT
    }

    /// When it shows what can follow, if that is still to come.
    pub(super) fn due(&self, now: Millis) -> Option<Millis> {
        (!self.shows(now)).then_some(self.since + MOMENT)
    }

    /// Draws what can follow, at the lower right: the rows that are worked on are mostly above.
    pub(super) fn view(&self, screen: Rect, now: Millis, buf: &mut Buffer, look: &Look<'_>) {
        if !self.shows(now) {
            return;
        }
        let count = u16::try_from(self.leads.len()).unwrap_or(u16::MAX);
        let columns = if screen.width >= 60 && count > 5 {
            2
        } else {
            1
        };
        let rows = count.div_ceil(columns);
        let wrong = self.wrong.as_deref().unwrap_or_default();
        let words = look.texts.with("leading-nothing", &[("key", wrong.into())]);
        let said = match self.wrong {
            Some(_) => paint::columns(&words),
            None => 0,
        };
        let (width, height) = (
            said.max(columns * WIDTH) + 4,
            rows + 2 + u16::from(self.wrong.is_some()),
        );
        let (width, height) = (
            width.min(screen.width),
            height.min(screen.height.saturating_sub(2)),
        );
        let corner = Rect {
            x: screen.right().saturating_sub(width),
            y: screen.bottom().saturating_sub(1 + height),
            width,
            height,
        };
        let (title, close) = (
            look.texts.get("leading-title"),
            look.texts.get("kit-cancel-hint"),
        );
        let panel = Panel {
            title: &title,
            bottom: &close,
            focused: true,
            ..Panel::default()
        };
        let inner = panel.popup(corner, width, height, buf, look);
        for (n, (key, label, _)) in (0..count).zip(&self.leads) {
            let row = paint::row(inner, n % rows);
            let at = Rect {
                width: WIDTH.saturating_sub(1),
                ..paint::from(row, n / rows * WIDTH)
            };
            paint::text(buf, at, &key.to_string(), look.theme.key);
            paint::text(buf, paint::from(at, 3), label, look.theme.text);
        }
        if self.wrong.is_some() {
            paint::text(buf, paint::row(inner, rows), &words, look.theme.soon);
        }
    }
}

impl Visited {
    /// Draws it over `screen`.
    pub(super) fn view(&self, screen: Rect, buf: &mut Buffer, look: &Look<'_>) {
        self.picker.view(screen, buf, look);
    }
}

impl App {
    /// The prefix was pressed.
    pub(in crate::ui) fn lead(&mut self) {
        let Stage::Inside { ctx, panes, .. } = &self.stage else {
            return;
        };
        let mut leads = Vec::new();
        for (key, lead) in panes::leads(panes) {
            leads.push((key, lead.label(&self.texts, &ctx.me), To::Lead(lead)));
        }
        if self.has_been(false) {
            let last = self.texts.get("leading-visited").into_owned();
            leads.push(('l', last, To::Visited));
        }
        self.above = Some(Above::Leading(Leading {
            leads,
            since: self.now,
            wrong: None,
        }));
    }

    /// A key behind the prefix.
    pub(super) fn in_leading(&mut self, mut leading: Leading, input: &Input) {
        let Input::Key(chord) = input else { return };
        if chord.key == Key::Esc {
            return;
        }
        let typed = chord.typed();
        let to = leading.leads.iter().find(|(key, ..)| Some(*key) == typed);
        match to.map(|(.., to)| *to) {
            Some(To::Lead(lead)) => self.follow_lead(lead),
            Some(To::Visited) => self.ask_visited(),
            None => {
                leading.wrong = Some(chord.spelled(&self.texts));
                self.above = Some(Above::Leading(leading));
            }
        }
    }

    pub(super) fn follow_lead(&mut self, lead: Lead) {
        let Stage::Inside { panes, .. } = &self.stage else {
            return;
        };
        let place = panes.iter().position(|pane| pane.name() == lead.pane);
        let Some(place) = place else { return };
        self.turn_to(place);
        if let (Stage::Inside { panes, .. }, Some(act)) = (&mut self.stage, lead.act)
            && let Some(pane) = panes.get_mut(place)
        {
            pane.choose(lead.pane, act);
        }
    }

    fn ask_visited(&mut self) {
        let spots = self.visited();
        let choices = spots
            .iter()
            .map(|spot| Choice::new(self.name_of(*spot, &self.texts)));
        let picker = Picker::one(self.texts.get("leading-visited"), choices.collect());
        self.above = Some(Above::Visited(Visited { picker, spots }));
    }

    pub(super) fn in_visited(&mut self, mut visited: Visited, input: &Input) {
        match visited.picker.update(input, self.area) {
            Picked::Open | Picked::New(_) => self.above = Some(Above::Visited(visited)),
            Picked::Cancelled => {}
            Picked::Chosen(which) => {
                let spot = which.first().and_then(|at| visited.spots.get(*at));
                if let Some(spot) = spot {
                    self.visit(*spot);
                }
            }
        }
    }

    /// The name of a spot: its pane, and what was open there.
    fn name_of(&self, spot: Spot, texts: &Texts) -> String {
        let Stage::Inside { ctx, panes, .. } = &self.stage else {
            return String::new();
        };
        let pane = panes.iter().find(|pane| pane.name() == spot.pane());
        let label = pane
            .map(|pane| pane.label(texts, &ctx.me))
            .unwrap_or_default();
        match spot.shown() {
            Some(shown) => format!("{label} · {shown}"),
            None => label,
        }
    }
}
