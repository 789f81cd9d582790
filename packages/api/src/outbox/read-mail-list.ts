// A page of the outbox, newest first, and how much waits or was given up.
import { countMail, listMail } from "@studydesk/db/outbox/read-outbox-queries";
import { DomainError } from "@studydesk/domain/errors";
import type { ListMailInput } from "@studydesk/domain/outbox/outbox-inputs";
import { adminScopeOf, type SiteScope, type Viewer } from "@studydesk/domain/people/viewer";
import type { Deps } from "../deps";
import { type MailView, toMailView } from "./mail-view";

export async function readMailList(
  { db }: Pick<Deps, "db">,
  viewer: Viewer,
  input: ListMailInput,
): Promise<{ rows: MailView[]; nextCursor: number | null }> {
  const found = await listMail(db, requireMailScope(viewer), {
    status: input.status,
    after: input.cursor,
    limit: input.limit + 1,
  });
  const rows = found.slice(0, input.limit).map(toMailView);
  return { rows, nextCursor: found.length > input.limit ? (rows.at(-1)?.id ?? null) : null };
}

export async function readMailSummary(
  { db, hasMailServer }: Pick<Deps, "db" | "hasMailServer">,
  viewer: Viewer,
): Promise<{ queued: number; failed: number; mailServer: boolean }> {
  const { queued, failed } = await countMail(db, requireMailScope(viewer));
  return { queued, failed, mailServer: hasMailServer };
}

/** Mail holds personal data: it is open to those who answer for it. */
export function requireMailScope(viewer: Viewer): SiteScope {
  const scope = adminScopeOf(viewer);
  if (!scope) {
    throw new DomainError(
      "forbidden",
      "The outbox is open to the admins of a site. Ask yours to look there for you.",
    );
  }
  return scope;
}
