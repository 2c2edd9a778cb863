//! How settings stand together on screen: what belongs to one subject is one part, whatever its name in files, under
//! headings. Names and files know sections instead.

use super::{Section, Spot};

/// A part of the settings as people read them, in the order in which they are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// Its name, its domains, who it is in law.
    Organisation,
    /// Home, and the languages of papers.
    Countries,
    /// Office hours, holidays, bridge days.
    Hours,
    /// How long something may take.
    Delays,
    /// What depends on the group, and the commercial relation.
    Groups,
    /// What a request must have.
    Requests,
    /// What the board asks.
    Board,
    /// Clients' money.
    Money,
}

impl Part {
    /// All of them, in order.
    pub const ALL: [Part; 8] = [
        Part::Organisation,
        Part::Countries,
        Part::Hours,
        Part::Delays,
        Part::Groups,
        Part::Requests,
        Part::Board,
        Part::Money,
    ];

    /// Returns the name that its texts are found by.
    pub fn key(self) -> &'static str {
        match self {
            Part::Organisation => "organisation",
            Part::Countries => "countries",
            Part::Hours => "hours",
            Part::Delays => "delays",
            Part::Groups => "groups",
            Part::Requests => "requests",
            Part::Board => "board",
            Part::Money => "money",
        }
    }
}

impl Spot {
    /// Returns the part it stands in.
    pub fn part(&self) -> Part {
        match (self.setting.section, self.setting.name) {
            (Section::Organisation, "home") | (Section::Papers, _) => Part::Countries,
            (Section::Organisation | Section::Identity, _) => Part::Organisation,
            (Section::Hours, _) => Part::Hours,
            (Section::Delays, _) => Part::Delays,
            (Section::Relationship, _) => Part::Groups,
            (Section::Requests, name) if name.starts_with("validate-") => Part::Groups,
            (Section::Requests, _) => Part::Requests,
            (Section::Board, _) => Part::Board,
            (Section::Money, _) => Part::Money,
        }
    }

    /// Returns the text of the heading it stands under in its part, where there is one.
    pub fn heading(&self) -> Option<&'static str> {
        match (self.setting.section, self.setting.name) {
            (Section::Identity, _) => Some("settings-heading-identity"),
            (Section::Hours, "holidays" | "bridge-days") => Some("settings-heading-days-off"),
            (Section::Hours, _) => Some("settings-heading-office-hours"),
            (Section::Relationship, name) if name.starts_with("selects-") => {
                Some("settings-heading-selection")
            }
            (Section::Relationship, _) => Some("settings-heading-relationship"),
            (Section::Requests, name) if name.starts_with("validate-") => {
                Some("settings-heading-before-posting")
            }
            (Section::Board, name) if name.starts_with("credits") => {
                Some("settings-heading-credits")
            }
            (Section::Board, _) => Some("settings-heading-proposals"),
            _ => None,
        }
    }
}
