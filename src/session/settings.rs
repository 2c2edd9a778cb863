//! What a session begins with: what was asked for, else what the person's own environment says — of this
//! machine's terminal, or what came over the line. Never reads the environment itself.

use unicode_segmentation::UnicodeSegmentation;

use crate::text::signs::Signs;
use crate::ui::Settings;
use crate::ui::kit::depth::Depth;
use crate::ui::kit::texts::{Lang, Texts};
use crate::ui::kit::theme::Builtin;

/// The variables that say something here.
pub const TELLING: [&str; 10] = [
    "TERM",
    "COLORTERM",
    "COLORFGBG",
    "NO_COLOR",
    "LC_ALL",
    "LC_MESSAGES",
    "LANG",
    "LC_CTYPE",
    "SSH_CONNECTION",
    ASCII,
];

/// Asks for plain ASCII, unless it is empty or 0.
pub const ASCII: &str = "ENTREMISE_ASCII";

/// The status of a call for the workstation from a terminal that cannot show it.
pub const NO_SCREEN: u8 = 69;

/// What was asked for by name.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Asked {
    /// A language.
    pub lang: Option<Lang>,
    /// A theme.
    pub theme: Option<Builtin>,
    /// Plain ASCII.
    pub ascii: bool,
}

impl Asked {
    /// Reads a language and a theme.
    ///
    /// # Errors
    /// One that does not exist, with those that do.
    pub fn parse(lang: Option<&str>, theme: Option<&str>) -> Result<Asked, String> {
        let lang = lang.map(|text| {
            let lang = Lang::parse(text).filter(|lang| text.eq_ignore_ascii_case(lang.code()));
            lang.ok_or_else(|| format!("--lang {text} is not known; write en or fr"))
        });
        let theme = theme.map(|name| {
            let known = || Builtin::ALL.map(Builtin::name).join(", ");
            Builtin::named(name)
                .ok_or_else(|| format!("--theme {name} is not known; choose one of {}", known()))
        });
        Ok(Asked {
            lang: lang.transpose()?,
            theme: theme.transpose()?,
            ascii: false,
        })
    }
}

/// The settings of a session whose environment is `env`; `local`: the person's own editor can be opened.
pub fn settings(
    asked: Asked,
    env: impl Fn(&str) -> Option<String>,
    local: bool,
    keys: String,
) -> Settings {
    let term = env("TERM");
    let asks = env(ASCII).is_some_and(|value| !matches!(value.as_str(), "" | "0"));
    let signs = match asked.ascii || asks {
        true => Signs::Ascii,
        false => signs(&env),
    };
    let depth = Depth::from_env(
        term.as_deref(),
        env("COLORTERM").as_deref(),
        env("NO_COLOR").as_deref(),
    );
    let depth = match signs {
        Signs::All => depth,
        Signs::Letters | Signs::Ascii => depth.min(Depth::Ansi16),
    };
    Settings {
        steers: term.as_deref().is_some_and(steers),
        signs,
        lang: asked.lang,
        theme: asked.theme,
        env_lang: env_lang(&env),
        dark: is_dark(env("COLORFGBG").as_deref()),
        depth,
        local,
        keys,
    }
}

/// Whether a terminal of this name understands what steers it beside its cells: titles, what is copied. Those
/// that are not known may show it as rubbish.
fn steers(term: &str) -> bool {
    const KNOWN: [&str; 14] = [
        "xterm",
        "screen",
        "tmux",
        "rxvt",
        "alacritty",
        "foot",
        "kitty",
        "wezterm",
        "ghostty",
        "st-",
        "konsole",
        "gnome",
        "vte",
        "contour",
    ];
    KNOWN.iter().any(|known| term.starts_with(known))
}

/// The characters that the terminal of this environment shows.
pub fn signs(env: impl Fn(&str) -> Option<String>) -> Signs {
    let stated = ["LC_ALL", "LC_CTYPE", "LANG"].into_iter().filter_map(&env);
    let locale = stated.into_iter().find(|value| !value.is_empty());
    Signs::from_env(env("TERM").as_deref(), locale.as_deref())
}

/// What a terminal is told that cannot show the workstation, in one line; none for one that can. `command` is
/// what commands in words are begun with.
pub fn no_screen(
    env: impl Fn(&str) -> Option<String>,
    lang: Lang,
    command: &str,
) -> Option<String> {
    let term = env("TERM").unwrap_or_default();
    if !matches!(term.as_str(), "" | "dumb" | "unknown") {
        return None;
    }
    let words = Texts::new(lang).with("no-screen", &[("command", command.into())]);
    // Nothing but its name is known of such a terminal, and that may be wrong.
    let plain = words
        .graphemes(true)
        .map(|c| Signs::Ascii.show(c).into_owned());
    Some(plain.collect())
}

/// The language of the environment, as the system's own programs choose it; English for others.
pub fn env_lang(env: impl Fn(&str) -> Option<String>) -> Lang {
    let stated = ["LC_ALL", "LC_MESSAGES", "LANG"]
        .into_iter()
        .filter_map(env);
    let first = stated.into_iter().find(|value| !value.is_empty());
    first
        .and_then(|value| Lang::parse(&value))
        .unwrap_or(Lang::En)
}

/// Whether `COLORFGBG` (`15;0`) tells of a dark ground; most are when they do not say.
fn is_dark(colours: Option<&str>) -> bool {
    let ground = colours.and_then(|text| text.rsplit(';').next()?.trim().parse::<u8>().ok());
    !ground.is_some_and(|ground| ground == 7 || (9..=15).contains(&ground))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wks_2_the_ground_is_guessed_from_what_the_terminal_says() {
        for (says, dark) in [
            (None, true),
            (Some("15;0"), true),
            (Some("0;15"), false),
            (Some("0;default;7"), false),
            (Some("7;8"), true),
            (Some("what"), true),
        ] {
            assert_eq!(is_dark(says), dark, "{says:?}");
        }
    }

    #[test]
    fn wks_4_the_first_language_that_is_stated_counts() {
        let of = |set: &[(&str, &str)]| {
            let set: Vec<_> = set
                .iter()
                .map(|(k, v)| ((*k).to_owned(), (*v).to_owned()))
                .collect();
            env_lang(move |name| set.iter().find(|(k, _)| k == name).map(|(_, v)| v.clone()))
        };
        assert_eq!(of(&[("LANG", "fr_FR.UTF-8")]), Lang::Fr);
        assert_eq!(of(&[("LC_ALL", "C"), ("LANG", "fr_FR.UTF-8")]), Lang::En);
        assert_eq!(of(&[("LC_ALL", ""), ("LC_MESSAGES", "fr_BE")]), Lang::Fr);
        assert_eq!(of(&[]), Lang::En);
    }
}
