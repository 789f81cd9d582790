// Fifty private notes whose every text holds a word that stands nowhere else: in bodies, quotes, tags, drafts,
// earlier wordings, in a copy beside a review, in what was kept of answers from outside, and in what was put down
// for oneself about shares and requests. For asking whether any of it can be read where it must not be.
import { type Db, inTransaction } from "@studydesk/db/open-database";
import type { Viewer } from "@studydesk/domain/people/viewer";
import { buildAnchor } from "./build-anchor";
import { buildCaller } from "./build-caller";
import type { TestDeps } from "./build-deps";
import { publicKeyForTest, sealedReplyForTest, sealedRequestForTest } from "./build-reply";
import { randomText, sealedForTest } from "./build-share";
import type { Caller, Place } from "./who-may-what/grid";
import { sendToReview } from "./who-may-what/reviews";

/** Each marked word begins so. */
export const mark = "quaggamark";
/** Stands in the clear in the lead's message: whoever looks for marks in the same place finds this. */
export const clearWord = "okapiclear";

const written = 48;

export interface MarkedNotes {
  words: readonly string[];
  /** Those of the copy that was laid beside the lead's review: its investigators read them, too. */
  besideReview: readonly string[];
  /** Everything that the author's own screens ask for. */
  readAsAuthor(): Promise<string>;
}

/** The place's lead is given a message that is quoted, and another one afterwards; it waits for a decision then. */
export async function writeMarkedNotes(
  deps: TestDeps,
  author: Viewer,
  place: Place,
): Promise<MarkedNotes> {
  const { db } = deps;
  const { lead, studyId } = place;
  const caller = buildCaller(deps, author);
  const words: string[] = [];
  const word = (kind: string) => {
    const made = `${mark}${kind}${letters(words.length)}`;
    words.push(made);
    return made;
  };
  const onLead = { leadId: lead.id };
  const onStudy = { studyId };

  const quoted = Array.from({ length: 16 }, () => word("quote"));
  const message = quoted.map((each) => `About ${each}, please.`).join(" ");
  await putMessage(db, lead.id, message);
  const { id: submissionId } = await db
    .selectFrom("submissions")
    .select("id")
    .where("leadId", "=", lead.id)
    .executeTakeFirstOrThrow();
  const field = { fieldPath: `message.${submissionId}`, sourceId: lead.id };
  const quote = (exact: string) => buildAnchor({ sourceType: "lead", ...field }, message, exact);

  const noteIds: number[] = [];
  for (let made = 0; made < written; made++) {
    const exact = quoted[made];
    const { id } = await caller.notes.write({
      home: exact === undefined && made % 2 === 0 ? onStudy : onLead,
      body: `Says **${word("body")}**.`,
      tags: [word("tag")],
      ...(exact === undefined ? {} : { anchor: quote(exact) }),
    });
    noteIds.push(id);
  }
  const edited = noteIds.slice(0, 6);
  for (const noteId of edited) {
    const body = `Now ${word("later")}.`;
    await caller.notes.edit({ noteId, body, tags: [word("tag")], expectedVersion: 1 });
  }
  const [exact = ""] = quoted;
  const draft = { body: word("draft"), tags: [word("tag")], anchor: quote(exact) };
  await caller.notes.saveDraft({ home: onLead, draft });
  await caller.notes.saveDraft({ home: onStudy, draft: { body: word("draft"), tags: [] } });
  const besideReview = [exact, word("attached")];
  const copied = { home: onLead, body: `${besideReview[1]}.`, anchor: quote(exact) };
  const { id: noteId } = await caller.notes.write(copied);
  await sendToReview({ ...place, deps });
  await caller.reviews.attachNote({ noteId });
  await caller.notes.delete({ noteId, expectedVersion: 1 });
  await labelShareAndRequest(caller, lead.id, { label: () => word("label"), noteIds });
  for (const receivedId of await receive(db, author, lead.id)) {
    await caller.notes.keepReceived({ receivedId, body: `Came in: ${word("reply")}.` });
  }
  // What was quoted stands in the notes alone from now on.
  await putMessage(db, lead.id, `Call me after six. ${clearWord}`);

  return {
    words,
    besideReview,
    async readAsAuthor() {
      const homes = [onLead, onStudy];
      const answers = [
        ...(await Promise.all(homes.map((home) => caller.notes.list(home)))),
        ...(await Promise.all(homes.map((home) => caller.notes.readDraft({ home })))),
        ...(await Promise.all(edited.map((noteId) => caller.notes.history({ noteId })))),
        await caller.reviews.ownNotes(onLead),
        await caller.shares.list({}),
        await caller.shares.requests({}),
      ];
      return JSON.stringify(answers);
    },
  };
}

