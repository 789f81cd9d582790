// Answers: never rewritten once another one stands; a changed answer is a further row.
import type { Answer, EvidenceSource } from "@studydesk/domain/screening/answer";
import type { AnswerValue } from "@studydesk/domain/screening/judge-answer";
import { isAmong } from "../dialect";
import type { Db } from "../open-database";
import type { Row } from "../schema";

export interface StoredAnswer extends Omit<Row<"answers">, "value"> {
  value: AnswerValue;
}

/** Every answer that the leads have, replaced ones too; oldest first. */
export async function listAnswers(
  db: Db,
  leadIds: readonly number[],
): Promise<(StoredAnswer & { answeredByName: string })[]> {
  const rows = await db
    .selectFrom("answers")
    .innerJoin("user", "user.id", "answers.answeredBy")
    .selectAll("answers")
    .select("user.name as answeredByName")
    .where(isAmong(db, "answers.leadId", leadIds))
    .orderBy("answers.id")
    .execute();
  return rows.map((row) => ({ ...row, value: readValue(row.value) }));
}

export async function findAnswer(
  db: Db,
  id: number,
): Promise<Pick<Row<"answers">, "id" | "leadId"> | undefined> {
  return db.selectFrom("answers").select(["id", "leadId"]).where("id", "=", id).executeTakeFirst();
}

export interface NewAnswer {
  leadId: number;
  criterionId: number;
  answer: Answer;
  value: AnswerValue;
  evidence: string | null;
  source: EvidenceSource | null;
  /** ISO-8601 UTC. */
  answeredAt: string;
  answeredBy: string;
}

/** Gives its id. Whatever stood before has to be replaced first. */
export async function addAnswer(trx: Db, { value, ...answer }: NewAnswer): Promise<number> {
  const { id } = await trx
    .insertInto("answers")
    .values({ ...answer, value: writeValue(value), updatedAt: answer.answeredAt })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

export async function replaceAnswers(trx: Db, ids: readonly number[], at: string): Promise<void> {
  if (ids.length === 0) return;
  await trx
    .updateTable("answers")
    .set({ replacedAt: at })
    .where(isAmong(trx, "id", ids))
    .where("replacedAt", "is", null)
    .execute();
}

/** After what replaced it was taken back. */
export async function letAnswerStand(trx: Db, id: number): Promise<void> {
  await trx.updateTable("answers").set({ replacedAt: null }).where("id", "=", id).execute();
}

/** Typed on to an answer that stands. */
export async function setEvidence(
  trx: Db,
  id: number,
  given: { evidence: string | null; source: EvidenceSource | null; at: string },
): Promise<void> {
  const { evidence, source, at } = given;
  await trx
    .updateTable("answers")
    .set({ evidence, source, updatedAt: at })
    .where("id", "=", id)
    .execute();
}

function readValue(stored: string | null): AnswerValue {
  return stored === null ? null : JSON.parse(stored);
}

function writeValue(value: AnswerValue): string | null {
  return value === null ? null : JSON.stringify(value);
}
