// What may be sent by somebody outside who answers a share or a request, and by whoever asked for it.
import { z } from "zod";
import { noteHomeSchema } from "../notes/note-home";
import { noteBody } from "../notes/note-inputs";
import { bytes12, bytes16, bytes32, publicKeyText, sealedSteps } from "./byte-text";
import { shareDevices } from "./open-share-answer";
import { mostReplyKeys } from "./reply-answer";

const tooLarge = "This is more than 8 kB, and was not sent. Shorten it, or send it in two parts.";
const mostSteps = 8;

/** Version, ephemeral public key, count and iv, with one sealed content key for each browser. */
const replyFrames = Array.from(
  { length: mostReplyKeys },
  (_, more) => 1 + 65 + 1 + 12 + 56 * (more + 1),
);
const sealedReply = sealedSteps(mostSteps, tooLarge, replyFrames);

export const replyToShareInput = z.strictObject({
  id: bytes16,
  linkProof: bytes32,
  authKey: bytes32,
  /** Made for one reply: the same again is the same reply. */
  nonce: bytes16,
  sealed: sealedReply,
  device: z.enum(shareDevices).optional(),
});
export type ReplyToShareInput = z.infer<typeof replyToShareInput>;

export const lookAtRequestInput = z.strictObject({ id: bytes16, linkProof: bytes32 });

export const sendNoteInput = z.strictObject({
  id: bytes16,
  linkProof: bytes32,
  nonce: bytes16,
  sealed: sealedReply,
  /** The sum that the writer's browser did, as JSON text. */
  proof: z.string().max(4000),
});
export type SendNoteInput = z.infer<typeof sendNoteInput>;

export const registerReplyKeyInput = z.object({
  publicKey: publicKeyText,
  /** As the browser tells of itself: "Firefox on Linux". */
  browser: z.string().trim().min(1).max(60),
});
export type RegisterReplyKeyInput = z.infer<typeof registerReplyKeyInput>;

export const requestDays = { least: 1, usual: 14, most: 30 } as const;
export const requestNotes = { least: 1, usual: 3, most: 10 } as const;

export const createRequestInput = z.strictObject({
  home: noteHomeSchema,
  id: bytes16,
  linkProof: bytes32,
  /** Of one's own browsers; what comes back opens in these alone. */
  publicKeys: z.array(publicKeyText).min(1).max(mostReplyKeys),
  iv: bytes12,
  ciphertext: sealedSteps(mostSteps, tooLarge),
  /** For oneself; nobody else sees it. */
  label: z.string().trim().max(200, "A label holds up to 200 characters. Shorten it.").default(""),
  expiresInDays: z
    .int()
    .min(requestDays.least, "A request lasts 1 to 30 days.")
    .max(requestDays.most, "A request lasts 1 to 30 days.")
    .default(requestDays.usual),
  maxNotes: z
    .int()
    .min(requestNotes.least, "A request takes 1 to 10 notes.")
    .max(requestNotes.most, "A request takes 1 to 10 notes.")
    .default(requestNotes.usual),
});
export type CreateRequestInput = z.infer<typeof createRequestInput>;

const cursor = z.int32().positive().nullish();
export const listRequestsInput = z.object({
  /** With neither: all of one's own. */
  leadId: z.int32().positive().optional(),
  studyId: z.int32().positive().optional(),
  cursor,
});
export type ListRequestsInput = z.infer<typeof listRequestsInput>;
export const revokeRequestInput = z.object({ requestId: z.int32().positive() });
export type RevokeRequestInput = z.infer<typeof revokeRequestInput>;
export const requestsAtSitesInput = z.object({ cursor });
export const listReceivedInput = z.object({
  /** With neither: all that came. */
  leadId: z.int32().positive().optional(),
  studyId: z.int32().positive().optional(),
  cursor,
});
export type ListReceivedInput = z.infer<typeof listReceivedInput>;
export const deleteReceivedInput = z.object({ receivedId: z.int32().positive() });
export type DeleteReceivedInput = z.infer<typeof deleteReceivedInput>;
/** `body`: what the browser opened, for the note that it becomes. */
export const keepReceivedInput = z.object({ receivedId: z.int32().positive(), body: noteBody });
export type KeepReceivedInput = z.infer<typeof keepReceivedInput>;
