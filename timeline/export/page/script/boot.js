"use strict";
// Unpacks the page's script and runs it; the policy of the page names the hash of both.
(async () => {
  const trouble = (error) => {
    document.getElementById("old").hidden = false;
    document.documentElement.dataset.trouble = error ? String(error.name || error) : "old";
  };
  if (typeof DecompressionStream === "undefined") return trouble();
  try {
    const text = document.getElementById("script").textContent;
    const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
    const script = document.createElement("script");
    script.textContent = await new Response(stream).text();
    document.head.appendChild(script);
  } catch (error) {
    trouble(error);
    throw error;
  }
})();
