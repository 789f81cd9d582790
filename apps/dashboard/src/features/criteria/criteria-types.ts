// The criteria of a study as the server sends them.
import type { RouterOutputs } from "../../lib/trpc";

export type CriteriaVersions = RouterOutputs["criteria"]["versions"];
export type VersionRow = CriteriaVersions["versions"][number];
export type CriteriaVersion = RouterOutputs["criteria"]["read"];
export type CriteriaDiff = RouterOutputs["criteria"]["diff"];
export type CriteriaChange = CriteriaDiff["changes"][number];
export type Amendment = RouterOutputs["criteria"]["amendment"];
export type AmendmentRow = Amendment["rows"][number];

/** As much of a draft as the editor needs to go on from. */
export type SavedDraft = Pick<CriteriaVersion, "revision" | "criteria">;
