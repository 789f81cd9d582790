// What two coordinators of the demo have noted for themselves: on words, on whole leads and studies, tagged,
// pinned, and some whose words changed since. Written as every note is, at times that lead up to now.
import { pinNote } from "@studydesk/api/notes/edit-note";
import { readFieldTexts } from "@studydesk/api/notes/field-text";
import { type NoteDeps, writeNote } from "@studydesk/api/notes/write-note";
import { sha256 } from "@studydesk/api/sha256";
import { listWrittenMessages } from "@studydesk/db/leads/seed-queries";
import type { Db } from "@studydesk/db/open-database";
import { listAskedCriteria } from "@studydesk/db/screening/criteria-queries";
import { findVersionInForce } from "@studydesk/db/screening/version-queries";
import { findStudyByNctId } from "@studydesk/db/studies/study-queries";
import type { NoteAnchor } from "@studydesk/domain/notes/note-anchor";
import type { NoteHome } from "@studydesk/domain/notes/note-home";
import type { Viewer } from "@studydesk/domain/people/viewer";

export interface DemoNote {
  id: number;
  home: NoteHome;
}

interface Draft {
  home: NoteHome;
  hoursAgo: number;
  body: string;
  tags: string[];
  isPinned?: true;
  /** The words it is about; `was` gives the text as it read when the note was written. */
  on?: { fieldPath: string; quote: string; was?: (now: string) => string };
}

/** Those of the first lead and of its study are given back by name, to be shared. */
export async function writeDemoNotes(
  depsAt: (hoursAgo: number) => NoteDeps,
  { mei, sam }: { mei: Viewer; sam: Viewer },
): Promise<{ records: DemoNote; travel: DemoNote; video: DemoNote }> {
  const { db } = depsAt(0);
  const write = (author: Viewer, draft: Draft) => writeDraft(depsAt, author, draft);
  const radiation = { studyId: await studyIdOf(db, "NCT06596954") };
  const knees = { studyId: await studyIdOf(db, "NCT99000002") };
  const [first, second] = await findWriters(db, mei);

  await write(sam, {
    home: knees,
    hoursAgo: 52,
    body: "Tell the people whom we sent away for their age, **once this moves**.",
    tags: ["amendment"],
    on: {
      fieldPath: await criterionPath(db, knees.studyId, "Age"),
      quote: "at least 50 years",
      was: (text) => text.replace("40", "50"),
    },
  });
  await write(mei, {
    home: radiation,
    hoursAgo: 49,
    body: "This is what people ask about first. Have the doctor’s own words for it ready.",
    tags: ["on the phone"],
    on: {
      fieldPath: "overview.en",
      quote: "About 4 in 10 of the people who are treated in this order today",
      was: (text) => text.replace("About half of the people", "About 4 in 10 of the people"),
    },
  });
  await write(mei, {
    home: radiation,
    hoursAgo: 44,
    body: "Nobody knows this word on the phone. Ask whether they manage the day alone; the number itself is for the doctor.",
    tags: ["on the phone"],
    on: {
      fieldPath: await criterionPath(db, radiation.studyId, "Karnofsky"),
      quote: "Karnofsky (KPS) score",
    },
  });
  const travel = await write(mei, {
    home: radiation,
    hoursAgo: 30,
    body: "For the monthly meeting:\n- who pays for the train\n- whether the second visit can be **by video**\n- parking: https://example.org/parking",
    tags: ["visits", "meeting"],
  });
  const video = await write(mei, {
    home: { leadId: second.leadId },
    hoursAgo: 28,
    body: "A video call is easier than the phone: a relative joins and translates.",
    tags: ["on the phone", "family"],
  });
  const records = await write(mei, {
    home: { leadId: first.leadId },
    hoursAgo: 22,
    body: "The other hospital’s records office:\n- by courier, **not** by post\n- weekdays before noon",
    tags: ["records"],
    isPinned: true,
    on: { fieldPath: `message.${first.submissionId}`, quote: first.message },
  });
  return { records, travel, video };
}

/** Two whom the author is in touch with, one of whom asks about a report; neither of them the newest. */
async function findWriters(db: Db, { userId: ownerId }: Viewer) {
  const statuses = ["contacting", "pre_screening"] as const;
  const [, , ...written] = await listWrittenMessages(db, { ownerId, statuses, limit: 40 });
  const first = written.find(({ message }) => message.includes("病理报告")) ?? written[0];
  const second = written.find((each) => each !== first);
  if (!first || !second) throw new Error("Too few people of the demo wrote a message.");
  return [first, second] as const;
}

async function writeDraft(
  depsAt: (hoursAgo: number) => NoteDeps,
  author: Viewer,
  { home, hoursAgo, body, tags, isPinned, on }: Draft,
): Promise<DemoNote> {
  const deps = depsAt(hoursAgo);
  const anchor = on && (await anchorOn(deps.db, author, home, on));
  const { id } = await writeNote(deps, author, { home, body, tags, anchor });
  if (isPinned) await pinNote(deps, author, { noteId: id, isPinned });
  return { id, home };
}

/** As a browser makes it of a selection. */
async function anchorOn(
  db: Db,
  author: Viewer,
  home: NoteHome,
  { fieldPath, quote: exact, was }: NonNullable<Draft["on"]>,
): Promise<NoteAnchor> {
  const field = (await readFieldTexts(db, author, home, [fieldPath])).get(fieldPath);
  const text = field && (was?.(field.text) ?? field.text);
  const start = text?.indexOf(exact) ?? -1;
  if (!field || !text || start < 0) throw new Error(`${fieldPath} does not say “${exact}”.`);
  const end = start + exact.length;
  const { sourceType, sourceId, revision } = field;
  return {
    ...{ sourceType, sourceId, fieldPath, revision, exact, start, end },
    textSha256: sha256(text),
    prefix: text.slice(Math.max(0, start - 32), start),
    suffix: text.slice(end, end + 32),
  };
}

async function studyIdOf(db: Db, nctId: string): Promise<number> {
  const study = await findStudyByNctId(db, nctId);
  if (!study) throw new Error(`${nctId} is no study of the demo.`);
  return study.id;
}

async function criterionPath(db: Db, studyId: number, begins: string): Promise<string> {
  const version = await findVersionInForce(db, studyId);
  const asked = version ? await listAskedCriteria(db, version.id) : [];
  const criterion = asked.find(({ text }) => text.startsWith(begins));
  if (!criterion) throw new Error(`No criterion begins with “${begins}”.`);
  return `criterion.${criterion.lineId}`;
}
