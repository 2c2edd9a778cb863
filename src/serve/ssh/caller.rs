//! One caller: what SSH asks of the server, each request answered. Who they are is in `knock`, what they
//! want in each `channel`; nothing here waits for a person or a disk but the one code at the door.

use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::sync::Arc;

use russh::server::{
    Auth, ChannelOpenHandle, Handler, Msg, PublicKeyOffer, Response, Session, VerifiedPublicKey,
};
use russh::{Channel, ChannelId, ChannelOpenFailure, Error, Pty, Sig};
use tokio::sync::oneshot;
use tokio_util::sync::CancellationToken;

use super::channel::{INTERRUPT, Room};
use super::knock::Knock;
use super::under_way::UnderWay;
use crate::serve::Server;
use crate::serve::gate::Pass;
use crate::serve::limits::SPARE_CHANNELS;
use crate::serve::roll::Stay;

/// One caller.
pub struct Caller {
    pub(super) server: Arc<Server>,
    pub(super) peer: SocketAddr,
    pub(super) knock: Knock,
    /// What is open on the line.
    pub(super) rooms: BTreeMap<ChannelId, Room>,
    /// Ends the line.
    pub(super) cut: CancellationToken,
    pass: Pass,
    /// The line's place on the roll, from the login on.
    stay: Option<Stay>,
    /// Tells that they are logged in.
    inside: Option<oneshot::Sender<()>>,
    /// What is begun on the line and has not ended.
    pub(super) under_way: UnderWay,
}

impl Caller {
    /// A caller; `inside` is told when they are logged in.
    pub fn new(
        server: Arc<Server>,
        peer: SocketAddr,
        knock: Knock,
        (pass, cut): (Pass, CancellationToken),
        inside: oneshot::Sender<()>,
        under_way: UnderWay,
    ) -> Caller {
        Caller {
            server,
            peer,
            knock,
            rooms: BTreeMap::new(),
            cut,
            pass,
            stay: None,
            inside: Some(inside),
            under_way,
        }
    }
}

/// A request that is not granted here, whatever it is.
fn refuse(channel: ChannelId, session: &mut Session) -> Result<(), Error> {
    session.channel_failure(channel)
}

fn answer(granted: bool, channel: ChannelId, session: &mut Session) -> Result<(), Error> {
    if granted {
        session.channel_success(channel)
    } else {
        session.channel_failure(channel)
    }
}

impl Handler for Caller {
    type Error = Error;

    async fn auth_none(&mut self, _user: &str) -> Result<Auth, Error> {
        Ok(Knock::not_yet())
    }

    async fn auth_password(&mut self, _user: &str, _password: &str) -> Result<Auth, Error> {
        Ok(Knock::not_yet())
    }

    async fn auth_publickey_offered(
        &mut self,
        _user: &str,
        offer: PublicKeyOffer<'_>,
    ) -> Result<Auth, Error> {
        Ok(self
            .knock
            .offered(&self.server, self.peer, offer.public_key))
    }

    async fn auth_publickey(
        &mut self,
        user: &str,
        key: VerifiedPublicKey<'_>,
    ) -> Result<Auth, Error> {
        let (server, peer) = (&self.server, self.peer);
        let verified = self.knock.verified(server, peer, user, key.public_key);
        Ok(verified.await)
    }

