//! The names that columns and JSON fields may have, in English and French, and what they fill.
//!
//! Case, accents, blanks and punctuation do not count. Never reads a value.

use super::limits;

/// What a known column fills.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Column {
    Id,
    Received,
    Subject,
    Body,
    Contact,
    Email,
    Phone,
    Organisation,
    Country,
    Segment,
    Kind,
    WantedDates,
    Place,
    Online,
    Participants,
    Budget,
    Deadline,
    Language,
    Tags,
}

/// Known names, as [`key`] writes them; the first of each is the one shown to people.
const NAMES: [(Column, &[&str]); 19] = [
    (
        Column::Id,
        &["id", "reference", "ref", "identifiant", "numero"],
    ),
    (
        Column::Received,
        &[
            "received",
            "receivedon",
            "date",
            "sent",
            "sentat",
            "recule",
            "recu",
            "datedereception",
        ],
    ),
    (
        Column::Subject,
        &["subject", "objet", "sujet", "title", "titre"],
    ),
    (
        Column::Body,
        &[
            "body",
            "message",
            "description",
            "demande",
            "request",
            "text",
            "texte",
        ],
    ),
    (
        Column::Contact,
        &[
            "contact",
            "nom",
            "name",
            "from",
            "contactname",
            "nomducontact",
        ],
    ),
    (
        Column::Email,
        &[
            "email",
            "mail",
            "courriel",
            "emailaddress",
            "adressemail",
            "adresseemail",
        ],
    ),
    (
        Column::Phone,
        &[
            "phone",
            "telephone",
            "tel",
            "phonenumber",
            "numerodetelephone",
        ],
    ),
    (
        Column::Organisation,
        &[
            "organisation",
            "organization",
            "societe",
            "client",
            "company",
            "entreprise",
        ],
    ),
    (Column::Country, &["country", "pays"]),
    (Column::Segment, &["segment", "secteur", "sector"]),
    (Column::Kind, &["kind", "type", "nature", "typededemande"]),
    (
        Column::WantedDates,
        &[
            "wanteddates",
            "dates",
            "datessouhaitees",
            "wanteddate",
            "datesouhaitee",
        ],
    ),
    (
        Column::Place,
        &["place", "lieu", "location", "ville", "city"],
    ),
    (
        Column::Online,
        &["online", "enligne", "adistance", "remote"],
    ),
    (
        Column::Participants,
        &[
            "participants",
            "nombredeparticipants",
            "people",
            "personnes",
        ],
    ),
    (Column::Budget, &["budget"]),
    (Column::Deadline, &["deadline", "echeance", "datelimite"]),
    (Column::Language, &["language", "langue", "lang"]),
    (
        Column::Tags,
        &["tags", "etiquettes", "tag", "etiquette", "motscles"],
    ),
];

impl Column {
    /// The column that is called `name`.
    pub(crate) fn named(name: &str) -> Option<Column> {
        let key = key(name);
        NAMES
            .iter()
            .find(|(_, names)| names.contains(&key.as_str()))
            .map(|(column, _)| *column)
    }

    /// The names to propose to someone whose table has none that is known.
    pub(crate) fn proposed() -> Vec<&'static str> {
        NAMES
            .iter()
            .filter_map(|(_, names)| names.first().copied())
            .collect()
    }
}

/// A name without case, accents, blanks and punctuation.
fn key(name: &str) -> String {
    let name = limits::chars(name, 100).to_lowercase();
    let plain = name.chars().map(|letter| match letter {
        'à' | 'â' | 'ä' | 'á' => 'a',
        'é' | 'è' | 'ê' | 'ë' => 'e',
        'î' | 'ï' => 'i',
        'ô' | 'ö' => 'o',
        'ù' | 'û' | 'ü' => 'u',
        'ç' => 'c',
        other => other,
    });
    plain.filter(|letter| letter.is_alphanumeric()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn req_1_columns_in_both_languages() {
        let cases = [
            ("Objet", Column::Subject),
            ("  E-Mail ", Column::Email),
            ("Société", Column::Organisation),
            ("TÉLÉPHONE", Column::Phone),
            ("Dates souhaitées", Column::WantedDates),
            ("wanted_dates", Column::WantedDates),
            ("en ligne", Column::Online),
            ("Échéance", Column::Deadline),
            ("Reçu le", Column::Received),
            ("Référence", Column::Id),
            ("Étiquettes", Column::Tags),
        ];
        for (name, column) in cases {
            assert_eq!(Column::named(name), Some(column), "{name}");
        }
        assert_eq!(Column::named("couleur"), None);
        for name in Column::proposed() {
            assert!(Column::named(name).is_some());
        }
    }
}
