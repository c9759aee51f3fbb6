/**
 * The panel of the reader's settings: shows what is set, keeps what is chosen.
 */

const panel = /** @type {HTMLDetailsElement | null} */ (document.getElementById("settings"));

/** @returns {Record<string, string>} */
const read = () => {
  try {
    return JSON.parse(localStorage.getItem("press-settings") || "{}");
  } catch {
    return {};
  }
};

if (panel) {
  const kept = read();
  const inputs = /** @type {NodeListOf<HTMLInputElement>} */ (panel.querySelectorAll("input"));
  for (const input of inputs) input.checked = input.value === (kept[input.name] || "");
  panel.hidden = false;

  panel.addEventListener("change", (event) => {
    const input = /** @type {HTMLInputElement} */ (event.target);
    try {
      localStorage.setItem("press-settings", JSON.stringify({ ...read(), [input.name]: input.value }));
    } catch {
      // Nothing can be kept in a private window; the page itself still changes.
      document.documentElement.dataset[input.name] = input.value;
    }
    dispatchEvent(new Event("press-settings"));
  });

  const close = () => (panel.open = false);
  addEventListener("click", (event) => panel.contains(/** @type {Node} */ (event.target)) || close());
  panel.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !panel.open) return;
    close();
    /** @type {HTMLElement} */ (panel.querySelector("summary")).focus();
  });
}
