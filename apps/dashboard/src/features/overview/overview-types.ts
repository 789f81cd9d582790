// What the server answers, by name.
import type { PublicLanguage } from "@studydesk/domain/public-language";
import type { RouterOutputs } from "../../lib/trpc";

export type OverviewView = RouterOutputs["overviews"]["read"];
export type OverviewDraft = NonNullable<OverviewView["draft"]>;
export type PublishedOverview = NonNullable<OverviewView["published"]>;

export interface OverviewPlace {
  studyId: number;
  language: PublicLanguage;
}
