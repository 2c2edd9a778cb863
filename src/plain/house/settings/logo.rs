//! `settings logo`: the logo on the papers for a country (QUO-6, WKS-8), from a file or piped in, and out again as it came.
//! The picture is read as a whole before anything is stored.

use std::path::PathBuf;

use serde_json::json;

use super::{READS, why};
use crate::assets;
use crate::assets::settings::Why;
use crate::document::{BadPicture, PICTURE_BYTES, PICTURE_SIDE, Picture};
use crate::domain::Command;
use crate::domain::house::command::HouseCommand;
use crate::domain::house::{Country, Logo};
use crate::journal::BlobId;
use crate::plain::input::{bytes_of, is_piped, name_of};
use crate::plain::problem::DATA;
use crate::plain::registry::{InWords, Needs};
use crate::plain::table::{self, Cell, Column, Form};
use crate::plain::words::Words;
use crate::plain::{Out, Place, Problem};
use crate::text::sanitise::clean_line;
use crate::ui::frame::size_of;

/// Show the logos on papers, set one from a file, take one off
#[derive(Clone, Debug, clap::Args, serde::Serialize, serde::Deserialize)]
pub struct LogoOf {
    /// The country, by its name or code, like FR; left out: list the logos
    #[arg(value_name = "COUNTRY")]
    country: Option<String>,
    /// A PNG or JPEG of at most 512 KiB and 2,000 × 2,000 pixels; - reads what is piped in
    #[arg(value_name = "FILE", conflicts_with_all = ["print", "remove"])]
    file: Option<PathBuf>,
    /// The name of the file [default: its own]
    #[arg(long, requires = "file")]
    name: Option<String>,
    /// Print the picture as it was given, for a file or a pipe
    #[arg(long, requires = "country", conflicts_with = "remove")]
    print: bool,
    /// Take the logo off the papers
    #[arg(long, requires = "country")]
    remove: bool,
    #[command(flatten)]
    form: Form,
}

/// The columns of logos.
const COLUMNS: [Column; 5] = [
    Column::new("column-country"),
    Column::text("column-file"),
    Column::number("column-width"),
    Column::number("column-height"),
    Column::number("column-bytes"),
];

impl InWords for LogoOf {
    const NEEDS: Needs = READS;

    fn reads(&self) -> bool {
        self.file.as_deref().is_some_and(is_piped)
    }

    async fn run(&self, place: &Place, out: &mut Out) -> Result<(), Problem> {
        let country = self.country.as_deref().map(|text| of(place, text));
        let country = country.transpose()?;
        match (country, &self.file) {
            (Some(country), Some(file)) => self.set(place, country, file, out).await,
            (Some(country), None) if self.remove => {
                place.submit(command(country, None)).await?;
                let values = [("country", country.code().into())];
                out.line(&place.says("settings-logo-removed", &values))
                    .await;
                Ok(())
            }
            (Some(country), None) if self.print => print(place, country, out).await,
            (only, _) => self.listed(place, only, out).await,
        }
    }
}

impl LogoOf {
    /// Reads the picture, then keeps it: whoever may not is told so before a byte is read.
    async fn set(
        &self,
        place: &Place,
        country: Country,
        file: &std::path::Path,
        out: &mut Out,
    ) -> Result<(), Problem> {
        let mut logo = Logo {
            name: self.called(file)?.into(),
            width: 1,
            height: 1,
            size: 1,
            file: BlobId::of(&[]).0,
        };
        may(place, country, &logo)?;
        let most = u64::try_from(PICTURE_BYTES).unwrap_or(u64::MAX);
        let bytes = bytes_of(place, file, most, out).await?;
        logo.size = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
        logo.file = BlobId::of(&bytes).0;
        let store = place.desk.store().clone();
        let read = move || {
            let picture = Picture::read(&bytes);
            picture.map(|picture| (picture, store.blobs().put(&bytes)))
        };
        let read = tokio::task::spawn_blocking(read).await;
        let read = read.unwrap_or(Err(BadPicture::Damaged));
        let (picture, stored) = read.map_err(|fault| bad(file, fault))?;
        // Held until the record that names it is there.
        let lease = stored?;
        (logo.width, logo.height) = (picture.width, picture.height);
        let done = place.submit(command(country, Some(logo.clone()))).await;
        drop(lease);
        done?;
        let words = Words::new(place, place.me()?);
        let values = [
            ("country", country.code().into()),
            ("logo", words.teller().logo(&logo).into()),
        ];
        out.line(&place.says("settings-logo-set", &values)).await;
        Ok(())
    }

