/**
 * The roster on any day: moves each holder to where they stood on that day.
 * Without this file the page shows the newest day, with former holders below.
 */

const roster = /** @type {HTMLElement} */ (document.getElementById("roster"));
const form = /** @type {HTMLFormElement} */ (document.getElementById("roster-day"));
const input = /** @type {HTMLInputElement} */ (document.getElementById("roster-on"));
const status = /** @type {HTMLElement} */ (document.getElementById("roster-status"));
const said = /** @type {HTMLElement} */ (document.getElementById("roster-said"));
const before = /** @type {HTMLButtonElement} */ (document.getElementById("roster-before"));
const after = /** @type {HTMLButtonElement} */ (document.getElementById("roster-after"));

const newest = roster.dataset.newest ?? "";
const unchanged = [...said.childNodes].map((node) => node.cloneNode(true));

/**
 * Holders stand in two lists, those in office and the former ones; each keeps the order in which the
 * page was written, so that a day looks the same however one came to it.
 */
const organs = [...roster.querySelectorAll(".press-organ")].map((section) => {
  const posts = [...section.querySelectorAll(".press-post")].map((post) => ({
    post: /** @type {HTMLElement} */ (post),
    list: /** @type {HTMLElement} */ (post.querySelector(".press-holders")),
  }));
  const former = /** @type {HTMLElement} */ (section.querySelector(".press-former"));
  const past = /** @type {HTMLElement} */ (former.querySelector(".press-holders"));
  const holders = [...section.querySelectorAll(".press-holder")].map((item) => ({
    item: /** @type {HTMLElement} */ (item),
    place: Number(/** @type {HTMLElement} */ (item).dataset.place),
    begins: /** @type {HTMLElement} */ (item).dataset.begins ?? "",
    ends: /** @type {HTMLElement} */ (item).dataset.ends ?? "",
  }));
  return { section: /** @type {HTMLElement} */ (section), posts, former, past, holders };
});

const changes = [
  ...new Set(organs.flatMap(({ holders }) => holders.flatMap(({ begins, ends }) => [begins, ends]))),
]
  .filter(Boolean)
  .sort();

/** @param {string} day */
const spoken = (day) => day.replace(/^(\d+)-0?(\d+)-0?(\d+)$/, "$1年$2月$3日");

/** @param {string} day YYYY-MM-DD */
function show(day) {
  let count = 0;
  for (const { section, posts, former, past, holders } of organs) {
    let gone = 0;
    let here = 0;
    for (const { item, place, begins, ends } of holders) {
      const holds = begins <= day && (!ends || day < ends);
      const over = !holds && begins <= day;
      item.hidden = !holds && !over;
      (holds ? posts[place].list : past).append(item);
      here += holds ? 1 : 0;
      gone += over ? 1 : 0;
    }
    for (const { post, list } of posts) post.hidden = list.childElementCount === 0;
    former.hidden = gone === 0;
    const number = former.querySelector("summary small");
    if (number) number.textContent = `${gone}人次`;
    section.hidden = here + gone === 0;
    count += here;
  }
  const limits = day > newest ? `（记录截至${spoken(newest)}）` : "";
  if (day === newest) said.replaceChildren(...unchanged.map((node) => node.cloneNode(true)));
  else said.textContent = `以下是${spoken(day)}的在任人员${limits}，依据职务名册和公开的任免名单。`;
  status.textContent = count ? `${spoken(day)}有 ${count} 人次在任` : `${spoken(day)}没有在任记录`;
  before.disabled = !changes.some((change) => change < day);
  after.disabled = !changes.some((change) => change > day);
  const address = new URL(location.href);
  if (day === newest) address.searchParams.delete("on");
  else address.searchParams.set("on", day);
  history.replaceState(null, "", address);
}

/** @param {string | undefined} day */
function go(day) {
  if (!day) return;
  input.value = day;
  show(day);
}

form.hidden = false;
form.addEventListener("submit", (event) => event.preventDefault());
input.addEventListener("change", () => go(input.value));
before.addEventListener("click", () => go(changes.findLast((change) => change < input.value)));
after.addEventListener("click", () => go(changes.find((change) => change > input.value)));

const asked = new URLSearchParams(location.search).get("on") ?? "";
const valid = /^\d{4}-\d{2}-\d{2}$/.test(asked) && !Number.isNaN(Date.parse(asked));
go(valid ? asked : newest);
