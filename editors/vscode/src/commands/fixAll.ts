// Makes all fixes of the agreement in front of the author that keep its meaning.

import { Range, window } from "vscode";
import { isAgreement } from "../language.js";
import { FIX_ALL } from "../names.js";
import { say } from "../texts.js";
import { actions, perform } from "./actions.js";
import type { Room } from "./all.js";
import { clientOf } from "./ask.js";

export async function fixAll({ server }: Room): Promise<void> {
  const document = window.activeTextEditor?.document;
  if (document === undefined || !isAgreement(document)) {
    void window.showInformationMessage(say("Open an agreement first."));
    return;
  }
  const client = await clientOf(server);
  if (client === undefined) return;
  const whole = new Range(0, 0, document.lineCount, 0);
  const [action] = await actions(client, document, whole, FIX_ALL);
  if (action === undefined) {
    window.setStatusBarMessage(say("Kader: there is nothing to mend safely."), 5000);
    return;
  }
  await perform(client, action);
}
