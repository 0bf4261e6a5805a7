"use strict";
// Unpacks the page's script and runs it; the policy of the page names the hash of both. It stands in the head, so that
// the table for those who cannot run it is not laid out for those who can.
(async () => {
  const root = document.documentElement;
  const trouble = (error) => {
    root.classList.remove("scripted");
    document.getElementById("old").hidden = false;
    root.dataset.trouble = error ? String(error.name || error) : "old";
  };
  const able = typeof DecompressionStream !== "undefined";
  if (able) root.classList.add("scripted");
  await new Promise((done) => document.addEventListener("DOMContentLoaded", done, { once: true }));
  if (!able) return trouble();
  try {
    const text = document.getElementById("script").textContent;
    const letters = Uint8Array.fromBase64 ? "" : atob(text);
    const bytes = Uint8Array.fromBase64 ? Uint8Array.fromBase64(text) : new Uint8Array(letters.length);
    for (let place = 0; place < letters.length; place += 1) bytes[place] = letters.charCodeAt(place);
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
    const script = document.createElement("script");
    script.textContent = await new Response(stream).text();
    document.head.appendChild(script);
  } catch (error) {
    trouble(error);
    throw error;
  }
})();
