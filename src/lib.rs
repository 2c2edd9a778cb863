//! Entremise: the workstation of a house that stands between clients and the professionals who serve
//! them. ARCHITECTURE.md has the picture; each layer uses only those below it.

pub mod assets;
pub mod cli;
pub mod desk;
pub mod document;
pub mod domain;
pub mod ingest;
pub mod interop;
pub mod journal;
pub mod mail;
pub mod plain;
pub mod search;
pub mod serve;
pub mod session;
pub mod text;
pub mod ui;
