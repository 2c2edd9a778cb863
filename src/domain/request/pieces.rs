//! Several requests in one message (REQ-3): where one ends and the next begins.

use crate::text::reading::Lexicon;

/// The fewest characters an item has that speaks for several requests without asking for anything: `1/ yes` and `2/ 40`
/// are answers.
const SHORTEST: usize = 12;
/// The most pieces a message is cut into.
pub const MOST: usize = 20;

/// One of several requests in a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// What it is about: the paragraph that begins it.
    pub about: String,
    /// All that belongs to it, paragraphs separated by a blank line.
    pub body: String,
}

/// Returns the requests that stand in `body` as numbered or lettered items (`1/`, `2)`, `3.`, `b)`), or behind
/// words that count (`Deuxièmement,`, `Secondly,`). An item counts when it is long enough to be no answer, or asks for
/// something. A bulleted list counts only when at least two of its items ask for something, or the message says that it
/// holds several requests; the others belong to the item before them. None, when it is one request. What stands between
/// the items follows the one before, what stands before the first leads it: nothing but quoted lines, which are another
/// message's, is left out.
pub fn pieces(body: &str, lexicon: &Lexicon) -> Vec<Piece> {
    let several = |found: &[Piece]| {
        let speak = found.iter().filter(|piece| speaks(piece, lexicon));
        speak.count() > 1
    };
    for item in [numbered_item, lettered_item] {
        let found = cut(body, item);
        if several(&found) {
            return found;
        }
    }
    let found = counted(body, lexicon);
    if several(&found) {
        return found;
    }
    let found = cut(body, |line, _| {
        bulleted_item(line).filter(|text| lexicon.asks(text))
    });
    if several(&found) {
        return found;
    }
    let found = cut(body, |line, _| bulleted_item(line));
    if several(&found) && lexicon.announces_several(body) {
        return found;
    }
    Vec::new()
}

/// Whether an item speaks for several requests.
fn speaks(piece: &Piece, lexicon: &Lexicon) -> bool {
    let long = piece.about.chars().count() >= SHORTEST;
    (long || lexicon.asks(&piece.about)) && !lexicon.answers(&piece.about)
}

/// Cuts `body` where `item` recognises the first line of an item, by how many there are before it.
fn cut<'a>(body: &'a str, item: impl Fn(&'a str, usize) -> Option<&'a str>) -> Vec<Piece> {
    // Most messages hold no list at all.
    let begins = body.lines().any(|line| item(line.trim(), 0).is_some());
    match begins {
        true => collect(body.lines(), item),
        false => Vec::new(),
    }
}

/// Cuts `body` behind words that count, wherever a sentence begins with them: each counts on from the one before.
fn counted(body: &str, lexicon: &Lexicon) -> Vec<Piece> {
    let counts = |text: &str| lexicon.counted(text).is_some();
    let lines = body.lines().flat_map(|line| {
        let ends = line.match_indices(['.', ';', '!', '?']);
        let starts = ends.filter_map(|(at, end)| {
            let rest = line.get(at + end.len()..)?;
            (rest.starts_with(char::is_whitespace) && counts(rest.trim_start()))
                .then_some(at + end.len())
        });
        let mut cuts: Vec<usize> = starts.collect();
        cuts.push(line.len());
        let mut from = 0;
        cuts.into_iter().filter_map(move |to| {
            let part = line.get(from..to);
            from = to;
            part
        })
    });
    let mut last = 0;
    collect(lines, |line, place| {
        let (count, rest) = lexicon.counted(line)?;
        let fits = match place {
            0 => count == 1,
            _ => count > last,
        };
        if fits {
            last = count;
        }
        let rest = rest.trim_start();
        fits.then(|| rest.strip_prefix([',', ':']).unwrap_or(rest))
    })
}

