/**
 * The page of a document: shows what needs a script, and loads it when it is asked for.
 * Without this file the text, its notes, its pictures and its contents can all be read and reached.
 */

/** Pixels from the top of the window: a heading above is the one whose text is read. */
const READ = 40;

/** @param {string} id */
const byId = (id) => /** @type {HTMLElement} */ (document.getElementById(id));

if (byId("tools")) {
  byId("speak").hidden = !("speechSynthesis" in window);
  byId("speak").addEventListener("click", async () => (await import("./speech.js")).toggle());
  byId("share").addEventListener("click", async () => (await import("./share.js")).open());
  byId("print").addEventListener("click", () => print());
  byId("tools").hidden = false;
}

if (document.querySelector("[data-footnote-ref]")) import("./footnotes.js");

// A picture opens over the page; with a key held down, or no script, its link is a link.
document.addEventListener("click", (event) => {
  const target = /** @type {Element} */ (event.target);
  const link = /** @type {HTMLAnchorElement | null} */ (target.closest("figure > a:has(img)"));
  if (!link || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  import("./lightbox.js").then(
    (box) => box.open(link),
    () => location.assign(link.href),
  );
});

// A table wider than the page says that it can be moved.
const watched = new ResizeObserver((entries) => {
  for (const { target } of entries) {
    const hint = /** @type {HTMLElement} */ (target.previousElementSibling);
    hint.hidden = target.scrollWidth <= target.clientWidth + 1;
  }
});
for (const table of document.querySelectorAll(".press-table")) {
  const hint = document.createElement("p");
  hint.className = "press-table__hint";
  hint.textContent = "表格较宽，左右滑动可以看全";
  hint.hidden = true;
  table.before(hint);
  watched.observe(table);
}

const contents = /** @type {HTMLElement | null} */ (document.querySelector(".press-toc"));
if (contents) {
  const details = /** @type {HTMLDetailsElement} */ (contents.querySelector("details"));
  const links = /** @type {HTMLAnchorElement[]} */ ([...contents.querySelectorAll("a")]);
  const headings = links.map((link) => byId(link.hash.slice(1)));

  // Beside the text it stands open; above it, it is folded. The style sheet knows where it stands.
  let beside = false;
  const place = () => {
    const now = getComputedStyle(contents).position === "absolute";
    if (now !== beside) details.open = beside = now;
  };
  new ResizeObserver(place).observe(/** @type {Element} */ (contents.parentElement));
  place();

  const mark = () => {
    const at = headings.findLastIndex((heading) => heading.getBoundingClientRect().top < READ);
    links.forEach((link, index) => {
      if (index === at) link.setAttribute("aria-current", "location");
      else link.removeAttribute("aria-current");
    });
    if (beside && at >= 0) links[at].parentElement?.scrollIntoView({ block: "nearest" });
  };
  let due = 0;
  const later = () => {
    cancelAnimationFrame(due);
    due = requestAnimationFrame(mark);
  };
  document.addEventListener("scroll", later, { passive: true });
  mark();
}
