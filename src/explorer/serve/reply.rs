//! Answers as HTTP has them: with an `ETag`, so that what one has is not sent again.

use std::sync::{Arc, OnceLock};

use axum::body::{Body, Bytes};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::Response;
use serde_json::json;
use sha2::{Digest as _, Sha256};

use super::answer::Refusal;
use super::packed;
use crate::text::hex;

/// The tag of an answer: another one where the answer is another.
#[derive(Debug, Clone)]
pub(super) struct Tag(String);

impl Tag {
    /// The tag of what decides an answer.
    pub(super) fn of(parts: &[&str]) -> Self {
        let mut hash = Sha256::new();
        for part in parts {
            hash.update(part.as_bytes());
            hash.update([0]);
        }
        Self::cut(&hex(&hash.finalize()))
    }

    fn of_bytes(bytes: &[u8]) -> Self {
        Self::cut(&hex(&Sha256::digest(bytes)))
    }

    fn cut(hash: &str) -> Self {
        Self(format!("\"{}\"", hash.get(..32).unwrap_or(hash)))
    }

    /// The tag of the same answer when it is packed: these are other bytes, and caches take a tag for that of bytes.
    pub(super) fn packed(&self) -> Self {
        Self(format!("{}-gzip\"", self.0.trim_end_matches('"')))
    }

    /// As a header has it.
    pub(super) fn value(&self) -> HeaderValue {
        HeaderValue::from_str(&self.0).unwrap_or(HeaderValue::from_static("\"\""))
    }

    /// Whether whoever sent these headers has the answer already.
    pub(super) fn is_known(&self, headers: &HeaderMap) -> bool {
        known(headers).any(|tag| tag == self.0 || tag == "*")
    }

    /// Whether they name this very tag, which nobody can who was never given such an answer.
    pub(super) fn is_named(&self, headers: &HeaderMap) -> bool {
        known(headers).any(|tag| tag == self.0)
    }

    /// Word that they have it.
    pub(super) fn not_modified(&self) -> Response {
        let mut response = Response::new(Body::empty());
        *response.status_mut() = StatusCode::NOT_MODIFIED;
        response.headers_mut().insert(header::ETAG, self.value());
        response
    }
}

/// The tags that somebody names, without the word that they are weak.
fn known(headers: &HeaderMap) -> impl Iterator<Item = &str> {
    let lists = headers.get_all(header::IF_NONE_MATCH).iter();
    let lists = lists.filter_map(|list| list.to_str().ok());
    let tags = lists.flat_map(|list| list.split(','));
    tags.map(|tag| tag.trim().trim_start_matches("W/"))
}

/// A body with its hash.
#[derive(Debug, Clone)]
pub(super) struct Content {
    media_type: &'static str,
    bytes: Bytes,
    tag: Tag,
    /// The same packed, once somebody took it so.
    packed: Arc<OnceLock<Bytes>>,
}

impl Content {
    /// Hashes a body.
    pub(super) fn new(media_type: &'static str, bytes: impl Into<Bytes>) -> Self {
        let bytes = bytes.into();
        Self {
            media_type,
            tag: Tag::of_bytes(&bytes),
            bytes,
            packed: Arc::default(),
        }
    }

    /// Whether [`Content::reply`] to these headers would have to pack the body first, which takes a while for a large one.
    pub(super) fn is_to_be_packed(&self, headers: &HeaderMap) -> bool {
        self.is_packed_for(headers) && self.packed.get().is_none()
    }

    /// Packs the body, for those who take it so. Where that fails, which memory cannot, it goes out as it is.
    pub(super) fn pack(&self) {
        self.packed
            .get_or_init(|| packed::pack(&self.bytes).unwrap_or_default());
    }

    fn is_packed_for(&self, headers: &HeaderMap) -> bool {
        packed::is_worth(self.bytes.len()) && packed::is_taken(headers)
    }

    /// The tag of the body.
    pub(super) fn tag(&self) -> &str {
        &self.tag.0
    }

    /// JSON of a value.
    pub(super) fn json(value: &impl serde::Serialize) -> Result<Self, serde_json::Error> {
        Ok(Self::new("application/json", serde_json::to_vec(value)?))
    }

    /// The answer to whoever sent these headers: the body, packed if they take it so, or word that they have it.
    pub(super) fn reply(&self, headers: &HeaderMap) -> Response {
        let mut response = if self.is_packed_for(headers) {
            self.pack();
            let packed = self.packed.get().filter(|packed| !packed.is_empty());
            match packed {
                Some(packed) => {
                    let mut response = self.reply_with(packed, &self.tag.packed(), headers);
                    if response.status() == StatusCode::OK {
                        packed::mark(&mut response);
                    }
                    response
                }
                None => self.reply_with(&self.bytes, &self.tag, headers),
            }
        } else {
            self.reply_with(&self.bytes, &self.tag, headers)
        };
        packed::vary(&mut response, "accept-encoding");
        response
    }

    fn reply_with(&self, bytes: &Bytes, tag: &Tag, headers: &HeaderMap) -> Response {
        if tag.is_known(headers) {
            return tag.not_modified();
        }
        let mut response = Response::new(Body::from(bytes.clone()));
        let media_type = HeaderValue::from_static(self.media_type);
        let headers = response.headers_mut();
        headers.insert(header::ETAG, tag.value());
        headers.insert(header::CONTENT_TYPE, media_type);
        response
    }
}

/// The answer to a request that changed something: the body, which nobody can have already.
pub(super) fn plain(content: &Content) -> Response {
    content.reply(&HeaderMap::new())
}

/// An answer that says why there is none, as `{"error": ..., "code": ...}`.
pub(super) fn refused(refusal: &Refusal) -> Response {
    problem(refusal.status, refusal.code, &refusal.why)
}

/// The same of its parts.
pub(super) fn problem(status: StatusCode, code: &str, what: &str) -> Response {
    let body = json!({ "error": what, "code": code });
    let mut response = Response::new(Body::from(body.to_string()));
    *response.status_mut() = status;
    let media_type = HeaderValue::from_static("application/json");
    response
        .headers_mut()
        .insert(header::CONTENT_TYPE, media_type);
    response
}
