/**
 * The draft: kept on this device alone, without files, until it is cleared.
 */

const PLACE = "press-submit";

/** @returns {Record<string, string>} */
export function restore() {
  try {
    const kept = JSON.parse(localStorage.getItem(PLACE) || "{}");
    return kept && typeof kept === "object" ? kept : {};
  } catch {
    return {};
  }
}

/** @param {Record<string, string>} values Whether they could be kept is returned. */
export function keep(values) {
  try {
    localStorage.setItem(PLACE, JSON.stringify(values));
    return true;
  } catch {
    return false; // a private window, or no room: the page itself goes on
  }
}

export function forget() {
  try {
    localStorage.removeItem(PLACE);
  } catch {
    // there is nothing to forget
  }
}
