//! The sample house is played by the rules: every scene is decided, and what stands then shows every state.

use super::*;
use crate::domain::decision::Facts;
use crate::domain::meta::Meta;
use crate::domain::opportunity::OpportunityStage;
use crate::domain::person::Role;
use crate::domain::{State, decide};

/// The house as it came about, scene by scene.
fn played() -> State {
    let mut state = State::default();
    for (n, scene) in sample(1_789_000_000_000)
        .expect("it reads")
        .into_iter()
        .enumerate()
    {
        let facts = Facts {
            now: scene.at,
            actor: scene.who,
            ..Facts::default()
        };
        let decision = decide(&state, &facts, &scene.command);
        let decision = decision.unwrap_or_else(|why| panic!("{why:?}: {:?}", scene.command));
        assert!(!decision.events.is_empty(), "{:?}", scene.command);
        let meta = Meta {
            seq: n as Seq + 1,
            at: scene.at,
            actor: scene.who,
            on_behalf: None,
            command: n as u128 + 1,
        };
        state.apply(&meta, &decision.events);
    }
    state
}

#[test]
fn brd_1_the_sample_house_shows_opportunities_in_every_state() {
    let state = played();
    let board = state.board();
    let mut stages: Vec<&str> = board
        .opportunities()
        .iter()
        .map(|o| o.stage.key())
        .collect();
    stages.sort_unstable();
    stages.dedup();
    assert_eq!(
        stages,
        ["confirmed", "delivered", "ended", "open", "selected"]
    );
    let mut keys: Vec<&str> = board.proposals().iter().map(|p| p.key()).collect();
    keys.sort_unstable();
    keys.dedup();
    let all = [
        "confirmed",
        "draft",
        "interesting",
        "lost",
        "not_interesting",
        "selected",
        "submitted",
        "withdrawn",
    ];
    assert_eq!(keys, all);
    assert!(
        board
            .opportunities()
            .iter()
            .any(|o| matches!(o.stage, OpportunityStage::Open)
                && o.is_stale(1_789_000_000_000, state.terms().stale_days))
    );
    // Those who can log in as clients are the contacts they are said to be.
    for person in state
        .people()
        .filter(|p| p.roles.contains(&Role::ClientContact))
    {
        let contact = state.contact_of(person.id).and_then(|id| state.contact(id));
        assert_eq!(contact.map(|c| &c.email), Some(&person.email));
    }
}

/// Nothing is due at the odd minute the house is made in: proposals close when an office day ends, whenever that is.
#[test]
fn brd_12_proposals_close_at_the_end_of_an_office_day_whenever_the_house_is_made() {
    use chrono::{DateTime, Timelike};
    for hours in [0, 7, 13, 19] {
        let now = 1_789_000_000_000 + hours * 3_600_000;
        let scenes = sample(now).expect("it reads");
        let mut closing = scenes.iter().filter_map(|scene| match &scene.command {
            Command::Board(command) => match &**command {
                crate::domain::opportunity::BoardCommand::Post { notice, .. } => {
                    Some(notice.deadline)
                }
                _ => None,
            },
            _ => None,
        });
        let paris = |at| DateTime::from_timestamp_millis(at).expect("an instant");
        let late = closing.find(|at| {
            let local = paris(*at).with_timezone(&chrono_tz::Europe::Paris);
            (local.hour(), local.minute()) != (18, 0)
        });
        assert_eq!(late, None, "made {hours} h later");
    }
}
