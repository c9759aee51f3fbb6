/**
 * Pictures one by one, as large as the screen: arrow keys, captions, the way to the file itself.
 */

const pictures = /** @type {HTMLAnchorElement[]} */ ([...document.querySelectorAll("figure > a:has(img)")]);

const box = document.createElement("dialog");
box.className = "press-lightbox";
box.setAttribute("aria-label", "图片");
box.innerHTML = `
  <figure><img alt=""><figcaption></figcaption></figure>
  <div>
    <button type="button" value="-1">上一张</button>
    <span role="status"></span>
    <button type="button" value="1">下一张</button>
    <a>原图</a>
    <button type="button" value="close">关闭</button>
  </div>`;
document.body.append(box);

const find = (/** @type {string} */ selector) => /** @type {HTMLElement} */ (box.querySelector(selector));
const image = /** @type {HTMLImageElement} */ (find("img"));
const file = /** @type {HTMLAnchorElement} */ (find("a"));
let at = 0;

/** @param {number} number */
function show(number) {
  at = (number + pictures.length) % pictures.length;
  const link = pictures[at];
  const small = /** @type {HTMLImageElement} */ (link.querySelector("img"));
  const caption = link.parentElement?.querySelector("figcaption")?.cloneNode(true);
  // Under an archival scan the caption holds links to its files.
  if (caption instanceof HTMLElement) for (const inner of caption.querySelectorAll("a")) inner.remove();
  image.src = small.currentSrc || link.href;
  image.alt = small.alt;
  find("figcaption").textContent = caption?.textContent ?? "";
  find("span").textContent = pictures.length > 1 ? `第 ${at + 1} 张，共 ${pictures.length} 张` : "";
  file.href = link.href;
}

box.addEventListener("click", (event) => {
  const target = /** @type {Element} */ (event.target);
  if (target instanceof HTMLButtonElement && target.value !== "close") show(at + Number(target.value));
  else if (!target.closest("img, a, span, figcaption")) box.close();
});

box.addEventListener("keydown", (event) => {
  const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
  if (step && pictures.length > 1) show(at + step);
});

/** @param {HTMLAnchorElement} link */
export function open(link) {
  for (const button of box.querySelectorAll("button:not([value='close'])")) {
    /** @type {HTMLElement} */ (button).hidden = pictures.length < 2;
  }
  show(pictures.indexOf(link));
  box.showModal();
}
