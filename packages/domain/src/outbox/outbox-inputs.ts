// What may be asked of the outbox.
import { z } from "zod";
import { mailStatusSchema } from "./mail";

export const listMailInput = z.object({
  status: mailStatusSchema.optional(),
  /** Where the page before ended. */
  cursor: z.int32().positive().optional(),
  limit: z.int().min(1).max(200).default(50),
});
export type ListMailInput = z.infer<typeof listMailInput>;

export const mailIdInput = z.object({ mailId: z.int32().positive() });
export type MailIdInput = z.infer<typeof mailIdInput>;
