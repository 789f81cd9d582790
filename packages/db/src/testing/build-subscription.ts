// A made-up subscription for tests, confirmed at noon UTC of 1 September 2026, to any condition anywhere.
import { randomUUID } from "node:crypto";
import { foldEmail } from "@studydesk/domain/leads/fold-email";
import { foldCondition } from "@studydesk/domain/subscriptions/match-condition";
import { type AlertArea, placeKeyOf } from "@studydesk/domain/subscriptions/subscription";
import type { Db } from "../open-database";
import type { NewRow, Row } from "../schema";

const noon = "2026-09-01T12:00:00.000Z";

export async function buildSubscription(
  db: Db,
  {
    area = null,
    ...overrides
  }: Partial<NewRow<"subscriptions">> & { area?: AlertArea | null } = {},
): Promise<Row<"subscriptions">> {
  const { email = "ana@example.org", condition = null, status = "active" } = overrides;
  return db
    .insertInto("subscriptions")
    .values({
      email,
      emailFolded: foldEmail(email),
      language: "en",
      condition,
      conditionFolded: foldCondition(condition),
      placeName: area?.name ?? null,
      lat: area?.lat ?? null,
      lon: area?.lon ?? null,
      radiusKm: area?.radiusKm ?? null,
      placeKey: placeKeyOf(area),
      status,
      consentVersion: 1,
      confirmSha256: randomUUID(),
      createdAt: noon,
      confirmedAt: status === "pending" ? null : noon,
      endedAt: status === "ended" ? noon : null,
      ...overrides,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
}
