// Reviews: investigators of the site read candidates, decide and sign; its coordinators and admins send
// them there and see what was decided.
import { writeNote } from "../../notes/write-note";
import { attachNote } from "../../reviews/attach-note";
import { sha256 } from "../../sha256";
import { buildVersion } from "../build-screening";
import { answers, everybodySignedIn, type GridRow, type Place } from "./grid";

const reviews = answers({
  coordinator: "forbidden",
  investigator: "ok",
  admin: "forbidden",
  elsewhere: "not_found",
  owner: "not_found",
});

const seesLead = answers({
  coordinator: "ok",
  investigator: "ok",
  admin: "ok",
  elsewhere: "not_found",
  owner: "not_found",
});

export const reviewRows: Readonly<Record<string, GridRow>> = {
  "reviews.queue": {
    call: (caller) => caller.reviews.queue(),
    outcomes: everybodySignedIn("ok"),
  },
  "reviews.count": {
    call: (caller) => caller.reviews.count(),
    outcomes: everybodySignedIn("ok"),
  },
  "reviews.candidate": {
    call: async (caller, place) => {
      await sendToReview(place);
      await caller.reviews.candidate({ leadId: place.lead.id });
    },
    outcomes: reviews,
  },
  "reviews.ofLead": {
    call: (caller, { lead }) => caller.reviews.ofLead({ leadId: lead.id }),
    outcomes: seesLead,
  },
  "reviews.send": {
    call: async (caller, place) => {
      await sendToReview(place);
      await place.deps.db
        .updateTable("leads")
        .set({ status: "pre_screening" })
        .where("id", "=", place.lead.id)
        .execute();
      await caller.reviews.send({ leadId: place.lead.id, expectedVersion: 1 });
    },
    outcomes: answers({
      coordinator: "ok",
      investigator: "forbidden",
      admin: "ok",
      elsewhere: "not_found",
      owner: "not_found",
    }),
  },
  "reviews.return": {
    call: async (caller, place) => {
      const reviewId = await sendToReview(place);
      const question = "Which stage does the letter say?";
      await caller.reviews.return({ leadId: place.lead.id, reviewId, question });
    },
    outcomes: reviews,
  },
  "reviews.attachNote": {
    // Their own note on the lead: whoever keeps notes here may lay one beside the review.
    call: async (caller, place) => {
      await sendToReview(place);
      const home = { leadId: place.lead.id };
      const { id: noteId } = await caller.notes.write({ home, body: "Has the letter." });
      await caller.reviews.attachNote({ noteId });
    },
    outcomes: seesLead,
  },
  "reviews.detachNote": {
    // A colleague's copy is nobody else's to take back.
    call: async (caller, place) => {
      const { deps, colleague, lead } = place;
      await sendToReview(place);
      const home = { leadId: lead.id };
      const { id: noteId } = await writeNote(deps, colleague, { home, body: "Has the letter." });
      const attached = await attachNote(deps, colleague, { noteId });
      await caller.reviews.detachNote(attached);
    },
    outcomes: everybodySignedIn("not_found"),
  },
  "reviews.ownNotes": {
    call: (caller, { lead }) => caller.reviews.ownNotes({ leadId: lead.id }),
    outcomes: seesLead,
  },
  "reviews.sign": {
    // Nobody here has a password: whoever may sign gets as far as being asked for the right one.
    call: async (caller, place) => {
      const reviewId = await sendToReview(place);
      await caller.reviews.sign({
        ...{ leadId: place.lead.id, reviewId, contentSha256: sha256("page") },
        ...{ decision: "eligible", proof: { password: "not the right one" } },
      });
    },
    outcomes: { ...reviews, investigator: "invalid" },
  },
};

/** The lead waits for its site's investigator; gives the review. */
export async function sendToReview({ deps, lead, colleague }: Place): Promise<number> {
  const { db } = deps;
  const at = deps.now().toISOString();
  const version = await buildVersion(db, lead.studyId, 1);
  const counts = { questions: 4, answered: 4, unknowns: 4, failed: 0 };
  await db
    .insertInto("screenings")
    .values({
      ...{ leadId: lead.id, criteriaVersionId: version.id, ...counts },
      ...{ answersSha256: sha256("answers"), startedAt: at, updatedAt: at },
    })
    .execute();
  const { id } = await db
    .insertInto("reviews")
    .values({
      ...{ leadId: lead.id, criteriaVersionId: version.id },
      ...{ sentAt: at, sentBy: colleague.userId },
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  await db
    .updateTable("leads")
    .set({ status: "investigator_review", statusSince: at, reviewId: id })
    .where("id", "=", lead.id)
    .execute();
  return id;
}
