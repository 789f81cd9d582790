// What makes an answer right, in the shapes that the three servers give it.
import { z } from "zod";

const lead = z.object({
  id: z.number(),
  firstName: z.string(),
  status: z.string(),
  version: z.number(),
});
const rows = z.object({ rows: z.array(lead) });
const batch = z.tuple([z.object({ result: z.object({ data: z.unknown() }) })]);

/** How a server wraps what it answers. */
export type Unwrap = (body: unknown) => unknown;
export const unwrapBatch: Unwrap = (body) => batch.parse(body)[0].result.data;
export const unwrapNothing: Unwrap = (body) => body;

export function idsOf(answer: unknown): number[] {
  return rows.parse(answer).rows.map(({ id }) => id);
}

export function checkRows(most: number): (answer: unknown) => void {
  return (answer) => {
    const { length } = rows.parse(answer).rows;
    if (length === 0 || length > most) throw new Error(`A page holds ${length} rows.`);
  };
}

export function checkLead(expected: Partial<z.infer<typeof lead>>): (answer: unknown) => void {
  return (answer) => {
    const found = lead.parse(answer);
    for (const [key, value] of Object.entries(expected)) {
      if (Object.entries(found).some(([name, held]) => name === key && held !== value)) {
        throw new Error(`The lead ${found.id} is not the one expected: ${key} differs.`);
      }
    }
  };
}

/** A view's number or more: nothing is counted as nothing. */
export function checkCounts(answer: unknown): void {
  const { all, inbox } = z.object({ all: z.number(), inbox: z.number() }).parse(answer);
  if (all < 1000 || inbox < 1) throw new Error("The counts are not right.");
}
