// The shapes that the people screens share, taken from the server's answers.
import type { RouterInputs, RouterOutputs } from "../../lib/trpc";

export type Person = RouterOutputs["people"]["people"]["people"][number];
export type HeldRole = Person["roles"][number];
export type Invitation = RouterOutputs["people"]["invitations"]["invitations"][number];
export type InvitationLink = RouterOutputs["people"]["invite"];
export type InviteInput = RouterInputs["people"]["invite"];
