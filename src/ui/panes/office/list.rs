//! The list of quotations: its columns, and how a line says what it has to say. Never colour alone.

use super::OfficePane;
use crate::desk::views::{QuotationRow, Roster, SeenStage, SortKey, TurnOf};
use crate::domain::person::Role;
use crate::text::fold;
use crate::ui::frame::due::{self, Whose};
use crate::ui::frame::{ListPane, Listing, Sign, Words, signs};
use crate::ui::kit::columns::Column;
use crate::ui::kit::list_view::{Cell, Row};
use crate::ui::kit::look::Look;

/// The columns. Sign, due, number, client and whose turn it is stay however narrow it is.
pub(super) static COLUMNS: [Column; 11] = columns(CLIENT, SUBJECT);

/// Those of a client, whose own quotations they are.
pub(super) static CLIENT_COLUMNS: [Column; 11] = columns(OWN_SUBJECT, NO_CLIENT);

const CLIENT: Column = Column::text(14).named("column-client").sorts("client");
const SUBJECT: Column = Column::between(16, 44)
    .from(24)
    .named("column-subject")
    .sorts("subject");
const OWN_SUBJECT: Column = Column::text(14).named("column-subject").sorts("subject");
/// A client need not be told who they are.
const NO_CLIENT: Column = Column::fixed(10).from(60).named("column-request");

const fn columns(text: Column, more: Column) -> [Column; 11] {
    [
        Column::sign(),
        Column::between(7, 8)
            .right()
            .named("column-due")
            .sorts("due"),
        Column::fixed(6).named("column-number"),
        text,
        more,
        Column::between(15, 20)
            .from(13)
            .named("column-stage")
            .sorts("stage"),
        Column::between(12, 18).named("column-whose").sorts("turn"),
        Column::fixed(13)
            .from(13)
            .right()
            .named("column-total")
            .sorts("total"),
        Column::between(11, 18)
            .from(24)
            .named("column-officer")
            .sorts("officer"),
        Column::fixed(8)
            .from(24)
            .right()
            .named("column-valid")
            .sorts("valid"),
        Column::between(10, 18).from(32).named("column-tags"),
    ]
}

const SIGNED: Sign = ("**", "sign-signed");

/// The signs of a line.
pub(super) const SIGNS: [Sign; 4] = [signs::LATE, signs::OTHERS, signs::YOURS, SIGNED];

impl OfficePane {
    /// What stands around the list.
    pub(super) fn around(&self, look: &Look<'_>) -> Listing {
        let rows = self.frame.browse.rows.as_ref();
        let count = |of: fn(&Roster<QuotationRow>) -> usize| rows.map_or(0, of);
        let title = match self.as_client() {
            true => look.texts.get("office-title-client").into_owned(),
            false => look
                .texts
                .with("office-title", &[("n", count(Roster::counted).into())]),
        };
        let none = count(Roster::whole) == 0;
        let empty = match (self.as_client(), none) {
            (_, false) => "empty-office-filter",
            (true, true) => "empty-office-client",
            (false, true) => "empty-office",
        };
        Listing {
            title,
            right: None,
            hint: "office-filter-hint",
            empty: look.texts.get(empty).into_owned(),
        }
    }

    /// One line; `!` stands before what is overdue and waits for the one who looks, `→` before what another is
    /// late with, `▸` before what waits for the one who looks, `**` behind who signed.
    pub(super) fn line(&self, row: &QuotationRow, look: &Look<'_>) -> Row {
        let (ctx, theme, teller) = (self.ctx(), look.theme, self.ctx().teller());
        let mine = row.turn == TurnOf::You;
        let (sign, style) = match (row.overdue, mine) {
            (true, true) => (signs::LATE.0, theme.late),
            // Another is late: it is time to ask.
            (true, false) => (signs::OTHERS.0, theme.soon),
            (false, true) => (signs::YOURS.0, theme.accent),
            (false, false) => (" ", theme.muted),
        };
        let whose = if mine { Whose::Ours } else { Whose::Others };
        let due = row.due.filter(|_| row.live);
        let due = due.map(|at| due::cell(ctx, theme, at, whose));
        let signed = match row.stage {
            SeenStage::Accepted => format!(" {}", SIGNED.0),
            _ => String::new(),
        };
        let (text, more) = match self.as_client() {
            true => (row.subject.clone(), row.request.to_string()),
            false => (
                format!("{}{signed}", row.organisation),
                fold::without(&row.subject, &row.organisation).to_owned(),
            ),
        };
        let turn = match &row.turn {
            TurnOf::Person(name) => ctx.names.shortened(name).to_owned(),
            TurnOf::Role(
                role @ (Role::RelationOfficer | Role::PricingOfficer | Role::BackOfficeAssistant),
            ) => self.text(&format!("turn-desk-{}", role.key())),
            turn => teller.turn_of(turn),
        };
        let turn = Cell::styled(turn, if mine { theme.accent } else { theme.muted });
        let muted = |words: String| Cell::styled(words, theme.muted);
        let valid = row.valid_until.map(|at| teller.brief(at));
        Row {
            cells: vec![
                Cell::styled(sign, style),
                due.unwrap_or_default(),
                muted(row.id.to_string()),
                Cell::new(text),
                muted(more),
                muted(teller.quotation_stands(row.stage, row.round, &row.turn)),
                turn,
                Cell::new(
                    row.total
                        .map(|total| teller.money(total))
                        .unwrap_or_default(),
                ),
                muted(ctx.names.shortened(&row.officer).to_owned()),
                muted(valid.unwrap_or_default()),
                muted(teller.tags(&row.tags).join(" ")),
            ],
            marked: false,
            style: if row.live { theme.text } else { theme.muted },
        }
    }
}

/// What a filter looks at: what the line shows.
pub(super) fn text_of(words: &Words, row: &QuotationRow) -> String {
    let stage = words
        .teller()
        .quotation_stands(row.stage, row.round, &row.turn);
    let tags = words.teller().tags(&row.tags).join(" ");
    format!(
        "{} {} {} {} {} {stage} {tags}",
        row.id, row.request, row.organisation, row.subject, row.officer,
    )
}

/// What `row` sorts by in the order `by`: what is not known last.
pub(super) fn key_of(words: &Words, row: &QuotationRow, by: &str) -> SortKey {
    let number = |n: Option<i64>| (n.unwrap_or(i64::MAX), String::new());
    let letters = |text: &str| (0, fold::fold(text));
    let teller = words.teller();
    match by {
        "due" => number(row.due.filter(|_| row.live)),
        "client" => letters(&row.organisation),
        "subject" => letters(&row.subject),
        "stage" => letters(&teller.quotation_stands(row.stage, row.round, &row.turn)),
        "turn" => match row.turn {
            TurnOf::You => (0, String::new()),
            _ => (1, fold::fold(&teller.turn_of(&row.turn))),
        },
        "total" => match row.total {
            Some(total) => (total.minor, total.currency.code().to_owned()),
            None => number(None),
        },
        "officer" => letters(&row.officer),
        "valid" => number(row.valid_until),
        _ => number(Some(row.touched_at)),
    }
}
