// Other ways to send what is in the message field: as another app, as a file, in a new thread.

import { ask } from "./asking.js";
import { openMenu } from "./menu.js";
import { openThread } from "./places.js";
import { openAssistant, postAs, shareFile } from "./server.js";
import { store } from "./store.js";

/** Open the menu of a composer, which has `where()`, `formatting` and `takeText()`. */
export function openWays(anchor, composer) {
  openMenu(anchor, {
    label: "More ways to send",
    load: async () => [{ options: ways(composer) }],
    pick: (option) => option.run(),
  });
}

function ways(composer) {
  const { thread } = composer.where();
  return [
    {
      label: composer.formatting ? "Turn formatting off" : "Turn formatting on",
      value: "formatting",
      description: "Whether *marks* become bold words",
      run: () => composer.setFormatting(!composer.formatting),
    },
    thread && {
      label: composer.broadcast ? "Send to the thread alone" : "Send to the channel too",
      value: "broadcast",
      run: () => composer.setBroadcast(!composer.broadcast),
    },
    { label: "Share as a text snippet…", value: "snippet", run: () => snippet(composer) },
    { label: "Post as another app…", value: "app", run: () => another(composer, "app") },
    { label: "Post as a workflow…", value: "workflow", run: () => another(composer, "workflow") },
    !thread &&
      store.manifest.features?.assistant_view && {
        label: "Open a thread with the assistant",
        value: "assistant",
        run: () => assistant(composer),
      },
  ].filter(Boolean);
}

const NAMES = { app: "Wire Watch", workflow: "Morning checks" };

async function another(composer, kind) {
  const said = await ask(
    kind === "app" ? "Post as another app" : "Post as a workflow",
    [
      { name: "name", label: "Name", value: NAMES[kind] },
      { name: "text", label: "Message", long: true, value: composer.takeText() },
    ],
    "Post",
  );
  const { channel, thread } = composer.where();
  if (said) postAs(channel, kind, said, thread);
}

async function snippet(composer) {
  const said = await ask(
    "Share a text snippet",
    [
      { name: "name", label: "File", value: "words.txt" },
      { name: "content", label: "Content", long: true, value: composer.takeText() },
      { name: "text", label: "Message", optional: true },
    ],
    "Share",
  );
  const { channel, thread } = composer.where();
  if (said) shareFile(channel, said, thread);
}

async function assistant(composer) {
  const { channel } = composer.where();
  const opened = await openAssistant(channel);
  if (opened.ts) openThread(opened.channel, opened.ts);
}