/// Cuts lines where `item` recognises the first of an item, by how many there are before it. The lines of a paragraph
/// become one.
fn collect<'a>(
    lines: impl Iterator<Item = &'a str>,
    mut item: impl FnMut(&'a str, usize) -> Option<&'a str>,
) -> Vec<Piece> {
    let mut before = String::new();
    let mut found: Vec<Piece> = Vec::new();
    let mut apart = false;
    let own = |line: &&str| !line.starts_with('>');
    for line in lines.map(str::trim).filter(own) {
        if line.is_empty() {
            apart = true;
        } else if let Some(text) = item(line, found.len()).filter(|_| found.len() < MOST) {
            let text = text.trim().to_owned();
            found.push(Piece {
                about: text.clone(),
                body: text,
            });
            apart = false;
        } else {
            match found.last_mut() {
                Some(piece) => {
                    if !apart && piece.about == piece.body {
                        append(&mut piece.about, line, false);
                    }
                    append(&mut piece.body, line, apart);
                }
                None => append(&mut before, line, apart),
            }
            apart = false;
        }
    }
    if let (Some(first), false) = (found.first_mut(), before.is_empty()) {
        first.body.insert_str(0, &(before + "\n\n"));
    }
    found
}

/// Appends a line: of the same paragraph, or of one `apart`.
fn append(text: &mut String, line: &str, apart: bool) {
    if !text.is_empty() {
        text.push_str(if apart { "\n\n" } else { " " });
    }
    text.push_str(line);
}

/// `2/ text`, `2) text`, `2. text`, `2- text`, `(2) text`: only in order, so that a date or an amount
/// at the start of a line is not taken for an item.
fn numbered_item(line: &str, before: usize) -> Option<&str> {
    let line = line.strip_prefix('(').unwrap_or(line);
    let digits = line.len() - line.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let (number, rest) = line.split_at(digits);
    let right = number
        .parse::<usize>()
        .is_ok_and(|number| number == before + 1);
    let rest = rest
        .strip_prefix(['/', ')', '.', '-', '°', ':'])
        .or(rest.strip_prefix(" -"))?;
    (right
        && rest
            .chars()
            .next()
            .is_some_and(|c| c.is_whitespace() || c.is_alphabetic()))
    .then_some(rest)
}

/// `b) text`, `(b) text`, in order.
fn lettered_item(line: &str, before: usize) -> Option<&str> {
    let line = line.strip_prefix('(').unwrap_or(line);
    let (letter, rest) = line.split_once(')')?;
    let letters = ('a'..='z').nth(before)?;
    let right = letter.eq_ignore_ascii_case(letters.encode_utf8(&mut [0; 4]));
    (right && rest.starts_with(char::is_whitespace)).then_some(rest)
}

