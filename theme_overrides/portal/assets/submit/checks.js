/**
 * What can be told of a contribution before it leaves: the files by their first bytes, the text by what
 * must not be published. `press import` checks everything again.
 */

import { names } from "./zip.js";

/** @param {Uint8Array} data @param {number} at @param {string} letters */
const reads = (data, at, letters) => [...letters].every((letter, index) => data[at + index] === letter.charCodeAt(0));

/**
 * What a file is by its first bytes; "" for what is not known here.
 * @param {Uint8Array} data
 */
export function kind(data) {
  if (data[0] === 0xff && data[1] === 0xd8 && data[2] === 0xff) return "jpg";
  if (reads(data, 0, "\x89PNG\r\n\x1a\n")) return "png";
  if (reads(data, 0, "RIFF") && reads(data, 8, "WEBP")) return "webp";
  if (reads(data, 0, "GIF8")) return "gif";
  if (reads(data, 4, "ftyp") && ["heic", "heix", "mif1", "msf1"].some((brand) => reads(data, 8, brand))) return "heic";
  if (reads(data, 0, "PK\x03\x04")) return "zip";
  if (reads(data, 0, "\xd0\xcf\x11\xe0")) return "doc";
  return reads(data, 0, "%PDF") ? "pdf" : "";
}

/** @param {number} bytes */
export const megabytes = (bytes) => `${(bytes / 1024 / 1024).toFixed(1)} MB`;

/**
 * The bytes of a file that is neither empty nor too large, or what is wrong with it.
 * @param {File} file
 * @param {number} most bytes
 * @returns {Promise<{ data: Uint8Array, fault: string }>}
 */
export async function read(file, most) {
  const nothing = new Uint8Array();
  if (file.size === 0) return { data: nothing, fault: "是空的" };
  if (file.size > most) return { data: nothing, fault: `有 ${megabytes(file.size)}，超过了 ${megabytes(most)}` };
  try {
    return { data: new Uint8Array(await file.arrayBuffer()), fault: "" };
  } catch {
    return { data: nothing, fault: "读不出来，请再选一次" };
  }
}

/** What keeps a file from being taken as a picture; "" for nothing. @param {Uint8Array} data */
export function pictureFault(data) {
  const found = kind(data);
  if (found === "heic") return "是苹果手机的 HEIC 格式，请先转成 JPG";
  if (found === "gif") return "是 GIF 动图，不能印刷，请换成 JPG 或 PNG";
  return ["jpg", "png", "webp"].includes(found) ? "" : "不是照片";
}

/** What keeps a file from being taken as a Word file; "" for nothing. @param {Uint8Array} data */
export function wordFault(data) {
  const found = kind(data);
  if (found === "doc") return "是旧的 .doc、.wps 格式，或设了密码，请在 Word 或 WPS 里另存为 .docx";
  if (found !== "zip" || !names(data).includes("word/document.xml")) return "不是 Word 文件（.docx），或已损坏";
  return "";
}

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** @param {string} number 18 characters; the last one checks the others (GB 11643-1999). */
const isIdentity = (number) =>
  "10X98765432"[WEIGHTS.reduce((sum, weight, index) => sum + weight * Number(number[index]), 0) % 11] ===
  number[17].toUpperCase();

/**
 * The identity and mobile numbers in a text, as they are written.
 * @param {string} text
 * @returns {string[]}
 */
export function personal(text) {
  const plain = text.normalize("NFKC");
  const identities = (plain.match(/\d+[Xx]?/g) ?? []).filter((run) => run.length === 18 && isIdentity(run));
  const phones = (plain.match(/\d[\d -]*\d/g) ?? []).filter((run) => /^1[3-9]\d{9}$/.test(run.replace(/[ -]/g, "")));
  return [...identities, ...phones];
}

/** @param {string} number A number to speak of without showing it. */
export const masked = (number) => `${number.slice(0, 3)}****${number.slice(-3)}`;
