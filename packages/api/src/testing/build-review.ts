// A candidate before the investigator: every criterion answered, sent by the coordinator, at a site whose
// investigator signs with a password.
import type { Db } from "@studydesk/db/open-database";
import { buildPerson } from "@studydesk/db/testing/build-people";
import { buildCaller } from "./build-caller";
import { buildScreening } from "./build-screening";
import { hashLightly } from "./hash-lightly";

export const signingPassword = "velvet teapot rides north";
const passwordHash = hashLightly(signingPassword);

export const fittingAnswers = { I1: true, I2: 61, E1: false, E2: "Never" } as const;

export async function buildReview(db: Db) {
  const desk = await buildScreening(db);
  const { deps, siteId, kim, bo, lead } = desk;
  const investigator = async (name: string) =>
    buildPerson(db, { role: "investigator", siteId, name, passwordHash: await passwordHash });
  const ines = await investigator("Dr Inés Hartwell");
  const wen = await investigator("Dr Wen Castellan");
  const asKim = buildCaller(deps, kim);
  const asBo = buildCaller(deps, bo);
  const asInes = buildCaller(deps, ines);
  const asWen = buildCaller(deps, wen);

  const readLead = async () =>
    db.selectFrom("leads").selectAll().where("id", "=", lead.id).executeTakeFirstOrThrow();
  const answer = async (
    label: string,
    value: boolean | number | string | null,
    evidence: string | null = null,
  ) => {
    const { lines } = await asKim.screening.read({ leadId: lead.id });
    const stands = lines.find(({ criterion }) => criterion.label === label);
    return asKim.screening.answer({
      ...{ leadId: lead.id, criterionId: stands?.criterion.id ?? 0 },
      ...{ expectedAnswerId: stands?.answer?.id ?? null, value, evidence },
      source: evidence === null ? null : "said",
    });
  };
  const send = async (reply?: string) => {
    const { version: expectedVersion } = await readLead();
    return asKim.reviews.send({
      ...{ leadId: lead.id, expectedVersion },
      ...(reply === undefined ? {} : { reply }),
    });
  };
  /** What the page of an investigator would send. */
  const onPage = async (as = asInes) => {
    const { leadId, reviewId, contentSha256 } = await as.reviews.candidate({ leadId: lead.id });
    return { leadId, reviewId, contentSha256, proof: { password: signingPassword } };
  };
  const signEligible = async (as = asInes) =>
    as.reviews.sign({ ...(await onPage(as)), decision: "eligible" });

  for (const [label, value] of Object.entries(fittingAnswers)) await answer(label, value);
  await send();
  const people = { ines, wen, asKim, asBo, asInes, asWen };
  return { ...desk, ...people, readLead, answer, send, onPage, signEligible };
}
