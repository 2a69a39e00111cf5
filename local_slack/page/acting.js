// Using an element of a message or a view: it is busy while the app is asked, and shows a failure.

import { confirmed } from "./confirm.js";
import { h, icon } from "./dom.js";
import { click } from "./server.js";

/**
 * Tell the app that an element was used; `context.source` names the message or the view,
 * and `context.block` the block, since an action_id is unique in its block only.
 * Return whether the person went on, so that a declined choice can be taken back.
 */
export async function act(context, element, node, choice) {
  if (!(await confirmed(element.confirm))) return false;
  const place = node.closest(".block, .input-block") ?? node;
  place.querySelector(".failure")?.remove();
  node.setAttribute("aria-busy", "true");
  const said = await click(context.source, context.block, element.action_id, choice);
  node.removeAttribute("aria-busy");
  if (said.error && said.ok) place.append(failure(said.error));
  return true;
}

function failure(words) {
  return h("div", { class: "failure", role: "alert" }, icon("warning", 16), words);
}
