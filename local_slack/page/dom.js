// Making elements: data becomes text nodes, never markup.

const SVG = "http://www.w3.org/2000/svg";

/** Make an element; `on` holds listeners, and attributes that are null or false are left out. */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) set(element, name, value);
  element.append(
    ...children.flat(Infinity).filter((c) => c !== null && c !== undefined && c !== false),
  );
  return element;
}

function set(element, name, value) {
  if (value === null || value === undefined || value === false) return;
  if (name === "on") {
    for (const [event, listener] of Object.entries(value))
      element.addEventListener(event, listener);
  } else if (name === "value" || name === "checked") {
    element[name] = value;
  } else {
    element.setAttribute(name, value === true ? "" : value);
  }
}

export function replace(element, ...children) {
  element.replaceChildren(...children.flat(Infinity).filter(Boolean));
}

const ICONS = {
  app: "M4 4h6v6H4zM14 4h6v6h-6zM4 14h6v6H4zM17 14v6M14 17h6",
  back: "M15 5l-7 7 7 7",
  close: "M6 6l12 12M18 6L6 18",
  code: "M9 7l-5 5 5 5M15 7l5 5-5 5",
  copy: "M9 9h11v11H9zM5 15H4V4h11v1",
  down: "M6 9l6 6 6-6",
  eye: "M2 12s4-7 10-7 10 7 10 7-4 7-10 7S2 12 2 12zM12 9a3 3 0 100 6 3 3 0 000-6z",
  home: "M4 11l8-7 8 7v9h-6v-6h-4v6H4z",
  inspect: "M4 5h16v14H4zM14 5v14M7 9h4M7 12h4",
  lock: "M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 017 0v3",
  people: "M9 11a3 3 0 100-6 3 3 0 000 6zM3 19c0-3 2.5-5 6-5s6 2 6 5M16 11a2.5 2.5 0 000-5M17 14c2.5.3 4 2 4 4.5",
  menu: "M4 7h16M4 12h16M4 17h16",
  more: "M6 12h.01M12 12h.01M18 12h.01",
  out: "M9 5H5v14h14v-4M13 5h6v6M19 5l-9 9",
  plus: "M12 5v14M5 12h14",
  play: "M8 5v14l11-7z",
  send: "M4 4l17 8-17 8 3-8zM7 12h14",
  smile: "M12 3a9 9 0 100 18 9 9 0 000-18zM8.5 14.5a4.5 4.5 0 007 0M9 9.5v.01M15 9.5v.01",
  shortcut: "M13 3L5 14h6l-1 7 8-11h-6z",
  thread: "M4 5h16v11H10l-4 4v-4H4z",
  warning: "M12 4L2 20h20zM12 10v5M12 17.5v.01",
};

export function icon(name, size = 18) {
  const svg = document.createElementNS(SVG, "svg");
  const attributes = { viewBox: "0 0 24 24", width: size, height: size, "aria-hidden": "true" };
  for (const [key, value] of Object.entries(attributes)) svg.setAttribute(key, value);
  svg.classList.add("icon", `icon-${name}`);
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", ICONS[name]);
  svg.append(path);
  return svg;
}

/** Return the sign of a channel: # for a public one, else an icon. */
export function signOf({ type }, size = 16) {
  const named = { group: "lock", mpim: "people" }[type];
  return h("span", { class: "hash" }, named ? icon(named, size) : "#");
}

/** Make a button that shows only an icon, with a name for screen readers. */
export function iconButton(name, label, click, attributes = {}) {
  return h(
    "button",
    {
      type: "button",
      class: "icon-button",
      "aria-label": label,
      title: label,
      on: { click },
      ...attributes,
    },
    icon(name),
  );
}

export function byId(id) {
  return document.getElementById(id);
}

let numbers = 0;

/** Return an id that no other element has. */
export function newId(prefix) {
  numbers += 1;
  return `${prefix}-${numbers}`;
}
