/**
 * The list of chosen pictures: each with its preview, caption and photographer.
 */

import { kind, megabytes, pictureFault, read } from "./checks.js";

/**
 * @typedef {{ data: Uint8Array, kind: string, item: HTMLLIElement,
 *             caption: HTMLInputElement, photographer: HTMLInputElement }} Picture
 */

const SMALL = 800;
let made = 0;

/** @param {string} tag @param {Record<string, string>} attributes @param {(Node | string)[]} children */
function element(tag, attributes, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  node.append(...children);
  return node;
}

export class Pictures {
  /** @param {HTMLElement} list @param {HTMLElement} said @param {{ pictures: number, file: number }} most */
  constructor(list, said, most) {
    this.list = list;
    this.said = said;
    this.most = most;
    /** @type {Picture[]} */
    this.chosen = [];
  }

  /**
   * Take files in; return what is wrong with those that were not taken.
   * @param {Iterable<File>} files
   * @returns {Promise<string[]>}
   */
  async add(files) {
    const faults = [];
    let taken = 0;
    for (const file of files) {
      if (this.chosen.length >= this.most.pictures) {
        faults.push(`最多 ${this.most.pictures} 张照片，“${file.name}”没有添加`);
        continue;
      }
      const { data, fault: unread } = await read(file, this.most.file);
      const fault = unread || pictureFault(data);
      const preview = fault ? null : await load(new Blob([data], { type: file.type }));
      if (fault || !preview) {
        faults.push(`“${file.name}”${fault || "打不开，可能已损坏"}`);
        continue;
      }
      this.show(file.name, data, preview);
      taken += 1;
    }
    if (taken) this.said.textContent = `添加了 ${taken} 张照片，现在共 ${this.chosen.length} 张，请填写说明`;
    return faults;
  }

  /** @param {string} name @param {Uint8Array} data @param {HTMLImageElement} preview */
  show(name, data, preview) {
    made += 1;
    const own = `picture-${made}`;
    const caption = /** @type {HTMLInputElement} */ (
      element("input", { id: `${own}-caption`, type: "text", required: "", autocomplete: "off", "aria-describedby": `fault-${own}` })
    );
    const photographer = /** @type {HTMLInputElement} */ (
      element("input", { id: `${own}-by`, type: "text", autocomplete: "off" })
    );
    const remove = element("button", { type: "button", class: "press-plain" }, "移除");
    remove.setAttribute("aria-label", `移除照片 ${name}`);
    const { naturalWidth: width, naturalHeight: height } = preview;
    const size = `${width}×${height}，${megabytes(data.length)}`;
    preview.alt = "";
    const item = /** @type {HTMLLIElement} */ (
      element(
        "li",
        { class: "press-picture" },
        element("div", { class: "press-picture__look" }, preview, remove),
        element(
          "div",
          {},
          element("p", { class: "press-picture__name" }, element("b", {}, name), size),
          ...(Math.max(width, height) < SMALL ? [element("p", { class: "press-picture__small" }, "这张照片较小，印出来可能不清楚；有原图请换原图。")] : []),
          element("label", { for: `${own}-caption` }, "图里有谁，在做什么"),
          caption,
          element("p", { class: "press-field__fault", id: `fault-${own}`, hidden: "" }),
          element("label", { for: `${own}-by` }, "谁拍的", element("small", {}, "（可不填）")),
          photographer,
        ),
      )
    );
    const picture = { data, kind: kind(data), item, caption, photographer };
    remove.addEventListener("click", () => {
      const at = this.chosen.indexOf(picture);
      this.chosen.splice(at, 1);
      item.remove();
      URL.revokeObjectURL(preview.src);
      this.said.textContent = `移除了“${name}”，还有 ${this.chosen.length} 张`;
      const next = this.chosen[Math.min(at, this.chosen.length - 1)]?.caption ?? document.getElementById("submit-pictures");
      /** @type {HTMLElement} */ (next).focus();
    });
    this.chosen.push(picture);
    this.list.append(item);
  }

  clear() {
    this.chosen.length = 0;
    for (const image of this.list.querySelectorAll("img")) URL.revokeObjectURL(image.src);
    this.list.replaceChildren();
    this.said.textContent = "";
  }
}

/** @param {Blob} blob @returns {Promise<HTMLImageElement | null>} */
async function load(blob) {
  const image = new Image();
  image.src = URL.createObjectURL(blob);
  try {
    await image.decode();
    return image;
  } catch {
    URL.revokeObjectURL(image.src);
    return null;
  }
}
