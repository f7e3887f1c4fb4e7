// Shows the national overview of the folders that are open.

import { COMMANDS } from "../names.js";
import { say } from "../texts.js";
import type { Room } from "./all.js";
import { clientOf, page } from "./ask.js";

export async function overview(room: Room): Promise<void> {
  await room.pages.show({
    key: "overview",
    title: () => say("Overview"),
    load: async () => {
      const client = await clientOf(room.server);
      return client && page(client, COMMANDS.overview, {});
    },
  });
}
