//! The house served to many (PPL, WKS-3, WKS-5): the real server, called over SSH and through its socket.

#![expect(clippy::expect_used, reason = "a test that cannot go on says why")]

#[path = "support/caller.rs"]
mod caller;
#[path = "support/pty.rs"]
#[expect(dead_code, reason = "other tests look closer at terminals")]
mod pty;
#[path = "support/roles.rs"]
#[expect(dead_code, reason = "the rules try more of it")]
mod roles;
#[path = "support/server.rs"]
mod server;
#[path = "support/table.rs"]
mod table;
#[path = "support/watch.rs"]
mod watch;

#[path = "server/accounts.rs"]
mod accounts;
#[path = "server/agreement.rs"]
mod agreement;
#[path = "server/attacks.rs"]
mod attacks;
#[path = "server/cast.rs"]
mod cast;
#[path = "server/channels.rs"]
mod channels;
#[path = "server/closing.rs"]
mod closing;
#[path = "server/columns.rs"]
mod columns;
#[path = "server/commands.rs"]
mod commands;
#[path = "server/crowd.rs"]
mod crowd;
#[path = "server/door.rs"]
mod door;
#[path = "server/faults.rs"]
mod faults;
#[path = "server/fifty.rs"]
mod fifty;
#[path = "server/firms.rs"]
mod firms;
#[path = "server/hands.rs"]
mod hands;
#[path = "server/identity.rs"]
mod identity;
#[path = "server/keys.rs"]
mod keys;
#[path = "server/live.rs"]
mod live;
#[path = "server/market.rs"]
mod market;
#[path = "server/money.rs"]
mod money;
#[path = "server/offered.rs"]
mod offered;
#[path = "server/openssh.rs"]
mod openssh;
#[path = "server/providers.rs"]
mod providers;
#[path = "server/readme.rs"]
mod readme;
#[path = "server/relations.rs"]
mod relations;
#[path = "server/same.rs"]
mod same;
#[path = "server/shelf.rs"]
mod shelf;
#[path = "server/sides.rs"]
mod sides;
#[path = "server/siege.rs"]
mod siege;
#[path = "server/sight.rs"]
mod sight;
#[path = "server/sixth.rs"]
mod sixth;
#[path = "server/slow.rs"]
mod slow;
#[path = "server/stalled.rs"]
mod stalled;
#[path = "server/sweep.rs"]
mod sweep;
#[path = "server/together.rs"]
mod together;
#[path = "server/transports.rs"]
mod transports;
#[path = "server/whom.rs"]
mod whom;
