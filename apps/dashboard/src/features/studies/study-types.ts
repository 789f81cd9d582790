// The shapes that the study screens share, all taken from the server's answers.
import type { RouterOutputs } from "../../lib/trpc";

export type StudyRow = RouterOutputs["studies"]["list"]["studies"][number];
export type StudyView = RouterOutputs["studies"]["get"];
export type StudySite = StudyView["studySites"][number];
export type StoredLocation = StudyView["locations"][number];
export type StudyPreview = RouterOutputs["studies"]["previewImport"]["studies"][number];
export type ImportedStudy = StudyPreview["study"];
export type Site = RouterOutputs["sites"]["list"]["sites"][number];
export type RegistryView = RouterOutputs["studies"]["registry"]["get"];
export type RevisionRow = RouterOutputs["studies"]["registry"]["revisions"]["rows"][number];
