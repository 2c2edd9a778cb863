//! QUO-6: how format 1 is laid out never changes. A change here is a change of papers that were sent.
