// Shows that a long command is at work: one line rewritten on a terminal, a line every few seconds
// elsewhere, nothing with --json. It writes to stderr, so results stay clean.
export interface Progress {
  /** Call as often as you like; `done` of `total`, or how many so far when the end is unknown. */
  update(what: string, done: number, total?: number): void;
  /** Ends the line. */
  end(): void;
}

export interface ProgressOptions {
  json?: boolean;
}

const terminalMs = 100;
const linesMs = 3_000;

export function createProgress(
  options: ProgressOptions,
  out: { isTTY?: boolean; write(text: string): unknown } = process.stderr,
  now: () => number = Date.now,
): Progress {
  if (options.json) return { update() {}, end() {} };
  let last = Number.NEGATIVE_INFINITY;
  let current = "";
  return {
    update(what, done, total) {
      const line = `${what}: ${total === undefined ? count(done) : `${count(done)} of ${count(total)}`}`;
      const isNew = !current.startsWith(`${what}:`);
      current = line;
      if (!isNew && now() - last < (out.isTTY ? terminalMs : linesMs)) return;
      last = now();
      out.write(out.isTTY ? `\r\u001b[2K${line}` : `${line}\n`);
    },
    end() {
      if (out.isTTY && current) out.write("\r\u001b[2K");
    },
  };
}

function count(value: number): string {
  return value.toLocaleString("en");
}
