    /// Takes the next records in; yields the last one taken, and whether there was any text in them.
    async fn take(
        &self,
        index: &mut Index,
        published: &Published,
        after: Seq,
    ) -> Result<(Seq, bool), Left> {
        let mut records = self.desk.store().journal().range(after + 1, BATCH).await?;
        records.retain(|record| record.header.seq <= published.seq());
        let Some(last) = records.last().map(|record| record.header.seq) else {
            return Ok((published.seq(), false));
        };
        let mut any = false;
        let mut found: Vec<Text> = Vec::new();
        for record in &records {
            let (meta, events) = decode_record(record)?;
            let changed = texts::changed(published.state(), &events);
            found.extend(texts::of_record(published.state(), &meta, &events));
            any |= !found.is_empty() || !changed.is_empty();
            if !changed.is_empty() {
                add(index, &found, meta.seq)?;
                found.clear();
                self.renew(index, published, changed, meta.seq).await?;
            }
        }
        add(index, &found, last)?;
        Ok((last, any))
    }

    /// Puts the texts of some requests in anew, as they are after record `until`.
    async fn renew(
        &self,
        index: &mut Index,
        published: &Published,
        requests: BTreeSet<RequestId>,
        until: Seq,
    ) -> Result<(), Left> {
        let state = published.state();
        for id in requests {
            index.remove(id.0)?;
            let Some(request) = state
                .request(id)
                .filter(|r| r.status != crate::domain::request::Status::Void)
            else {
                continue;
            };
            let mut found: Vec<Text> = Vec::new();
            for seq in request
                .trail
                .iter()
                .map(|seq| Seq::from(*seq))
                .filter(|seq| *seq <= until)
            {
                let Some((meta, events)) = self.desk.events(seq).await? else {
                    continue;
                };
                for (of, back) in texts::retracted(&events, id) {
                    if back {
                        found.retain(|text| text.seq != of);
                    } else if let Some((meta, events)) = self.desk.events(of).await? {
                        found.extend(own(texts::of_record(state, &meta, &events), id));
                    }
                }
                found.extend(own(texts::of_record(state, &meta, &events), id));
            }
            add(index, &found, until)?;
        }
        Ok(())
    }
}

fn own(texts: Vec<Text>, request: RequestId) -> impl Iterator<Item = Text> {
    texts
        .into_iter()
        .filter(move |text| text.request == request)
}

fn add(index: &mut Index, found: &[Text], through: Seq) -> Result<(), Problem> {
    let documents: Vec<_> = found.iter().map(Text::document).collect();
    index.add(&documents, through)
}
