//! `entremise`: the workstation in this terminal. Finds out what it is to be opened with, and says in
//! plain words what there is when nobody sits at a terminal.

use std::io::IsTerminal;
use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Duration;

use anyhow::Context;

use super::{Args, paths, plain, setup, store, who};
use crate::assets;
use crate::desk::views::{BUILT_IN, Inbox};
use crate::desk::{Desk, Finder, Submission, machine_clock};
use crate::domain::PersonId;
use crate::session::{Ended, House, local};
use crate::ui::Settings;
use crate::ui::kit::depth::Depth;
use crate::ui::kit::texts::Lang;
use crate::ui::kit::theme::Builtin;

/// A key file longer than this is no key file.
const MOST_KEYS: u64 = 64 * 1024;
/// What still writes to a terminal that does not move is not waited for longer.
const LAST: Duration = Duration::from_secs(1);

/// Opens the workstation, or sums the house up where there is no terminal.
pub fn open(args: &Args) -> anyhow::Result<ExitCode> {
    let at_terminal = std::io::stdin().is_terminal() && std::io::stdout().is_terminal();
    let settings = settings(args, at_terminal)?;
    let runtime = store::runtime()?;
    let code = runtime.block_on(async {
        if at_terminal { sit_down(args, settings).await } else { sum_up(args).await }
    });
    runtime.shutdown_timeout(LAST);
    code
}

/// Opens the house and, when the person asks for it, the sample house after it.
async fn sit_down(args: &Args, settings: Settings) -> anyhow::Result<ExitCode> {
    let mut ended = session(args, settings.clone()).await?;
    if ended == Ended::Sample && !args.sample {
        ended = session(&sample(args), settings).await?;
    }
    Ok(match ended {
        Ended::Quit | Ended::Sample => ExitCode::SUCCESS,
        Ended::Gone => ExitCode::FAILURE,
        Ended::Killed(signal) => killed(signal),
        Ended::Panicked => ExitCode::from(PANICKED),
    })
}

/// The same for the sample house, where nobody is who they are elsewhere.
fn sample(args: &Args) -> Args {
    Args {
        data: args.data.clone(),
        sample: true,
        lang: args.lang.clone(),
        theme: args.theme.clone(),
        who: None,
        command: None,
    }
}

/// As the language's own runtime ends after a panic.
const PANICKED: u8 = 101;

/// As a shell shows a program that a signal ended.
fn killed(signal: i32) -> ExitCode {
    ExitCode::from(u8::try_from(128 + signal).unwrap_or(u8::MAX))
}

async fn session(args: &Args, mut settings: Settings) -> anyhow::Result<Ended> {
    let folder = paths::folder(args)?;
    let desk = Desk::open(&folder, machine_clock()).await?;
    if args.sample && !desk.published().is_set_up() {
        fill(&desk).await?;
    }
    let me = match who::person(args, &desk) {
        Ok(person) => Some(person),
        Err(error) if args.who.is_some() && desk.published().is_set_up() => return Err(error),
        // The session asks.
        Err(_) => None,
    };
    settings.keys = keys(&folder)?;
    let finder = Finder::new(&desk);
    let house = house(&desk, &finder);
    let ended = local::open(house, me, settings).await;
    // It joins a thread; the last documents may just be on their way to the disk.
    tokio::task::block_in_place(|| finder.stop());
    desk.close().await;
    ended.context("this terminal cannot be used")
}

/// What the sessions of this house have at hand.
fn house(desk: &Desk, finder: &Finder) -> House {
    let folder = desk.folder().to_owned();
    House {
        desk: desk.clone(),
        finder: finder.clone(),
        remember: Arc::new(move |person: PersonId| {
            who::remember(&folder, person).map_err(|error| error.to_string())
        }),
        set_up: Arc::new(|name, house, country| {
            setup::command(name, house, country, &[]).map_err(|error| error.to_string())
        }),
    }
}

/// Makes the sample house, by the same rules as a real one.
async fn fill(desk: &Desk) -> anyhow::Result<()> {
    let mut under_way = Vec::new();
    for scene in assets::sample(desk.now())? {
        let submission = Submission { at: Some(scene.at), ..Submission::new(scene.who, scene.command) };
        under_way.push(desk.send(submission).await?);
    }
    for sent in under_way {
        sent.answer().await.context("the sample house could not be made")?;
    }
    Ok(())
}

