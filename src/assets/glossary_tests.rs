//! Holds every text to the glossary (`assets/glossary.toml`) and to the way its language is written: words, spaces,
//! quotes, capitals, names of keys, room (WKS-4). Whether both languages say the same things is `texts_tests.rs`.

use super::*;
use crate::text::fit;
use std::collections::BTreeSet;
use std::path::Path;

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Glossary {
    term: Vec<Term>,
    banned: Vec<Banned>,
}

/// A thing, and what it is called.
#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Term {
    thing: String,
    en: Vec<String>,
    fr: Vec<String>,
}

/// Words of a language that are not said, and what is said instead.
#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Banned {
    lang: String,
    words: Vec<String>,
    say: String,
    #[serde(default)]
    except: Vec<String>,
}

/// A text as it is written, each value in it as `00`.
struct Said {
    lang: Lang,
    file: &'static str,
    id: String,
    lines: Vec<String>,
    /// The most columns, where the comment above it names them.
    room: Option<usize>,
}

impl Said {
    fn text(&self) -> String {
        self.lines.join("\n")
    }

    fn is(&self, begins: &[&str]) -> bool {
        begins.iter().any(|begin| self.id.starts_with(begin))
    }

    fn fault(&self, what: &str) -> String {
        let (lang, file, id) = (self.lang.code(), self.file, &self.id);
        format!("{lang}/{file} {id}: {what}: {:?}", self.text())
    }
}

fn glossary() -> Glossary {
    toml::from_str(include_str!("../../assets/glossary.toml")).expect("the glossary reads")
}

/// Every text of both languages.
fn all() -> Vec<Said> {
    let mut all = Vec::new();
    for (file, en, fr) in FILES {
        for (lang, source) in [(Lang::En, en), (Lang::Fr, fr)] {
            let mut room = None;
            for line in source.lines() {
                let first = line.chars().next().unwrap_or('\n');
                match line.split_once(" =") {
                    _ if first == '#' => room = columns(line),
                    _ if line.trim().is_empty() => room = None,
                    Some((id, words)) if first.is_ascii_alphabetic() => all.push(Said {
                        lang,
                        file,
                        id: id.to_owned(),
                        lines: vec![spoken(words.trim_start())],
                        room,
                    }),
                    _ => {
                        let line = line.trim_start();
                        let variant = ["[", "*["].iter().any(|begin| line.starts_with(begin));
                        let words = line.split_once("] ").filter(|_| variant);
                        let words = words.map_or(line, |(_, words)| words);
                        all.last_mut()
                            .expect("a text begins with its name")
                            .lines
                            .push(spoken(words));
                    }
                }
            }
        }
    }
    assert!(all.len() > 2000, "{}", all.len());
    all
}

/// How many columns a comment leaves to what stands under it.
fn columns(comment: &str) -> Option<usize> {
    let mut before = None;
    for word in comment.split_whitespace() {
        if ["columns", "colonnes"].contains(&word) {
            return before.and_then(|number: &str| number.parse().ok());
        }
        before = Some(word);
    }
    None
}

/// What is said of a line: values stand as `00`, and where a plural is chosen nothing does.
fn spoken(line: &str) -> String {
    let mut said = String::new();
    let mut rest = line;
    while let Some((before, inside)) = rest.split_once('{') {
        said.push_str(before);
        let Some((value, after)) = inside.split_once('}') else {
            return said;
        };
        said.push_str(if value == "\" \"" { " " } else { "00" });
        rest = after;
    }
    said.push_str(rest.trim_start_matches('}'));
    said
}

