/**
 * 网上投稿: checks a contribution, packs it into one file (`submission.json`, version 1, with the text or
 * the Word file and the pictures) and saves it for a letter, or posts it to the office's own address.
 * Nothing leaves the device before.
 */

import { masked, megabytes, personal, read, wordFault } from "./submit/checks.js";
import { forget, keep, restore } from "./submit/draft.js";
import { markdown } from "./submit/markdown.js";
import { Pictures } from "./submit/pictures.js";
import { sha256 } from "./submit/sha256.js";
import { pack } from "./submit/zip.js";

/** @param {string} id */
const by = (id) => /** @type {HTMLElement} */ (document.getElementById(id));
/** @param {string} name */
const input = (name) => /** @type {HTMLInputElement} */ (by(`submit-${name}`));

const form = /** @type {HTMLFormElement} */ (by("submit"));
const { endpoint, email } = form.dataset;
const most = {
  title: Number(form.dataset.mostTitle),
  text: Number(form.dataset.mostText),
  pictures: Number(form.dataset.mostPictures),
  file: Number(form.dataset.mostFile),
  total: Number(form.dataset.mostTotal),
};
const LINE = 200;
const AUTHORS = 10;

const pictures = new Pictures(by("submit-pictures-list"), by("submit-pictures-said"), most);
/** @type {{ name: string, data: Uint8Array } | null} */
let word = null;
/** Faults that a person has been warned of and has not changed. */
let warned = "";

/** @param {string} name */
const value = (name) => input(name).value.trim();
/** @param {string} name */
const chosen = (name) => /** @type {RadioNodeList} */ (form.elements.namedItem(name)).value;
const authors = () => value("authors").split(/[、，,；;\n]+/).map((name) => name.trim()).filter(Boolean);

// --- the draft ---

const FIELDS = ["title", "text", "authors", "organization", "contact"];

function draft() {
  const values = Object.fromEntries(FIELDS.map((name) => [name, input(name).value]));
  return { ...values, type: chosen("type"), way: chosen("way") };
}

function remember() {
  const values = draft();
  if (FIELDS.some((name) => values[name])) keep(values);
  else forget();
}

function begin() {
  const kept = restore();
  for (const name of FIELDS) if (typeof kept[name] === "string") input(name).value = kept[name];
  for (const radio of form.querySelectorAll("input[type=radio]")) {
    const own = /** @type {HTMLInputElement} */ (radio);
    if (kept[own.name] === own.value) own.checked = true;
  }
  by("submit-kept").hidden = !FIELDS.some((name) => kept[name]);
  by("submit-wechat").hidden = !/MicroMessenger/i.test(navigator.userAgent);
  refresh();
  form.hidden = false;
}

function clear() {
  if (!window.confirm("清空写好的全部内容？清空以后不能恢复。")) return;
  forget();
  form.reset();
  pictures.clear();
  setWord(null);
  warned = "";
  tell([], []);
  for (const id of ["submit-kept", "submit-done", "submit-posted"]) by(id).hidden = true;
  by("submit-said").textContent = "";
  refresh();
  input("title").focus();
}

function refresh() {
  for (const part of form.querySelectorAll("[data-way]")) {
    const own = /** @type {HTMLElement} */ (part);
    own.hidden = own.dataset.way !== chosen("way");
  }
  const count = /** @type {HTMLElement} */ (by("count-text").querySelector("span"));
  count.textContent = String([...value("text").replace(/\s/g, "")].length);
}

// --- files ---

/** @param {{ name: string, data: Uint8Array } | null} found */
function setWord(found) {
  word = found;
  by("submit-word-chosen").textContent = found ? `已选：${found.name}（${megabytes(found.data.length)}）` : "";
}

/** @param {File} file */
async function takeWord(file) {
  const { data, fault: unread } = await read(file, most.file);
  const fault = unread || wordFault(data);
  setWord(fault ? null : { name: file.name, data });
  mark("word", fault ? `“${file.name}”${fault}` : "");
}

/** @param {Iterable<File>} files */
async function takePictures(files) {
  mark("pictures", (await pictures.add(files)).join("；"));
}

/** @param {HTMLElement} zone @param {(files: File[]) => void} take */
function droppable(zone, take) {
  const over = (/** @type {boolean} */ is) => zone.classList.toggle("press-drop--over", is);
  zone.addEventListener("dragover", (event) => {
    event.preventDefault();
    over(true);
  });
  zone.addEventListener("dragleave", () => over(false));
  zone.addEventListener("drop", (event) => {
    event.preventDefault();
    over(false);
    take([.../** @type {DataTransfer} */ (event.dataTransfer).files]);
  });
}

// --- what is wrong ---

/** @typedef {{ field: string, target: HTMLElement, words: string }} Fault */

