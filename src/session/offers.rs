//! Quotations for a session: one loaded with its texts, and its paper written into a file of this machine.
//! Nothing is overwritten, and who comes from elsewhere writes nothing here.

use std::fs::OpenOptions;
use std::io::Write;
use std::path::Path;

use super::line::Line;
use super::run::Session;
use crate::desk::views::{load_paper, load_quotation};
use crate::domain::QuotationId;
use crate::text::sanitise::clean_line;
use crate::ui::Event;
use crate::ui::kit::texts::Texts;

impl<L: Line> Session<L> {
    pub(super) fn load_quotation(&self, token: u64, quotation: QuotationId) {
        let Some(me) = self.who else { return };
        let desk = self.house.desk.clone();
        self.work.beside(async move {
            let whole = load_quotation(&desk, me, quotation, desk.now()).await;
            Some(match whole {
                Ok(whole) => Event::Quotation {
                    token,
                    quotation,
                    whole: Box::new(whole),
                },
                Err(fault) => Event::Trouble(fault.to_string()),
            })
        });
    }

    pub(super) fn save_offer(
        &self,
        token: u64,
        quotation: QuotationId,
        version: u16,
        path: String,
    ) {
        let Some(me) = self.who.filter(|_| self.saves) else {
            return;
        };
        let (desk, lang) = (self.house.desk.clone(), self.lang);
        self.work.beside(async move {
            let paper = match load_paper(&desk, me, quotation, Some(version), desk.now()).await {
                Ok(paper) => paper.ok()?,
                Err(fault) => return Some(Event::Trouble(fault.to_string())),
            };
            // Said whole, so that it is found: a server's folder is not the person's.
            let path = std::path::absolute(path.trim()).ok()?;
            let shown = clean_line(&path.display().to_string()).into_owned();
            let written = tokio::task::spawn_blocking(move || {
                write(&path, &paper.pdf(&desk)).map(|()| shown)
            });
            Some(match written.await {
                Ok(Ok(path)) => Event::Saved { token, path },
                Ok(Err(error)) => {
                    let why = error.to_string().into();
                    let words = Texts::shared(lang).with("quotation-not-saved", &[("why", why)]);
                    Event::Trouble(words)
                }
                Err(_) => return None,
            })
        });
    }
}

/// Writes a new file.
fn write(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    let mut file = OpenOptions::new().write(true).create_new(true).open(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}
