// What may be sent about shares: what a browser sealed, and how long it may be opened.
import { z } from "zod";
import { noteHomeSchema } from "../notes/note-home";
import { bytes12, bytes16, bytes32, sealedSteps } from "./byte-text";
import { shareDevices } from "./open-share-answer";
import { shareMemoSchema } from "./share-memo";
import { visitorShareDays, visitorShareViews } from "./visitor-share";

/** A tag and 1 to 32 steps of 1 KiB. */
const ciphertext = sealedSteps(32, "A share holds up to 32 kB. Share fewer notes at a time.");

export const shareDays = { least: 1, usual: 7, most: 30 } as const;
export const shareViews = { least: 1, usual: 5, most: 50 } as const;

const expiresInDays = z
  .int()
  .min(shareDays.least, "A share lasts 1 to 30 days.")
  .max(shareDays.most, "A share lasts 1 to 30 days.");
const maxViews = z
  .int()
  .min(shareViews.least, "A share can be opened 1 to 50 times.")
  .max(shareViews.most, "A share can be opened 1 to 50 times.");

export const createShareInput = z.strictObject({
  /** The one lead whose notes are among them; without any, a study. */
  home: noteHomeSchema,
  id: bytes16,
  linkProof: bytes32,
  authKey: bytes32,
  iv: bytes12,
  ciphertext,
  expiresInDays: expiresInDays.default(shareDays.usual),
  maxViews: maxViews.default(shareViews.usual),
  memo: shareMemoSchema,
  /** Whether the recipient may write back, sealed to the owner's browsers. */
  takesReplies: z.boolean().default(false),
});
export type CreateShareInput = z.infer<typeof createShareInput>;

export const listSharesInput = z.object({
  /** With neither: all of one's own. */
  leadId: z.int32().positive().optional(),
  studyId: z.int32().positive().optional(),
  /** From the page before. */
  cursor: z.int32().positive().nullish(),
});
export type ListSharesInput = z.infer<typeof listSharesInput>;

export const notesOfShareInput = z.object({ shareId: z.int32().positive() });

export const revokeShareInput = z.object({
  shareId: z.int32().positive(),
  /** `reissued`: a new link takes its place. */
  reason: z.enum(["owner", "reissued"]).default("owner"),
});
export type RevokeShareInput = z.infer<typeof revokeShareInput>;

export const extendShareInput = z.object({
  shareId: z.int32().positive(),
  /** From now. */
  expiresInDays,
  /** In all, those used up included. */
  maxViews,
});
export type ExtendShareInput = z.infer<typeof extendShareInput>;

export const sharesAtSitesInput = z.object({ cursor: z.int32().positive().nullish() });
export const revokeShareAtSiteInput = z.object({ shareId: z.int32().positive() });

export const openShareInput = z.strictObject({
  id: bytes16,
  linkProof: bytes32,
  authKey: bytes32,
  /** Made by the reader for one opening: the same again within two minutes is the same view. */
  nonce: bytes16,
  device: z.enum(shareDevices).optional(),
});

/** The device that made a share keeps its revoke key; the server keeps the key's digest. */
export const makeVisitorShareInput = z.strictObject({
  id: bytes16,
  linkProof: bytes32,
  authKey: bytes32,
  iv: bytes12,
  ciphertext,
  revokeKey: bytes32,
  expiresInDays: z.int().min(visitorShareDays.least).max(visitorShareDays.most),
  maxViews: z.int().min(visitorShareViews.least).max(visitorShareViews.most),
});
export type MakeVisitorShareInput = z.infer<typeof makeVisitorShareInput>;

export const ownVisitorShareInput = z.strictObject({ id: bytes16, revokeKey: bytes32 });
