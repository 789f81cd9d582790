// What stood in front before a break: the lead's number, and how far one had got with it. Kept for this tab
// alone; who the person is, and what is known of them, is asked anew.
import { contactOutcomes } from "@studydesk/domain/contact/contact-attempt";
import { z } from "zod/mini";
import { useDraft } from "../../lib/use-draft";

const frontSchema = z.object({
  leadId: z.number(),
  /** Spoken with: the call was logged on this version, what follows is still to be said. */
  spoken: z.optional(z.object({ version: z.number(), outcome: z.enum(contactOutcomes) })),
  /** The key of this outcome was pressed, and something is still asked about it. */
  started: z.optional(z.enum(contactOutcomes)),
  /** The study's questions are being asked. */
  asking: z.optional(z.boolean()),
});
export type Front = z.infer<typeof frontSchema>;

export function useFront(): [Front | undefined, (front: Front | undefined) => void] {
  const [text, setText] = useDraft("today.front");
  return [readFront(text), (front) => setText(front ? JSON.stringify(front) : "")];
}

function readFront(text: string): Front | undefined {
  try {
    return frontSchema.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}
