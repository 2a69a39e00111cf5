// JSON to read and copy, and a link to Slack's Block Kit Builder.

import { h, icon } from "./dom.js";

const BUILDER = "https://app.slack.com/block-kit-builder#";

export function jsonBox(value) {
  const text = JSON.stringify(value, null, 2);
  const copy = h(
    "button",
    { type: "button", class: "button tiny", "aria-label": "Copy JSON" },
    icon("copy", 14),
    "Copy",
  );
  copy.addEventListener("click", async () => {
    await navigator.clipboard.writeText(text);
    copy.lastChild.textContent = "Copied";
  });
  return h("div", { class: "json" }, copy, h("pre", { tabindex: "0", "aria-label": "JSON" }, text));
}

/** Return a link to Slack's own editor; opening it sends the blocks there, in the address. */
export function builderLink(blocks) {
  const shown = { blocks: blocks.map(({ block_id, ...rest }) => rest) };
  return h(
    "a",
    {
      class: "button tiny",
      href: BUILDER + encodeURIComponent(JSON.stringify(shown)),
      target: "_blank",
      rel: "noopener noreferrer",
    },
    icon("out", 14),
    "Block Kit Builder",
  );
}
