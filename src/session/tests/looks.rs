//! WKS-3: a look that nobody waits for any more is over like any other: whoever waits until all is done hears of it.

use std::collections::VecDeque;
use std::sync::mpsc;
use std::time::Duration;

use super::{DEADLINE, bench};
use crate::desk::views::Look;
use crate::domain::tests::bench::ANNA;
use crate::session::hands::{Came, Hands};
use crate::ui::kit::texts::Lang;
use crate::ui::{Effect, Event};

/// How long it is waited for: it is there at once.
const MOST: Duration = Duration::from_secs(20);

/// A look in the slot they all share: it says that it begins, and ends when it is let go.
fn held(token: u64) -> (Effect, mpsc::Receiver<()>, mpsc::Sender<()>) {
    let (begin, begun) = mpsc::channel();
    let (go, wait) = mpsc::channel();
    let look = Look::made(move |_| {
        begin.send(()).ok();
        wait.recv_timeout(DEADLINE).ok()
    });
    let look = Effect::Look {
        token,
        slot: 1,
        only: true,
        look: look.hidden(),
    };
    (look, begun, go)
}

async fn came(hands: &mut Hands) -> Came {
    let came = tokio::time::timeout(MOST, hands.came(false)).await;
    came.expect("it is never heard of")
}

#[tokio::test(flavor = "multi_thread")]
async fn wks_3_a_cancelled_look_that_ends_last_is_heard_of() {
    let (desk, _folder) = bench::desk().await;
    let mut hands = Hands::new(bench::at_hand(&desk), Some(ANNA), false, Lang::En);
    let mut at_once = VecDeque::new();
    let (first, begun, let_first_go) = held(1);
    assert!(hands.perform(first, &mut at_once).is_none());
    begun.recv_timeout(DEADLINE).expect("it begins");
    let (second, _, let_second_go) = held(2);
    assert!(hands.perform(second, &mut at_once).is_none());
    let_second_go.send(()).expect("it waits");
    loop {
        match came(&mut hands).await {
            Came::Told(told) => {
                let asked = told.iter().filter_map(Event::asker);
                assert_eq!(asked.collect::<Vec<_>>(), [2]);
                break;
            }
            Came::Done => {}
            Came::Fault(fault) => panic!("{fault}"),
        }
    }
    assert!(!hands.is_idle(), "the first is still at it");
    let_first_go.send(()).expect("it waits");
    while !hands.is_idle() {
        let told = came(&mut hands).await;
        assert!(matches!(told, Came::Done), "nobody waits for what it found");
    }
    assert!(at_once.is_empty());
}
