// What the server tells of a lead's questions, by the names that these screens use.
import type { RouterInputs, RouterOutputs } from "../../lib/trpc";

export type LeadView = RouterOutputs["leads"]["get"];
export type Screening = RouterOutputs["screening"]["read"];
export type ScreeningLine = Screening["lines"][number];
export type GivenAnswer = NonNullable<ScreeningLine["answer"]>;
export type AnswerCriterion = RouterInputs["screening"]["answer"];
export type Answered = RouterOutputs["screening"]["answer"];
