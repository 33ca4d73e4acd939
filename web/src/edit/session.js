// Whether one may correct here: the token, and requests that carry it.

import { known, t } from "../messages.js";

const TOKEN = "interparl-token";
const BY = "interparl-by";

// What belongs to this window alone and is forgotten with it; some browsers have none.
function remember(key, value) {
  try {
    if (value === null) sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, value);
  } catch {
    // Then it is asked for again.
  }
}

function recall(key) {
  try {
    return sessionStorage.getItem(key);
  } catch {
    return null;
  }
}

/** Takes the token out of the address, so that no link has it that somebody copies; says whether there was one. */
export function takeToken() {
  const parts = location.hash.replace(/^#/, "").split("&");
  const given = parts.find((part) => part.startsWith("token="));
  if (!given) return false;
  remember(TOKEN, given.slice(6));
  const rest = parts.filter((part) => part !== given).join("&");
  history.replaceState(null, "", location.pathname + location.search + (rest ? `#${rest}` : ""));
  return true;
}

/** What one corrects with; null where the server does not let one, or the address with the token was not opened. */
export function editing() {
  const token = recall(TOKEN);
  if (document.documentElement.dataset.edit === undefined || !token) return null;
  const headers = { authorization: `Bearer ${token}`, accept: "application/json" };
  return {
    history: () => ask("api/v1/judgements", { headers }),
    unsure: (count, skip) => ask(`api/v1/judgements/unsure?count=${count}&skip=${skip}`, { headers }),
    about: (id) => ask(`api/v1/node?node=${encodeURIComponent(id)}`, { headers: { accept: "application/json" } }),
    send: (path, body) => ask(`api/v1/${path}`, { method: "POST", headers: { ...headers, "content-type": "application/json" }, body: JSON.stringify(body) }),
  };
}

// The answer; what goes wrong is an error in words for people.
async function ask(path, options) {
  let answer;
  try {
    answer = await fetch(path, options);
  } catch {
    throw new Error(t("fault.unreachable"));
  }
  const told = await answer.json().catch(() => ({}));
  if (answer.ok) return told;
  const words = known(`fault.${told.code}`) ? t(`fault.${told.code}`) : t("fault.other", { why: told.error ?? answer.status });
  throw Object.assign(new Error(words), { code: told.code });
}

/** Who corrects, why and when, as a judgement has it. */
export function signature(by, note) {
  remember(BY, by.trim() || null);
  const now = new Date();
  const two = (n) => String(n).padStart(2, "0");
  return { by: by.trim() || undefined, note: note.trim() || undefined, on: `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}` };
}

/** As whom one corrected before in this window. */
export const signedBefore = () => recall(BY) ?? "";