/** A note on the lead, one on its study, a draft, a share and a request; the lead's message is in the clear. */
export async function writeMarkedNote(
  deps: TestDeps,
  author: Viewer,
  { lead, studyId }: Pick<Place, "lead" | "studyId">,
): Promise<void> {
  const caller = buildCaller(deps, author);
  const { notes } = caller;
  const home = { leadId: lead.id };
  await putMessage(deps.db, lead.id, clearWord);
  const { id } = await notes.write({ home, body: `Says ${mark}.`, tags: [mark] });
  await notes.write({ home: { studyId }, body: `Says ${mark}.` });
  await notes.saveDraft({ home, draft: { body: mark, tags: [mark] } });
  await labelShareAndRequest(caller, lead.id, { label: () => mark, noteIds: [id] });
}

async function labelShareAndRequest(
  { shares }: Caller,
  leadId: number,
  { label, noteIds }: { label: () => string; noteIds: readonly number[] },
): Promise<void> {
  const home = { leadId };
  await shares.create({
    ...{ ...sealedForTest(), home, takesReplies: true },
    memo: {
      ...{ label: label(), noteIds: noteIds.slice(0, 2), quoteNoteIds: [] },
      ...{ factLabels: [], isNamed: false },
    },
  });
  const publicKey = publicKeyForTest();
  await shares.registerReplyKey({ publicKey, browser: "Firefox" });
  const asked = sealedRequestForTest([publicKey]);
  await shares.createRequest({ ...asked, home, label: label() });
}

/** One answer to the share and one to the request, as if sent from outside. */
async function receive(db: Db, { userId: ownerId }: Viewer, leadId: number): Promise<number[]> {
  const newest = (table: "shares" | "noteRequests") =>
    db.selectFrom(table).select("id").orderBy("id", "desc").executeTakeFirstOrThrow();
  const [share, request] = [await newest("shares"), await newest("noteRequests")];
  return inTransaction(db, async (trx) => {
    const rows = await trx
      .insertInto("receivedNotes")
      .values(
        [
          { shareId: share.id, requestId: null },
          { shareId: null, requestId: request.id },
        ].map((from) => ({
          ...{ ownerId, leadId, studyId: null, ...from, nonceSha256: randomText(32) },
          ...{ sealed: sealedReplyForTest(), receivedAt: "2026-09-01T12:00:00.000Z" },
        })),
      )
      .returning("id")
      .execute();
    return rows.map(({ id }) => id);
  });
}

async function putMessage(db: Db, leadId: number, message: string): Promise<void> {
  await db.updateTable("submissions").set({ message }).where("leadId", "=", leadId).execute();
}

/** A number as two letters: nothing that a search for words would cut in two. */
function letters(number: number): string {
  const letter = (index: number) => String.fromCharCode(97 + index);
  return `${letter(Math.floor(number / 26))}${letter(number % 26)}`;
}

/** What is around each mark, in the clear or in one of the usual codings; none: it is not in there. */
export function findMarks(content: string | Buffer): string[] {
  const text = typeof content === "string" ? content : content.toString("latin1");
  const folded = text.toLowerCase();
  const coded = [0, 1, 2].map((before) =>
    Buffer.from(" ".repeat(before) + mark)
      .toString("base64")
      .slice(before === 0 ? 0 : 4, 12),
  );
  const sought = [
    { inText: folded, wanted: [mark, Buffer.from(mark).toString("hex")] },
    { inText: text, wanted: coded },
  ];
  return sought.flatMap(({ inText, wanted }) =>
    wanted.flatMap((each) => {
      const at = inText.indexOf(each);
      return at < 0 ? [] : [text.slice(Math.max(0, at - 60), at + 40)];
    }),
  );
}
