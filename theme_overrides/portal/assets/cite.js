/**
 * Citations: puts today's date where the reader's day belongs, and adds a button that copies each form.
 * Without this file the forms are there as text.
 */

const now = new Date();
const two = (/** @type {number} */ number) => String(number).padStart(2, "0");
const today = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;

for (const day of document.querySelectorAll(".press-cite__day")) day.textContent = `[${today}]`;

/** @param {Element} text */
async function copy(text) {
  try {
    await navigator.clipboard.writeText(text.textContent ?? "");
    return true;
  } catch {
    // Where there is no clipboard (no https, an app's own browser), the old way, or at least a selection.
    getSelection()?.selectAllChildren(text);
    return document.execCommand("copy");
  }
}

for (const text of document.querySelectorAll(".press-cite__text")) {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = "复制";
  const said = document.createElement("span");
  said.setAttribute("role", "status");
  button.addEventListener("click", async () => {
    said.textContent = (await copy(text)) ? "已复制" : "已选中，请按复制键";
  });
  text.after(button, said);
}
