/**
 * A note beside its number: when the pointer rests on it, when the keyboard reaches it, when it is
 * tapped. Where the browser cannot, the number leads to the notes below the text.
 */

const HOVER = 150;
const LEAVE = 250;

const note = document.createElement("span");
note.className = "press-note";
note.id = "note";
note.popover = "manual";
note.setAttribute("role", "note");

/** @type {HTMLAnchorElement | null} */
let shown = null;
let kept = false;
let timer = 0;

const refOf = (/** @type {EventTarget | null} */ target) =>
  /** @type {HTMLAnchorElement | null} */ (/** @type {Element} */ (target).closest?.("a[data-footnote-ref]"));

/** @param {HTMLAnchorElement} ref */
function show(ref) {
  clearTimeout(timer);
  if (shown === ref) return;
  hide();
  const item = document.getElementById(decodeURIComponent(ref.hash.slice(1)));
  if (!item) return;
  const copy = /** @type {HTMLElement} */ (item.cloneNode(true));
  for (const back of copy.querySelectorAll(".footnote-backref")) back.remove();
  for (const named of copy.querySelectorAll("[id]")) named.removeAttribute("id");
  note.replaceChildren(...copy.childNodes);
  // Right behind its number, so that the next Tab goes into it.
  /** @type {Element} */ (ref.parentElement).after(note);
  note.showPopover();
  place(ref);
  ref.setAttribute("aria-describedby", note.id);
  shown = ref;
}

function hide() {
  clearTimeout(timer);
  if (!shown) return;
  shown.removeAttribute("aria-describedby");
  note.hidePopover();
  note.remove();
  shown = null;
  kept = false;
}

/** @param {HTMLAnchorElement} ref */
function place(ref) {
  const at = ref.getBoundingClientRect();
  Object.assign(note.style, { left: "0px", top: "0px" });
  const box = note.getBoundingClientRect();
  // In large text the page is zoomed: how far a pixel of ours goes is measured.
  note.style.left = "100px";
  const scale = (note.getBoundingClientRect().left - box.left) / 100;
  const left = Math.max(12, Math.min(at.left - 24, document.documentElement.clientWidth - box.width - 12));
  const below = at.bottom + 8;
  const top = below + box.height < innerHeight || at.top < box.height ? below : at.top - box.height - 8;
  Object.assign(note.style, { left: `${(left - box.left) / scale}px`, top: `${(top - box.top) / scale}px` });
}

function follow() {
  if (!shown) return;
  const { top, bottom } = shown.getBoundingClientRect();
  if (bottom < 0 || top > innerHeight) hide();
  else place(shown);
}

/** @param {() => void} act @param {number} wait */
function soon(act, wait) {
  clearTimeout(timer);
  timer = setTimeout(act, wait);
}

if ("showPopover" in note) {
  document.addEventListener("pointerover", (event) => {
    const ref = refOf(event.target);
    if (event.pointerType !== "mouse") return;
    if (ref) soon(() => show(ref), HOVER);
    else if (note.contains(/** @type {Node} */ (event.target))) clearTimeout(timer);
    else if (shown && !kept) soon(hide, LEAVE);
    else clearTimeout(timer);
  });
  document.addEventListener("focusin", (event) => {
    const ref = refOf(event.target);
    if (ref?.matches(":focus-visible")) show(ref);
    else if (shown && !note.contains(/** @type {Node} */ (event.target))) hide();
  });
  document.addEventListener("click", (event) => {
    const ref = refOf(event.target);
    if (!ref) {
      if (shown && !note.contains(/** @type {Node} */ (event.target))) hide();
      return;
    }
    event.preventDefault();
    if (shown === ref && kept) hide();
    else {
      show(ref);
      kept = true;
    }
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") hide();
  });
  // The note goes along with its number, and away with it.
  document.addEventListener("scroll", follow, { passive: true });
}
