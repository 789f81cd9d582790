// Takes in visitors' forms and staff's leads by the product's own use cases, on a database of its own opening, and
// never stops: it is begun to be killed. Says of each what it begins and, once the use case has returned, that it
// is kept. Without HTTP, so that a start costs next to nothing.
import { randomInt } from "node:crypto";
import { writeSync } from "node:fs";
import { flushCompileCache } from "node:module";
import { setImmediate as nextTurn } from "node:timers/promises";
import { createAuditSigner } from "@studydesk/api/audit/create-audit-signer";
import { addLead } from "@studydesk/api/leads/add-lead";
import { deriveSecretKeys } from "@studydesk/api/secret-keys";
import { receiveSubmission } from "@studydesk/api/submissions/receive-submission";
import { buildDeps } from "@studydesk/api/testing/build-deps";
import { setAuditSigner } from "@studydesk/db/audit/audit-signer";
import { openDatabase } from "@studydesk/db/open-database";
import { writingOrder } from "./writing-order";

const order = writingOrder.parse(JSON.parse(process.argv[2] ?? ""));
const { databaseUrl, secret, name, siteId, studyId, nctId, userId } = order;
const db = openDatabase(databaseUrl);
const keys = deriveSecretKeys(Buffer.from(secret));
setAuditSigner(db, createAuditSigner(keys.audit));
const deps = buildDeps(db, { keys, now: () => new Date() });
const kim = {
  ...{ userId, name: "Kim Example", email: "kim@example.org", isOwner: false },
  ...{ roles: [{ siteId, role: "coordinator" as const }], sessionId: "none" },
};

let begun = 0;
async function writeOn(who: string, keep: (email: string) => Promise<unknown>): Promise<never> {
  for (;;) {
    begun += 1;
    const at = begun;
    const email = `${who}-${name}-${at}@example.org`;
    writeSync(1, `begun ${email}\n`);
    await keep(email);
    writeSync(1, `kept ${email}\n`);
    // The next start is spared what this one compiled; a killed program writes nothing down by itself.
    if (at === 10) flushCompileCache();
    // SQLite answers at once: without this the other one would never get its turn.
    await nextTurn();
  }
}

// Whatever fails ends the program, and with it the test.
void Promise.all([
  writeOn("visitor", async (email) => {
    // Limits are by network, and every visitor has one of their own, also after the next start.
    const network = `10.${randomInt(256)}.${randomInt(256)}.0`;
    const body = {
      ...{ first_name: "Ana", last_name: "Example", email, phone: "(202) 555-0143" },
      consent: "yes",
    };
    const { outcome } = await receiveSubmission(deps, { network, language: "en" }, { nctId, body });
    if (outcome !== "received") throw new Error(`The form was not kept: ${outcome}.`);
  }),
  writeOn("staff", (email) =>
    addLead(deps, kim, {
      ...{ studyId, siteId, firstName: "Bo", lastName: "Example", email, phone: "" },
      ...{ source: "phone_call", consentGiven: true },
    }),
  ),
]);