/// Whether a word stands in a text, whole and whatever its capitals.
fn says(text: &str, word: &str) -> bool {
    let (text, word) = (text.to_lowercase(), word.to_lowercase());
    let whole = |end: Option<char>, beside: Option<char>, hyphen: bool| {
        let letter = end.is_some_and(char::is_alphanumeric);
        !(letter && beside.is_some_and(|c| c.is_alphanumeric() || (hyphen && c == '-')))
    };
    text.match_indices(&word).any(|(at, found)| {
        let before = text[..at].chars().next_back();
        let after = text[at + found.len()..].chars().next();
        whole(word.chars().next(), before, true) && whole(word.chars().next_back(), after, false)
    })
}

fn none(faults: Vec<String>) {
    assert!(
        faults.is_empty(),
        "{}:\n{}",
        faults.len(),
        faults.join("\n")
    );
}

#[test]
fn wks_4_no_text_says_a_word_that_the_glossary_bans() {
    let (glossary, all) = (glossary(), all());
    let mut faults = Vec::new();
    for banned in &glossary.banned {
        let lang = Lang::parse(&banned.lang).expect("a language");
        let mut needed = BTreeSet::new();
        // The other words for an action are whatever somebody may type.
        for said in all
            .iter()
            .filter(|said| said.lang == lang && said.file != "names")
        {
            let text = said.text();
            for word in banned.words.iter().filter(|word| says(&text, word)) {
                match banned.except.contains(&said.id) {
                    true => drop(needed.insert(said.id.clone())),
                    false => faults.push(said.fault(&format!("{word} → {}", banned.say))),
                }
            }
        }
        let idle = banned.except.iter().filter(|id| !needed.contains(*id));
        faults.extend(idle.map(|id| format!("{id} needs no exception")));
    }
    none(faults);
}

#[test]
fn wks_4_every_word_of_the_glossary_is_said() {
    let (glossary, all) = (glossary(), all());
    let mut faults = Vec::new();
    for term in &glossary.term {
        for (lang, words) in [(Lang::En, &term.en), (Lang::Fr, &term.fr)] {
            assert!(!words.is_empty(), "{} has no word", term.thing);
            let silent = words.iter().filter(|word| !said_by(&all, lang, word));
            faults.extend(silent.map(|word| format!("{}: {word}", term.thing)));
        }
    }
    none(faults);
}

/// French has a no-break space before its high signs and inside its quotes. A sign that is a key (`? montre …`)
/// begins what is said, and a colon inside a word (`is:open`) is none.
#[test]
fn wks_4_french_is_spaced_as_french_is() {
    let blank = |c: char| c == '\u{a0}' || c == '\u{202f}';
    let mut faults = Vec::new();
    // A name that is typed with its colon, like `is:`.
    let other = ["filter-strange"];
    for said in all() {
        if said.lang != Lang::Fr || other.contains(&said.id.as_str()) {
            continue;
        }
        for line in &said.lines {
            let signs: Vec<char> = line.chars().collect();
            let at = |n: Option<usize>| n.and_then(|n| signs.get(n)).copied().unwrap_or('\n');
            for (n, sign) in signs.iter().enumerate() {
                let (before, after) = (at(n.checked_sub(1)), at(Some(n + 1)));
                let key = matches!(before, '\n' | '(')
                    || (before == ' '
                        && matches!(
                            at(n.checked_sub(2)),
                            '\n' | '.' | ',' | ':' | ';' | '·' | '('
                        ));
                let good = match sign {
                    ':' if after.is_alphanumeric() || after == '[' => true,
                    ':' | ';' | '!' | '?' => blank(before) || key,
                    '»' | '%' => blank(before),
                    '«' => blank(after),
                    _ => true,
                };
                if !good {
                    faults.push(said.fault(&format!("a no-break space at {sign}")));
                }
            }
        }
    }
    none(faults);
}

