/**
 * Keeps what is read, and the newest bulletin, for when there is no network.
 */

const connection = /** @type {{ saveData?: boolean } | undefined} */ (Reflect.get(navigator, "connection"));

if ("serviceWorker" in navigator && isSecureContext) {
  addEventListener("load", async () => {
    try {
      await navigator.serviceWorker.register(new URL("../../sw.js", import.meta.url));
      const { active } = await navigator.serviceWorker.ready;
      if (active && !connection?.saveData) setTimeout(() => active.postMessage("latest"), 10000);
    } catch {
      // Some browsers inside other apps refuse; everything else works without it.
    }
  });
}
