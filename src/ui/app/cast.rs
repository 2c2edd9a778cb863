//! The people of the sample house, to look at it as another of them (`:switch person`). The session of the one is
//! over then, and another's begins: a session belongs to one person for good (PPL-2).

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::{Above, App, Stage};
use crate::desk::views::Colleague;
use crate::domain::PersonId;
use crate::ui::kit::choices::Choice;
use crate::ui::kit::keys::Input;
use crate::ui::kit::look::Look;
use crate::ui::kit::picker::{Picked, Picker};
use crate::ui::kit::texts::Texts;
use crate::ui::message::Effect;

/// Who there is, to choose from.
pub(super) struct Cast {
    picker: Picker,
    all: Vec<PersonId>,
}

impl Cast {
    /// Draws it.
    pub(super) fn view(&self, area: Rect, buf: &mut Buffer, look: &Look<'_>) {
        self.picker.view(area, buf, look);
    }
}

/// A person to choose: their name, and what they are.
pub(in crate::ui) fn choice(person: &Colleague, texts: &Texts) -> Choice {
    let roles = person.roles.iter();
    let roles: Vec<String> = roles
        .map(|role| texts.get(&format!("role-{}", role.key())).into_owned())
        .collect();
    Choice::with(person.name.clone(), roles.join(", "))
}

impl App {
    /// Asks as whom to look at the sample house.
    pub(in crate::ui) fn ask_cast(&mut self) {
        let Stage::Inside { ctx, .. } = &self.stage else {
            return;
        };
        let (cast, me) = (ctx.sight.cast(), ctx.me.id);
        let others: Vec<Colleague> = cast.into_iter().filter(|one| one.id != me).collect();
        let choices = others.iter().map(|one| choice(one, &self.texts)).collect();
        let title = self.texts.get("ask-cast").into_owned();
        self.above = Some(Above::Cast(Cast {
            picker: Picker::one(title, choices),
            all: others.iter().map(|one| one.id).collect(),
        }));
    }

    pub(super) fn in_cast(&mut self, mut cast: Cast, input: &Input) {
        match cast.picker.update(input, self.area) {
            Picked::Open | Picked::New(_) => self.above = Some(Above::Cast(cast)),
            Picked::Cancelled => {}
            Picked::Chosen(which) => {
                let chosen = which.first().and_then(|at| cast.all.get(*at));
                self.out
                    .effects
                    .extend(chosen.map(|one| Effect::Become(*one)));
            }
        }
    }
}
