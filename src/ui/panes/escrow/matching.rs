//! A deposit and a project are put together (E02): which deposit, how much of it, for which project, and what that changes in
//! figures. Never proposed by its amount. Decides nothing.

use super::EscrowPane;
use super::keeping::deposit_here;
use crate::domain::escrow::EscrowCommand;
use crate::domain::ids::EntryId;
use crate::domain::money::Money;
use crate::domain::permission::Permission;
use crate::ui::frame::{ListPane, Question};
use crate::ui::kit::binding::{Ready, Reason};
use crate::ui::kit::choices::Choice;
use crate::ui::kit::field::Field;

/// A deposit of which something is left.
#[derive(Clone, Copy)]
struct Open {
    entry: EntryId,
    left: Money,
}

/// For who keeps the money, while something waits to be matched.
pub(super) fn ready(p: &EscrowPane) -> Ready {
    if !p.ctx().me.may(Permission::KeepMoney) {
        return Ready::Hidden;
    }
    if deposit_here(p).is_some() || p.ctx().sight.has_unallocated() {
        return Ready::Yes;
    }
    Ready::No(Reason::new("why-nothing-to-match"))
}

impl EscrowPane {
    /// `M`: the deposit one is on, else one of those that wait.
    pub(super) fn ask_match(&mut self) {
        if let Some(one) = deposit_here(self) {
            let open = Open {
                entry: one.entry,
                left: one.left,
            };
            return self.match_form(open);
        }
        let all = self.ctx().sight.unallocated();
        let teller = self.ctx().teller();
        let choice = |(entry, day, text, left): (EntryId, _, String, Money)| {
            let name = format!("{} · {} · {text}", teller.money(left), teller.brief(day));
            (Choice::new(name), Open { entry, left })
        };
        let choices = all.into_iter().map(choice).collect();
        let title = self.text("ask-which-deposit");
        self.ask(Question::pick(
            title,
            choices,
            |p: &mut EscrowPane, open| {
                p.match_form(open);
            },
        ));
    }

    fn match_form(&mut self, open: Open) {
        let (choices, projects) = self.projects();
        let selected = self.selected().map(|row| row.id);
        let chosen = projects.iter().position(|id| Some(*id) == selected);
        let chosen = chosen.filter(|_| self.sheets.top().is_none());
        let fields = vec![
            Field::find("project", self.text("field-project"), choices, chosen).required(),
            self.amount_field("amount", open.left, Some(open.left.minor))
                .required(),
        ];
        let entry = open.entry.to_string().into();
        let title = self.with("form-match", &[("entry", entry)]);
        self.ask_form("match", title, fields, move |p, form| {
            let project = form.chosen("project");
            let project = project.and_then(|at| projects.get(at)).copied();
            let amount = p.amount_of(form, "amount", open.left.currency);
            let Some((project, amount)) = project.zip(amount) else {
                return;
            };
            let money = |minor| Money { minor, ..open.left };
            let mut figures = p.matched_figures(project, money(amount));
            let rest = p.ctx().teller().money(money(open.left.minor - amount));
            figures.push((rest, p.text("account-match-left")));
            let command = EscrowCommand::Match {
                deposit: open.entry,
                amount,
                project,
            };
            let args = [("project", project.to_string().into())];
            let question = p.with("account-match-question", &args);
            p.ask_sure("account-match", question, figures, command);
        });
    }
}
