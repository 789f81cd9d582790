// A private note as the server sends it to its author.
import type { RouterOutputs } from "../../lib/trpc";

export type Note = RouterOutputs["notes"]["list"][number];
