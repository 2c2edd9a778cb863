//! The screen's program knows no pane and no kind of thing by name.

use super::source::{Source, sources};
use super::{lines_with, none};

/// The views that stand in a message of the screen's program by name: what is published, and who it is for. All else
/// comes hidden in a look.
const PUBLISHED: [&str; 5] = ["Found", "Look", "Onlookers", "Sight", "Threshold"];

/// What a pane is about: `ui/app` knows none of it.
const KINDS: [&str; 12] = [
    "inbox",
    "board",
    "office",
    "people",
    "RequestId",
    "OpportunityId",
    "QuotationId",
    "ReadInbox",
    "Inbox",
    "Detail",
    "BoardList",
    "QuotationWhole",
];

#[test]
fn the_screens_program_and_its_messages_know_no_kind_of_thing() {
    let sources = sources();
    let messages = sources.iter().find(|s| s.path == "src/ui/message.rs");
    let messages = messages.expect("the messages");
    let code = messages.code.join(" ");
    let (_, views) = code.split_once("views::{").expect("the views it names");
    let (views, _) = views.split_once('}').expect("their end");
    let named: Vec<&str> = views.split(',').map(str::trim).collect();
    let named: Vec<&str> = named.into_iter().filter(|name| !name.is_empty()).collect();
    assert_eq!(named, PUBLISHED, "make it a look, beside its view");
    assert_eq!(code.matches("views::").count(), 1, "one place names views");
    let todo = "ask the panes' registry, or the view";
    let app = |s: &Source| s.path.starts_with("src/ui/app/");
    let found = lines_with(&sources, &KINDS, app, todo);
    none("The screen's program knows no pane by name", &found);
}
