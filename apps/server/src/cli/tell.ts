// How a command speaks: its result on stdout, once, as lines or as one JSON document.

export interface TellOptions {
  json?: boolean;
}

/** `result` is what a script reads with --json, `lines` what a person reads without. */
export function tell(options: TellOptions, result: unknown, lines: readonly string[]): void {
  process.stdout.write(
    options.json ? `${JSON.stringify(result, null, 2)}\n` : `${lines.map(harmless).join("\n")}\n`,
  );
}

/** A record's text may hold what steers a terminal: it is shown, and does nothing. */
function harmless(line: string): string {
  return line.replace(/\p{Cc}/gu, (sign) => ("\t\n".includes(sign) ? sign : "\uFFFD"));
}

/** The one sentence of an error; what nobody worded for a reader is said to be a fault of ours. */
export function errorSentence(error: unknown): string {
  if (!(error instanceof Error)) return "Something went wrong that has no name.";
  const [sentence = ""] = error.message.split("\n");
  return sentence || `Something went wrong (${error.name}).`;
}
