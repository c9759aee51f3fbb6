/**
 * A QR code (ISO/IEC 18004) of a text: bytes of UTF-8, level M, versions 1 to 20.
 *
 * It is made here, and only when somebody asks for it: one for each of ten thousand pages would take
 * a build minutes.
 */

// For each version: codewords that correct errors in a block, and blocks (table 9, level M).
const CORRECTING = [0, 10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24, 28, 28, 26, 26, 26];
const BLOCKS = [0, 1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10, 10, 11, 13, 14, 16];

const MASKS = [
  (/** @type {number} */ x, /** @type {number} */ y) => (x + y) % 2,
  (/** @type {number} */ _, /** @type {number} */ y) => y % 2,
  (/** @type {number} */ x) => x % 3,
  (/** @type {number} */ x, /** @type {number} */ y) => (x + y) % 3,
  (/** @type {number} */ x, /** @type {number} */ y) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2,
  (/** @type {number} */ x, /** @type {number} */ y) => ((x * y) % 2) + ((x * y) % 3),
  (/** @type {number} */ x, /** @type {number} */ y) => (((x * y) % 2) + ((x * y) % 3)) % 2,
  (/** @type {number} */ x, /** @type {number} */ y) => (((x + y) % 2) + ((x * y) % 3)) % 2,
];

/** All codewords of a version. @param {number} version */
function capacity(version) {
  let squares = (16 * version + 128) * version + 64;
  if (version > 1) {
    const marks = Math.floor(version / 7) + 2;
    squares -= (25 * marks - 10) * marks - 55 + (version > 6 ? 36 : 0);
  }
  return Math.floor(squares / 8);
}

/** @param {number} version */
const lengthBits = (version) => (version < 10 ? 8 : 16);

/** @param {number} length in bytes */
function fitting(length) {
  for (let version = 1; version < CORRECTING.length; version += 1) {
    const room = 8 * (capacity(version) - CORRECTING[version] * BLOCKS[version]);
    if (4 + lengthBits(version) + 8 * length <= room) return version;
  }
  throw new RangeError("too long for a code");
}

/** The data codewords: mode, length, bytes, padding. @param {Uint8Array} bytes @param {number} version */
function data(bytes, version) {
  const bits = [0, 1, 0, 0];
  const put = (/** @type {number} */ value, /** @type {number} */ count) => {
    for (let bit = count - 1; bit >= 0; bit -= 1) bits.push((value >> bit) & 1);
  };
  put(bytes.length, lengthBits(version));
  for (const byte of bytes) put(byte, 8);
  const room = 8 * (capacity(version) - CORRECTING[version] * BLOCKS[version]);
  put(0, Math.min(4, room - bits.length));
  put(0, (8 - (bits.length % 8)) % 8);
  for (let pad = 0xec; bits.length < room; pad ^= 0xec ^ 0x11) put(pad, 8);
  return Array.from({ length: room / 8 }, (_, at) => parseInt(bits.slice(8 * at, 8 * at + 8).join(""), 2));
}

/** Product in the field of 256 elements. @param {number} a @param {number} b */
function times(a, b) {
  let product = 0;
  for (let bit = 7; bit >= 0; bit -= 1) {
    product = (product << 1) ^ ((product >> 7) * 0x11d);
    product ^= ((b >> bit) & 1) * a;
  }
  return product;
}

/** Codewords that correct errors in `block` (Reed–Solomon). @param {number[]} block @param {number} count */
function correction(block, count) {
  const divisor = [...Array(count - 1).fill(0), 1];
  let root = 1;
  for (let step = 0; step < count; step += 1, root = times(root, 2)) {
    for (let at = 0; at < count; at += 1) {
      divisor[at] = times(divisor[at], root) ^ (divisor[at + 1] ?? 0);
    }
  }
  const rest = Array(count).fill(0);
  for (const word of block) {
    const factor = word ^ rest.shift();
    rest.push(0);
    divisor.forEach((value, at) => (rest[at] ^= times(value, factor)));
  }
  return rest;
}

/** The blocks with their corrections, interleaved. @param {number[]} words @param {number} version */
function interleaved(words, version) {
  const count = BLOCKS[version];
  const short = Math.floor(words.length / count);
  const longer = words.length % count;
  let from = 0;
  const blocks = Array.from({ length: count }, (_, at) => {
    const to = from + short + (at >= count - longer ? 1 : 0);
    const block = words.slice(from, to);
    from = to;
    return block;
  });
  const corrections = blocks.map((block) => correction(block, CORRECTING[version]));
  return [blocks, corrections].flatMap((rows) =>
    Array.from({ length: Math.max(...rows.map((row) => row.length)) }, (_, at) =>
      rows.filter((row) => at < row.length).map((row) => row[at]),
    ).flat(),
  );
}

/** Places of the alignment marks. @param {number} version */
function alignments(version) {
  if (version === 1) return [];
  const count = Math.floor(version / 7) + 2;
  const step = Math.ceil((version * 4 + 4) / (count * 2 - 2)) * 2;
  const last = version * 4 + 10;
  return [6, ...Array.from({ length: count - 1 }, (_, at) => last - step * (count - 2 - at))];
}

