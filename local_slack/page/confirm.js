// The dialog that asks for a confirmation.

import { h } from "./dom.js";
import { plain, rich } from "./texts.js";

/** Ask for a confirmation; resolve to whether it was given. */
export function confirmed(asked) {
  if (!asked) return Promise.resolve(true);
  const style = asked.style === "danger" ? "danger" : "primary";
  return new Promise((resolve) => {
    const answer = (yes) => () => {
      dialog.close();
      resolve(yes);
    };
    const dialog = h(
      "dialog",
      { class: "dialog small", on: { cancel: answer(false), close: () => dialog.remove() } },
      h("header", { class: "dialog-head" }, h("h2", {}, plain(asked.title))),
      h("div", { class: "dialog-body" }, h("div", { class: "mrkdwn" }, rich(asked.text))),
      h(
        "footer",
        { class: "dialog-foot" },
        h(
          "button",
          { type: "button", class: "button", on: { click: answer(false) } },
          plain(asked.deny),
        ),
        h(
          "button",
          {
            type: "button",
            class: `button ${style}`,
            autofocus: true,
            on: { click: answer(true) },
          },
          plain(asked.confirm),
        ),
      ),
    );
    document.body.append(dialog);
    dialog.showModal();
  });
}
