//! What keys and invitations need and the rules may not do: randomness, digests, reading a public key
//! (PPL-5). Never keeps a code: it is shown once, and known by its digest from then on.

mod code;
mod line;

pub use code::{Code, digest, new_code};
pub use line::{KeyProblem, RSA_LEAST, key_name, new_key, read_key};
