// Where a note came from: written by its author, or made of what somebody from outside sent back.
export const noteOrigins = ["written", "reply", "request"] as const;
export type NoteOrigin = (typeof noteOrigins)[number];
