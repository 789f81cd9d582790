// The private link to a person's own request. It goes out by mail alone and its token is kept as a
// digest: who holds it is taken for the person. An unknown, an ended and a revoked one get one answer.
import { randomBytes } from "node:crypto";
import { addLeadChange } from "@studydesk/db/leads/lead-change-queries";
import { type LeadChanges, moveLead } from "@studydesk/db/leads/lead-queries";
import type { LeadRecord } from "@studydesk/db/leads/lead-record";
import { type Db, inTransaction } from "@studydesk/db/open-database";
import { addStatusLink, findLeadByStatusLink } from "@studydesk/db/status-page/status-link-queries";
import { DomainError, staleVersion } from "@studydesk/domain/errors";
import { type PublicLanguage, pathIn } from "@studydesk/domain/public-language";
import type { Deps } from "../deps";
import type { Limit } from "../rate-limits";
import { digestOf } from "../shares/share-digests";

const linkDays = 365;
const dayMs = 86_400_000;
/** 256 bits as base64url, in the one spelling that they have: the last character carries four bits. */
const tokenForm = /^[\w-]{42}[AEIMQUYcgkosw048]$/;
/** Links of nobody that one network may try before it is told to wait; links that work always do. */
export const missLimit: Limit = { name: "status_link_miss", most: 60, windowSeconds: 3600 };

/** Whoever opens a private link. */
export interface LinkHolder {
  token: string;
  /** Shortened. */
  network: string;
}

/** A new link; those that were given before go on working. */
export async function createStatusUrl(
  trx: Db,
  link: { baseUrl: string; language: PublicLanguage; leadId: number; at: string },
): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  const { leadId, at } = link;
  const expiresAt = new Date(Date.parse(at) + linkDays * dayMs).toISOString();
  await addStatusLink(trx, { leadId, tokenSha256: digestOf(token), createdAt: at, expiresAt });
  return link.baseUrl + pathIn(link.language, `/status/${token}`);
}

/** Throws not_found, and rate_limited where too many links of nobody were tried. */
export async function getOwnLead(
  deps: Pick<Deps, "db" | "now" | "limits">,
  holder: LinkHolder,
): Promise<LeadRecord> {
  return countMisses(deps, holder, () => find(deps.db, holder.token, deps.now()));
}

/**
 * Changes the holder's own lead in one transaction. A member of the team who saves at the same moment
 * does not stop it: the lead is read anew and the change made on what is there then.
 */
export async function changeOwnLead<T>(
  deps: Pick<Deps, "db" | "now" | "limits" | "live">,
  holder: LinkHolder,
  change: (trx: Db, lead: LeadRecord) => Promise<T>,
): Promise<T> {
  const result = await countMisses(deps, holder, () =>
    againWhenStale(() =>
      inTransaction(deps.db, async (trx) => change(trx, await find(trx, holder.token, deps.now()))),
    ),
  );
  deps.live.announce();
  return result;
}

/** Over the version that was read; throws conflict when somebody was quicker. */
export async function saveOwnLead(
  trx: Db,
  lead: LeadRecord,
  changes: LeadChanges,
  at: string,
): Promise<void> {
  const { id, version } = lead;
  if (!(await moveLead(trx, { id, version, changes }))) throw staleVersion("request", version + 1);
  await addLeadChange(trx, lead, changes, { at, byUserId: null });
}

async function find(db: Db, token: string, now: Date): Promise<LeadRecord> {
  const lead = tokenForm.test(token)
    ? await findLeadByStatusLink(db, digestOf(token), now.toISOString())
    : undefined;
  if (lead) return lead;
  throw new DomainError("not_found", "This link does not work (any more). Ask for a new one.", {
    reason: "unknown_link",
  });
}

async function countMisses<T>(
  { limits }: Pick<Deps, "limits">,
  { network }: LinkHolder,
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof DomainError && error.reason === "unknown_link") {
      await limits.use(missLimit, network);
    }
    throw error;
  }
}

async function againWhenStale<T>(work: () => Promise<T>): Promise<T> {
  const mostTries = 3;
  for (let tries = 1; ; tries += 1) {
    try {
      return await work();
    } catch (error) {
      const isStale = error instanceof DomainError && error.reason === "stale_version";
      if (!isStale || tries === mostTries) throw error;
    }
  }
}
