//! Proofs of the rules of clients' money (ESC): the hard cases of LEDGER by name, and a machine that does random things with
//! money against an auditor who knows nothing of the books.

mod auditor;
mod bench;
mod disputes;
mod flows;
mod hard;
mod machine;
mod refusals;

pub(super) use refusals::met;
