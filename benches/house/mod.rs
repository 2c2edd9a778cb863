//! The letters of a made-up house: subjects, bodies and senders in French and English, the same ones on
//! every machine and in every run. They feed the stores, mailboxes and indexes that benches work on.

/// The made-up house's clock stands still at this instant: 10 March 2026, 10:00 in Paris.
pub const NOW: i64 = 1_773_133_200_000;

/// A small generator of numbers (SplitMix64): enough for making things up, and always the same.
pub struct Random(u64);

impl Random {
    /// Begins at `seed`.
    pub fn new(seed: u64) -> Random {
        Random(seed)
    }

    /// The next number.
    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number below `end`.
    pub fn below(&mut self, end: usize) -> usize {
        let end = u64::try_from(end.max(1)).unwrap_or(u64::MAX);
        usize::try_from(self.next() % end).unwrap_or_default()
    }

    /// One of `these`.
    pub fn pick<'a>(&mut self, these: &[&'a str]) -> &'a str {
        these
            .get(self.below(these.len()))
            .copied()
            .unwrap_or_default()
    }
}

/// What somebody wrote.
pub struct Letter {
    /// Its subject.
    pub subject: String,
    /// Its text, a few hundred bytes to three thousand.
    pub body: String,
    /// Who wrote it.
    pub name: String,
    /// From where.
    pub email: String,
    /// For which organisation.
    pub organisation: String,
}

/// How many organisations write to a house of `requests`.
pub fn organisations(requests: usize) -> usize {
    requests / 12 + 8
}

/// A letter of one of `organisations`, some of which write far more often than others. Its body has
/// about `paragraphs` paragraphs.
pub fn letter(random: &mut Random, organisations: usize, paragraphs: usize) -> Letter {
    // The smaller of two numbers: a few write a lot.
    let number = random.below(organisations).min(random.below(organisations));
    let organisation = organisation(number);
    let (first, last) = (
        FIRST[(number + random.below(3)) % FIRST.len()],
        LAST[(number / 7) % LAST.len()],
    );
    let french = random.below(10) < 6;
    let words = if french { &FRENCH } else { &ENGLISH };
    let about = format!(
        "{} {} {}",
        random.pick(words.what),
        random.pick(words.about),
        1 + random.below(9_999)
    );
    let subject = match random.below(4) {
        0 => about,
        1 => format!("{} / {about}", organisation.to_uppercase()),
        _ => format!("{organisation} / {about}"),
    };
    let mut body = format!("{}\n\n", random.pick(words.hello));
    for _ in 0..paragraphs.max(1) {
        for _ in 0..2 + random.below(3) {
            body.push_str(random.pick(words.sentences));
            body.push(' ');
        }
        body.push_str("\n\n");
    }
    body.push_str(&format!("{}\n{first} {last}\n", random.pick(words.bye)));
    Letter {
        subject,
        body,
        name: format!("{first} {last}"),
        email: format!("{}.{}@org-{number}.example", plain(first), plain(last)),
        organisation,
    }
}

fn organisation(number: usize) -> String {
    let (kind, place) = (
        KINDS[number % KINDS.len()],
        PLACES[(number / KINDS.len()) % PLACES.len()],
    );
    match number / (KINDS.len() * PLACES.len()) {
        0 => format!("{kind} {place}"),
        more => format!("{kind} {place} {}", more + 1),
    }
}

fn plain(name: &str) -> String {
    let ascii = name.chars().map(|c| {
        if c.is_ascii_alphabetic() {
            c.to_ascii_lowercase()
        } else {
            'e'
        }
    });
    ascii.collect()
}

struct Words {
    hello: &'static [&'static str],
    bye: &'static [&'static str],
    what: &'static [&'static str],
    about: &'static [&'static str],
    sentences: &'static [&'static str],
}

