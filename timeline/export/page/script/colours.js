// The colours of the moment: light or dark, with more contrast where the system asks for it, light on paper.

import { MARKS, settings } from "./settings.js";

const darkScreen = matchMedia("(prefers-color-scheme: dark)");
const contrast = matchMedia("(prefers-contrast: more)");
export const calm = matchMedia("(prefers-reduced-motion: reduce)");

export const theme = { paper: false };

export function isDark() {
  if (theme.paper) return false;
  const chosen = document.documentElement.dataset.theme;
  return chosen ? chosen === "dark" : darkScreen.matches;
}

export function palette() {
  const side = isDark() ? 1 : 0;
  const named = Object.fromEntries(Object.entries(settings.colours).map(([name, pair]) => [name, pair[side]]));
  if (contrast.matches) Object.assign(named, { quiet: named.ink, connector: named.ink });
  return { ...named, marks: MARKS.map((mark) => mark.colours[side]) };
}

export function onThemeChange(act) {
  for (const screen of [darkScreen, contrast]) screen.addEventListener("change", act);
}
