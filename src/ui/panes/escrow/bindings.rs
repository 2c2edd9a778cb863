//! What can be done with clients' money: one table feeds dispatch, footer, `?`, `:` and the key table.

use super::{EscrowPane, keeping, matching, named, owing};
use crate::domain::opportunity::Side;
use crate::domain::permission::Permission;
use crate::ui::frame::choose::{self, Way};
use crate::ui::frame::rules;
use crate::ui::frame::{Focus, ListPane, common};
use crate::ui::kit::binding::{Binding, Ready, Reason, Scope, bind};

/// Clients' money as a place.
pub static SCOPE: Scope<EscrowPane> = Scope {
    id: "escrow",
    bindings: BINDINGS,
};

static BINDINGS: &[Binding<EscrowPane>] = &[
    bind("open-account", &["Enter", "Right"], 60, named::open, |p| {
        p.open_card()
    }),
    bind("open-movement", &["Enter"], 60, named::line, |p| p.enter()),
    common::back(),
    common::to_list(),
    bind("accept-settlement", &["y"], 99, named::answer, |p| {
        p.answer_form(true)
    }),
    bind("award-held", &["y"], 99, named::award, |p| p.award_form()),
    bind("accept-work", &["y"], 99, named::accept, |p| {
        p.accept_form()
    }),
    bind("release-money", &["y"], 99, named::release, |p| {
        p.release_form()
    }),
    bind("refuse-settlement", &["x"], 98, named::answer, |p| {
        p.answer_form(false)
    }),
    bind("withdraw-dispute", &["x"], 90, named::withdraw, |p| {
        p.withdraw_form()
    }),
    bind("hand-in", &["D"], 97, named::hand_in, |p| p.hand_in_form()),
    bind("start-tranche", &["s"], 96, named::start, |p| p.ask_start()),
    bind("propose-split", &["S"], 95, named::propose, |p| {
        p.propose_form()
    }),
    bind("answer-dispute", &["r"], 94, named::say, |p| p.say_form()),
    bind(
        "assign-money",
        &["a"],
        93,
        |p| choose::any(p, &ASSIGNS),
        |p| {
            let title = p.text("act-assign-money");
            choose::choose(p, title, &ASSIGNS);
        },
    ),
    bind("fund-tranche", &[], 0, named::fund, |p| p.fund_form()),
    bind("unfund-tranche", &[], 0, named::unfund, |p| p.unfund_form()),
    bind("account-statement", &["$"], 92, named::selected, |p| {
        p.open_statement()
    }),
    bind("deposit", &["n"], 91, named::deposit, |p| p.deposit_form()),
    bind("match-deposit", &["M"], 90, matching::ready, |p| {
        p.ask_match()
    }),
    bind(
        "send-money-back",
        &["B"],
        85,
        |p| choose::any(p, &BACK),
        |p| {
            let title = p.text("act-send-money-back");
            choose::choose(p, title, &BACK);
        },
    ),
    bind("refund-free", &[], 0, named::refund, |p| p.refund_form()),
    bind("return-credit", &[], 0, keeping::credit_ready, |p| {
        p.return_credit_form()
    }),
    bind("open-dispute", &["H"], 84, named::dispute, |p| {
        p.dispute_form()
    }),
    bind("give-money-back", &[], 0, named::give_back, |p| {
        p.give_back_form()
    }),
    bind("thaw-project", &[], 83, named::thaw, |p| p.thaw_form()),
    bind("receive-payment", &[], 0, owing::receive_ready, |p| {
        p.receive_form()
    }),
    bind("net-commission", &[], 0, owing::net_ready, |p| p.net_form()),
    bind("write-off", &[], 0, owing::write_off_ready, |p| {
        p.write_off_form()
    }),
    bind("begin-books", &[], 0, owing::begin_ready, |p| {
        p.begin_form()
    }),
    bind("account-views", &["f"], 87, Ready::always, |p| p.ask_view()),
    common::filter(),
    common::sort(),
    common::whole(),
    common::copy(),
    bind("account-opportunity", &["O"], 45, named::selected, |p| {
        p.open_opportunity()
    }),
    bind("client", &["C"], 44, named::client, |p| p.open_client()),
];

/// Free money goes to a tranche, or a tranche's is free again.
const ASSIGNS: [Way<EscrowPane>; 2] = [
    ('a', "fund-tranche", named::fund, |p| p.fund_form()),
    ('b', "unfund-tranche", named::unfund, |p| p.unfund_form()),
];

/// Free money is the client's again, and her credit goes back to her bank.
const BACK: [Way<EscrowPane>; 2] = [
    ('f', "refund-free", named::refund, |p| p.refund_form()),
    ('c', "return-credit", keeping::credit_ready, |p| {
        p.return_credit_form()
    }),
];

/// Why what is hidden now cannot be done: its key is not on the screen, but somebody may know it.
pub(super) fn why_hidden(p: &EscrowPane, id: &str) -> Option<Reason> {
    let why = match id {
        "open-account" => "why-account-open",
        "open-movement" if p.frame.browse.focus == Focus::List => "why-in-list-only",
        "open-movement" => "why-no-line",
        "client" | "account-opportunity" => return None,
        "deposit" | "match-deposit" | "begin-books" | "receive-payment" | "net-commission"
        | "write-off" | "unfund-tranche" | "return-credit" | "thaw-project" => {
            let keeps = p.ctx().me.may(Permission::KeepMoney);
            return match keeps {
                true => Some(Reason::new("why-nothing-here")),
                false => rules::reason(rules::denied(p.ctx(), Permission::KeepMoney)),
            };
        }
        "propose-split" | "award-held" if !p.ctx().me.may(Permission::Mediate) => {
            return rules::reason(rules::denied(p.ctx(), Permission::Mediate));
        }
        "start-tranche" | "hand-in" | "give-money-back"
            if named::speaks(p, Side::Provider).is_err() =>
        {
            "why-provider-only"
        }
        "accept-work" | "release-money" | "refund-free"
            if named::speaks(p, Side::Client).is_err() =>
        {
            "why-client-only"
        }
        "accept-work" => "why-nothing-handed-in",
        "release-money" => "why-nothing-accepted",
        "accept-settlement" | "refuse-settlement" => "why-no-settlement",
        "award-held" | "propose-split" | "withdraw-dispute" | "answer-dispute" => "why-no-dispute",
        _ => "why-nothing-here",
    };
    Some(Reason::new(why))
}
