/**
 * Reading a document aloud, sentence by sentence, with the voice of the reader's own device.
 *
 * To pause is to stop and to begin the sentence again: telephones know no other way, and a sentence
 * is the most that some browsers read without losing the thread.
 */

const TEXT = ".press-article h1, .press-subtitle, .press-body, .press-reply > p";
const BLOCK = "h1, h2, h3, h4, h5, h6, p, li, tr, figcaption, blockquote";
const SILENT = ".footnote-ref, .footnotes, .press-note, .press-table__hint, .press-credit, pre, [hidden]";
const RATES = [0.75, 1, 1.25, 1.5, 2];
const LONGEST = 80;
const PATIENCE = 1000;

/** @typedef {{ node: Text, from: number }} Piece */
/** @typedef {{ text: string, range: Range, block: Element }} Sentence */

/**
 * Cuts text where a voice may rest: behind a sentence, in a long one behind a comma.
 *
 * @param {string} text
 * @returns {string[]} which together are `text`
 */
export function cut(text) {
  const found = [];
  for (const [sentence] of text.matchAll(/[^。！？；…!?]*[。！？；…!?]+[”’」』）》]*|[^。！？；…!?]+$/gu)) {
    let kept = "";
    for (const [part] of sentence.matchAll(/[^，、：,]*[，、：,]?[”’」』）》]*/gu)) {
      if (kept && kept.length + part.length > LONGEST) {
        found.push(kept);
        kept = "";
      }
      kept += part;
    }
    found.push(kept);
  }
  return found;
}

/** @returns {Sentence[]} everything to be read, in order */
function sentences() {
  /** @type {Sentence[]} */
  const found = [];
  for (const root of document.querySelectorAll(TEXT)) {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    /** @type {Element | null} */
    let block = null;
    /** @type {Element | null | undefined} */
    let cell = null;
    /** @type {Piece[]} */
    let pieces = [];
    let text = "";
    const end = () => {
      if (block) found.push(...split(text, pieces, block));
      [pieces, text] = [[], ""];
    };
    while (walker.nextNode()) {
      const node = /** @type {Text} */ (walker.currentNode);
      const parent = /** @type {Element} */ (node.parentElement);
      if (!node.data.trim() || parent.closest(SILENT)) continue;
      const here = parent.closest(BLOCK) ?? root;
      if (here !== block) end();
      block = here;
      const within = parent.closest("td, th");
      if (text && within !== cell) text += "，";
      cell = within;
      pieces.push({ node, from: text.length });
      text += node.data;
    }
    end();
  }
  return found;
}

/** @param {string} text @param {Piece[]} pieces @param {Element} block @returns {Sentence[]} */
function split(text, pieces, block) {
  /** @param {number} at @param {boolean} last */
  const place = (at, last) => {
    const piece = /** @type {Piece} */ (pieces.findLast(({ from }) => (last ? from < at : from <= at)) ?? pieces[0]);
    return /** @type {const} */ ([piece.node, Math.min(at - piece.from, piece.node.length)]);
  };
  let at = 0;
  return cut(text)
    .map((sentence) => {
      const range = document.createRange();
      range.setStart(...place(at, false));
      at += sentence.length;
      range.setEnd(...place(at, true));
      return { text: sentence.replace(/\s+/g, " ").trim(), range, block };
    })
    .filter(({ text: said }) => /[\p{L}\p{N}]/u.test(said));
}

// --- the voice ---------------------------------------------------------------------------------

const synth = speechSynthesis;
/** @type {Sentence[]} */
let queue = [];
let at = 0;
/** @type {SpeechSynthesisUtterance | null} */
let current = null;

/** The voices that speak Chinese, those of the device and the mainland first. */
const voices = () =>
  synth
    .getVoices()
    .filter(({ lang }) => /^(zh|cmn)([-_]|$)/i.test(lang))
    .sort((a, b) => rank(a) - rank(b));

/** @param {SpeechSynthesisVoice} voice */
const rank = ({ lang, localService }) => (/CN|Hans|cmn/i.test(lang) ? 0 : 2) + (localService ? 0 : 1);

/** Some browsers know their voices only after a while; some never tell. */
async function ready() {
  if (synth.getVoices().length) return;
  await new Promise((resolve) => {
    synth.addEventListener("voiceschanged", resolve, { once: true });
    setTimeout(resolve, PATIENCE);
  });
}

