//! The message that introduces coordinator and client to each other, ready to be sent, in the client's language where it is
//! one of ours. It is sent by nobody here.

use super::Teller;
use crate::desk::views::{Introduction, Party};
use crate::domain::house::Language;
use crate::ui::kit::texts::{Lang, Texts};

/// The language of the message: the first of them that there is a text in, else the one that is shown.
fn lang_of(languages: &[Language], shown: Lang) -> Lang {
    let known = |one: &Language| match one.code() {
        "fr" => Some(Lang::Fr),
        "en" => Some(Lang::En),
        _ => None,
    };
    languages.iter().find_map(known).unwrap_or(shown)
}

/// Who one is and how they are reached, in a line.
fn reached(party: &Party) -> String {
    let parts = [
        party.name.as_str(),
        party.email.as_str(),
        party.phone.as_str(),
    ];
    let there: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    there.join(", ")
}

impl Teller<'_> {
    /// The message, with its subject in the first line.
    pub fn introduction(&self, of: &Introduction) -> String {
        let lang = lang_of(&of.languages, self.texts.lang());
        let texts = Texts::shared(lang);
        let names: Vec<&str> = of.clients.iter().map(|one| one.name.trim()).collect();
        let names: Vec<&str> = names.into_iter().filter(|name| !name.is_empty()).collect();
        let clients: Vec<String> = of.clients.iter().map(reached).collect();
        let args = [
            ("title", of.title.as_str().into()),
            ("organisation", of.organisation.as_str().into()),
            ("clients", names.join(", ").into()),
            ("coordinator", of.coordinator.name.as_str().into()),
        ];
        let line = |id: &str| texts.with(id, &args);
        let mut all = vec![
            line("introduction-subject"),
            String::new(),
            line("introduction-hello"),
            String::new(),
            line("introduction-body"),
            String::new(),
            line("introduction-coordinator"),
            format!("  {}", reached(&of.coordinator)),
            line("introduction-client"),
        ];
        all.extend(clients.into_iter().map(|one| format!("  {one}")));
        all.extend([String::new(), line("introduction-end")]);
        all.join("\n")
    }
}
