/**
 * ZIP files: written without compression (photographs and .docx files are packed already), and the
 * names inside one read. Source: PKWARE APPNOTE 6.3, 4.3.
 */

const table = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value >>> 0;
});

/** @param {Uint8Array} data */
export function crc32(data) {
  let value = 0xffffffff;
  for (let at = 0; at < data.length; at += 1) value = (value >>> 8) ^ table[(value ^ data[at]) & 0xff];
  return (value ^ 0xffffffff) >>> 0;
}

/** The flag for names in UTF-8, and the first day that the format knows: no clock is written. */
const UTF8 = 0x0800;
const DAY = 0x0021;

/**
 * @param {{ name: string, data: Uint8Array }[]} files
 * @returns {Blob}
 */
export function pack(files) {
  /** @type {Uint8Array[]} */
  const parts = [];
  /** @type {Uint8Array[]} */
  const directory = [];
  let offset = 0;
  for (const { name, data } of files) {
    const path = new TextEncoder().encode(name);
    const sum = crc32(data);
    const local = record(30, path, (view) => {
      view.setUint32(0, 0x04034b50, true);
      describe(view, 4, sum, data.length, path.length);
    });
    directory.push(
      record(46, path, (view) => {
        view.setUint32(0, 0x02014b50, true);
        view.setUint16(4, 20, true);
        describe(view, 6, sum, data.length, path.length);
        view.setUint32(42, offset, true);
      }),
    );
    parts.push(local, data);
    offset += local.length + data.length;
  }
  const size = directory.reduce((sum, entry) => sum + entry.length, 0);
  const end = record(22, new Uint8Array(), (view) => {
    view.setUint32(0, 0x06054b50, true);
    view.setUint16(8, files.length, true);
    view.setUint16(10, files.length, true);
    view.setUint32(12, size, true);
    view.setUint32(16, offset, true);
  });
  return new Blob([...parts, ...directory, end], { type: "application/zip" });
}

/**
 * @param {number} length
 * @param {Uint8Array} name
 * @param {(view: DataView) => void} fill
 */
function record(length, name, fill) {
  const bytes = new Uint8Array(length + name.length);
  fill(new DataView(bytes.buffer));
  bytes.set(name, length);
  return bytes;
}

/**
 * What both records of an entry say, from `at` on.
 * @param {DataView} view
 * @param {number} at
 * @param {number} sum
 * @param {number} size
 * @param {number} name
 */
function describe(view, at, sum, size, name) {
  view.setUint16(at, 20, true);
  view.setUint16(at + 2, UTF8, true);
  view.setUint16(at + 8, DAY, true);
  view.setUint32(at + 10, sum, true);
  view.setUint32(at + 14, size, true);
  view.setUint32(at + 18, size, true);
  view.setUint16(at + 22, name, true);
}

/**
 * The names in a ZIP file; nothing when it is none or broken off.
 * @param {Uint8Array} data
 * @returns {string[]}
 */
export function names(data) {
  const view = new DataView(data.buffer, data.byteOffset, data.length);
  let end = data.length - 22;
  while (end >= 0 && end > data.length - 65_558 && view.getUint32(end, true) !== 0x06054b50) end -= 1;
  if (end < 0 || view.getUint32(end, true) !== 0x06054b50) return [];
  const found = [];
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
    if (at + 46 > data.length || view.getUint32(at, true) !== 0x02014b50) return [];
    const length = view.getUint16(at + 28, true);
    found.push(new TextDecoder().decode(data.subarray(at + 46, at + 46 + length)));
    at += 46 + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return found;
}
