/**
 * What was typed, as Markdown that shows exactly that: a line is a paragraph, and no character commands.
 */

const LEVELS = [
  { pattern: /^[一二三四五六七八九十]{1,3}、/, mark: "## " },
  { pattern: /^（[一二三四五六七八九十]{1,3}）/, mark: "### " },
];
const LONGEST = 30;

/** @param {string} line A short numbered line that is no sentence is a heading (GB/T 9704-2012, 7.3.3). */
const heading = (line) =>
  line.length <= LONGEST && !/[。！？；：，,;:!?.]$/.test(line)
    ? (LEVELS.find(({ pattern }) => pattern.test(line))?.mark ?? "")
    : "";

/**
 * @param {string} text
 * @returns {string}
 */
export function markdown(text) {
  const paragraphs = text
    .split(/\r\n|[\r\n\u2028\u2029]/)
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => {
      const plain = line.replace(/[\\`*_[\]<>~&|]/g, "\\$&").replace(/^(\d*)([-+#=:.)])/, "$1\\$2");
      return heading(line) + plain;
    });
  return paragraphs.length ? `${paragraphs.join("\n\n")}\n` : "";
}
