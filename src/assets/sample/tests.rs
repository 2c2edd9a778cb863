//! The sample house is played by the rules: every scene is decided, and what stands then shows every state.

use super::*;
use crate::domain::decision::Facts;
use crate::domain::meta::Meta;
use crate::domain::opportunity::Stage as Posted;
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
            .any(|o| matches!(o.stage, Posted::Open)
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
