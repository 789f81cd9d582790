// What the server tells of imports, by the names that the screens use.
import type { RouterInputs, RouterOutputs } from "../../lib/trpc";

export type ImportView = RouterOutputs["imports"]["get"];
export type ImportTarget = RouterOutputs["imports"]["targets"][number];
export type ImportPreview = RouterOutputs["imports"]["preview"];
export type ImportPlan = RouterInputs["imports"]["check"]["plan"];
