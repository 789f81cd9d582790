// How and when a person would like to be contacted, as they said on their own status page. A wish, not
// a rule: the desk shows it beside the number.
import { z } from "zod";
import type { ContactChannel } from "./contact-attempt";

export const preferredChannels = [
  "phone",
  "email",
  "text_message",
] as const satisfies readonly ContactChannel[];
export type PreferredChannel = (typeof preferredChannels)[number];

/** Parts of the person's own day; `any` is a wish, too. */
export const contactHours = ["morning", "afternoon", "evening", "any"] as const;
export type ContactHours = (typeof contactHours)[number];

export interface ContactPreference {
  readonly channel: PreferredChannel | null;
  readonly hours: ContactHours | null;
}

/** Reads a urlencoded body; what is not one of the choices is no choice. */
export function readContactPreference(body: unknown): ContactPreference {
  return preferenceFields.parse(body ?? {});
}

const preferenceFields = z
  .object({
    channel: z.enum(preferredChannels).nullable().catch(null),
    hours: z.enum(contactHours).nullable().catch(null),
  })
  .catch({ channel: null, hours: null });

const channelWords: Readonly<Record<PreferredChannel, string>> = {
  phone: "By phone",
  email: "By e-mail",
  text_message: "By text message",
};
export const hoursWords: Readonly<Record<ContactHours, string>> = {
  morning: "in the morning",
  afternoon: "in the afternoon",
  evening: "in the evening",
  any: "at any time of day",
};

/** "By phone, in the morning"; undefined where nothing was said. For the team. */
export function preferenceWords({ channel, hours }: ContactPreference): string | undefined {
  const words = [
    ...(channel ? [channelWords[channel]] : []),
    ...(hours ? [hoursWords[hours]] : []),
  ].join(", ");
  return words === "" ? undefined : words.charAt(0).toUpperCase() + words.slice(1);
}
