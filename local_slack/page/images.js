// Images: those of this server are shown at once, others after a click.

import { h, icon } from "./dom.js";
import { isSafe } from "./references.js";

export function image(given) {
  const url = given.image_url ?? given.slack_file?.url ?? "";
  const alt = given.alt_text ?? "";
  if (given.slack_file?.id && !url) return broken(`${alt} (file ${given.slack_file.id})`);
  if (!isSafe(url)) return broken(alt);
  const { origin, host } = new URL(url);
  return origin === location.origin ? loaded(url, alt) : waiting(url, alt, host);
}

function loaded(url, alt) {
  const made = h("img", { src: url, alt, class: "image", loading: "lazy" });
  made.addEventListener("error", () => made.replaceWith(broken(alt)));
  return made;
}

const broken = (alt) => h("span", { class: "image-missing" }, icon("warning", 16), alt || "image");

/** Return a button in place of an image of another site, which loads after a click. */
function waiting(url, alt, host) {
  const button = h(
    "button",
    { type: "button", class: "image-waiting", title: `Show image from ${host}` },
    h("span", {}, alt || "Image"),
    h("small", {}, `Show image from ${host}`),
  );
  button.addEventListener("click", () => button.replaceWith(loaded(url, alt)));
  return button;
}