function speak() {
  const sentence = queue[at];
  if (!sentence) {
    halt();
    say("读完了");
    return;
  }
  const utterance = new SpeechSynthesisUtterance(sentence.text);
  utterance.lang = "zh-CN";
  utterance.voice = voices()[0] ?? null;
  utterance.rate = Number(rate.value);
  utterance.addEventListener("end", () => {
    if (current !== utterance) return;
    at += 1;
    speak();
  });
  utterance.addEventListener("error", () => {
    if (current !== utterance) return;
    pause();
    say("没有读出来，请稍后再试");
  });
  show(sentence);
  current = utterance; // kept, or some browsers drop it before its end
  synth.speak(utterance);
}

function silence() {
  current = null;
  synth.cancel();
}

// --- what is seen ------------------------------------------------------------------------------

const player = document.createElement("div");
player.className = "press-player";
player.setAttribute("role", "group");
player.setAttribute("aria-label", "朗读");
player.innerHTML = `
  <span role="status"></span>
  <button type="button" id="player-pause">暂停</button>
  <button type="button" id="player-stop">停止</button>
  <label>语速<select id="player-rate">
    ${RATES.map((value) => `<option value="${value}">${value === 1 ? "标准" : `${value}倍`}</option>`).join("")}
  </select></label>`;
player.hidden = true;
document.body.append(player);

const find = (/** @type {string} */ selector) => /** @type {HTMLElement} */ (player.querySelector(selector));
const status = find("span");
const pauseButton = /** @type {HTMLButtonElement} */ (find("#player-pause"));
const rate = /** @type {HTMLSelectElement} */ (find("#player-rate"));
const opener = /** @type {HTMLElement} */ (document.getElementById("speak"));

/** @param {string} words */
const say = (words) => (status.textContent = words);

/** @param {Range} range */
const visible = (range) => {
  const { top, bottom } = range.getBoundingClientRect();
  return bottom > 0 && top < innerHeight;
};

/** @type {Sentence | null} */
let shown = null;

/** @param {Sentence | null} sentence */
function show(sentence) {
  const followed = !shown || visible(shown.range);
  shown?.block.classList.remove("press-spoken");
  shown = sentence;
  if ("highlights" in CSS) {
    CSS.highlights.delete("press-spoken");
    if (sentence) CSS.highlights.set("press-spoken", new Highlight(sentence.range));
  } else sentence?.block.classList.add("press-spoken");
  if (!sentence || !followed) return; // who has scrolled away is not dragged back
  const { top, bottom } = sentence.range.getBoundingClientRect();
  if (top > 60 && bottom < innerHeight - 110) return;
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  scrollBy({ top: top - innerHeight / 4, behavior: calm ? "auto" : "smooth" });
}

async function run() {
  await ready();
  if (synth.getVoices().length && !voices().length) {
    halt();
    say("这台设备没有中文语音，请在系统设置里添加");
    return;
  }
  silence(); // whatever a page before has left
  pauseButton.textContent = "暂停";
  say("");
  speak();
}

function pause() {
  silence();
  pauseButton.textContent = "继续";
}

/** Back to the beginning; the player stays until it is closed. */
function halt() {
  silence();
  show(null);
  at = 0;
  pauseButton.textContent = "重新朗读";
}

function close() {
  const within = player.contains(document.activeElement);
  halt();
  player.hidden = true;
  document.documentElement.classList.remove("press-reading");
  if (within) opener.focus();
}

function start() {
  queue = sentences();
  player.hidden = false;
  document.documentElement.classList.add("press-reading");
  pauseButton.focus();
  run();
}

/** The button of the page: begins, pauses, goes on. */
export function toggle() {
  if (player.hidden) start();
  else if (current) pause();
  else run();
}

try {
  const kept = localStorage.getItem("press-rate");
  rate.value = RATES.includes(Number(kept)) ? String(Number(kept)) : "1";
} catch {
  rate.value = "1";
}
pauseButton.addEventListener("click", toggle);
find("#player-stop").addEventListener("click", close);
player.addEventListener("keydown", (event) => event.key === "Escape" && close());
rate.addEventListener("change", () => {
  try {
    localStorage.setItem("press-rate", rate.value);
  } catch {
    // Nothing can be kept in a private window.
  }
  if (current) {
    silence();
    speak();
  }
});
addEventListener("pagehide", close);
