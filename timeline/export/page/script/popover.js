// A button that opens a small box: closed by Escape, by a press anywhere else, and by its own button.

import { make } from "./dom.js";

let opened = null;

function close(focus) {
  if (!opened) return;
  const { button, box } = opened;
  box.hidden = true;
  button.setAttribute("aria-expanded", "false");
  opened = null;
  if (focus) button.focus();
}

document.addEventListener("pointerdown", (event) => {
  if (opened && !opened.box.parentNode.contains(event.target)) close(false);
});

// Capture, so that one Escape does not close the panel as well.
document.addEventListener(
  "keydown",
  (event) => {
    if (event.key !== "Escape" || !opened) return;
    event.stopPropagation();
    close(true);
  },
  true,
);

// `face`: what stands on the button. `fill(box)` is called at each opening.
export function popover(name, face, label, fill) {
  const box = make("div", { kind: "box", id: `box-${name}`, role: "group", "aria-label": label, hidden: true });
  const button = make("button", { type: "button", "data-menu": name, "aria-expanded": "false", "aria-controls": box.id }, ...face);
  button.addEventListener("click", () => {
    const was = opened && opened.button === button;
    close(false);
    if (was) return;
    fill(box);
    box.hidden = false;
    button.setAttribute("aria-expanded", "true");
    opened = { button, box };
    const first = box.querySelector("input:not([hidden]), button, select");
    if (first) first.focus();
  });
  return make("div", { kind: "popover" }, button, box);
}

export const closePopover = () => close(true);
