"use strict";
(() => {
  const island = (id) => document.getElementById(id);
  const data = JSON.parse(island("data").textContent);
  const words = data.words;
  const chart = island("chart");
  const panel = island("panel");
  const body = island("panel-body");
  const tip = island("tip");
  const darkScreen = matchMedia("(prefers-color-scheme: dark)");
  const paper = matchMedia("print");
  const coarse = matchMedia("(pointer: coarse)");
  const DAY = 86400000;
  const PAPER_WIDTH = 980; // pixels of a landscape A4 between its margins
  let opener = null;

  // Text only ever enters the page here: as text.
  const make = (tag, text, kind) => {
    const node = document.createElement(tag);
    if (text) node.textContent = text;
    if (kind) node.className = kind;
    return node;
  };
  const put = (parent, ...children) => {
    for (const child of children) if (child) parent.appendChild(child);
    return parent;
  };

  function webAddress(text) {
    try {
      const url = new URL(text);
      return url.protocol === "https:" || url.protocol === "http:" ? url.href : "";
    } catch {
      return "";
    }
  }

  function swatch(key) {
    const space = "http://www.w3.org/2000/svg";
    const [outline, solid] = data.marks[key];
    const svg = document.createElementNS(space, "svg");
    svg.setAttribute("viewBox", "0 0 16 16");
    svg.setAttribute("class", "mark m-" + key);
    svg.setAttribute("aria-hidden", "true");
    const path = document.createElementNS(space, "path");
    path.setAttribute("d", outline);
    if (solid) path.setAttribute("class", "solid");
    svg.appendChild(path);
    return svg;
  }

  function claimView(claim) {
    const view = make("div", "", claim.passed ? "claim passed" : "claim");
    if (claim.quote) put(view, make("blockquote", claim.quote));
    put(view, make("p", claim.by));
    if (claim.article) put(view, make("p", claim.article, "quiet"));
    const date = [claim.when, claim.read].filter(Boolean).join(" — ");
    if (date) put(view, make("p", date, "quiet"));
    const marks = [claim.says, claim.suggested && words.suggested, claim.passed && words.passed];
    const said = marks.filter(Boolean).join(" · ");
    if (said) put(view, make("p", said, "quiet"));
    const address = claim.url && webAddress(claim.url);
    if (address) {
      const link = make("a", words.link);
      link.href = address;
      link.target = "_blank";
      link.rel = "noopener noreferrer";
      put(view, put(make("p"), link));
    }
    return view;
  }

  function eventView(event) {
    const status = put(make("p", "", "status"), swatch(event.mark), make("span", event.status));
    if (event.suggested) put(status, make("em", words.suggested, "badge"));
    const facts = make("dl");
    for (const [label, value] of event.facts) put(facts, make("dt", label), make("dd", value));
    const heading = make("h2", event.title || event.id);
    heading.dir = "auto";
    const claims = event.claims.length ? event.claims.map(claimView) : [make("p", words.no_claims)];
    return [status, heading, make("p", event.when, "when"), facts, make("h3", words.claims), ...claims];
  }

  function open(position, from) {
    const event = data.events[position];
    if (!event) return;
    opener = from || null;
    for (const row of document.querySelectorAll("tr[aria-current]")) row.removeAttribute("aria-current");
    document.querySelector(`button[data-event="${position}"]`)?.closest("tr").setAttribute("aria-current", "true");
    body.replaceChildren();
    put(body, ...eventView(event));
    tip.hidden = true;
    panel.hidden = false;
    panel.scrollTop = 0;
    document.body.classList.add("open");
    panel.focus({ preventScroll: true });
    draw();
  }

  function close() {
    if (panel.hidden) return;
    panel.hidden = true;
    document.body.classList.remove("open");
    for (const row of document.querySelectorAll("tr[aria-current]")) row.removeAttribute("aria-current");
    opener?.focus();
    draw();
  }

  document.addEventListener("click", (event) => {
    const button = event.target.closest?.("button[data-event]");
    if (button) open(Number(button.dataset.event), button);
    else if (event.target.closest?.(".close")) close();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") close();
  });

  // The chart.
  let drawings = null;
  let shown = null;
  let printing = false;

  async function unpack(id) {
    const bytes = Uint8Array.from(atob(island(id).textContent), (char) => char.charCodeAt(0));
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
    return new Response(stream).text();
  }

  // The policy of this page names the hash of this very script.
  function run(source) {
    const script = document.createElement("script");
    script.textContent = source;
    document.head.appendChild(script);
  }

  const repaint = (value, colours) => {
    if (typeof value === "string") return Object.hasOwn(colours, value) ? colours[value] : value;
    if (Array.isArray(value)) return value.map((item) => repaint(item, colours));
    if (value === null || typeof value !== "object") return value;
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, repaint(item, colours)]));
  };

  const config = () => ({
    displayModeBar: false,
    showSendToCloud: false,
    plotlyServerURL: "",
    displaylogo: false,
    responsive: false,
    scrollZoom: false,
    doubleClick: false,
    showTips: false,
    locale: "x-page",
    locales: {
      "x-page": {
        moduleType: "locale",
        name: "x-page",
        dictionary: {},
        format: { ...data.calendar, date: "%d/%m/%Y", decimal: ",", thousands: " " },
      },
    },
  });

  const onPaper = () => printing || paper.matches;
  const space = () => (onPaper() ? PAPER_WIDTH : chart.clientWidth);

  // The widest layout whose axis has room; names beside the lanes take their margin away first.
  function chosen() {
    const room = space();
    const fits = drawings.filter((one) => one.width + one.layout.margin.l <= room);
    return fits.length ? fits[fits.length - 1] : drawings[0];
  }

  function draw() {
    if (!drawings) return;
    const base = chosen();
    const colours = darkScreen.matches && !onPaper() ? data.dark : {};
    const range = shown === base && chart.layout ? chart.layout.xaxis.range.slice() : null;
    const picture = repaint(base, colours);
    picture.layout.width = space();
    picture.layout.dragmode = coarse.matches ? false : "pan";
    if (range) picture.layout.xaxis.range = range;
    shown = base;
    Plotly.react(chart, picture.data, picture.layout, config());
  }


  // plotly writes years before our era with four digits, browsers with six.
  const day = (text) => Date.parse(text.replace(/^-/, "-00").replace(" ", "T") + "Z");
  const iso = (time) => new Date(time).toISOString().replace(/^-00/, "-").replace("T", " ").replace(/\.\d+Z$/, "");
  const home = () => shown.layout.xaxis.range;
  const range = () => chart.layout.xaxis.range.map((end) => day(String(end)));

  const farthest = day("9990-01-01 00:00");
  function setRange(first, last) {
    if (!(last - first > DAY / 4) || first < -farthest || last > farthest) return;
    Plotly.relayout(chart, { "xaxis.range": [iso(first), iso(last)] });
  }

  function zoom(factor, share) {
    const [first, last] = range();
    const at = first + (last - first) * share;
    setRange(at - (at - first) * factor, at + (last - at) * factor);
  }

  const acts = {
    in: () => zoom(0.5, 0.5),
    out: () => zoom(2, 0.5),
    all: () => Plotly.relayout(chart, { "xaxis.range": home().slice() }),
    today: () => {
      const [first, last] = range();
      const noon = day(data.today + " 12:00");
      setRange(noon - (last - first) / 2, noon + (last - first) / 2);
    },
  };

  function wheel(event) {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    const box = chart.querySelector(".nsewdrag").getBoundingClientRect();
    const share = Math.min(1, Math.max(0, (event.clientX - box.left) / box.width));
    zoom(event.deltaY > 0 ? 1.25 : 0.8, share);
  }

  function hover(found) {
    const point = found.points[0];
    const event = data.events[point.customdata];
    if (!event) return;
    tip.replaceChildren(make("b", event.title), make("span", event.when + " · " + event.status));
    tip.hidden = false;
    const { clientX: x, clientY: y } = found.event;
    tip.style.left = Math.max(6, Math.min(x + 14, innerWidth - tip.offsetWidth - 8)) + "px";
    tip.style.top = (y + 18 + tip.offsetHeight > innerHeight ? y - tip.offsetHeight - 12 : y + 18) + "px";
  }

  // Labels lie under plotly's drag layer, which only knows marks: a click is matched with the boxes of the labels.
  function labelAt(x, y) {
    const labels = chart.querySelectorAll(".textpoint text");
    for (let index = 0; index < labels.length; index += 1) {
      const box = labels[index].getBoundingClientRect();
      if (x >= box.left && x <= box.right && y >= box.top && y <= box.bottom) return index;
    }
    return -1;
  }

  let pressed = null;
  let waiting = false;

  // plotly's own drag keeps a finger from scrolling the page: on touch screens this one moves the time axis alone.
  function pan(event) {
    if (!coarse.matches || !pressed || waiting) return;
    const moved = event.clientX - pressed[0];
    if (Math.abs(moved) < 6) return;
    waiting = true;
    requestAnimationFrame(() => {
      const [first, last] = pressed ? pressed[2] : range();
      const step = (moved * (last - first)) / chart.querySelector(".nsewdrag").getBoundingClientRect().width;
      setRange(first - step, last - step);
      waiting = false;
    });
  }

  function release(event) {
    const start = pressed;
    pressed = null;
    if (!start || Math.hypot(event.clientX - start[0], event.clientY - start[1]) > 4) return;
    const found = labelAt(event.clientX, event.clientY);
    // Once plotly is done with the same release: opening draws the chart anew.
    if (found >= 0) setTimeout(open, 0, shown.data[shown.data.length - 1].customdata[found]);
  }

  function listen() {
    chart.on("plotly_click", (found) => open(found.points[0].customdata));
    chart.on("plotly_hover", hover);
    chart.on("plotly_unhover", () => {
      tip.hidden = true;
    });
    chart.addEventListener("wheel", wheel, { passive: false });
    chart.addEventListener("pointerdown", (event) => {
      pressed = [event.clientX, event.clientY, range()];
    }, true);
    chart.addEventListener("pointermove", pan, true);
    // While a button is down plotly covers the page: the release never reaches the chart.
    addEventListener("pointerup", release, true);
    addEventListener("pointercancel", () => {
      pressed = null;
    });
    for (const button of document.querySelectorAll("[data-act]")) {
      button.addEventListener("click", () => acts[button.dataset.act]());
    }
    for (const screen of [darkScreen, paper]) screen.addEventListener("change", draw);
    addEventListener("resize", draw);
    for (const [name, state] of [["beforeprint", true], ["afterprint", false]]) {
      addEventListener(name, () => {
        printing = state;
        draw();
      });
    }
  }

  async function start() {
    if (!chart) return;
    if (typeof DecompressionStream === "undefined") {
      island("old").hidden = false;
      chart.hidden = true;
      return;
    }
    const [source, packed] = await Promise.all([unpack("plotly"), unpack("drawings")]);
    run(source);
    drawings = JSON.parse(packed);
    draw();
    listen();
    for (const part of document.querySelectorAll(".tools, .hint")) part.hidden = false;
    chart.dataset.ready = "true";
  }

  start();
})();
