// How a request for a note stands, in words and with a colour beside them.
import type { Tone } from "../../../components/status-badge";
import type { RouterOutputs } from "../../../lib/trpc";

export type NoteRequest = RouterOutputs["shares"]["requests"]["rows"][number];
type RequestState = NoteRequest["state"];

export const requestStateWords: Readonly<Record<RequestState, { label: string; tone: Tone }>> = {
  active: { label: "Takes notes", tone: "good" },
  expired: { label: "Expired", tone: "idle" },
  enough: { label: "As many came as it takes", tone: "idle" },
  revoked: { label: "Revoked", tone: "bad" },
};

export function cameWords({
  received,
  maxNotes,
}: Pick<NoteRequest, "received" | "maxNotes">): string {
  return received === 0 ? `None of ${maxNotes} came yet` : `${received} of ${maxNotes} came`;
}
