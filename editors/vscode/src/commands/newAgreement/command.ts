// The guided form of a new agreement.

import { Uri, window, workspace } from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";
import { COMMANDS, LANGUAGE } from "../../names.js";
import { say } from "../../texts.js";
import type { Room } from "../all.js";
import { clientOf, execute } from "../ask.js";
import { type Answer, type Question, type Value, given, remaining } from "./form.js";
import { ask } from "./inputs.js";
import { saveMade } from "./made.js";

interface Agreement {
  id: string;
  uri: string | null;
  text: string;
  assumptions: string[];
}

/** What the server answers: the next question, or the agreement. */
interface Reply {
  question?: Question;
  agreement?: Agreement;
  made?: boolean;
}

type Call = (answers: readonly Answer[]) => Promise<Reply>;

export async function newAgreement({ server }: Room): Promise<void> {
  const client = await clientOf(server);
  if (client === undefined) return;
  const folder = await whichFolder();
  if (folder === null) return;
  const call = caller(client, folder);
  const agreement = await fillIn(call);
  if (agreement !== undefined) await shown(agreement);
}

/** Asks the server with what is known so far. */
function caller(client: LanguageClient, folder: Uri | undefined): Call {
  const where = folder === undefined ? {} : { folder: client.code2ProtocolConverter.asUri(folder) };
  return (answers) => execute<Reply>(client, COMMANDS.newAgreement, { ...given(answers), ...where });
}

/** The folder where the agreement is to come; `null` where the author gave up. */
async function whichFolder(): Promise<Uri | undefined | null> {
  const folders = workspace.workspaceFolders ?? [];
  if (folders.length < 2) return folders[0]?.uri;
  const chosen = await window.showWorkspaceFolderPick({
    placeHolder: say("Where is the agreement to come?"),
  });
  return chosen?.uri ?? null;
}

/** Asks question after question; an answer that cannot be is asked for again, with what is wrong with it. */
async function fillIn(call: Call): Promise<Reply | undefined> {
  const answers: Answer[] = [];
  const before = new Map<string, Value>();
  let fault: string | undefined;
  let reply = await call(answers);
  while (reply.question !== undefined) {
    const question = reply.question;
    const key = `${question.key}/${question.task ?? ""}`;
    const more = await remaining(question, answers, async (all) => (await call(all)).question);
    const of = answers.length + more;
    const outcome = await ask({ question, at: answers.length + 1, of, before: before.get(key), fault });
    fault = undefined;
    if (outcome === "cancelled") return undefined;
    if (outcome === "back") {
      answers.pop();
    } else {
      before.set(key, outcome.value);
      answers.push({ question, value: outcome.value });
    }
    try {
      reply = await call(answers);
    } catch (error) {
      fault = error instanceof Error ? error.message : String(error);
      // A list to choose from has too little room for it.
      if (question.choices.length > 0) void window.showWarningMessage(fault);
      answers.pop();
    }
  }
  return reply;
}

/** Shows the agreement, and what it states though nobody said it. */
async function shown({ agreement, made }: Reply): Promise<void> {
  if (agreement === undefined) return;
  if (made === true && agreement.uri !== null) {
    await saveMade(Uri.parse(agreement.uri), agreement.text);
  } else {
    const document = await workspace.openTextDocument({ language: LANGUAGE, content: agreement.text });
    await window.showTextDocument(document);
  }
  const said = say("The agreement {0} has been made.", agreement.id);
  void window.showInformationMessage([said, ...agreement.assumptions].join(" "));
}
