// `studydesk setup`: makes the one owner of an installation, asking at the terminal for what is not given.
import { readFile } from "node:fs/promises";
import { requireNotSetUp, setUpOwner } from "@studydesk/api/people/set-up-owner";
import { DomainError } from "@studydesk/domain/errors";
import { passwordMinLength } from "@studydesk/domain/people/password-policy";
import { setUpOwnerInput } from "@studydesk/domain/people/people-inputs";
import type { Command } from "commander";
import { addCommand } from "../add-command";
import { ask, askHidden, canAsk } from "../ask";
import { readOptions } from "../read-options";
import { tell } from "../tell";
import { withDeps } from "../with-deps";

interface SetupOptions {
  json?: boolean;
  email?: string;
  name?: string;
  passwordFile?: string;
}

export function registerSetup(program: Command): void {
  addCommand(program, "setup", "Makes the owner of this installation, once.")
    .option("--email <address>", "the owner's e-mail address")
    .option("--name <name>", "the owner's name")
    .option("--password-file <file>", "a file that holds the password and nothing else")
    .action(async (options: SetupOptions) => {
      const owner = await withDeps(async (deps, env) => {
        if (env.isDemoData) {
          throw new DomainError(
            "rule_broken",
            "The demo has its accounts already. Set STUDYDESK_DATA or DATABASE_URL to the installation that you set up.",
          );
        }
        await requireNotSetUp(deps);
        const input = readOptions(setUpOwnerInput, await complete(options));
        const { userId } = await setUpOwner(deps, input);
        return { userId, name: input.name, email: input.email };
      });
      tell(options, { owner }, [
        `${owner.name} owns this installation and signs in as ${owner.email}.`,
        "Next: pnpm studydesk add-site, then pnpm studydesk invite, then pnpm serve.",
      ]);
    });
}

async function complete(options: SetupOptions) {
  const { email, name, passwordFile } = options;
  if (!canAsk() && (email === undefined || name === undefined || passwordFile === undefined)) {
    throw new DomainError(
      "invalid",
      "Nobody is there to ask. Run this in a terminal, or give --email, --name and --password-file.",
    );
  }
  return {
    email: email ?? (await ask("E-mail address: ")),
    name: name ?? (await ask("Name: ")),
    password: passwordFile ? await readPassword(passwordFile) : await askPassword(),
  };
}

async function readPassword(file: string): Promise<string> {
  const text = await readFile(file, "utf8").catch(() => {
    throw new DomainError("invalid", `The password file ${file} cannot be read. Check the path.`);
  });
  return text.replace(/\r?\n$/, "");
}

async function askPassword(): Promise<string> {
  const password = await askHidden(`Password (at least ${passwordMinLength} characters): `);
  if ((await askHidden("The same again: ")) === password) return password;
  throw new DomainError("invalid", "The two passwords differ. Nothing was changed; run it again.");
}
