// A note as the sharing dialog takes it: where the words that it is about stand is said in words.
import type { ShareableNote } from "./share-types";

interface Note {
  id: number;
  body: string;
  createdAt: string;
  anchor?: { sourceType: "lead" | "study"; fieldPath: string; exact: string } | null;
}

const sources: Readonly<Record<string, string>> = {
  message: "a message to us",
  activity: "our timeline",
  evidence: "a screening answer",
  title: "the study's title",
  summary: "the study's summary",
  description: "the study's description",
  eligibility: "who can take part in the study",
  criterion: "who can take part in the study",
  overview: "the study in plain words",
};

export function toShareableNote({ id, body, createdAt, anchor }: Note): ShareableNote {
  if (!anchor) return { id, body, createdAt };
  const [field = ""] = anchor.fieldPath.split(".");
  const isOfLead = anchor.sourceType === "lead";
  const source = sources[field] ?? (isOfLead ? "our records" : "the study");
  return { id, body, createdAt, quote: { text: anchor.exact, source, isOfLead } };
}