    async fn auth_keyboard_interactive<'a>(
        &'a mut self,
        _user: &str,
        _submethods: &str,
        response: Option<Response<'a>>,
    ) -> Result<Auth, Error> {
        let Some(mut said) = response else {
            return Ok(self.knock.ask());
        };
        let said = said.next().unwrap_or_default();
        Ok(self.knock.said(&self.server, self.peer, &said).await)
    }

    async fn auth_succeeded(&mut self, _session: &mut Session) -> Result<(), Error> {
        self.pass.known();
        if let Some((person, key)) = self.knock.known().cloned() {
            let (roll, cut) = (&self.server.roll, self.cut.clone());
            // A closing house says so to whatever is begun.
            self.stay = roll.stand(person, key.clone(), cut).ok();
            // What was revoked between the proof and the roll is out by this; from here on the roll sees.
            if self.server.desk().published().key_opens(&key) != Some(person) {
                self.cut.cancel();
            }
        }
        if let Some(inside) = self.inside.take() {
            // The other end waits for this or for the deadline.
            let _ = inside.send(());
        }
        Ok(())
    }

    async fn channel_open_session(
        &mut self,
        channel: Channel<Msg>,
        reply: ChannelOpenHandle,
        _session: &mut Session,
    ) -> Result<(), Error> {
        // Who has too many is told so in words, on a channel to spare.
        self.rooms.retain(|_, room| !room.is_over());
        if self.rooms.len() >= self.server.limits.per_person + SPARE_CHANNELS {
            reply.reject(ChannelOpenFailure::ResourceShortage).await;
        } else {
            let room = Room::new(channel, self.cut.clone());
            self.rooms.insert(room.id(), room);
            reply.accept().await;
        }
        Ok(())
    }

    async fn channel_close(
        &mut self,
        channel: ChannelId,
        _session: &mut Session,
    ) -> Result<(), Error> {
        self.rooms.remove(&channel);
        Ok(())
    }

    async fn channel_eof(&mut self, channel: ChannelId, _: &mut Session) -> Result<(), Error> {
        if let Some(room) = self.rooms.get_mut(&channel) {
            room.finish().await;
        }
        Ok(())
    }

    async fn data(
        &mut self,
        channel: ChannelId,
        data: &[u8],
        _session: &mut Session,
    ) -> Result<(), Error> {
        if let Some(room) = self.rooms.get_mut(&channel) {
            room.hear(data).await;
        }
        Ok(())
    }

    async fn pty_request(
        &mut self,
        channel: ChannelId,
        term: &str,
        columns: u32,
        rows: u32,
        _pixels_wide: u32,
        _pixels_high: u32,
        _modes: &[(Pty, u32)],
        session: &mut Session,
    ) -> Result<(), Error> {
        let room = self.rooms.get_mut(&channel);
        let granted = room.is_some_and(|room| room.terminal(term, columns, rows));
        answer(granted, channel, session)
    }

    async fn env_request(
        &mut self,
        channel: ChannelId,
        name: &str,
        value: &str,
        session: &mut Session,
    ) -> Result<(), Error> {
        let room = self.rooms.get_mut(&channel);
        let granted = room.is_some_and(|room| room.variable(name, value));
        answer(granted, channel, session)
    }

    async fn window_change_request(
        &mut self,
        channel: ChannelId,
        columns: u32,
        rows: u32,
        _pixels_wide: u32,
        _pixels_high: u32,
        session: &mut Session,
    ) -> Result<(), Error> {
        if let Some(room) = self.rooms.get_mut(&channel) {
            room.resize(columns, rows).await;
        }
        session.channel_success(channel)
    }

    async fn shell_request(
        &mut self,
        channel: ChannelId,
        session: &mut Session,
    ) -> Result<(), Error> {
        let granted = self.begin(channel, b"");
        answer(granted, channel, session)
    }

    async fn exec_request(
        &mut self,
        channel: ChannelId,
        command: &[u8],
        session: &mut Session,
    ) -> Result<(), Error> {
        let granted = self.begin(channel, command);
        answer(granted, channel, session)
    }

    async fn subsystem_request(
        &mut self,
        channel: ChannelId,
        _name: &str,
        session: &mut Session,
    ) -> Result<(), Error> {
        refuse(channel, session)
    }

    async fn x11_request(
        &mut self,
        channel: ChannelId,
        _single: bool,
        _protocol: &str,
        _cookie: &str,
        _screen: u32,
        session: &mut Session,
    ) -> Result<(), Error> {
        refuse(channel, session)
    }

    async fn agent_request(
        &mut self,
        channel: ChannelId,
        session: &mut Session,
    ) -> Result<bool, Error> {
        refuse(channel, session)?;
        Ok(false)
    }

    async fn signal(
        &mut self,
        channel: ChannelId,
        signal: Sig,
        _session: &mut Session,
    ) -> Result<(), Error> {
        // The workstation hears Ctrl-c as a key; a command is stopped.
        if let Some(room) = self.rooms.get_mut(&channel)
            && matches!(signal, Sig::INT | Sig::TERM | Sig::HUP)
        {
            room.hear(&[INTERRUPT]).await;
        }
        Ok(())
    }
}
