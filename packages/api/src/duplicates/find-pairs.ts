// Which leads may be the same person as this one. A merged lead still speaks for the one that goes on in
// its place: whoever writes again under the old address is found. What somebody called two people is not
// offered again, nor what only the same two would speak for.
import type { FoundPair, PairRecord } from "@studydesk/db/duplicates/pair-queries";
import { inOrder, listPairsAmong } from "@studydesk/db/duplicates/pair-queries";
import {
  type ComparedLead,
  listCompared,
  listLikePeople,
  listMergedInto,
} from "@studydesk/db/duplicates/person-queries";
import type { Db } from "@studydesk/db/open-database";
import { comparePeople, type Likeness } from "@studydesk/domain/duplicates/compare-people";
import type { PairInput } from "@studydesk/domain/duplicates/duplicate-pair";

export interface PairsOfLead {
  found: FoundPair[];
  /** Open until now, and nothing speaks for them any more. */
  gone: PairInput[];
}

export async function findPairs(db: Db, leadId: number): Promise<PairsOfLead> {
  const root = await followMerges(db, leadId);
  if (!root || !isLookedFor(root)) return { found: [], gone: [] };
  const group = [root, ...(await listMergedInto(db, [root.id]))];
  const known = await listPairsAmong(
    db,
    group.map(({ id }) => id),
  );
  const best = new Map<number, Likeness>();
  const compare = async (member: ComparedLead, other: ComparedLead) => {
    if (isDifferent(known, member.id, other.id)) return;
    const likeness = comparePeople(member, other);
    if (!likeness) return;
    const stands = other.mergedIntoId === null ? other : await followMerges(db, other.id);
    if (!stands || stands.id === root.id || !isLookedFor(stands)) return;
    if (isDifferent(known, root.id, stands.id)) return;
    if ((best.get(stands.id)?.strength ?? 0) < likeness.strength) best.set(stands.id, likeness);
  };
  for (const member of group) {
    for (const other of await listLikePeople(db, member)) await compare(member, other);
  }
  const gone: PairInput[] = [];
  for (const pair of known) {
    const otherId = otherOf(pair, root.id);
    if (pair.state !== "open" || otherId === undefined || best.has(otherId)) continue;
    // Found from the other side, perhaps: what only one of the two leads up to.
    const others = await listCompared(db, [otherId]);
    const theirs = [...others, ...(await listMergedInto(db, [otherId]))];
    for (const member of group) for (const other of theirs) await compare(member, other);
    if (!best.has(otherId)) gone.push(pair);
  }
  const { siteId } = root;
  const found = [...best].map(([otherId, { reasons, strength }]) => ({
    ...inOrder({ leadA: root.id, leadB: otherId }),
    ...{ siteId, reasons, strength },
  }));
  return { found, gone };
}

async function followMerges(db: Db, leadId: number): Promise<ComparedLead | undefined> {
  const [lead] = await listCompared(db, [leadId]);
  return lead?.mergedIntoId ? followMerges(db, lead.mergedIntoId) : lead;
}

/** Spam, tests and what was erased are nobody. */
function isLookedFor(lead: ComparedLead): boolean {
  return lead.erasedAt === null && lead.status !== "invalid";
}

function isDifferent(known: readonly PairRecord[], one: number, other: number): boolean {
  return known.some((pair) => pair.state === "different" && otherOf(pair, one) === other);
}

function otherOf({ leadA, leadB }: PairInput, leadId: number): number | undefined {
  if (leadA === leadId) return leadB;
  return leadB === leadId ? leadA : undefined;
}
