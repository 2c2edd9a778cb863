//! The lines of the sweep that are about clients' money.

use crate::cast::Kind;

/// Its commands in words, as [`super::lines`] has them.
pub const LINES: &[(&str, &str, Kind)] = &[
    ("escrow list", "", Kind::Nothing),
    ("escrow show", "escrow show {}", Kind::Mission),
    ("escrow show", "escrow show {} --json", Kind::Mission),
    ("escrow statement", "escrow statement {}", Kind::Mission),
    ("escrow entry", "escrow entry {}", Kind::Posting),
    ("escrow entry", "escrow entry {} --json", Kind::Posting),
    (
        "escrow refund",
        "escrow refund {} 1 --words x",
        Kind::Mission,
    ),
    ("tranche start", "tranche start {} 1", Kind::Mission),
    ("tranche deliver", "tranche deliver {} 1", Kind::Mission),
    ("tranche accept", "tranche accept {} 1 whole", Kind::Mission),
    ("tranche release", "tranche release {} 1 1", Kind::Mission),
    ("tranche fund", "tranche fund {} 1 1", Kind::Mission),
    ("tranche unfund", "tranche unfund {} 1 1", Kind::Mission),
    (
        "tranche give-back",
        "tranche give-back {} 1 1 --words x",
        Kind::Mission,
    ),
    (
        "dispute open",
        "dispute open {} --claim 1 --words x",
        Kind::Mission,
    ),
    ("dispute say", "dispute say {} --words x", Kind::Mission),
    (
        "dispute propose",
        "dispute propose {} --provider 1 --client 1 --until +1d --words x",
        Kind::Mission,
    ),
    (
        "dispute answer",
        "dispute answer {} accept --words x",
        Kind::Mission,
    ),
    (
        "dispute award",
        "dispute award {} --provider 1 --client 1 --words x",
        Kind::Mission,
    ),
    (
        "dispute withdraw",
        "dispute withdraw {} --words x",
        Kind::Mission,
    ),
    ("books show", "", Kind::Nothing),
    ("books statement", "", Kind::Nothing),
    ("books deposit", "books deposit 1 --for {}", Kind::Mission),
    ("books match", "books match E-987654 1 {}", Kind::Mission),
    ("books send-back", "books send-back {} 1", Kind::Posting),
    ("books paid-out", "books paid-out {}", Kind::Posting),
    (
        "books chargeback",
        "books chargeback {} 1 --words x",
        Kind::Posting,
    ),
    ("books thaw", "books thaw {} --words x", Kind::Mission),
    ("books receive", "books receive {} 1", Kind::Mission),
    ("books net", "books net {} 1 --said x", Kind::Mission),
    (
        "books write-off",
        "books write-off {} 1 --words x",
        Kind::Mission,
    ),
    ("books begin", "", Kind::Nothing),
    ("books correct", "books correct {} --words x", Kind::Posting),
    ("books close-days", "", Kind::Nothing),
    ("books export", "", Kind::Nothing),
];
