// The picture of a person or the app: a letter on a color of its own.

import { h } from "./dom.js";
import { store } from "./store.js";

const COLOURS = ["#2b6cb0", "#b83280", "#2f855a", "#c05621", "#6b46c1", "#0b7285"];

export function avatar(user, size = "") {
  const made = h(
    "span",
    { class: `avatar ${size} ${user.app || user.is_bot ? "app" : ""}`, "aria-hidden": "true" },
    letters(user.real_name),
  );
  made.style.backgroundColor = colour(user);
  return made;
}

const letters = (name) => [...name.trim()].slice(0, 1).join("").toUpperCase() || "?";

function colour(user) {
  if (user.slack) return "#611f69";
  if (user.app || user.is_bot)
    return store.manifest.display_information?.background_color ?? "#1d3557";
  const place = [...store.users.keys()].indexOf(user.id);
  return COLOURS[(place + COLOURS.length - 1) % COLOURS.length];
}
