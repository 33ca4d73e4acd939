//! Who may ask: requests that name this server and come from its own page, or from no page at all.

use std::borrow::Cow;
use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;

use axum::extract::{ConnectInfo, Request, State};
use axum::http::uri::Authority;
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, Uri, header};
use axum::middleware::Next;
use axum::response::Response;

use super::connection::Work;
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
pub(super) struct Hosts {
    names: Arc<Vec<String>>,
    /// Whether it listens on all addresses of this machine, and so may be called by any number: only a name can be made to
    /// point elsewhere.
    by_number: bool,
}

impl Hosts {
    /// The names of an address, and those that were allowed, with a port or without.
    pub(super) fn new(address: SocketAddr, allowed: &[String]) -> Self {
        let ip = address.ip();
        let mut names: Vec<String> = allowed.iter().map(|n| name_of(n).into_owned()).collect();
        names.push(word_of(ip));
        if ip.is_loopback() || ip.is_unspecified() {
            names.extend(["localhost", "127.0.0.1", "[::1]"].map(str::to_owned));
        }
        Self {
            names: Arc::new(names),
            by_number: ip.is_unspecified(),
        }
    }

    /// Whether a `Host` (a name, with a port or without) is one of this server.
    fn knows(&self, host: &str) -> bool {
        let name = name_of(host);
        self.names.iter().any(|known| *known == *name)
            || (self.by_number && number(&name).is_some())
    }

    /// Why a request is refused; nothing where it is not. All that it says of its name and its page must fit, however often
    /// it says so.
    fn refusal(&self, uri: &Uri, headers: &HeaderMap) -> Option<&'static str> {
        let said = |name| {
            headers
                .get_all(name)
                .iter()
                .map(|v| v.to_str().unwrap_or_default())
        };
        let hosts: Vec<&str> = said(header::HOST)
            .chain(uri.authority().map(Authority::as_str))
            .collect();
        let Some(host) = hosts
            .first()
            .filter(|_| hosts.iter().all(|host| self.knows(host)))
        else {
            return Some("this server is not called by that name; --host NAME lets it be");
        };
        let mut origins = said(header::ORIGIN);
        let own = |origin: &str| {
            let name = origin.strip_prefix("http://");
            let name = name.or_else(|| origin.strip_prefix("https://"));
            name.is_some_and(|name| name.eq_ignore_ascii_case(host))
        };
        (!origins.all(own)).then_some("the page of another site may not ask this server")
    }
}

/// The name of a `Host` without its port and the dot that may end it, in small letters, and addresses in one form.
fn name_of(host: &str) -> Cow<'_, str> {
    let name = match host.rsplit_once(':') {
        Some((name, port)) if port.bytes().all(|b| b.is_ascii_digit()) => name,
        _ => host,
    };
    let name = name.strip_suffix('.').unwrap_or(name);
    match number(name) {
        Some(ip) => word_of(ip).into(),
        None => name.to_ascii_lowercase().into(),
    }
}

/// The address that a name is, as a `Host` has it.
fn number(name: &str) -> Option<IpAddr> {
    let inner = name
        .strip_prefix('[')
        .and_then(|name| name.strip_suffix(']'));
    match inner {
        Some(v6) => v6.parse().ok().map(IpAddr::V6),
        None => name.parse().ok().map(IpAddr::V4),
    }
}

fn word_of(ip: IpAddr) -> String {
    match ip {
        IpAddr::V4(v4) => v4.to_string(),
        IpAddr::V6(v6) => format!("[{v6}]"),
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
        let work = request.extensions().get::<ConnectInfo<Work>>();
        // Whoever waits for an answer is not cut off for saying nothing.
        let _working = work.map(|ConnectInfo(work)| work.begin());
        in_words(next.run(request).await)
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

/// What the library refuses by itself, said as all other refusals are.
fn in_words(response: Response) -> Response {
    let status = response.status();
    if !status.is_client_error() {
        return response;
    }
    let json = HeaderValue::from_static("application/json");
    if response.headers().get(header::CONTENT_TYPE) == Some(&json) {
        return response;
    }
    let why = status
        .canonical_reason()
        .unwrap_or("refused")
        .to_lowercase();
    let mut said = problem(status, "bad_request", &why);
    if let Some(methods) = response.headers().get(header::ALLOW) {
        said.headers_mut().insert(header::ALLOW, methods.clone());
    }
    said
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
            &["Atlas.Example".to_owned(), "other.example:8080".to_owned()],
        );
        for host in [
            "localhost",
            "LOCALHOST:8080",
            "127.0.0.1:1",
            "[::1]:8080",
            "[0:0:0:0:0:0:0:1]:8080",
            "127.0.0.1:",
            "localhost.:8080",
            "atlas.example",
            "ATLAS.example.:443",
            "other.example",
        ] {
            assert!(!refused(&hosts, host, None), "{host}");
        }
        for host in [
            "evil.example",
            "localhost.evil.example:8080",
            "127.0.0.1.evil.example",
            "",
            "localhost:x",
            "localhost..",
            "localhost:1:2",
            "user@localhost",
            "192.0.2.7",
            "127.1",
            "2130706433",
            "[::1",
            "::1",
            ".",
        ] {
            assert!(refused(&hosts, host, None), "{host}");
        }
        // On all addresses it may be called by any number, and by no other name.
        let hosts = Hosts::new("0.0.0.0:8080".parse().unwrap(), &[]);
        for host in ["192.0.2.7:8080", "[2001:db8::7]", "localhost"] {
            assert!(!refused(&hosts, host, None), "{host}");
        }
        assert!(refused(&hosts, "evil.example", None));
    }

    #[test]
    fn all_that_is_said_of_the_name_and_the_page_must_fit() {
        let hosts = Hosts::new("127.0.0.1:8080".parse().unwrap(), &[]);
        let refused = |name: HeaderName, values: [&'static str; 2], uri| {
            let mut headers = HeaderMap::new();
            headers.insert(header::HOST, HeaderValue::from_static("localhost"));
            headers.remove(&name);
            for value in values {
                headers.append(&name, HeaderValue::from_static(value));
            }
            hosts.refusal(&Uri::from_static(uri), &headers).is_some()
        };
        let origins = ["http://localhost", "http://evil.example"];
        assert!(refused(header::ORIGIN, origins, "/"));
        let hosts = ["localhost", "evil.example"];
        assert!(refused(header::HOST, hosts, "/"));
        let both = ["localhost", "127.0.0.1"];
        assert!(!refused(header::HOST, both, "/"));
        assert!(refused(header::HOST, both, "http://evil.example/"));
    }

    #[test]
    fn only_its_own_page_may_ask() {
        let hosts = Hosts::new("127.0.0.1:8080".parse().unwrap(), &[]);
        let ask = |origin| refused(&hosts, "localhost:8080", Some(origin));
        assert!(!ask("http://localhost:8080"));
        assert!(!ask("http://LOCALHOST:8080"));
        assert!(
            ask("http://localhost:9090"),
            "another server of this machine"
        );
        assert!(ask("https://evil.example"));
        assert!(ask("null"));
    }
}