const FRENCH: Words = Words {
    hello: &[
        "Bonjour,",
        "Madame, Monsieur,",
        "Bonjour à toute l'équipe,",
        "Chère Anna,",
    ],
    bye: &["Cordialement,", "Bien à vous,", "Avec nos remerciements,"],
    what: &[
        "Demande d'atelier",
        "Devis pour une journée",
        "Dates pour une formation",
        "Question sur la facture",
        "Fresque pour les équipes",
        "Animation en anglais",
        "Complément d'information",
        "Annulation de la séance",
    ],
    about: &[
        "d'avril",
        "de la rentrée",
        "pour 40 personnes",
        "à Lyon",
        "à Besançon",
        "en ligne",
        "du comité de direction",
        "des élèves de seconde",
        "du 3e trimestre",
        "nº",
    ],
    sentences: &[
        "Nous souhaiterions organiser un atelier pour nos équipes au printemps.",
        "Nous serions une quarantaine de personnes, réparties en deux groupes.",
        "Pourriez-vous nous indiquer vos disponibilités et vos tarifs ?",
        "Notre budget n'est pas encore arrêté, il dépendra du nombre de participants.",
        "La salle dispose de tables rondes et d'un vidéoprojecteur.",
        "Merci de nous répondre avant la fin du mois si c'est possible.",
        "Le bon de commande vous parviendra dès la validation de notre direction.",
        "Certains d'entre nous ont déjà participé à une séance à l'été dernier.",
        "Il faudrait prévoir une animation accessible aux personnes malentendantes.",
        "L'accueil se fait à partir de neuf heures au rez-de-chaussée.",
    ],
};

const ENGLISH: Words = Words {
    hello: &["Hello,", "Dear team,", "Good morning,", "Hi Anna,"],
    bye: &["Kind regards,", "Best wishes,", "Many thanks,"],
    what: &[
        "Workshop request",
        "Quotation for a day",
        "Dates for a training",
        "Question about the invoice",
        "Session for our teams",
        "Facilitation in English",
        "Further information",
        "Cancelling the session",
    ],
    about: &[
        "in April",
        "after the summer",
        "for 40 people",
        "in London",
        "in Dublin",
        "online",
        "for the board",
        "for our pupils",
        "this quarter",
        "no",
    ],
    sentences: &[
        "We would like to organise a workshop for our teams this spring.",
        "There would be about forty of us, in two groups.",
        "Could you tell us when you are available and what it costs?",
        "Our budget is not settled yet; it depends on how many take part.",
        "The room has round tables and a projector.",
        "Please let us know before the end of the month if you can.",
        "The purchase order will follow as soon as our management agrees.",
        "Some of us took part in a session last summer and loved it.",
        "One of the participants uses a wheelchair, so a lift is needed.",
        "Doors open at nine; please ask for me at the front desk.",
    ],
};

const FIRST: [&str; 16] = [
    "Élodie", "Martin", "Chloé", "James", "Sofia", "Hugo", "Agnès", "Peter", "Inès", "Louis",
    "Mary", "Noémie", "Omar", "Claire", "Émile", "Ruth",
];
const LAST: [&str; 13] = [
    "Durand", "Smith", "Lefèvre", "Garcia", "Müller", "Rossi", "Moreau", "Jones", "Nguyen",
    "Petit", "Kowalski", "Blanc", "O'Brien",
];
const KINDS: [&str; 8] = [
    "Lycée",
    "Mairie",
    "Groupe",
    "Université",
    "Banque",
    "Association",
    "Centre",
    "Atelier",
];
const PLACES: [&str; 17] = [
    "des Trois Vallées",
    "de Besançon",
    "Beauséjour",
    "Northwind",
    "du Grand Large",
    "Saint-Exupéry",
    "Lumière",
    "Harbour",
    "des Érables",
    "du Vieux Pont",
    "Contoso",
    "de la Cité",
    "Montaigne",
    "Riverside",
    "du Soleil",
    "Clairval",
    "Fabrikam",
];
