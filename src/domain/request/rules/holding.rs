//! Who has a request, who watches it, and to whom it is routed (REQ-4, REQ-8).

use crate::domain::event::Event;
use crate::domain::ids::PersonId;
use crate::domain::refusal::Refusal;
use crate::domain::request::Request;
use crate::domain::request::change::Change;
use crate::domain::request::event::RequestEvent;
use crate::domain::request::refusal::RequestRefusal;
use crate::domain::request::rules::Doing;

impl Doing<'_> {
    pub(super) fn claim(&mut self) -> Result<(), Refusal> {
        let me = self.actor()?;
        match self.request.assignee {
            Some(other) if other != me => Err(RequestRefusal::AlreadyClaimed {
                by: self
                    .state
                    .person(other)
                    .map_or("?".into(), |p| p.name.clone()),
                at: self.request.claimed_at,
            }
            .into()),
            Some(_) => Err(Refusal::AlreadySo),
            None => self.set(Change::Assignee {
                from: None,
                to: Some(me),
            }),
        }
    }

    pub(super) fn assign(&mut self, to: Option<PersonId>) -> Result<(), Refusal> {
        if let Some(person) = to {
            let takes = self
                .state
                .person(person)
                .is_some_and(|p| p.active && p.is_staff());
            if !takes {
                return Err(self.state.nobody(person));
            }
        }
        self.set(Change::Assignee {
            from: self.request.assignee,
            to,
        })
    }

    pub(super) fn watch(&mut self, there: bool) -> Result<(), Refusal> {
        let person = self.actor()?;
        if self.request.watchers.contains(&person) == there {
            return Err(Refusal::AlreadySo);
        }
        self.room(self.request.watchers.len(), there)?;
        self.push(Change::Watch { person, there });
        Ok(())
    }

    /// Whether one more fits, if one is `wanted`.
    pub(super) fn room(&self, used: usize, wanted: bool) -> Result<(), Refusal> {
        if !wanted || used < Request::MOST {
            Ok(())
        } else {
            Err(Refusal::TooLong {
                most: Request::MOST,
            })
        }
    }

    pub(super) fn route(&mut self) -> Result<(), Refusal> {
        let kind = self.request.kind.ok_or(RequestRefusal::NoRoute)?;
        let route = self.state.routing().route(kind, self.state);
        let to = route.to.ok_or(RequestRefusal::NoRoute)?;
        if self.request.assignee != Some(to) {
            self.push(Change::Assignee {
                from: self.request.assignee,
                to: Some(to),
            });
        }
        for person in route
            .copy
            .into_iter()
            .filter(|person| !self.request.watchers.contains(person))
        {
            self.events.push(Event::Request(RequestEvent::Changed {
                request: self.request.id,
                change: Change::Watch {
                    person,
                    there: true,
                },
            }));
        }
        if self.events.is_empty() {
            Err(Refusal::AlreadySo)
        } else {
            Ok(())
        }
    }
}
