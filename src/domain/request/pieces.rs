//! Several requests in one message (REQ-3): where one ends and the next begins.

/// The fewest characters a piece must have to be a request of its own.
const SHORTEST: usize = 12;
/// The most pieces a message is cut into.
pub const MOST: usize = 20;

/// The requests that stand in `body` as numbered or lettered items (`1/`, `2)`, `3.`, `a)`), each as
/// one text. A bulleted list counts only when at least two of its items ask for something. An empty
/// answer, or one piece, means: one request.
pub fn pieces(body: &str) -> Vec<String> {
    let numbered = collect(body, numbered_item);
    if numbered.len() > 1 {
        return numbered;
    }
    let bulleted: Vec<String> = collect(body, bulleted_item);
    if bulleted.iter().filter(|piece| asks(piece)).count() > 1 {
        return bulleted.into_iter().filter(|piece| asks(piece)).collect();
    }
    Vec::new()
}

/// The items whose first line `item` recognises, with the lines that follow until a blank one or the
/// next item. Quoted lines (`>`) are another message's.
fn collect(body: &str, item: fn(&str, usize) -> Option<&str>) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    let mut inside = false;
    for line in body
        .lines()
        .map(str::trim)
        .filter(|line| !line.starts_with('>'))
    {
        if let Some(text) = item(line, found.len()) {
            if found.len() == MOST {
                break;
            }
            found.push(text.trim().to_owned());
            inside = true;
        } else if line.is_empty() {
            inside = false;
        } else if let (true, Some(last)) = (inside, found.last_mut()) {
            last.push(' ');
            last.push_str(line);
        }
    }
    found.retain(|piece| piece.chars().count() >= SHORTEST);
    found
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

fn bulleted_item(line: &str, _: usize) -> Option<&str> {
    line.strip_prefix(['-', '*', '•', '–', '—', '·'])
        .filter(|rest| rest.starts_with(char::is_whitespace))
}

/// Whether a line asks for something of its own.
fn asks(line: &str) -> bool {
    const WORDS: [&str; 22] = [
        "demande",
        "besoin",
        "souhait",
        "voudr",
        "pourriez",
        "pouvez",
        "merci de",
        "envoyer",
        "devis",
        "commande",
        "request",
        "need",
        "would like",
        "could you",
        "can you",
        "please",
        "send",
        "quote",
        "order",
        "ajout",
        "creer",
        "create",
    ];
    let folded = crate::text::fold::fold(line);
    line.ends_with('?') || WORDS.iter().any(|word| folded.contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn req_3_several_requests_in_one_message_are_seen() {
        let body = "Bonjour,\n\n1/ Les statistiques 2026 de l'agence.\n2/ Un nouveau login pour Julie,\n   merci.\n\n3/ 200 livrets supplémentaires\n\nCordialement";
        let found = pieces(body);
        assert_eq!(found.len(), 3, "{found:?}");
        assert_eq!(found[1], "Un nouveau login pour Julie, merci.");
        let bullets =
            "Hello,\n- could you send the booklets again\n- we need a new login\n- thanks\n";
        assert_eq!(pieces(bullets).len(), 2);
    }

    #[test]
    fn req_3_one_request_is_left_whole() {
        for body in [
            "Nous serons 40 personnes le 12/3.\n\nCordialement",
            "Programme :\n- accueil\n- atelier\n- déjeuner\n",
            "12. mars\n3 rue des Lilas\n",
            "> 1/ old request text here\n> 2/ another old request\nOK for us",
            "",
        ] {
            assert!(pieces(body).len() < 2, "{body}");
        }
    }
}