    /// What the file is called: as was said, or by its own name.
    fn called(&self, file: &std::path::Path) -> Result<String, Problem> {
        let last = file.file_name().map(|name| name.to_string_lossy());
        let own = last.map(std::borrow::Cow::into_owned);
        let own = own.filter(|name| name != "-");
        let called = self.name.clone().or(own);
        let called = called.ok_or_else(|| Problem::say(1, "plain-name-file", []))?;
        Ok(clean_line(&called).chars().take(Logo::NAME_MOST).collect())
    }

    async fn listed(
        &self,
        place: &Place,
        only: Option<Country>,
        out: &mut Out,
    ) -> Result<(), Problem> {
        let logos = place.desk.sight(place.me()?).logos();
        let logos = logos.map_err(|refusal| place.refused(&refusal))?;
        let words = Words::new(place, place.me()?);
        let mut list = table::List::new(place, &self.form, &COLUMNS, out);
        let wanted = |country: Country| only.is_none_or(|only| only == country);
        for (country, logo) in logos.iter().filter(|(country, _)| wanted(**country)) {
            let (code, name) = (country.code(), clean_line(&logo.name));
            let json = || {
                json!({
                    "country": code, "file": name, "bytes": logo.size,
                    "width": logo.width, "height": logo.height,
                })
            };
            let cells = || {
                [
                    Cell::named(code, words.teller().country(*country)),
                    Cell::plain(&name),
                    Cell::plain(logo.width),
                    Cell::plain(logo.height),
                    Cell::named(
                        logo.size.to_string(),
                        size_of(logo.size, words.teller().formats),
                    ),
                ]
            };
            list.row(json, cells).await;
        }
        list.end().await;
        Ok(())
    }
}

/// Prints the picture as it was given.
async fn print(place: &Place, country: Country, out: &mut Out) -> Result<(), Problem> {
    let found = place.desk.logo_file(place.me()?, country).await?;
    let found = found.map_err(|refusal| place.refused(&refusal))?;
    out.bytes(&found).await;
    Ok(())
}

fn of(place: &Place, text: &str) -> Result<Country, Problem> {
    assets::country(text).ok_or_else(|| {
        let reason = why(place, &Why::NotCountry(text.to_owned()));
        let values = [("key", "COUNTRY".to_owned()), ("why", reason)];
        Problem::say(64, "settings-wrong", values)
    })
}

fn command(country: Country, logo: Option<Logo>) -> Command {
    let logo = logo.map(Box::new);
    Command::House(HouseCommand::SetLogo { country, logo })
}

fn may(place: &Place, country: Country, logo: &Logo) -> Result<(), Problem> {
    let command = command(country, Some(logo.clone()));
    let would = place.desk.would(Some(place.me()?), &command);
    would.map_err(|refusal| place.refused(&refusal))
}

/// Why a file is no logo, and what to do.
fn bad(file: &std::path::Path, fault: BadPicture) -> Problem {
    let id = match fault {
        BadPicture::NoPicture => "settings-logo-no-picture",
        BadPicture::TooManyBytes => "settings-logo-too-many-bytes",
        BadPicture::TooManyDots => "settings-logo-too-many-dots",
        BadPicture::Animated => "settings-logo-animated",
        BadPicture::PressColours => "settings-logo-press-colours",
        BadPicture::UncommonJpeg => "settings-logo-uncommon-jpeg",
        BadPicture::Damaged => "settings-logo-damaged",
    };
    let values = [
        ("file", name_of(file)),
        ("most", (PICTURE_BYTES / 1024).to_string()),
        ("side", PICTURE_SIDE.to_string()),
    ];
    Problem::say(DATA, id, values)
}
