// Starts the demo as a person would, on a free port with a data folder of its own, and reads from its
// output where it listens.
import type { ChildProcess } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { ParsedMail } from "mailparser";
import { z } from "zod";
import { makeDeskFolder } from "./desk-folder";
import type { Mailbox } from "./start-mailbox";
import { startProgram } from "./start-program";

const accountsSchema = z.array(
  z.object({
    email: z.string(),
    password: z.string(),
    role: z.string(),
    site: z.string().nullable(),
  }),
);
export type Account = z.infer<typeof accountsSchema>[number];

export interface Desk {
  url: string;
  accounts: readonly Account[];
  /** Where its data lies. */
  folder: string;
  /** The person whose address starts like this. */
  account(start: string): Account;
  /** What arrived in the mailbox that it sends to. */
  mails: () => readonly ParsedMail[];
  /** As the power going out. */
  kill(): Promise<void>;
  stop(): Promise<void>;
  /** All that the process has written so far. */
  output(): string;
}

export async function startDesk(
  folder: string,
  settings: Record<string, string> = {},
  mailbox?: Mailbox,
): Promise<Desk> {
  const child = startProgram("demo", ["--no-open"], {
    PORT: "0",
    STUDYDESK_DATA: folder,
    ...(mailbox ? { SMTP_URL: mailbox.url, MAIL_FROM: "desk@example.org" } : {}),
    // Nothing of a test goes out into the world: a port that nobody answers on.
    REGISTRY_URL: "http://127.0.0.1:9",
    ...settings,
  });
  let written = "";
  const url = await new Promise<string>((found, failed) => {
    const read = (chunk: Buffer) => {
      written += chunk.toString();
      const match = /(http:\/\/127\.0\.0\.1:\d+)\/desk/.exec(written);
      if (match?.[1]) found(match[1]);
    };
    child.stdout.on("data", read);
    child.stderr.on("data", read);
    child.once("error", failed);
    child.once("exit", (code) => failed(new Error(`The desk stopped with ${code}:\n${written}`)));
  });
  const accounts = accountsSchema.parse(
    JSON.parse(readFileSync(join(folder, "demo-accounts.json"), "utf8")),
  );
  return {
    url,
    accounts,
    folder,
    account(start) {
      const found = accounts.find(({ email }) => email.startsWith(start));
      if (!found) throw new Error(`Nobody's address starts with ${start}.`);
      return found;
    },
    mails: () => mailbox?.arrived ?? [],
    kill: () => end(child, "SIGKILL"),
    stop: () => end(child, "SIGTERM"),
    output: () => written,
  };
}

/** One that nobody else knows; its data go with it. */
export async function startOwnDesk(
  settings: Record<string, string> = {},
  mailbox?: Mailbox,
): Promise<Desk> {
  const folder = makeDeskFolder();
  const desk = await startDesk(folder, settings, mailbox);
  const stop = async () => {
    await desk.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  return { ...desk, stop };
}

function end(child: ChildProcess, signal: "SIGKILL" | "SIGTERM"): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    child.once("exit", () => resolve());
    child.kill(signal);
  });
}
