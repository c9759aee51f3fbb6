/**
 * In the preview alone: follows what is written. Reloads the page when its own bytes have changed, tells of
 * faults in a panel, and marks links to drafts. The site as it is published knows nothing of this file.
 *
 * @typedef {{code: string, severity: string, level: string, path: string, line: number, column: number,
 *   message: string, hint: string, text: string[]}} Fault
 * @typedef {{version: string | null, refused: boolean, trouble: string, errors: number, warnings: number,
 *   source: string, faults: Fault[], drafts: string[]}} Notice
 */

const script = /** @type {HTMLElement} */ (document.querySelector('script[src$="/__press/preview.js"]'));
const PLACE = "press-preview-place";
const OPEN = "press-preview-open";

// What was kept for reading without a network would be shown instead of what is new.
navigator.serviceWorker?.getRegistrations().then((all) => all.forEach((one) => one.unregister()));

// Back to where the writer was: by the browser's own way, the place would depend on what was written above it.
const place = JSON.parse(sessionStorage.getItem(PLACE) || "null");
sessionStorage.removeItem(PLACE);
if (place && place.page === location.pathname) {
  const back = () => scrollTo({ left: place.x, top: place.y, behavior: "instant" });
  back();
  addEventListener("load", back);
}

let reloading = false;
// Not before the page is left: told so while it loads, a browser still goes to a place of its own.
addEventListener("pagehide", () => {
  if (!reloading) history.scrollRestoration = "auto";
});

function reload() {
  reloading = true;
  sessionStorage.setItem(PLACE, JSON.stringify({ page: location.pathname, x: scrollX, y: scrollY }));
  history.scrollRestoration = "manual";
  location.reload();
}

/**
 * @param {string} name
 * @param {string} [style]
 * @param {(Node | string)[]} inside
 */
function make(name, style = "", ...inside) {
  const element = document.createElement(name);
  if (style) element.className = style;
  element.append(...inside);
  return element;
}

const host = make("div");
host.id = "press-preview";
host.hidden = true;
const shadow = host.attachShadow({ mode: "open" });
const sheet = /** @type {HTMLLinkElement} */ (make("link"));
sheet.rel = "stylesheet";
sheet.href = new URL("panel.css", import.meta.url).href;
sheet.addEventListener("load", () => (host.hidden = false));
const panel = /** @type {HTMLDetailsElement} */ (make("details"));
const summary = make("summary", "", "预览");
const body = make("div", "body");
body.tabIndex = 0;
body.setAttribute("role", "region");
body.setAttribute("aria-label", "校对");
const status = make("p", "status");
status.setAttribute("role", "status");
panel.append(summary, body);
shadow.append(sheet, panel, status);
document.body.append(host);
panel.open = sessionStorage.getItem(OPEN) === "1";
panel.addEventListener("toggle", () => sessionStorage.setItem(OPEN, panel.open ? "1" : "0"));
shadow.addEventListener("keydown", (event) => {
  if (/** @type {KeyboardEvent} */ (event).key !== "Escape" || !panel.open) return;
  panel.open = false;
  summary.focus();
});

/** @param {Fault} fault */
function entry(fault) {
  const code = /** @type {HTMLAnchorElement} */ (make("a", "", `${fault.level} ${fault.code}`));
  code.href = `/rules/#${fault.code}`;
  code.title = "看这条规则的依据和例子";
  const item = make("li", fault.severity, make("p", "what", code, " ", fault.message));
  item.append(make("p", "where", `${fault.path}:${fault.line}:${fault.column}`));
  if (fault.text.length) {
    const [before, words, after] = fault.text;
    item.append(make("p", "line", before, make("mark", "", words), after));
  }
  if (fault.hint) item.append(make("p", "hint", fault.hint));
  return item;
}

/**
 * @param {string} title
 * @param {Fault[]} faults
 */
function group(title, faults) {
  if (!faults.length) return [];
  return [make("h2", "", title), make("ul", "", ...faults.map(entry))];
}

/** @param {Notice} notice */
function show(notice) {
  const counts = [];
  if (notice.errors) counts.push(`${notice.errors} 个错误`);
  if (notice.warnings) counts.push(`${notice.warnings} 个提醒`);
  const stopped = notice.trouble || notice.refused;
  const words = counts.length ? `校对：${counts.join("，")}` : notice.trouble ? "校对：没有更新" : "预览";
  if (summary.textContent !== words) summary.textContent = status.textContent = words;
  panel.className = stopped ? "stopped" : notice.warnings ? "warned" : "";
  const parts = [];
  if (notice.trouble) parts.push(make("p", "trouble", notice.trouble));
  if (stopped) parts.push(make("p", "", "网页还是改动之前的样子，改好并保存后会自己更新。"));
  const own = notice.faults.filter((fault) => fault.path === notice.source);
  const others = notice.faults.filter((fault) => fault.path !== notice.source);
  parts.push(...group(`本页：${notice.source}`, own), ...group(own.length ? "其他文件" : "别的文件", others));
  const more = notice.errors + notice.warnings - notice.faults.length;
  if (more > 0) parts.push(make("p", "", `还有 ${more} 处没有列出，请用 press check 看。`));
  if (!counts.length && !stopped) parts.push(make("p", "", "没有错误，也没有提醒。一保存，网页就更新。"));
  if (notice.drafts.length) {
    parts.push(make("p", "note", `预览里有 ${notice.drafts.length} 篇草稿，列表和数字也算上了它们；正式生成时没有。`));
  }
  body.replaceChildren(...parts);
  const drafts = new Set(notice.drafts.map((link) => `/${link}`));
  for (const link of document.links) {
    const draft = link.origin === location.origin && drafts.has(decodeURI(link.pathname));
    link.classList.toggle("press-preview-to-draft", draft);
  }
}

/** @type {EventSource | null} */
let events = null;

// A hidden page lets go: a browser holds only six connections to one server.
function follow() {
  events?.close();
  events = null;
  if (document.hidden) return;
  events = new EventSource(new URL(`events?page=${encodeURIComponent(location.pathname)}`, import.meta.url));
  events.addEventListener("message", (event) => {
    const notice = /** @type {Notice} */ (JSON.parse(event.data));
    if (notice.version !== null && notice.version !== script.dataset.version) reload();
    else show(notice);
  });
}

document.addEventListener("visibilitychange", follow);
follow();
