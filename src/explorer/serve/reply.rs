//! Answers as HTTP has them: with an `ETag`, so that what one has is not sent again.

use axum::body::{Body, Bytes};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::Response;
use serde_json::json;
use sha2::{Digest as _, Sha256};

use super::answer::Refusal;
use crate::text::hex;

/// A body with its hash.
#[derive(Debug, Clone)]
pub(super) struct Content {
    media_type: &'static str,
    bytes: Bytes,
    tag: HeaderValue,
}

impl Content {
    /// Hashes a body.
    pub(super) fn new(media_type: &'static str, bytes: impl Into<Bytes>) -> Self {
        let bytes = bytes.into();
        let hash = hex(&Sha256::digest(&bytes));
        let tag = format!("\"{}\"", hash.get(..32).unwrap_or(&hash));
        Self {
            media_type,
            tag: HeaderValue::from_str(&tag).unwrap_or(HeaderValue::from_static("\"\"")),
            bytes,
        }
    }

    /// JSON of a value.
    pub(super) fn json(value: &impl serde::Serialize) -> Result<Self, serde_json::Error> {
        Ok(Self::new("application/json", serde_json::to_vec(value)?))
    }

    /// The answer to whoever sent these headers: the body, or word that they have it.
    pub(super) fn reply(&self, headers: &HeaderMap) -> Response {
        let has = headers
            .get_all(header::IF_NONE_MATCH)
            .iter()
            .filter_map(|list| list.to_str().ok())
            .flat_map(|list| list.split(','))
            .any(|tag| {
                tag.trim().trim_start_matches("W/").as_bytes() == self.tag.as_bytes()
                    || tag.trim() == "*"
            });
        let mut response = if has {
            let mut response = Response::new(Body::empty());
            *response.status_mut() = StatusCode::NOT_MODIFIED;
            response
        } else {
            Response::new(Body::from(self.bytes.clone()))
        };
        let headers = response.headers_mut();
        headers.insert(header::ETAG, self.tag.clone());
        if !has {
            let media_type = HeaderValue::from_static(self.media_type);
            headers.insert(header::CONTENT_TYPE, media_type);
        }
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
