// The conversation with the server, in the output: as much of it as `kader.trace.server` says. The library goes by the level of the channel,
// which an author would have to set elsewhere, and in each window anew.

import { EventEmitter, LogLevel, type LogOutputChannel, workspace } from "vscode";
import { SECTION } from "./names.js";
import { wishes } from "./settings.js";

function level(): LogLevel {
  return wishes().trace.server === "off" ? LogLevel.Off : LogLevel.Trace;
}

/** A channel that writes traces into the output, and is at the level that the setting asks for. */
export function traceChannel(output: LogOutputChannel): LogOutputChannel {
  const levels = new EventEmitter<LogLevel>();
  const settings = workspace.onDidChangeConfiguration((change) => {
    if (change.affectsConfiguration(`${SECTION}.trace`)) levels.fire(level());
  });
  const own: Partial<LogOutputChannel> = {
    onDidChangeLogLevel: levels.event,
    trace: (message, ...values: unknown[]) => {
      output.info(message, ...values);
    },
    dispose: () => {
      settings.dispose();
      levels.dispose();
    },
  };
  return new Proxy(output, {
    get: (channel, name) => {
      if (name === "logLevel") return level();
      const from: object = Object.hasOwn(own, name) ? own : channel;
      return Reflect.get(from, name) as unknown;
    },
  });
}
