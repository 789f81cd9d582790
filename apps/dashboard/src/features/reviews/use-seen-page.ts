// A page that somebody reads does not change under their eyes: what became different since they opened it is
// named, and a decision waits until they looked at it.
import { comparePages, type PageChanges } from "@studydesk/domain/reviews/compare-pages";
import { useState } from "react";
import type { Candidate } from "./review-types";

interface SeenPage {
  /** Undefined: what is shown is what was opened. */
  changes: PageChanges | undefined;
  /** They looked at what changed. */
  accept: () => void;
}

/** Mount it anew for each candidate. */
export function useSeenPage({ page, contentSha256 }: Candidate): SeenPage {
  const [seen, setSeen] = useState({ page, contentSha256 });
  return {
    changes: seen.contentSha256 === contentSha256 ? undefined : comparePages(seen.page, page),
    accept: () => setSeen({ page, contentSha256 }),
  };
}
