//! The paper of a quotation, written into a file of this machine.
//! Nothing is overwritten, and who comes from elsewhere writes nothing here.

use std::fs::OpenOptions;
use std::io::Write;
use std::path::Path;

use super::line::Line;
use super::run::Session;
use super::words::of_fault;
use crate::desk::views::load_paper;
use crate::domain::QuotationId;
use crate::text::sanitise::clean_line;
use crate::ui::Event;
use crate::ui::kit::texts::Texts;

impl<L: Line> Session<L> {
    pub(super) fn save_offer(
        &mut self,
        token: u64,
        quotation: QuotationId,
        version: u16,
        path: String,
    ) {
        let Some(me) = self.who.filter(|_| self.saves) else {
            return;
        };
        let (desk, lang) = (self.house.desk.clone(), self.work.lang());
        self.work.beside(async move {
            let paper = match load_paper(&desk, me, quotation, Some(version), desk.now()).await {
                Ok(paper) => paper.ok()?,
                Err(fault) => {
                    let path = Err(of_fault(lang, &fault));
                    return Some(Event::Saved { token, path });
                }
            };
            // Said whole, so that it is found: a server's folder is not the person's.
            let path = std::path::absolute(path.trim()).ok()?;
            let shown = clean_line(&path.display().to_string()).into_owned();
            let written = tokio::task::spawn_blocking(move || write(&path, &paper.pdf(&desk)));
            let path = match written.await.ok()? {
                Ok(()) => Ok(shown),
                Err(error) => {
                    let why = error.to_string().into();
                    Err(Texts::shared(lang).with("quotation-not-saved", &[("why", why)]))
                }
            };
            Some(Event::Saved { token, path })
        });
    }
}

/// Writes a new file.
fn write(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    let mut file = OpenOptions::new().write(true).create_new(true).open(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}
