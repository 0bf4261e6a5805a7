// Blocks of columns: see `columns.py`, which writes them.

import { byId } from "./dom.js";

export const NOTHING = -(2 ** 31);

function bytesOf(text) {
  if (Uint8Array.fromBase64) return Uint8Array.fromBase64(text);
  const letters = atob(text);
  const bytes = new Uint8Array(letters.length);
  for (let place = 0; place < letters.length; place += 1) bytes[place] = letters.charCodeAt(place);
  return bytes;
}

// `take(name)`: the column, the list of texts or the data of that name.
export async function unpack(id) {
  const node = byId(id);
  const stream = new Blob([bytesOf(node.textContent)]).stream().pipeThrough(new DecompressionStream("gzip"));
  const buffer = await new Response(stream).arrayBuffer();
  node.remove();
  const length = new DataView(buffer).getUint32(0, true);
  const decoder = new TextDecoder();
  const head = JSON.parse(decoder.decode(new Uint8Array(buffer, 4, length)));
  const start = 4 + length;
  return (name) => {
    const [kind, offset, size] = head[name];
    if (kind === "numbers") return new Int32Array(buffer, start + offset, size / 4);
    const bytes = new Uint8Array(buffer, start + offset, size);
    if (kind === "octets") return bytes;
    const text = decoder.decode(bytes);
    if (kind === "data") return JSON.parse(text);
    return size ? text.split("\0") : [];
  };
}
