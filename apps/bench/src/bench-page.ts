// How fast a study page is made and sent, from memory and anew, and what it weighs before and after
// somebody begins to write on it.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { getStudyPage } from "@studydesk/api/studies/study-page-view";
import { addEvent, findLastEventId } from "@studydesk/db/events";
import { type Db, inTransaction, openDatabase } from "@studydesk/db/open-database";
import { emptyForm, type PageShell, renderStudyPage } from "@studydesk/study-site/render";
import { bytesLine, measure, timesLine } from "./measure";
import { weighPage } from "./page-weight";
import { weighScript } from "./script-weight";
import { seedLeads } from "./seed-leads";
import { startDemo } from "./start-demo";

const nctId = "NCT06596954";
const leads = 20_000;

export async function benchPage(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "studydesk-bench-"));
  const write = (line: string) => process.stdout.write(line);
  try {
    await seedLeads(folder, leads);
    const demo = await startDemo(folder);
    const db = openDatabase(join(folder, "studydesk.db"));
    try {
      write(`The page of ${nctId}, ${leads.toLocaleString("en")} leads in the database\n\n`);
      for (const line of await timeInProcess(db, demo.url)) write(line);
      for (const line of await timeOverHttp(db, demo.url)) write(line);
      write("\nSent before anybody touches the page (compressed)\n");
      const sent = await weighPage(`${demo.url}/studies/${nctId}`);
      for (const { path, bytes } of sent) write(bytesLine(`  ${path}`, bytes));
      write(
        bytesLine(
          "  together",
          sent.reduce((sum, { bytes }) => sum + bytes, 0),
        ),
      );
      write("\nScripts that come on demand (Brotli), with their English words\n");
      for (const line of scriptLines()) write(line);
    } finally {
      await db.destroy();
      await demo.stop();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function timeInProcess(db: Db, baseUrl: string): Promise<string[]> {
  const deps = { db, now: () => new Date() };
  const shell: PageShell = {
    language: "en",
    baseUrl,
    path: `/studies/${nctId}`,
    stylesheets: ["/assets/public.css"],
    script: "/assets/page.js",
    isDemo: true,
  };
  const { page } = await getStudyPage(deps, nctId, "en");
  const kept = await measure(2_000, () => findLastEventId(db, ["study", "people"]));
  const read = await measure(500, () => getStudyPage(deps, nctId, "en"));
  const rendered = await measure(500, async () => renderStudyPage(shell, page, emptyForm));
  const both = await measure(500, async () => {
    const found = await getStudyPage(deps, nctId, "en");
    return renderStudyPage(shell, found.page, emptyForm);
  });
  return [
    timesLine("In the process: kept (asks whether anything changed)", kept),
    timesLine("In the process: read from the database", read),
    timesLine("In the process: rendered", rendered),
    timesLine("In the process: made anew (read and rendered)", both),
  ];
}

async function timeOverHttp(db: Db, baseUrl: string): Promise<string[]> {
  const load = async () => {
    const answer = await fetch(`${baseUrl}/studies/${nctId}`, {
      headers: { "accept-language": "en" },
    });
    await answer.arrayBuffer();
    if (answer.status !== 200) throw new Error(`The page answered ${answer.status}.`);
  };
  const kept = await measure(500, load);
  const anew = await measure(200, load, () => changeStudy(db));
  return [timesLine("Over HTTP: kept", kept), timesLine("Over HTTP: made anew", anew)];
}

/** What a change to a study leaves: the pages that stand are thrown away. */
async function changeStudy(db: Db): Promise<void> {
  await inTransaction(db, (trx) =>
    addEvent(trx, {
      at: new Date().toISOString(),
      kind: "study",
      subjectId: "1",
      siteId: null,
      byUserId: null,
    }),
  );
}

function scriptLines(): string[] {
  const page = "src/islands/page.ts";
  const words = (part: string) => `src/texts/en/${part}.ts`;
  return [
    bytesLine("  page (loads the others)", weighScript([page])),
    bytesLine(
      "  form",
      weighScript(["src/form-script/start-form.ts", words("form-script")], [page]),
    ),
    bytesLine("  notes", weighScript(["src/notes/start-notes.ts", words("notes")], [page])),
    bytesLine(
      "  sharing notes",
      weighScript(
        ["src/notes/share-dialog.ts", words("notes-share")],
        [page, "src/notes/start-notes.ts"],
      ),
    ),
  ];
}
