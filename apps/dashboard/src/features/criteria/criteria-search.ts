// What the address of a study's criteria holds: which version, which part of it, and of whom its list of
// leads speaks. Odd values mean nothing.
import { type AmendmentEffect, amendmentEffects } from "@studydesk/domain/screening/amendment";

export const criteriaParts = ["criteria", "changes", "leads"] as const;
export type CriteriaPart = (typeof criteriaParts)[number];

export interface CriteriaSearch {
  /** Left out: the version in force. */
  version?: number;
  part?: CriteriaPart;
  effect?: AmendmentEffect;
}

export function readCriteriaSearch(raw: Record<string, unknown>): CriteriaSearch {
  const version =
    Number.isInteger(raw.version) && Number(raw.version) > 0 ? raw.version : undefined;
  const part = criteriaParts.find((known) => known === raw.part);
  const effect = amendmentEffects.find((known) => known === raw.effect);
  return {
    ...(typeof version === "number" ? { version } : {}),
    ...(part ? { part } : {}),
    ...(effect ? { effect } : {}),
  };
}
