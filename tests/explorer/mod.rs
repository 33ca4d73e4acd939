//! The explorer: the page as a file, the page and the answers over HTTP, and all of it in a real browser.

mod browser;
mod fresh;
mod page;
#[cfg(feature = "serve")]
mod passages;
#[cfg(feature = "serve")]
mod served;
#[cfg(feature = "serve")]
mod server;
#[cfg(all(feature = "serve", target_os = "linux"))]
mod traced;
