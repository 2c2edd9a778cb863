//! The one table of keys: a letter is one verb in every pane, and what differs is what the verb is about. Every
//! binding's letter and the words on its key are held against it by a test.

use super::texts::Lang;

/// A verb: its letter or sign, and the words that may stand on its key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Verb {
    /// The letter or sign.
    pub key: char,
    english: &'static [&'static str],
    french: &'static [&'static str],
}

const fn verb(
    key: char,
    english: &'static [&'static str],
    french: &'static [&'static str],
) -> Verb {
    Verb {
        key,
        english,
        french,
    }
}

impl Verb {
    /// The words that may stand on its key.
    pub fn labels(&self, lang: Lang) -> &'static [&'static str] {
        match lang {
            Lang::En => self.english,
            Lang::Fr => self.french,
        }
    }
}

/// Returns what a letter or a sign means, if it means anything.
pub fn of(key: char) -> Option<&'static Verb> {
    VERBS.iter().find(|verb| verb.key == key)
}

/// The bindings whose key was another one before: their names, the key that was, and the key that is; no key is
/// the list of all actions.
pub const MOVED: [(&str, &str, &str); 34] = [
    ("wake", "Z", "X"),
    ("subject", "E", ":"),
    ("kind", "K", ":"),
    ("save-view", "V", "f"),
    ("providers", "D", "f"),
    ("related", "Ctrl-g", "O"),
    ("next-case", "→", "J"),
    ("previous-case", "←", "K"),
    ("step", "o", "y"),
    ("propose", "P", "r"),
    ("withdraw-proposal", "W", "x"),
    ("favourite", "*", "W"),
    ("encourage", "E", "T"),
    ("team", "t", "a"),
    ("sessions", "s", "d"),
    ("attendance", "a", "e"),
    ("requests", "R", "O"),
    ("credits", "C", "$"),
    ("grant", "$", ":"),
    ("profile", "m", ":"),
    ("statistics", "S", "f"),
    ("next-opportunity", "→", "J"),
    ("previous-opportunity", "←", "K"),
    ("hand-over", "S", "R"),
    ("write-asked", "N", "e"),
    ("versions", "v", "="),
    ("write-paper", "w", "A"),
    ("extend", "E", "d"),
    ("recap", "R", "f"),
    ("give-up", "X", "x"),
    ("to-request", "Ctrl-g", "O"),
    ("add-line", "f", "n"),
    ("price-note", "N", "e"),
    ("quit", "q", "Ctrl-q"),
];

static VERBS: [Verb; 61] = [
    verb('a', &["Assign"], &["Attribuer"]),
    verb('b', &["Group"], &["Groupe"]),
    verb('c', &["Assign to me"], &["M’attribuer"]),
    verb(
        'd',
        &["Set the date", "Set the deadline"],
        &["Fixer la date", "Fixer l’échéance"],
    ),
    verb('e', &["Edit"], &["Modifier"]),
    verb('f', &["Views"], &["Vues"]),
    verb('g', &["Top", "Today"], &["Début", "Aujourd’hui"]),
    verb('h', &["History"], &["Historique"]),
    verb('i', &["Interesting"], &["Intéressante"]),
    verb('j', &["Down"], &["Bas"]),
    verb('k', &["Up"], &["Haut"]),
    verb('l', &["Fix", "Tick"], &["Corriger", "Cocher"]),
    verb('m', &["Message"], &["Message"]),
    verb(
        'n',
        &["New", "Deposit"],
        &["Nouveau", "Nouvelle", "Versement"],
    ),
    verb('o', &["Sort"], &["Trier"]),
    verb('p', &["Post"], &["Publier"]),
    verb('q', &["Quote"], &["Devis"]),
    verb(
        'r',
        &["Reply", "Write your proposal"],
        &["Répondre", "Proposer"],
    ),
    verb(
        's',
        &["Snooze", "Start"],
        &["Mettre en veille", "Commencer"],
    ),
    verb('t', &["Tag"], &["Étiqueter"]),
    verb('u', &["Undo"], &["Annuler"]),
    verb('v', &["Mark as validated"], &["Valider"]),
    verb('w', &["Next step"], &["Prochaine action"]),
    verb(
        'x',
        &[
            "Close", "Decline", "Withdraw", "Reject", "Refuse", "Archive", "Cancel", "Retire",
            "Discard", "Give up",
        ],
        &[
            "Clôturer",
            "Décliner",
            "Retirer",
            "Rejeter",
            "Refuser",
            "Archiver",
            "Abandonner",
        ],
    ),
    verb(
        'y',
        &[
            "Yes",
            "Accept",
            "Select",
            "Confirm",
            "Confirm the terms",
            "Use a credit",
            "Release",
            "Approve",
            "Book",
            "Apply",
            "Award",
            "Choose the formula",
            "Send again",
        ],
        &[
            "Oui",
            "Accepter",
            "Retenir",
            "Confirmer",
            "Confirmer les conditions",
            "Consulter",
            "Libérer",
            "Approuver",
            "Comptabiliser",
            "Appliquer",
            "Attribuer la somme",
            "Choisir la formule",
            "Envoyer à nouveau",
        ],
    ),
    verb('z', &["Full screen"], &["Plein écran"]),
    verb('A', &["Files"], &["Fichiers"]),
    verb('B', &["Send back"], &["Renvoyer"]),
    verb('C', &["Client’s page"], &["Fiche du client"]),
    verb('D', &["Mark as delivered"], &["Livrer"]),
    verb('E', &["Expand"], &["Déplier"]),
    verb('F', &["Search everything"], &["Rechercher partout"]),
    verb('G', &["Bottom"], &["Fin"]),
    verb('H', &["Dispute"], &["Litige"]),
    verb('I', &["Not interested"], &["Pas intéressante"]),
    verb('J', &["Next"], &["Suivant", "Suivante"]),
    verb('K', &["Previous"], &["Précédent", "Précédente"]),
    verb('L', &["Guide"], &["Guide"]),
    verb('M', &["Merge", "Match"], &["Fusionner", "Rapprocher"]),
    verb('N', &["Note"], &["Note"]),
    verb('O', &["Open related"], &["Éléments liés"]),
    verb('P', &["Log a call"], &["Noter un appel"]),
    verb('Q', &["Ask a question"], &["Poser une question"]),
    verb('R', &["Send to …"], &["Transmettre"]),
    verb('S', &["Split"], &["Scinder", "Répartir"]),
    verb(
        'T',
        &["Remind", "Encourage", "Ask the client"],
        &["Relancer", "Encourager", "Demander au client"],
    ),
    verb('U', &["Undo list"], &["Liste des annulations"]),
    verb('V', &["Mark to here"], &["Marquer jusqu’ici"]),
    verb('W', &["Watch", "Unwatch"], &["Suivre", "Ne plus suivre"]),
    verb('X', &["Reopen"], &["Rouvrir"]),
    verb('Y', &["Copy"], &["Copier"]),
    verb(
        'Z',
        &["Mark as unread"],
        &["Marquer non lu", "Marquer non lue"],
    ),
    verb('=', &["Compare"], &["Comparer"]),
    verb('!', &["Contact directly"], &["Contacter en direct"]),
    verb('$', &["Statement"], &["Relevé"]),
    verb('/', &["Filter"], &["Filtrer"]),
    verb(',', &["Go to …"], &["Aller à …"]),
    verb(':', &["All actions"], &["Toutes les actions"]),
    verb('?', &["Keys"], &["Touches"]),
    verb('<', &["Older"], &["Plus ancien"]),
    verb('>', &["Newer"], &["Plus récent"]),
];
