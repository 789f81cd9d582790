// Outcomes that were pressed and that the server has not answered yet. They outlive a reload and an ended
// session; each carries the key of its press, so that sending it again logs nothing twice.
import { contactChannels, contactOutcomes } from "@studydesk/domain/contact/contact-attempt";
import { contactReasons } from "@studydesk/domain/contact/contact-reason";
import { z } from "zod/mini";
import { readDraft, writeDraft } from "../../lib/use-draft";
import type { LogContact } from "./lead-types";

const name = "today.unsent";

const unsentSchema = z.array(
  z.object({
    leadId: z.number(),
    channel: z.enum(contactChannels),
    outcome: z.enum(contactOutcomes),
    note: z.optional(z.string()),
    nextTryAt: z.optional(z.nullable(z.string())),
    despite: z.optional(z.enum(contactReasons)),
    requestKey: z.string(),
    expectedVersion: z.number(),
  }),
);
type Unsent = z.infer<typeof unsentSchema>[number];

export function listUnsent(userId: string): LogContact[] {
  return read(userId).map(({ note, nextTryAt, despite, ...rest }) => ({
    ...rest,
    ...(note === undefined ? {} : { note }),
    ...(nextTryAt === undefined ? {} : { nextTryAt }),
    ...(despite === undefined ? {} : { despite }),
  }));
}

export function keepUnsent(userId: string, sent: LogContact & { requestKey: string }): void {
  const others = read(userId).filter(({ requestKey }) => requestKey !== sent.requestKey);
  write(userId, [...others, sent]);
}

export function forgetUnsent(userId: string, requestKey: string | undefined): void {
  write(
    userId,
    read(userId).filter((each) => each.requestKey !== requestKey),
  );
}

function read(userId: string): Unsent[] {
  try {
    return unsentSchema.parse(JSON.parse(readDraft(userId, name)));
  } catch {
    return [];
  }
}

function write(userId: string, unsent: readonly Unsent[]): void {
  writeDraft(userId, name, unsent.length > 0 ? JSON.stringify(unsent) : "");
}
