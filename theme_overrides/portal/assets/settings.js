/**
 * The reader's settings, applied before the first paint. They stay on the device.
 *
 * `size` is "", "large" or "larger"; `theme` is "" (as the system has it), "light", "dark" or "contrast".
 */
(() => {
  const root = document.documentElement;
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const contrast = matchMedia("(prefers-contrast: more)");

  const read = () => {
    try {
      return JSON.parse(localStorage.getItem("press-settings") || "{}");
    } catch {
      return {};
    }
  };

  const apply = () => {
    const { size = "", theme = "" } = read();
    const wanted = theme || (contrast.matches ? "contrast" : dark.matches ? "dark" : "light");
    root.dataset.mdColorScheme = wanted === "dark" ? "slate" : "default";
    root.dataset.theme = wanted;
    root.dataset.size = size;
  };

  root.classList.replace("no-js", "js");
  apply();
  dark.addEventListener("change", apply);
  contrast.addEventListener("change", apply);
  addEventListener("storage", apply);
  addEventListener("press-settings", apply);
})();
