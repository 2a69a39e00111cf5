// A modal: its inputs and their errors, submitting and closing.

import { blocks } from "./blocks.js";
import { h, icon, iconButton } from "./dom.js";
import { Form } from "./form.js";
import { closeMenu } from "./menu.js";
import { close, submit } from "./server.js";
import { topView } from "./store.js";
import { plain } from "./texts.js";

const SHOWN = { form: null, dialog: null, view: null };

/** Show the modal that the acting person has open, if any. */
export function drawModal() {
  const view = topView();
  if (view === SHOWN.view) return;
  const form = view?.id === SHOWN.view?.id ? SHOWN.form : null;
  const typed = form?.remembered();
  SHOWN.dialog?.remove();
  closeMenu();
  Object.assign(SHOWN, { view, dialog: null, form: null });
  if (view) open(view, typed);
}

function open(view, typed) {
  const form = new Form();
  const context = { source: { view_id: view.id }, form: null };
  // Only input blocks are submitted; other buttons and menus tell the app at once.
  const body = view.blocks.map((block) =>
    block.type === "input" ? form.row(block, context) : blocks([block], context),
  );
  const dialog = h(
    "dialog",
    {
      class: "dialog",
      "aria-label": plain(view.title),
      on: {
        cancel: (event) => {
          event.preventDefault();
          close();
        },
      },
    },
    h(
      "form",
      {
        novalidate: true,
        on: {
          submit: (event) => {
            event.preventDefault();
            send(form, dialog);
          },
        },
      },
      h(
        "header",
        { class: "dialog-head" },
        h("h2", {}, plain(view.title)),
        iconButton("close", "Close", () => close()),
      ),
      h("div", { class: "dialog-body" }, body),
      h(
        "footer",
        { class: "dialog-foot" },
        h("div", { class: "dialog-error", role: "alert" }),
        h(
          "button",
          { type: "button", class: "button", on: { click: () => close() } },
          plain(view.close) || (view.submit ? "Cancel" : "Close"),
        ),
        view.submit &&
          h(
            "button",
            { type: "submit", class: "button primary", disabled: view.submit_disabled },
            plain(view.submit),
          ),
      ),
    ),
  );
  document.body.append(dialog);
  Object.assign(SHOWN, { dialog, form });
  form.restore(typed);
  dialog.showModal();
  first(dialog)?.focus();
}

const first = (dialog) =>
  dialog.querySelector("[autofocus]") ??
  dialog.querySelector(".dialog-body :is(input, textarea, .select, .button)");

async function send(form, dialog) {
  const button = dialog.querySelector("[type=submit]");
  const error = dialog.querySelector(".dialog-error");
  error.replaceChildren();
  form.clearErrors();
  button.setAttribute("aria-busy", "true");
  button.disabled = true;
  const said = await submit(form.values());
  button.removeAttribute("aria-busy");
  button.disabled = false;
  form.showErrors(said.errors ?? {});
  if (said.error && said.ok) error.append(icon("warning", 16), said.error);
}
