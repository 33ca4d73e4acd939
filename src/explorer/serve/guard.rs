//! Who may ask: requests that name this server and come from its own page, or from no page at all.

use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;

use axum::extract::{Request, State};
use axum::http::uri::Authority;
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, Uri, header};
use axum::middleware::Next;
use axum::response::Response;

use super::edit::is_for_editing;
use super::reply::problem;

/// What every answer tells the browser: nothing from elsewhere, nothing inline, in no frame of another page.
const HEADERS: &[(&str, &str)] = &[
    (
        "content-security-policy",
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data: blob:; \
         base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    ),
    ("x-content-type-options", "nosniff"),
    ("referrer-policy", "no-referrer"),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
    ("cache-control", "no-cache"),
];

/// The names by which this server may be called. A page of another site that lets its name point at this machine (DNS
/// rebinding) calls it by that name, and is refused.
#[derive(Debug, Clone)]
pub(super) struct Hosts(Arc<Vec<String>>);

impl Hosts {
    /// The names of an address, and those that were allowed.
    pub(super) fn new(address: SocketAddr, allowed: &[String]) -> Self {
        let mut names: Vec<String> = allowed.iter().map(|n| n.to_ascii_lowercase()).collect();
        let ip = address.ip();
        names.push(match ip {
            IpAddr::V4(v4) => v4.to_string(),
            IpAddr::V6(v6) => format!("[{v6}]"),
        });
        if ip.is_loopback() || ip.is_unspecified() {
            names.extend(["localhost", "127.0.0.1", "[::1]"].map(str::to_owned));
        }
        Self(Arc::new(names))
    }

    /// Whether a `Host` (a name, with a port or without) is one of this server.
    fn knows(&self, host: &str) -> bool {
        let name = match host.rsplit_once(':') {
            Some((name, port)) if !port.is_empty() && port.bytes().all(|b| b.is_ascii_digit()) => {
                name
            }
            _ => host,
        };
        self.0.iter().any(|known| known.eq_ignore_ascii_case(name))
    }

    /// Why a request is refused; nothing where it is not.
    fn refusal(&self, uri: &Uri, headers: &HeaderMap) -> Option<&'static str> {
        let host = headers.get(header::HOST).and_then(|h| h.to_str().ok());
        let host = host.or_else(|| uri.authority().map(Authority::as_str));
        if !host.is_some_and(|host| self.knows(host)) {
            return Some("this server is not called by that name");
        }
        let origin = headers.get(header::ORIGIN)?;
        let origin = origin.to_str().unwrap_or_default();
        let name = origin.strip_prefix("http://");
        let name = name.or_else(|| origin.strip_prefix("https://"));
        if name != host {
            return Some("the page of another site may not ask this server");
        }
        None
    }
}

/// Whether a request has a method that is answered: whoever corrects sends, all others only ask.
fn is_answered(request: &Request) -> bool {
    match *request.method() {
        Method::GET | Method::HEAD => true,
        Method::POST => is_for_editing(request.uri().path()),
        _ => false,
    }
}

/// Refuses what is not to be answered, and puts the headers of safety on everything.
pub(super) async fn guard(State(hosts): State<Hosts>, request: Request, next: Next) -> Response {
    let mut response = if let Some(why) = hosts.refusal(request.uri(), request.headers()) {
        problem(StatusCode::FORBIDDEN, "other_site", why)
    } else if !is_answered(&request) {
        let mut refused = problem(
            StatusCode::METHOD_NOT_ALLOWED,
            "bad_request",
            "only GET and HEAD are answered",
        );
        let methods = HeaderValue::from_static("GET, HEAD");
        refused.headers_mut().insert(header::ALLOW, methods);
        refused
    } else {
        next.run(request).await
    };
    for (name, value) in HEADERS {
        let (name, value) = (
            HeaderName::from_static(name),
            HeaderValue::from_static(value),
        );
        response.headers_mut().insert(name, value);
    }
    response
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test may stop at what is missing")]
mod tests {
    use super::*;

    fn refused(hosts: &Hosts, host: &str, origin: Option<&str>) -> bool {
        let mut headers = HeaderMap::new();
        headers.insert(header::HOST, host.parse().unwrap());
        if let Some(origin) = origin {
            headers.insert(header::ORIGIN, origin.parse().unwrap());
        }
        hosts.refusal(&Uri::from_static("/"), &headers).is_some()
    }

    #[test]
    fn only_names_of_this_server_are_answered() {
        let hosts = Hosts::new(
            "127.0.0.1:8080".parse().unwrap(),
            &["Atlas.Example".to_owned()],
        );
        for host in [
            "localhost",
            "LOCALHOST:8080",
            "127.0.0.1:1",
            "[::1]:8080",
            "atlas.example",
        ] {
            assert!(!refused(&hosts, host, None), "{host}");
        }
        for host in [
            "evil.example",
            "localhost.evil.example:8080",
            "127.0.0.1.evil.example",
            "",
            "localhost:x",
        ] {
            assert!(refused(&hosts, host, None), "{host}");
        }
    }

    #[test]
    fn only_its_own_page_may_ask() {
        let hosts = Hosts::new("127.0.0.1:8080".parse().unwrap(), &[]);
        let ask = |origin| refused(&hosts, "localhost:8080", Some(origin));
        assert!(!ask("http://localhost:8080"));
        assert!(
            ask("http://localhost:9090"),
            "another server of this machine"
        );
        assert!(ask("https://evil.example"));
        assert!(ask("null"));
    }
}
