/**
 * Handing a page on: its address to copy, and as a code for a telephone.
 */

import { squares } from "./qr.js";

const SVG = "http://www.w3.org/2000/svg";
const QUIET = 4;

/** @type {HTMLDialogElement | undefined} */
let box;

/** The address to be remembered: the one the page gives itself, wherever it was opened. */
function address() {
  const canonical = /** @type {HTMLLinkElement | null} */ (document.querySelector("link[rel=canonical]"));
  return canonical?.href ?? location.href.replace(/#.*/, "");
}

/** @param {string} text */
function code(text) {
  const rows = squares(text);
  const size = rows.length + 2 * QUIET;
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", `0 0 ${size} ${size}`);
  svg.setAttribute("role", "img");
  svg.setAttribute("aria-label", "本页网址的二维码");
  const path = document.createElementNS(SVG, "path");
  const dark = rows.flatMap((row, y) =>
    row.map((black, x) => (black ? `M${x + QUIET} ${y + QUIET}h1v1h-1z` : "")),
  );
  path.setAttribute("d", dark.join(""));
  svg.append(path);
  return svg;
}

/** @param {HTMLDialogElement} dialog */
function fill(dialog) {
  const find = (/** @type {string} */ selector) => /** @type {HTMLElement} */ (dialog.querySelector(selector));
  const title = document.querySelector("h1")?.textContent ?? document.title;
  const field = /** @type {HTMLInputElement} */ (find("input"));
  const said = find("[role=status]");
  field.value = address();
  try {
    find(".press-share__code").prepend(code(field.value));
  } catch {
    find(".press-share__code").hidden = true; // too long for a code that can be read from a screen
  }
  field.addEventListener("focus", () => field.select());

  find("#share-copy").addEventListener("click", async () => {
    said.textContent = "";
    let done = false;
    try {
      await navigator.clipboard.writeText(field.value);
      done = true;
    } catch {
      // Without https there is no clipboard; the older way still works.
      field.select();
      done = document.execCommand("copy");
    }
    said.textContent = done ? "网址已复制，可以粘贴给别人了" : "没有复制成功，请长按上面的网址自己复制";
  });

  const send = find("#share-send");
  send.hidden = !("share" in navigator);
  send.addEventListener("click", () => navigator.share({ title, url: field.value }).catch(() => {}));
  find("#share-close").addEventListener("click", () => dialog.close());
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
  dialog.addEventListener("close", () => (said.textContent = ""));
}

/** Opens the panel. */
export function open() {
  if (!box) {
    box = document.createElement("dialog");
    box.className = "press-share";
    box.setAttribute("aria-labelledby", "share-title");
    box.innerHTML = `
      <div>
        <h2 id="share-title">分享这一页</h2>
        <p class="press-share__code">用微信“扫一扫”，<br>在手机上打开</p>
        <label for="share-address">网址</label>
        <input id="share-address" readonly>
        <p class="press-share__buttons">
          <button type="button" id="share-copy" autofocus>复制网址</button>
          <button type="button" id="share-send">发送到……</button>
          <button type="button" id="share-close">关闭</button>
        </p>
        <p role="status"></p>
      </div>`;
    document.body.append(box);
    fill(box);
  }
  box.showModal();
}
