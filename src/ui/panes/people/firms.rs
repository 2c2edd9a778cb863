//! What the house does about the firms of who is selected (PPL-7, PPL-4): attests what it has seen of one, and names a
//! manager where nobody who manages it may enter any more. What a firm says of itself stays as it is.

use super::PeoplePane;
use crate::desk::views::PersonRow;
use crate::domain::Command;
use crate::domain::facilitator::FacilitatorProfile;
use crate::domain::firm::command::FirmCommand;
use crate::domain::ids::FirmId;
use crate::domain::trade::{Belt, Compliance, Work};
use crate::ui::frame::entries::{entries_field, entries_in, entry_field, entry_in};
use crate::ui::frame::rules;
use crate::ui::frame::{ListPane, Question};
use crate::ui::kit::binding::{Ready, Reason};
use crate::ui::kit::choices::Choice;
use crate::ui::kit::confirm::Confirm;
use crate::ui::kit::field::Field;
use crate::ui::kit::form::Form;
use crate::ui::kit::keys::{Chord, Key};

/// The fields for levels, a kind of work each; of a house with more kinds the others are kept as they are.
const LEVELS: [&str; 16] = [
    "level-1", "level-2", "level-3", "level-4", "level-5", "level-6", "level-7", "level-8",
    "level-9", "level-10", "level-11", "level-12", "level-13", "level-14", "level-15", "level-16",
];

fn of_firm(
    p: &PeoplePane,
    of: impl Fn(&PersonRow) -> Option<FirmId>,
) -> Option<(FirmId, PersonRow)> {
    let row = p.selected()?;
    Some((of(row)?, row.clone()))
}

fn naming(firm: FirmId, row: &PersonRow) -> Command {
    let person = row.id;
    Command::Firm(FirmCommand::NameManager { firm, person })
}

/// Whether a firm of theirs waits for somebody to manage it.
pub(super) fn manager_ready(p: &PeoplePane) -> Ready {
    match of_firm(p, |row| row.unmanaged) {
        Some((firm, row)) => rules::ready(p.ctx(), naming(firm, &row)),
        None => Ready::No(Reason::new("why-firm-managed")),
    }
}

/// Whether there is a firm of theirs to attest.
pub(super) fn attest_ready(p: &PeoplePane) -> Ready {
    let first = |row: &PersonRow| row.firms.first().map(|(firm, _)| *firm);
    match of_firm(p, first) {
        Some((firm, _)) => rules::opens(p.ctx(), keeping(firm, FacilitatorProfile::default())),
        None => Ready::No(Reason::new("why-no-facilitator")),
    }
}

fn keeping(firm: FirmId, profile: FacilitatorProfile) -> Command {
    let profile = Box::new(profile);
    Command::Firm(FirmCommand::KeepProfile { firm, profile })
}

impl PeoplePane {
    /// Asks before somebody manages a firm for good.
    pub(super) fn ask_manager(&mut self) {
        let Some((firm, row)) = of_firm(self, |row| row.unmanaged) else {
            return;
        };
        let called = row.firms.iter().find(|(id, _)| *id == firm);
        let called = called.map_or_else(String::new, |(_, name)| name.clone());
        let words = [
            ("name", row.name.as_str().into()),
            ("firm", format!("{called} ({firm})").into()),
        ];
        let question = self.with("confirm-firm-manager", &words);
        let yes = (
            Chord::plain(Key::Char('y')),
            self.text("confirm-firm-manager-yes"),
        );
        let title = self.text("act-firm-manager");
        let confirm = Confirm::new(title, question, yes, self.text("confirm-no"));
        self.ask(Question::sure(confirm, move |p: &mut PeoplePane| {
            p.submit(naming(firm, &row));
        }));
    }

    /// Asks which firm is meant, where there are several.
    pub(super) fn ask_attest(&mut self) {
        let firms = self.selected().map(|row| row.firms.clone());
        let firms = firms.unwrap_or_default();
        if let [(firm, name)] = &*firms {
            return self.attest_form(*firm, name);
        }
        let choices: Vec<(Choice, (FirmId, String))> = firms
            .into_iter()
            .map(|(id, name)| (Choice::with(name.clone(), id.to_string()), (id, name)))
            .collect();
        let title = self.text("ask-attest-firm");
        self.ask(Question::pick(title, choices, |p: &mut PeoplePane, one| {
            p.attest_form(one.0, &one.1);
        }));
    }

    fn attest_form(&mut self, firm: FirmId, name: &str) {
        let profile = match self.ctx().sight.firm_profile(firm) {
            Ok(profile) => profile,
            Err(refusal) => {
                let words = self.ctx().teller().refusal(&refusal);
                return self.frame.out.refuse(words);
            }
        };
        let fields = self.attested(&profile);
        let title = self.with("form-attest", &[("name", name.into())]);
        let form = Form::new(fields).as_of(self.ctx().sight.seq());
        let again = name.to_owned();
        let question = Question::form(title, form, move |p: &mut PeoplePane, form| {
            let profile = p.filled(&profile, form);
            p.submit(keeping(firm, profile).upon(form.seen()));
        });
        self.ask(question.again(move |p| {
            p.attest_form(firm, &again);
            true
        }));
    }

    fn works(&self, profile: &FacilitatorProfile) -> Vec<Work> {
        let known = profile.belts.iter().map(|(work, _)| *work);
        let mut works = self.ctx().sight.lists().choices::<Work>(known);
        works.truncate(LEVELS.len());
        works
    }

    fn attested(&self, profile: &FacilitatorProfile) -> Vec<Field> {
        let teller = self.ctx().teller();
        let label = self.text("attest-compliance");
        let seen = entries_field(self.ctx(), "compliance", label, &profile.compliance);
        let mut fields: Vec<Field> = seen.into_iter().collect();
        for (id, work) in LEVELS.into_iter().zip(self.works(profile)) {
            let none = Some(self.text("attest-no-level"));
            let label = teller.entry_name(work);
            fields.push(entry_field(self.ctx(), id, label, none, profile.belt(work)));
        }
        fields
    }

    /// What the house attests, as it was filled in; what a firm says of itself stays.
    fn filled(&self, old: &FacilitatorProfile, form: &Form) -> FacilitatorProfile {
        let works = self.works(old);
        let others = old.belts.iter().filter(|(work, _)| !works.contains(work));
        let mut belts: Vec<(Work, Belt)> = others.copied().collect();
        let levels = LEVELS.into_iter().zip(works);
        belts.extend(levels.filter_map(|(id, work)| Some((work, entry_in::<Belt>(form, id)?))));
        FacilitatorProfile {
            belts,
            compliance: entries_in::<Compliance>(form, "compliance"),
            ..old.clone()
        }
    }
}
