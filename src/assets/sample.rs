//! The sample house (UX, "First minutes"): invented people, clients and 200 requests with their history,
//! as commands with their times, so that it is made by the same rules as a real one.

mod board;
mod files;
mod quotations;
mod requests;
mod stage;
#[cfg(test)]
mod tests;

use files::{HouseFile, RequestFile, RequestLine};
use stage::Stage;

use super::{BadFile, read};
use crate::domain::command::Unread;
use crate::domain::request::command::RequestCommand;
use crate::domain::{Command, Millis, PersonId, Seq};

const FILES: [&str; 6] = [
    include_str!("../../assets/sample/requests-01.toml"),
    include_str!("../../assets/sample/requests-02.toml"),
    include_str!("../../assets/sample/requests-03.toml"),
    include_str!("../../assets/sample/requests-04.toml"),
    include_str!("../../assets/sample/requests-05.toml"),
    include_str!("../../assets/sample/requests-06.toml"),
];

const BOARD: &str = include_str!("../../assets/sample/board.toml");

const DAY: f64 = 86_400_000.0;

/// One thing that happens in the sample house.
#[derive(Clone, Debug)]
pub struct Scene {
    /// When.
    pub at: Millis,
    /// Who does it; `None` is the house itself.
    pub who: Option<PersonId>,
    /// What.
    pub command: Command,
}

/// The sample house as it would have come about until `now`.
///
/// # Errors
/// A file that does not read, or names something that is not there.
pub fn sample(now: Millis) -> Result<Vec<Scene>, BadFile> {
    let house: HouseFile = read(
        "sample/house.toml",
        include_str!("../../assets/sample/house.toml"),
    )?;
    let mut requests: Vec<RequestLine> = Vec::new();
    for (n, source) in FILES.iter().enumerate() {
        requests.extend(
            read::<RequestFile>(&format!("sample/requests-{:02}.toml", n + 1), source)?.request,
        );
    }
    requests.sort_by(|a, b| b.days_ago.total_cmp(&a.days_ago));
    let oldest = requests.first().map_or(0.0, |request| request.days_ago);
    let start = ago(now, oldest + 1.0);
    let mut stage = Stage::new(now, &house, &requests)?;
    stage.set_up(start, &house)?;
    for request in &requests {
        stage.request(request)?;
    }
    let board: board::File = read("sample/board.toml", BOARD)?;
    stage.board(start, &board)?;
    let arrivals: Vec<(String, Millis)> = requests
        .iter()
        .map(|request| (request.id.clone(), ago(now, request.days_ago)))
        .collect();
    stage.quotations(start, &arrivals)?;
    stage.planned.sort_by_key(|planned| planned.at);
    in_order(stage.planned, &house.house.domain)
}

/// The scenes, once their order is known: every one makes one record, so that a step can name the
/// record of an earlier one.
fn in_order(planned: Vec<Planned>, domain: &str) -> Result<Vec<Scene>, BadFile> {
    let mut numbers = board::Numbers::default();
    let mut scenes: Vec<Scene> = Vec::with_capacity(planned.len());
    for Planned { at, who, what } in planned {
        let commands = match what {
            What::Command(command) => vec![command],
            What::Board(step) => {
                let seq = Seq::try_from(scenes.len()).unwrap_or(0) + 1;
                numbers.commands(&step, seq)?
            }
        };
        for command in commands {
            if let Command::Request(RequestCommand::Receive(incoming)) = &command
                && !incoming.from.email.ends_with(domain)
            {
                numbers.hear(&incoming.from.email);
            }
            if let Command::Quotation(quotation) = &command
                && let crate::domain::quotation::QuotationCommand::Begin(request) = &**quotation
            {
                numbers.quote(*request);
            }
            let command = if command.is_whole() {
                command.over(Unread::Told)
            } else {
                command
            };
            scenes.push(Scene { at, who, command });
        }
    }
    Ok(scenes)
}

fn ago(now: Millis, days: f64) -> Millis {
    // Days of a sample are small: no precision is lost, and none is needed.
    now - (days * DAY) as Millis
}

fn bad(problem: String) -> BadFile {
    BadFile {
        name: "sample".to_owned(),
        problem,
    }
}

/// Something that happens, before the order of all things is known.
struct Planned {
    at: Millis,
    who: Option<PersonId>,
    what: What,
}

enum What {
    Command(Command),
    Board(board::Step),
}

/// `90m`, `2h`, `3d` in milliseconds.
fn span(text: &str) -> Option<Millis> {
    let (number, unit) = text.split_at_checked(text.len().checked_sub(1)?)?;
    let minutes = match unit {
        "m" => 1.0,
        "h" => 60.0,
        "d" => 24.0 * 60.0,
        _ => return None,
    };
    Some((number.parse::<f64>().ok()? * minutes * 60_000.0) as Millis)
}