#[test]
fn wks_4_apostrophes_and_quotes_are_those_of_print() {
    let mut faults = Vec::new();
    for said in all() {
        let text = said.text();
        // The English of a command's help is what stands in the code, and in a terminal's help.
        let code = said.lang == Lang::En && said.file == "commands";
        if !code && text.contains(['\'', '"']) {
            faults.push(said.fault("a straight quote"));
        }
        if text.contains("...") || said.lines.iter().any(|line| line.trim().contains("  ")) {
            faults.push(said.fault("… is one sign, a space is one"));
        }
        let other = match said.lang {
            Lang::En => ['«', '»'],
            Lang::Fr => ['“', '”'],
        };
        if text.contains(other) {
            faults.push(said.fault("the other language's quotes"));
        }
    }
    none(faults);
}

/// A label begins with a capital, and no other word of it has one but a name or a key.
#[test]
fn wks_4_labels_have_the_capitals_of_a_sentence() {
    const LABELS: [&str; 16] = [
        "act-",
        "column-",
        "field-",
        "pane-",
        "scope-",
        "view-",
        "sign-",
        "home-col-",
        "home-verb-",
        "board-view-",
        "board-field-",
        "board-notice-",
        "board-profile-",
        "kit-table-",
        "task-",
        "person-",
    ];
    const NOT: [&str; 7] = [
        "-help",
        "-also",
        "-hint",
        "view-own",
        "view-shared",
        "-zone",
        "-out",
    ];
    let (mut faults, mut seen) = (Vec::new(), 0);
    for said in all() {
        let value = said.file == "opportunity" || said.file == "people" && said.is(&["person-"]);
        if !said.is(&LABELS) || value || NOT.iter().any(|end| said.id.ends_with(end)) {
            continue;
        }
        seen += 1;
        let lines = said.lines.iter().filter(|line| !line.is_empty());
        for line in lines {
            let mut words = line.split_whitespace();
            let small = words
                .next()
                .is_some_and(|word| word.starts_with(char::is_lowercase));
            let title = words.any(|word| {
                let rest: String = word.chars().skip(1).collect();
                word.starts_with(char::is_uppercase) && rest.contains(char::is_lowercase)
            });
            if small || title {
                faults.push(said.fault("capitals"));
            }
        }
    }
    assert!(seen > 500, "{seen}");
    none(faults);
}

#[test]
fn wks_4_texts_fit_the_room_there_is_for_them() {
    /// The widest footer label; the footer drops a key rather than cut its label.
    const FOOTER: usize = 24;
    let (mut faults, mut seen) = (Vec::new(), 0);
    for said in all() {
        let label =
            said.is(&["act-"]) && !said.id.ends_with("-help") && !said.id.ends_with("-also");
        let Some(room) = said.room.or(label.then_some(FOOTER)) else {
            continue;
        };
        seen += usize::from(said.room.is_some());
        let widest = said.lines.iter().map(|line| fit::width(line.trim())).max();
        if widest > Some(room) {
            faults.push(said.fault(&format!("wider than {room}")));
        }
    }
    assert!(seen > 150, "{seen}");
    none(faults);
}

/// A key is called what is printed on it, in the language of who reads; those whose names are words of their own
/// (Haut, Fin, Home) are looked at by eye.
#[test]
fn wks_4_keys_have_one_name_in_each_language() {
    let names = [
        "key-shift",
        "key-space",
        "key-enter",
        "key-esc",
        "key-backspace",
        "key-page-up",
    ];
    // What is written in a file of one's own keys is the same in every language.
    let written = ["kit-keys-unknown-key"];
    let [en, fr] = Lang::ALL.map(Texts::new);
    let mut faults = Vec::new();
    for said in all() {
        let foreign = match said.lang {
            Lang::En => &fr,
            Lang::Fr => &en,
        };
        if said.id.starts_with("key-") || written.contains(&said.id.as_str()) {
            continue;
        }
        let text = said.text();
        for name in names.map(|id| foreign.get(id)) {
            // “Retour” is a word too.
            if name != "Retour" && says(&text, &name) {
                faults.push(said.fault(&format!("the key {name}")));
            }
        }
    }
    none(faults);
}

