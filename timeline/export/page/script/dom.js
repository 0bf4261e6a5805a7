// Making elements. Text only ever enters the page here: as text.

export const byId = (id) => document.getElementById(id);

// `facts`: `kind` is the class, `text` the content, `on…` a listener, anything else an attribute.
export function make(tag, facts = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(facts)) {
    if (value === undefined || value === null || value === false) continue;
    if (name === "text") node.textContent = value;
    else if (name === "kind") node.className = value;
    else if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else node.setAttribute(name, value === true ? "" : value);
  }
  return put(node, ...children);
}

export function put(parent, ...children) {
  for (const child of children) if (child !== null && child !== undefined && child !== false) parent.append(child);
  return parent;
}

// The address if it leads to the web, else nothing.
export function webAddress(text) {
  try {
    const url = new URL(text);
    return url.protocol === "https:" || url.protocol === "http:" ? url.href : "";
  } catch {
    return "";
  }
}

const SVG = "http://www.w3.org/2000/svg";

export function svg(tag, facts = {}, ...children) {
  const node = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(facts)) node.setAttribute(name, value);
  node.append(...children);
  return node;
}

// One call per frame, however often it is asked for.
export function eachFrame(act) {
  let waiting = false;
  return () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      act();
    });
  };
}

// What can be done before anybody asks is done when nothing else is.
export function whenIdle(act) {
  if (window.requestIdleCallback) requestIdleCallback(() => act(), { timeout: 4000 });
  else setTimeout(act, 300);
}

export const clamp = (value, low, high) => Math.min(high, Math.max(low, value));
