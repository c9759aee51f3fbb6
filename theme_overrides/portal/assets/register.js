/**
 * The register of appointments: shows the lines in which all the words of the query stand.
 * Without this file the whole register is on the page.
 */

const form = /** @type {HTMLFormElement} */ (document.getElementById("find"));
const input = /** @type {HTMLInputElement} */ (document.getElementById("find-words"));
const said = /** @type {HTMLElement} */ (document.getElementById("find-said"));

/** @param {string} text */
const plain = (text) => text.normalize("NFKC").toLowerCase();

const years = [...document.querySelectorAll("#register section")].map((section) => ({
  section: /** @type {HTMLElement} */ (section),
  size: /** @type {HTMLElement} */ (section.querySelector("h2 small")),
  lines: [...section.querySelectorAll("tbody tr")].map((row) => ({
    row: /** @type {HTMLElement} */ (row),
    text: plain(
      [...row.querySelectorAll(".press-who, .press-act, .press-office")]
        .map((cell) => cell.textContent)
        .join(" "),
    ),
  })),
}));

function find() {
  const words = plain(input.value).split(/\s+/).filter(Boolean);
  let shown = 0;
  for (const { section, size, lines } of years) {
    let here = 0;
    for (const { row, text } of lines) {
      row.hidden = !words.every((word) => text.includes(word));
      here += row.hidden ? 0 : 1;
    }
    section.hidden = here === 0;
    size.textContent = `${here}项`;
    shown += here;
  }
  said.textContent = words.length ? (shown ? `找到 ${shown} 项` : "没有找到，请换一个词") : "";
  const address = new URL(location.href);
  if (words.length) address.searchParams.set("q", words.join(" "));
  else address.searchParams.delete("q");
  history.replaceState(null, "", address);
}

form.hidden = false;
form.addEventListener("submit", (event) => event.preventDefault());
input.addEventListener("input", find);
const asked = new URLSearchParams(location.search).get("q");
if (asked) {
  input.value = asked;
  find();
}
