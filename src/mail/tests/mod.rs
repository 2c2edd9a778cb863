//! The whole layer: real mails of `tests/mail/`, every kind of source, limits, and any bytes.

mod fixtures;
mod hostile;
mod sources;
