//! `mission tick`: an item of the logistics done, or not done after all.

use crate::domain::OpportunityId;
use crate::domain::opportunity::mission::Task;
use crate::domain::opportunity::{BoardCommand, MissionCommand};
use crate::domain::person::Permission;
use crate::plain::board::submit;
use crate::plain::registry::{InWords, Needs};
use crate::plain::{Out, Place, Problem};

/// Tick a logistics item: client, room, material, discussion, participants, travel
#[derive(Clone, Debug, clap::Args, serde::Serialize, serde::Deserialize)]
pub struct Tick {
    /// The mission, like O-12
    #[arg(value_name = "O-NUMBER")]
    opportunity: OpportunityId,
    /// The item
    task: String,
    /// Untick the item
    #[arg(long)]
    undone: bool,
}

impl InWords for Tick {
    const NEEDS: Needs = Needs::OneOf(&[Permission::RunMissions]);

    async fn run(&self, place: &Place, out: &mut Out) -> Result<(), Problem> {
        let command = BoardCommand::Mission(MissionCommand::Tick {
            opportunity: self.opportunity,
            task: task_named(&self.task)?,
            done: !self.undone,
        });
        submit(place, command, out).await
    }
}

fn task_named(text: &str) -> Result<Task, Problem> {
    let known = || Task::ALL.map(Task::key).join(", ");
    let found = Task::ALL.into_iter().find(|task| task.key() == text);
    found.ok_or_else(|| {
        let values = [("text", text.to_owned()), ("known", known())];
        Problem::say(1, "plain-none-of-them", values)
    })
}