/// The person's own keys; the screen says what is wrong in them.
fn keys(folder: &Path) -> anyhow::Result<String> {
    let path = folder.join("keys.toml");
    let Ok(data) = std::fs::metadata(&path) else { return Ok(String::new()) };
    anyhow::ensure!(data.len() <= MOST_KEYS, "{} is too long for a key file", path.display());
    std::fs::read_to_string(&path).with_context(|| format!("{} cannot be read", path.display()))
}

fn settings(args: &Args, local: bool) -> anyhow::Result<Settings> {
    let lang = args.lang.as_deref().map(|text| {
        let lang = Lang::parse(text).filter(|lang| text.eq_ignore_ascii_case(lang.code()));
        lang.with_context(|| format!("--lang {text} is not known; write en or fr"))
    });
    let theme = args.theme.as_deref().map(|name| {
        let known = || Builtin::ALL.map(Builtin::name).join(", ");
        Builtin::named(name).with_context(|| format!("--theme {name} is not known; there are {}", known()))
    });
    let env = |name: &str| std::env::var(name).ok();
    let depth = Depth::from_env(
        env("TERM").as_deref(),
        env("COLORTERM").as_deref(),
        env("NO_COLOR").as_deref(),
    );
    Ok(Settings {
        lang: lang.transpose()?,
        theme: theme.transpose()?,
        env_lang: env_lang(env),
        dark: is_dark(env("COLORFGBG").as_deref()),
        depth,
        local,
        keys: String::new(),
    })
}

/// The language of the environment, as the system's own programs choose it; English for others.
fn env_lang(env: impl Fn(&str) -> Option<String>) -> Lang {
    let stated = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().filter_map(env);
    let first = stated.into_iter().find(|value| !value.is_empty());
    first.and_then(|value| Lang::parse(&value)).unwrap_or(Lang::En)
}

/// Whether `COLORFGBG` (`15;0`) tells of a dark ground; most are when they do not say.
fn is_dark(colours: Option<&str>) -> bool {
    let ground = colours.and_then(|text| text.rsplit(';').next()?.trim().parse::<u8>().ok());
    !ground.is_some_and(|ground| ground == 7 || (9..=15).contains(&ground))
}

/// What there is, for a pipe, a script or a screen reader.
async fn sum_up(args: &Args) -> anyhow::Result<ExitCode> {
    let folder = paths::folder(args)?;
    let mut out = plain::Out::new();
    // Looking must not make a folder.
    if folder.join("FORMAT").exists() {
        let desk = Desk::open(&folder, machine_clock()).await?;
        say_what_there_is(args, &desk, &mut out);
        desk.close().await;
    } else {
        out.line("There is no house here yet. Open `entremise` in a terminal, or run `entremise setup`.");
    }
    out.line("");
    out.line("entremise inbox        the requests, as text or with --json");
    out.line("entremise import FILE  takes mail and files in");
    out.line("entremise --help       everything else");
    out.end()
}

fn say_what_there_is(args: &Args, desk: &Desk, out: &mut plain::Out) {
    let (published, now) = (desk.published(), desk.now());
    let me = who::person(args, desk).ok();
    let Some(known) = me.and_then(|me| published.me(me, now)) else {
        let set_up = published.is_set_up();
        out.line(if set_up { "Add --as NAME to see what waits for you." } else { "This house is not set up yet." });
        return;
    };
    out.line(&format!("{} · {}", known.house, known.name));
    for view in BUILT_IN {
        let Ok(inbox) = Inbox::build(&published, known.id, view.query, now) else { return };
        out.line(&format!("{:>8}  {}", inbox.len(), view.key));
    }
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
            let set: Vec<_> = set.iter().map(|(k, v)| ((*k).to_owned(), (*v).to_owned())).collect();
            env_lang(move |name| set.iter().find(|(k, _)| k == name).map(|(_, v)| v.clone()))
        };
        assert_eq!(of(&[("LANG", "fr_FR.UTF-8")]), Lang::Fr);
        assert_eq!(of(&[("LC_ALL", "C"), ("LANG", "fr_FR.UTF-8")]), Lang::En);
        assert_eq!(of(&[("LC_ALL", ""), ("LC_MESSAGES", "fr_BE")]), Lang::Fr);
        assert_eq!(of(&[]), Lang::En);
    }
}
