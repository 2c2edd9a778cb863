//! Of which things there is a draft, as a list shows it. The list that was asked for says how it was then;
//! what was begun or dropped since is newer.

/// The things with a draft.
#[derive(Clone, Debug)]
pub struct Drafts<Id> {
    ids: Vec<Id>,
    /// Changed since the list was asked for, until it came.
    since: Option<Vec<Id>>,
}

impl<Id> Default for Drafts<Id> {
    fn default() -> Self {
        Self {
            ids: Vec::new(),
            since: Some(Vec::new()),
        }
    }
}

impl<Id: Clone + PartialEq> Drafts<Id> {
    /// Takes the list that was asked for.
    pub fn listed(&mut self, listed: impl Iterator<Item = Id>) {
        let since = self.since.take().unwrap_or_default();
        self.ids.retain(|id| since.contains(id));
        let older = listed.filter(|id| !since.contains(id));
        self.ids.extend(older);
    }

    /// Whether there is none of any.
    pub fn is_empty(&self) -> bool {
        self.ids.is_empty()
    }

    /// Whether there is one.
    pub fn has(&self, id: &Id) -> bool {
        self.ids.contains(id)
    }

    /// There is one now.
    pub fn put(&mut self, id: Id) {
        self.touch(&id);
        if !self.has(&id) {
            self.ids.push(id);
        }
    }

    /// There is none any more.
    pub fn drop(&mut self, id: &Id) {
        self.touch(id);
        self.ids.retain(|one| one != id);
    }

    fn touch(&mut self, id: &Id) {
        if let Some(since) = &mut self.since
            && !since.contains(id)
        {
            since.push(id.clone());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wks_7_a_list_that_comes_late_hides_no_draft_and_shows_none_that_is_gone() {
        let mut drafts = Drafts::default();
        drafts.put(1);
        drafts.put(2);
        drafts.drop(&2);
        drafts.listed([2, 3].into_iter());
        assert_eq!([1, 2, 3].map(|id| drafts.has(&id)), [true, false, true]);
        drafts.drop(&3);
        assert!(!drafts.has(&3));
    }
}