/** @param {number} value @param {number} bits of the remainder @param {number} divisor */
function checked(value, bits, divisor) {
  let rest = value;
  for (let step = 0; step < bits; step += 1) rest = (rest << 1) ^ ((rest >> (bits - 1)) * divisor);
  return (value << bits) | rest;
}

/**
 * The code of `text`: rows of squares, true where black, without the quiet zone around it.
 *
 * @param {string} text
 * @returns {boolean[][]}
 */
export function squares(text) {
  const bytes = new TextEncoder().encode(text);
  const version = fitting(bytes.length);
  const size = 17 + 4 * version;
  const black = Array.from({ length: size }, () => Array(size).fill(false));
  const fixed = Array.from({ length: size }, () => Array(size).fill(false));
  const set = (/** @type {number} */ x, /** @type {number} */ y, /** @type {unknown} */ dark) => {
    if (x < 0 || y < 0 || x >= size || y >= size) return;
    black[y][x] = Boolean(dark);
    fixed[y][x] = true;
  };
  const format = (/** @type {number} */ mask) => {
    const bits = checked(mask, 10, 0x537) ^ 0x5412;
    for (let at = 0; at < 15; at += 1) {
      const dark = (bits >> at) & 1;
      const along = at < 6 ? at : at < 8 ? at + 1 : size - 15 + at;
      set(8, along, dark);
      set(at < 8 ? size - 1 - at : at === 8 ? 7 : 14 - at, 8, dark);
    }
    set(8, size - 8, true);
  };

  for (let at = 0; at < size; at += 1) {
    set(6, at, at % 2 === 0);
    set(at, 6, at % 2 === 0);
  }
  for (const [left, top] of [[3, 3], [size - 4, 3], [3, size - 4]]) {
    for (let y = -4; y <= 4; y += 1) {
      for (let x = -4; x <= 4; x += 1) set(left + x, top + y, ![2, 4].includes(Math.max(Math.abs(x), Math.abs(y))));
    }
  }
  const marks = alignments(version);
  for (const left of marks) {
    for (const top of marks) {
      if (fixed[top][left] && left !== 6 && top !== 6) continue;
      if ((left === 6 && top === 6) || (left === 6 && top === size - 7) || (left === size - 7 && top === 6)) continue;
      for (let y = -2; y <= 2; y += 1) {
        for (let x = -2; x <= 2; x += 1) set(left + x, top + y, Math.max(Math.abs(x), Math.abs(y)) !== 1);
      }
    }
  }
  if (version > 6) {
    const bits = checked(version, 12, 0x1f25);
    for (let at = 0; at < 18; at += 1) {
      const far = size - 11 + (at % 3);
      const near = Math.floor(at / 3);
      set(far, near, (bits >> at) & 1);
      set(near, far, (bits >> at) & 1);
    }
  }
  format(0);

  const stream = interleaved(data(bytes, version), version);
  let bit = 0;
  for (let right = size - 1; right > 0; right -= right === 8 ? 3 : 2) {
    for (let step = 0; step < size; step += 1) {
      const upwards = ((right + 1) & 2) === 0;
      for (const x of [right, right - 1]) {
        const y = upwards ? size - 1 - step : step;
        if (fixed[y][x]) continue;
        black[y][x] = Boolean((stream[bit >> 3] >> (7 - (bit & 7))) & 1);
        bit += 1;
      }
    }
  }

  const flip = (/** @type {number} */ mask) => {
    for (let y = 0; y < size; y += 1) {
      for (let x = 0; x < size; x += 1) if (!fixed[y][x] && MASKS[mask](x, y) === 0) black[y][x] = !black[y][x];
    }
  };
  let best = 0;
  let least = Infinity;
  for (let mask = 0; mask < 8; mask += 1) {
    flip(mask);
    format(mask);
    const cost = penalty(black);
    if (cost < least) [best, least] = [mask, cost];
    flip(mask);
  }
  flip(best);
  format(best);
  return black;
}

/** How hard a code is to read (7.8.3 of the standard). @param {boolean[][]} rows */
function penalty(rows) {
  const size = rows.length;
  let cost = 0;
  let dark = 0;
  const columns = rows.map((_, x) => rows.map((row) => row[x]));
  for (const line of [...rows, ...columns]) {
    const text = line.map(Number).join("");
    for (const [run] of text.matchAll(/0{5,}|1{5,}/g)) cost += run.length - 2;
    for (const _ of text.matchAll(/(?=10111010000|00001011101)/g)) cost += 40;
  }
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) {
      dark += Number(rows[y][x]);
      if (y && x && [rows[y - 1][x], rows[y][x - 1], rows[y - 1][x - 1]].every((one) => one === rows[y][x])) cost += 3;
    }
  }
  return cost + 10 * Math.floor(Math.abs((dark * 20) / size ** 2 - 10));
}