/** @param {string} field @param {string} words */
function mark(field, words) {
  const place = by(`fault-${field}`);
  place.textContent = words;
  place.hidden = !words;
  for (const described of form.querySelectorAll(`[aria-describedby~="fault-${field}"]`)) {
    if (words) described.setAttribute("aria-invalid", "true");
    else described.removeAttribute("aria-invalid");
  }
}

/** @returns {Fault[]} */
function faults() {
  /** @type {Fault[]} */
  const found = [];
  const fault = (/** @type {string} */ field, /** @type {HTMLElement} */ target, /** @type {string} */ words) =>
    found.push({ field, target, words });
  const title = value("title");
  if (!title) fault("title", input("title"), "请写标题");
  else if ([...title].length > most.title) fault("title", input("title"), `标题有 ${[...title].length} 个字，最多 ${most.title} 个`);
  if (chosen("way") === "word") {
    if (!word) fault("word", input("word"), by("fault-word").textContent || "请选择 Word 文件");
  } else if (!value("text")) fault("text", input("text"), "请写正文，或改交 Word 文件");
  else if ([...value("text")].length > most.text) fault("text", input("text"), `正文超过 ${most.text} 字，请改交 Word 文件`);
  pictures.chosen.forEach(({ caption }, index) => {
    const own = caption.id.replace("-caption", "");
    const words = !caption.value.trim() ? `请写第 ${index + 1} 张照片里有谁、在做什么` : long(caption, `第 ${index + 1} 张照片的说明`);
    mark(own, words);
    if (words) fault(own, caption, words);
  });
  const total = pictures.chosen.reduce((sum, picture) => sum + picture.data.length, word?.data.length ?? 0);
  if (total > most.total) {
    fault("pictures", input("pictures"), `照片和文件共 ${megabytes(total)}，超过 ${megabytes(most.total)}，请分两次投`);
  }
  if (!authors().length) fault("authors", input("authors"), "请写作者");
  else if (authors().length > AUTHORS) fault("authors", input("authors"), `作者最多写 ${AUTHORS} 位`);
  if (!value("contact")) fault("contact", input("contact"), "请留电话或电子邮箱，编辑好与您联系");
  for (const [name, label] of [["authors", "作者"], ["organization", "单位"], ["contact", "联系方式"]]) {
    if (long(input(name), label)) fault(name, input(name), long(input(name), label));
  }
  for (const name of ["original", "publish"]) {
    if (!input(name).checked) {
      fault("consent", input(name), "请看过两条声明并打勾");
      break;
    }
  }
  return found;
}

/** @param {HTMLInputElement} field @param {string} label */
const long = (field, label) => ([...field.value.trim()].length > LINE ? `${label}太长，最多 ${LINE} 个字` : "");

/** What may be meant as it is, but had better be looked at. @returns {Fault[]} */
function doubts() {
  const said = [value("title"), chosen("way") === "write" ? value("text") : "", ...pictures.chosen.map((p) => p.caption.value)];
  return personal(said.join("\n")).map((number) => ({
    field: "text",
    target: chosen("way") === "write" ? input("text") : input("title"),
    words: `里面像是有身份证号或手机号（${masked(number)}），发表出来会泄露个人信息，请删去或改写`,
  }));
}

/** @param {Fault[]} wrong @param {Fault[]} doubtful */
function tell(wrong, doubtful) {
  for (const field of ["title", "text", "word", "authors", "organization", "contact", "consent"]) {
    mark(field, wrong.find((fault) => fault.field === field)?.words ?? "");
  }
  const summary = by("submit-faults");
  const shown = wrong.length ? wrong : doubtful;
  summary.hidden = shown.length === 0;
  if (!shown.length) return;
  by("submit-faults-title").textContent = wrong.length
    ? `还有 ${wrong.length} 处要补充或改正`
    : "请留意。确认要这样寄，就再按一次";
  const items = shown.map(({ target, words }) => {
    const link = document.createElement("a");
    link.href = `#${target.id}`;
    link.textContent = words;
    link.addEventListener("click", (event) => {
      event.preventDefault();
      target.focus();
      target.scrollIntoView({ block: "center" });
    });
    const item = document.createElement("li");
    item.append(link);
    return item;
  });
  /** @type {HTMLElement} */ (summary.querySelector("ul")).replaceChildren(...items);
  summary.focus();
}

// --- the file ---

