// Visitors' forms and staff's calls to a real server by HTTP, until it is killed in the middle of them.
import { expect } from "vitest";
import type { FaultDesk } from "./build-desk";
import { addLead, makeAddress, readConsentText, sendForm, signIn } from "./people";
import type { ServerProcess } from "./start-server";

export type Heard = ReturnType<typeof nothingYet>;

export function nothingYet() {
  return { acknowledged: new Set<string>(), unanswered: new Set<string>() };
}

const atOnce = 4;

/** Kills it as soon as `most` were answered. */
export async function writeUntilKilled(
  server: ServerProcess,
  desk: FaultDesk,
  { acknowledged, unanswered }: Heard,
  most: number,
): Promise<void> {
  const cookie = await signIn(server.url, desk);
  const consentText = await readConsentText(server.url, desk);
  let answered = 0;
  let killing: Promise<void> | undefined;

  async function write(byVisitor: boolean): Promise<void> {
    while (!killing) {
      const email = makeAddress();
      unanswered.add(email);
      try {
        const status = byVisitor
          ? await sendForm(server.url, desk, email, consentText)
          : (await addLead(server.url, cookie, desk, email)).status;
        expect(status).toBe(byVisitor ? 303 : 200);
      } catch (error) {
        if (killing) return;
        throw error;
      }
      unanswered.delete(email);
      acknowledged.add(email);
      answered += 1;
      // The others are in the middle of theirs.
      if (answered === most) killing = server.kill();
    }
  }
  await Promise.all(Array.from({ length: atOnce }, (_, at) => write(at % 2 === 0)));
  await killing;
}
