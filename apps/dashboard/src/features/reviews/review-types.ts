// What the server tells of reviews.
import type { RouterOutputs } from "../../lib/trpc";

export type Queue = RouterOutputs["reviews"]["queue"];
export type WaitingCandidate = Queue["candidates"][number];
export type Candidate = RouterOutputs["reviews"]["candidate"];
export type LeadReviews = RouterOutputs["reviews"]["ofLead"];
export type Review = LeadReviews["reviews"][number];