/** @returns {{ name: string, blob: Blob }} */
function packed() {
  const encoder = new TextEncoder();
  const manuscript = word && chosen("way") === "word" ? "manuscript.docx" : "text.md";
  const text = manuscript === "text.md" ? encoder.encode(markdown(value("text"))) : /** @type {any} */ (word).data;
  const named = pictures.chosen.map((picture, index) => ({ picture, name: `images/${index + 1}.${picture.kind}` }));
  const files = [{ name: manuscript, data: text }, ...named.map(({ picture, name }) => ({ name, data: picture.data }))];
  const described = {
    format: "press-submission",
    version: 1,
    type: chosen("type"),
    title: line(value("title")),
    authors: authors().map(line),
    ...(value("organization") ? { organization: line(value("organization")) } : {}),
    contact: line(value("contact")),
    manuscript,
    pictures: named.map(({ picture, name }) => {
      const by = line(picture.photographer.value);
      return { file: name, caption: line(picture.caption.value), ...(by ? { photographer: by } : {}) };
    }),
    files: files.map(({ name, data }) => ({ path: name, size: data.length, sha256: sha256(data) })),
    consent: { original: true, publish: true },
  };
  const json = encoder.encode(`${JSON.stringify(described, null, 2)}\n`);
  const title = line(value("title")).replace(/[\\/:*?"<>|\s]+/g, "").slice(0, 20);
  return { name: `投稿-${title || "稿件"}.zip`, blob: pack([{ name: "submission.json", data: json }, ...files]) };
}

/** @param {string} text One line, without characters that cannot be seen. */
const line = (text) => text.replace(/[\s\u2028\u2029]+/g, " ").replace(/\p{Cc}|\p{Bidi_Control}|\ufeff/gu, "").trim();

let saved = "";

/** @param {{ name: string, blob: Blob }} file */
function save({ name, blob }) {
  if (saved) URL.revokeObjectURL(saved);
  saved = URL.createObjectURL(blob);
  const link = /** @type {HTMLAnchorElement} */ (by("submit-save"));
  link.href = saved;
  link.download = name;
  by("submit-name").textContent = `“${name}”`;
  const mail = /** @type {HTMLAnchorElement | null} */ (document.getElementById("submit-mail"));
  if (mail) {
    const subject = `投稿：${value("title")}（${authors().join("、")}）`;
    const letter = `编辑您好：\r\n\r\n随信寄上稿件《${value("title")}》，见附件“${name}”。\r\n\r\n${authors().join("、")}\r\n`;
    mail.href = `mailto:${email}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(letter)}`;
  }
  const share = /** @type {HTMLButtonElement} */ (by("submit-share"));
  const parcel = { files: [new File([blob], name, { type: "application/zip" })] };
  share.hidden = !navigator.canShare?.(parcel);
  share.onclick = () => navigator.share(parcel).catch(() => {});
  show("submit-done");
  link.click();
}

const PATIENCE = 120_000;

/** @param {{ name: string, blob: Blob }} file */
async function post({ name, blob }) {
  const said = by("submit-said");
  const body = new FormData();
  body.append("file", blob, name);
  const giveUp = new AbortController();
  const timer = setTimeout(() => giveUp.abort(), PATIENCE);
  const buttons = /** @type {NodeListOf<HTMLButtonElement>} */ (form.querySelectorAll("button[type=submit]"));
  for (const button of buttons) button.disabled = true;
  said.textContent = "正在提交，请稍等…";
  try {
    const answer = await fetch(/** @type {string} */ (endpoint), {
      method: "POST",
      body,
      credentials: "omit",
      signal: giveUp.signal,
    });
    if (!answer.ok) throw new Error(String(answer.status));
    said.textContent = "";
    show("submit-posted");
  } catch {
    const otherwise = email ? "，也可以保存成文件，用电子邮件寄来" : "";
    said.textContent = `没有提交成功，可能是网络不通。稿件没有丢：请过一会儿再按一次${otherwise}。`;
  } finally {
    clearTimeout(timer);
    for (const button of buttons) button.disabled = false;
  }
}

/** @param {string} id */
function show(id) {
  for (const other of ["submit-done", "submit-posted"]) by(other).hidden = other !== id;
  by(id).focus();
}

// --- everything together ---

form.addEventListener("submit", (event) => {
  event.preventDefault();
  const wrong = faults();
  const doubtful = wrong.length ? [] : doubts();
  const now = doubtful.map(({ words }) => words).join();
  const stop = wrong.length > 0 || now !== warned;
  warned = wrong.length ? "" : now;
  tell(wrong, stop ? doubtful : []);
  if (stop) return;
  remember();
  const button = /** @type {HTMLButtonElement | null} */ (event.submitter);
  if (endpoint && button?.value !== "save") post(packed());
  else save(packed());
});

let waiting = 0;
form.addEventListener("input", () => {
  refresh();
  clearTimeout(waiting);
  waiting = setTimeout(remember, 400);
});
addEventListener("pagehide", remember);
input("word").addEventListener("change", () => {
  const [file] = input("word").files ?? [];
  if (file) takeWord(file);
  input("word").value = "";
});
input("pictures").addEventListener("change", () => {
  takePictures([...(input("pictures").files ?? [])]);
  input("pictures").value = "";
});
droppable(/** @type {HTMLElement} */ (form.querySelector("[data-drop=submit-word]")), ([file]) => file && takeWord(file));
droppable(/** @type {HTMLElement} */ (form.querySelector("[data-drop=submit-pictures]")), takePictures);
for (const button of form.querySelectorAll("[data-clear]")) button.addEventListener("click", clear);
begin();