/// Whether a text of the screens or of the commands says it in this language.
fn said_by(all: &[Said], lang: Lang, word: &str) -> bool {
    let texts = all
        .iter()
        .filter(|said| said.lang == lang && said.file != "names");
    texts.into_iter().any(|said| says(&said.text(), word))
}

/// The files of the screens and of the commands in words that hold words all the same, and why.
const IN_CODE: [(&str, &str); 7] = [
    (
        "ui/kit/binding.rs",
        "a fault in the program's own bindings, told to who writes it",
    ),
    (
        "ui/kit/theme/file.rs",
        "a fault in the program's own themes, told to who writes it",
    ),
    (
        "ui/kit/verbs.rs",
        "the table of keys, which a test holds to the locale files",
    ),
    ("ui/panes/board/views.rs", "filters as they are typed"),
    ("ui/panes/directory/form.rs", "segments as they are stored"),
    ("plain/quotations/tell.rs", "a value of the JSON"),
    (
        "plain/house/edition.rs",
        "the first line of a file that is edited and sent back",
    ),
];

#[test]
fn wks_4_no_sentence_stands_in_the_code_of_the_screens() {
    let source = Path::new(file!()).ancestors().nth(2).expect("src");
    let (mut faults, mut needed) = (Vec::new(), BTreeSet::new());
    for folder in ["ui", "plain"] {
        let mut files = Vec::new();
        super::tests::sources(&source.join(folder), &mut files);
        assert!(!files.is_empty());
        for file in files {
            let name = file
                .strip_prefix(source)
                .expect("inside")
                .display()
                .to_string();
            let code = std::fs::read_to_string(&file).expect("a source");
            if name.contains("test") {
                continue;
            }
            for words in literals(&code)
                .into_iter()
                .filter(|words| is_sentence(words))
            {
                match IN_CODE.iter().find(|(file, _)| *file == name) {
                    Some((file, _)) => drop(needed.insert(*file)),
                    None => faults.push(format!("{name}: {words:?}")),
                }
            }
        }
    }
    let idle = IN_CODE.iter().filter(|(file, _)| !needed.contains(file));
    faults.extend(idle.map(|(file, _)| format!("{file} holds no words any more")));
    none(faults);
}

/// The strings of a source, without its comments and its tests.
fn literals(code: &str) -> Vec<String> {
    let code = code.split("#[cfg(test)]").next().unwrap_or_default();
    let code: Vec<&str> = code
        .lines()
        .filter(|line| !line.trim_start().starts_with("//"))
        .collect();
    let (mut found, mut inside) = (Vec::new(), None::<String>);
    let code = code.join("\n").replace("'\"'", "").replace("'\\\"'", "");
    let mut signs = code.chars();
    while let Some(sign) = signs.next() {
        match (&mut inside, sign) {
            (Some(words), '\\') => words.extend(
                signs
                    .next()
                    .filter(|sign| sign.is_alphanumeric())
                    .map(|_| ' '),
            ),
            (Some(_), '"') => found.extend(inside.take()),
            (Some(words), sign) => words.push(sign),
            (None, '"') => inside = Some(String::new()),
            (None, _) => {}
        }
    }
    found
}

/// Whether two words follow each other, values left out.
fn is_sentence(words: &str) -> bool {
    let mut said = String::new();
    let mut rest = words;
    while let Some((before, inside)) = rest.split_once('{') {
        said.push_str(before);
        said.push('0');
        rest = inside.split_once('}').map_or("", |(_, after)| after);
    }
    said.push_str(rest);
    // The pattern of a date, and a key as an example.
    if said.starts_with('%') || said.starts_with("ssh-") {
        return false;
    }
    let word = |word: &str| word.chars().filter(|c| c.is_alphabetic()).count() > 1;
    let words: Vec<bool> = said.split_whitespace().map(word).collect();
    words.windows(2).any(|two| two == [true, true])
}
