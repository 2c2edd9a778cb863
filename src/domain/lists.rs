//! What several areas ask of a list. Knows nothing of what stands in it.

/// Whether something stands twice in a list.
pub(in crate::domain) fn twice<T: PartialEq>(items: &[T]) -> bool {
    let mut rest = items.iter();
    std::iter::from_fn(|| rest.next().map(|one| (one, rest.clone())))
        .any(|(one, mut others)| others.any(|other| other == one))
}
