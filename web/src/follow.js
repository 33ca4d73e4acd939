// Whether the server tells another graph by now: asked now and then by the tag of what it tells, which costs next to nothing.

/** So often it is asked, in milliseconds; a page that is not seen asks when it is seen again. */
const OFTEN = 5000;

/**
 * Asks until `signal` ends it. `tag` gives the tag of what is shown, and `changed` is told of another one, once of each.
 * Where the server does not answer, nothing is said: whoever wants something of it will see.
 */
export function follow({ tag, changed, signal, often = OFTEN }) {
  let [timer, told, asking] = [0, null, false];
  const later = () => {
    clearTimeout(timer);
    if (!signal.aborted) timer = setTimeout(look, often);
  };
  async function look() {
    if (asking || signal.aborted) return;
    asking = true;
    try {
      if (!document.hidden) {
        const answer = await fetch("api/v1/data", { method: "HEAD", cache: "no-store", signal });
        const now = answer.ok ? answer.headers.get("etag") : null;
        if (now && now !== tag() && now !== told) changed(told = now);
      }
    } catch {
      // It is asked again.
    }
    asking = false;
    later();
  }
  document.addEventListener("visibilitychange", () => { if (!document.hidden) look(); }, { signal });
  signal.addEventListener("abort", () => clearTimeout(timer));
  later();
}