fn bulleted_item(line: &str) -> Option<&str> {
    line.strip_prefix(['-', '*', '•', '–', '—', '·'])
        .filter(|rest| rest.starts_with(char::is_whitespace))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::reading::shipped;

    fn pieces(body: &str) -> Vec<Piece> {
        super::pieces(body, shipped())
    }

    /// The pieces as (what it is about, all of it).
    fn cut(body: &str) -> Vec<(String, String)> {
        let pieces = pieces(body).into_iter();
        pieces.map(|piece| (piece.about, piece.body)).collect()
    }

    fn pair(about: &str, body: &str) -> (String, String) {
        (about.to_owned(), body.to_owned())
    }

    #[test]
    fn req_3_several_requests_in_one_message_are_seen() {
        let body = "Bonjour,\n\n1/ Les statistiques 2026 de l'agence.\n2/ Un nouveau login pour Julie,\n   merci.\n\n3/ 200 livrets\n\nCordialement";
        assert_eq!(
            cut(body),
            [
                pair(
                    "Les statistiques 2026 de l'agence.",
                    "Bonjour,\n\nLes statistiques 2026 de l'agence."
                ),
                pair(
                    "Un nouveau login pour Julie, merci.",
                    "Un nouveau login pour Julie, merci."
                ),
                pair("200 livrets", "200 livrets\n\nCordialement"),
            ]
        );
        let bullets = "Hello,\n- could you send the booklets again\n- blue ones\n- we need a new login\n- thanks\n";
        assert_eq!(
            cut(bullets),
            [
                pair(
                    "could you send the booklets again - blue ones",
                    "Hello,\n\ncould you send the booklets again - blue ones"
                ),
                pair(
                    "we need a new login - thanks",
                    "we need a new login - thanks"
                ),
            ]
        );
    }

    /// Every word of a message that is cut stands in one of its pieces, whatever the items are like.
    #[test]
    fn req_3_nothing_is_left_out_of_the_pieces() {
        let many: String = (1..=25)
            .map(|n| format!("{n}/ le point numéro {n} du programme\n"))
            .collect();
        for body in [
            "1/ Le devis pour 200 personnes\n2/ RIB ?\n3/ La liste des animateurs\n",
            "Pour le 12 mars à Lyon :\n1) une salle pour l'atelier\n\nde 40 places\n2) un animateur bilingue\n",
            "1. les livrets supplémentaires\n3. un login pour Julie\n2. un devis à jour\nMerci\n",
            "a) un atelier de deux heures\nà Lyon\nb) un devis\nc) la liste des animateurs\n",
            "Premièrement, un atelier climat pour la direction.\n\nDeuxièmement : un devis.\nTroisièmement un login pour Julie\n",
            "Premièrement, le devis. Deuxièmement, le RIB de l'agence.\nTroisièmement, un login pour Julie.\n",
            "Premièrement, un atelier pour la direction.\nTroisièmement, un devis.\n",
            "1/ RIB ?\n2/ login\n3/ devis\n",
            "Ten eerste een offerte voor 40 personen.\nTen tweede de statistieken van 2026.\n",
            "Erstens ein Angebot für 40 Personen.\nZweitens: die Rechnung.\n",
            "First, a quote for 40 people.\nSecond, the invoice of March.\n",
            "Bonjour, plusieurs demandes :\n- les livrets de mars\n- la salle bleue\n",
            "- besoin de 12 livrets\n- bleus\n- besoin d'un login\n* merci de répondre vite\n\nPaul",
            &many,
        ] {
            let found = pieces(body);
            assert!((2..=MOST).contains(&found.len()), "{body}");
            let all: String = found
                .iter()
                .map(|piece| format!("{} ", piece.body))
                .collect();
            for word in body.split_whitespace() {
                let word = word.trim_matches(|c: char| !c.is_alphanumeric());
                // The sign of an item is none of its words.
                let counts = [
                    "eerste", "tweede", "Ten", "Erstens", "Zweitens", "First", "Second",
                ];
                let sign = word.len() < 2 || word.ends_with("ment") || word.parse::<u32>().is_ok();
                let sign = sign || counts.contains(&word);
                assert!(
                    all.contains(word) || sign,
                    "{word} of {body} is not in {found:?}"
                );
            }
        }
    }

    #[test]
    fn req_3_one_request_is_left_whole() {
        for body in [
            "Nous serons 40 personnes le 12/3.\n\nCordialement",
            "Programme :\n- accueil\n- atelier\n- déjeuner\n",
            "12. mars\n3 rue des Lilas\n",
            "1/ oui, pour 40 personnes\n2/ non merci, rien de plus\n",
            "First name: Paul\nSecond name: Jean\n",
            "Programme de la matinée :\n- accueil des participants\n- atelier en salle bleue\n",
            "Premièrement, merci pour votre accueil de mardi.\nNous serons douze.\n",
            "a) oui\nb) non\n",
            "1/ oui\n2/ non\n3/ demain\n",
            "> 1/ old request text here\n> 2/ another old request\nOK for us",
            "",
        ] {
            assert!(pieces(body).len() < 2, "{body}");
        }
    }
}
