//! The parts of the page that are the same for every graph. `web/build.mjs` makes them of `web/src`.

/// A part of the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Asset {
    /// What it is, as in the header `Content-Type`.
    pub media_type: &'static str,
    /// What is in it.
    pub text: &'static str,
}

/// The names of all parts.
#[cfg(feature = "serve")]
pub(super) const ASSETS: [&str; 2] = ["explorer.js", "explorer.css"];

/// What the page does.
pub(super) const SCRIPT: &str = include_str!("page/explorer.js");
/// How it looks.
pub(super) const STYLE: &str = include_str!("page/explorer.css");

/// The part of a name: `explorer.js` or `explorer.css`; `None` for any other.
///
/// ```
/// use interparl::explorer::asset;
/// assert!(asset("explorer.js").is_some_and(|a| a.media_type.starts_with("text/javascript")));
/// assert_eq!(asset("../secret"), None);
/// ```
#[must_use]
pub fn asset(name: &str) -> Option<Asset> {
    match name {
        "explorer.js" => Some(Asset {
            media_type: "text/javascript; charset=utf-8",
            text: SCRIPT,
        }),
        "explorer.css" => Some(Asset {
            media_type: "text/css; charset=utf-8",
            text: STYLE,
        }),
        _ => None,
    }
}
