// What the study screens and commands may send: the shapes only; the rules are checked where they act.
import { z } from "zod";

/** The text of a registry file; its size and contents are judged by readRegistryFile, with a sentence. */
export const previewStudyImportInput = z.object({ fileText: z.string() });

export const importStudyInput = previewStudyImportInput.extend({
  /** By NCT id, the version that the file was compared with; null: the study was not here. */
  expectedVersions: z.record(z.string(), z.int32().positive().nullable()).optional(),
});
export type ImportStudyInput = z.infer<typeof importStudyInput>;

/** The record that was shown, by its hash: no other one is taken over. */
export const takeOverInput = z.object({
  studyId: z.int32().positive(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});
export type TakeOverInput = z.infer<typeof takeOverInput>;

export const listRevisionsInput = z.object({
  studyId: z.int32().positive(),
  /** A page's last id: what came before it. */
  cursor: z.int32().positive().nullish(),
});
export type ListRevisionsInput = z.infer<typeof listRevisionsInput>;

/** Makes a study site; locationId is null when the site is not among the record's locations. */
export const linkStudySiteInput = z.object({
  studyId: z.int32().positive(),
  locationId: z.int32().positive().nullable(),
  siteId: z.int32().positive(),
});
export type LinkStudySiteInput = z.infer<typeof linkStudySiteInput>;

export const recruitingStatuses = ["recruiting", "paused", "closed"] as const;
export type RecruitingStatus = (typeof recruitingStatuses)[number];

export const setRecruitingStatusInput = z.object({
  studySiteId: z.int32().positive(),
  status: z.enum(recruitingStatuses),
  expectedVersion: z.int32().positive(),
});
export type SetRecruitingStatusInput = z.infer<typeof setRecruitingStatusInput>;
