//! What a terminal can show besides ASCII, and what stands for the rest: frames of dashes, letters without
//! accents. One cell stays one cell. Values come in; the environment is never read here.

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization;
use unicode_width::UnicodeWidthStr;

/// The characters that a terminal shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Signs {
    /// All of them.
    #[default]
    All,
    /// The letters of Western Europe and no signs: the console of Linux.
    Letters,
    /// ASCII.
    Ascii,
}

/// What stands for a sign, in one cell.
const STANDS: [(&str, &str); 21] = [
    ("─━═╌┄–—−‐‑", "-"),
    ("│┃║▏▎▍▌▐", "|"),
    ("╭╮╰╯┌┐└┘├┤┬┴┼┏┓┗┛", "+"),
    ("█▓▒░▉▊▋■", "#"),
    ("●•◆★⚑", "*"),
    ("○◦◇☐", "o"),
    ("·…", "."),
    ("→▸▶›", ">"),
    ("←◂◀‹", "<"),
    ("↑▲▴", "^"),
    ("↓▼▾", "v"),
    ("✓✔", "+"),
    ("✗✘×", "x"),
    ("“”„«»⟦⟧", "\""),
    ("’‘‚", "'"),
    ("‼", "!"),
    ("✎", "~"),
    ("⎙", "="),
    ("€", "E"),
    ("\u{a0}\u{202f}\u{2009}", " "),
    ("œæ", "e"),
];

impl Signs {
    /// Returns what the environment says: the name of the terminal (`TERM`), and the first that is set of
    /// `LC_ALL`, `LC_CTYPE` and `LANG`. A locale that names no character set says nothing.
    pub fn from_env(term: Option<&str>, locale: Option<&str>) -> Signs {
        let locale = locale.unwrap_or_default().to_ascii_lowercase();
        let (name, set) = locale.split_once('.').unwrap_or((&locale, ""));
        let set = set.split('@').next().unwrap_or_default();
        let unicode = matches!(set, "utf-8" | "utf8");
        let plain = matches!(name, "c" | "posix") || !set.is_empty();
        if plain && !unicode {
            Signs::Ascii
        } else if term == Some("linux") {
            Signs::Letters
        } else {
            Signs::All
        }
    }

    /// Returns what is shown for the content of a cell. What takes two cells leaves the second one empty.
    pub fn show(self, symbol: &str) -> Cow<'_, str> {
        let letters = |c: char| c.is_alphabetic() && c <= 'ÿ';
        if self == Signs::All
            || symbol.is_ascii()
            || (self == Signs::Letters && symbol.chars().all(letters))
        {
            return Cow::Borrowed(symbol);
        }
        let known = STANDS.iter().find(|(signs, _)| signs.contains(symbol));
        let stand = match known {
            Some((_, stand)) => (*stand).to_owned(),
            None => {
                let plain = symbol.nfkd().next().filter(char::is_ascii);
                plain.unwrap_or('?').to_string()
            }
        };
        let rest = symbol.width().saturating_sub(1);
        Cow::Owned(stand + &" ".repeat(rest.min(1)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wks_2_the_character_set_is_what_the_environment_says() {
        for (term, locale, signs) in [
            ("xterm", Some("en_GB.UTF-8"), Signs::All),
            ("xterm", Some("fr_FR.utf8@euro"), Signs::All),
            ("xterm", Some("C.UTF-8"), Signs::All),
            ("xterm", Some("fr_FR"), Signs::All),
            ("xterm", None, Signs::All),
            ("xterm", Some("C"), Signs::Ascii),
            ("xterm", Some("POSIX"), Signs::Ascii),
            ("xterm", Some("fr_FR.ISO-8859-1"), Signs::Ascii),
            ("xterm", Some("fr_FR.ISO8859-15@euro"), Signs::Ascii),
            ("linux", Some("fr_FR.UTF-8"), Signs::Letters),
            ("linux", Some("C"), Signs::Ascii),
        ] {
            assert_eq!(
                Signs::from_env(Some(term), locale),
                signs,
                "{term} {locale:?}"
            );
        }
    }

    #[test]
    fn wks_2_each_cell_stays_a_cell() {
        for (symbol, ascii, letters) in [
            ("a", "a", "a"),
            ("é", "e", "é"),
            ("œ", "e", "e"),
            ("╭", "+", "+"),
            ("│", "|", "|"),
            ("…", ".", "."),
            ("✓", "+", "+"),
            ("\u{202f}", " ", " "),
            ("日", "? ", "? "),
            ("👩\u{200d}👧", "? ", "? "),
            ("e\u{301}", "e", "e"),
            ("ر", "?", "?"),
            ("ﬁ", "f", "f"),
        ] {
            assert_eq!(Signs::Ascii.show(symbol), ascii);
            assert_eq!(Signs::Letters.show(symbol), letters);
            assert_eq!(Signs::All.show(symbol), symbol);
        }
    }
}
