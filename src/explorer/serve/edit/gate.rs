//! Who may correct: whoever has the token, from the page of this server or from no page at all.

use std::sync::Arc;
use std::time::Duration;

use axum::body::{Bytes, to_bytes};
use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::Response;

use super::keep::editing;
use crate::explorer::serve::answer::Refusal;
use crate::explorer::serve::reply::refused;
use crate::explorer::serve::routes::Shared;

/// So long the body of a request may take to come.
const BODY_TIME: Duration = Duration::from_secs(10);

/// Lets a request through to what corrects, or says why not.
pub(super) async fn gate(
    State(shared): State<Arc<Shared>>,
    request: Request,
    next: Next,
) -> Response {
    let allowed = allowed(&shared, request.method(), request.headers());
    let mut response = match allowed {
        Ok(()) => next.run(request).await,
        Err(refusal) => refused(&refusal),
    };
    if response.status() == StatusCode::UNAUTHORIZED {
        let scheme = HeaderValue::from_static("Bearer");
        response
            .headers_mut()
            .insert(header::WWW_AUTHENTICATE, scheme);
    }
    response
}

fn allowed(shared: &Shared, method: &Method, headers: &HeaderMap) -> Result<(), Refusal> {
    let no = Refusal::new;
    let editing = editing(shared)?;
    // A browser says from where a request comes; other programs say nothing.
    let site = headers.get("sec-fetch-site").map(HeaderValue::as_bytes);
    if site.is_some_and(|site| site != b"same-origin" && site != b"none") {
        let why = "only the page of this server may correct";
        return Err(no(StatusCode::FORBIDDEN, "other_site", why));
    }
    let word = headers.get(header::AUTHORIZATION);
    let word = word.and_then(|word| word.to_str().ok()).unwrap_or_default();
    let word = word.strip_prefix("Bearer ").unwrap_or_default();
    if !editing.options.token.is(word) {
        let why = "the token is missing or another one: open the address that the server printed";
        return Err(no(StatusCode::UNAUTHORIZED, "token", why));
    }
    if *method == Method::POST && !is_json(headers) {
        let why = "a correction is sent as application/json";
        return Err(no(StatusCode::UNSUPPORTED_MEDIA_TYPE, "not_json", why));
    }
    Ok(())
}

fn is_json(headers: &HeaderMap) -> bool {
    let media_type = headers.get(header::CONTENT_TYPE);
    let media_type = media_type.and_then(|media_type| media_type.to_str().ok());
    let media_type = media_type.and_then(|media_type| media_type.split(';').next());
    media_type.is_some_and(|name| name.trim().eq_ignore_ascii_case("application/json"))
}

/// The body of a request, of at most so many bytes.
pub(super) async fn body(request: Request, most: usize) -> Result<Bytes, Refusal> {
    let length = request.headers().get(header::CONTENT_LENGTH);
    let length = length.and_then(|length| length.to_str().ok()?.parse::<usize>().ok());
    let Some(length) = length else {
        let why = "how long the body is must be said";
        return Err(Refusal::new(
            StatusCode::LENGTH_REQUIRED,
            "bad_request",
            why,
        ));
    };
    if length > most {
        let why = format!("the body has more than {most} bytes");
        return Err(Refusal::new(
            StatusCode::PAYLOAD_TOO_LARGE,
            "too_large",
            why,
        ));
    }
    match tokio::time::timeout(BODY_TIME, to_bytes(request.into_body(), most)).await {
        Ok(Ok(bytes)) => Ok(bytes),
        Ok(Err(_)) => Err(Refusal::bad("the body did not come whole")),
        Err(_) => Err(Refusal::new(
            StatusCode::REQUEST_TIMEOUT,
            "slow",
            "the body took too long to come",
        )),
    }
}
