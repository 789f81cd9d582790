import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { addImport, updateImport } from "@studydesk/db/imports/import-queries";
import { addRejects } from "@studydesk/db/imports/reject-queries";
import { addActivity } from "@studydesk/db/leads/activity-queries";
import { describeOnEveryEngine } from "@studydesk/db/testing/every-engine";
import { readEverything } from "@studydesk/db/testing/read-everything";
import type { ImportState } from "@studydesk/domain/imports/import-state";
import { expect, it, onTestFinished } from "vitest";
import { eraseOwnLead } from "../leads/erase-lead";
import { buildOwnPage } from "../testing/build-own-page";

const fail = (error: unknown) => {
  throw error;
};

describeOnEveryEngine("erasing a person who stands in imports", (openTestDatabase) => {
  /** Ana's lead, and a way to bring files that lie here. */
  async function build() {
    const { db } = await openTestDatabase();
    const importsFolder = mkdtempSync(join(tmpdir(), "studydesk-erase-"));
    onTestFinished(() => rmSync(importsFolder, { recursive: true, force: true }));
    const page = await buildOwnPage(db, { importsFolder });
    let files = 0;
    const bring = async (text: string, state: ImportState = "uploaded") => {
      files += 1;
      writeFileSync(join(importsFolder, `file-${files}`), text);
      const id = await addImport(db, {
        ...{ byUserId: page.coordinator.userId, fileName: "list.csv", fileBytes: 1 },
        ...{ storedAs: `file-${files}`, encoding: "utf-8", delimiter: ",", headerSha256: "" },
        ...{ state: "uploaded", createdAt: page.deps.now().toISOString() },
      });
      await updateImport(db, id, ["uploaded"], { state });
      return id;
    };
    const stateOf = async (id: number) => {
      const row = await db
        .selectFrom("leadImports")
        .select(["state", "problem", "storedAs"])
        .where("id", "=", id)
        .executeTakeFirstOrThrow();
      return row;
    };
    return { ...page, db, importsFolder, bring, stateOf };
  }

  it("takes their rejected rows along, by the lead or by the address, and nobody else's", async () => {
    const { db, deps, holder, leadId, bring } = await build();
    // The desk put the address right since; the file has the one from before.
    const now = { email: "ann@example.net", emailFolded: "ann@example.net" };
    await db.updateTable("leads").set(now).where("id", "=", leadId).execute();
    const importId = await bring("name\nSomebody\n");
    const row = { importId, line: 2, reason: "no_consent", field: null, sameAsRow: null } as const;
    await addRejects(db, [
      { ...row, row: 1, leadId, emailFolded: "", cells: ["Canary One"] },
      { ...row, row: 2, leadId: null, emailFolded: "ana@example.org", cells: ["Canary Two"] },
      { ...row, row: 3, leadId: null, emailFolded: "bob@example.org", cells: ["Bystander"] },
      { ...row, row: 4, leadId: null, emailFolded: "", cells: ["Nobody"] },
    ]);
    await eraseOwnLead(deps, holder, fail);
    const after = await readEverything(db);
    expect(after).not.toContain("Canary");
    expect(after).toContain("Bystander");
    expect(after).toContain("Nobody");
  });

  it("deletes a waiting or half-read file that holds them, and says why", async () => {
    const { db, deps, holder, leadId, coordinator, importsFolder, bring, stateOf } = await build();
    const now = { email: "ann@example.net", emailFolded: "ann@example.net", phone: null };
    await db.updateTable("leads").set(now).where("id", "=", leadId).execute();
    const byMail = await bring("name,email\nA,ANA@example.org\n");
    const byPhone = await bring("name,phone\nA,+1 (202) 555-0143\n", "importing");
    // Typed by the desk, and put right since: no message holds it.
    const changes = [{ fact: "phone" as const, from: "+12025550177", to: null }];
    const activity = { kind: "fields_changed", changes } as const;
    const at = deps.now().toISOString();
    await addActivity(db, { leadId, at, byUserId: coordinator.userId, activity });
    const byFormerPhone = await bring("name,phone\nA,202-555-0177\n");
    const other = await bring("name,email\nB,bob@example.org\n");
    await eraseOwnLead(deps, holder, fail);
    const gone = { state: "cancelled", problem: "person_erased", storedAs: null };
    expect(await stateOf(byMail)).toEqual(gone);
    expect(await stateOf(byPhone)).toEqual(gone);
    expect(await stateOf(byFormerPhone)).toEqual(gone);
    expect(await stateOf(other)).toMatchObject({ state: "uploaded", storedAs: "file-4" });
    expect(readdirSync(importsFolder)).toEqual(["file-4"]);
  });
});
