// What a person sees of their own request through their private link. Of the team nothing but the site;
// of what they sent only as much as they need to recognise it.

import type { ContactPreference } from "../contact/contact-preference";
import type { PublicLanguage } from "../public-language";
import type { StudyContact } from "../studies/imported-study";
import type { Progress } from "./progress";

export interface StatusPage {
  readonly study: {
    readonly nctId: string;
    readonly title: string;
    readonly titleLanguage: PublicLanguage;
  };
  /** `promiseHours`: within how many hours the site means to get in touch. */
  readonly site: { readonly name: string; readonly city: string; readonly promiseHours: number };
  /** IANA zone of the site: the clock that times are told by. */
  readonly timeZone: string;
  /** Whom the registry names for questions. */
  readonly contacts: readonly StudyContact[];
  readonly progress: Progress;
  /** The next one that is agreed on. */
  readonly visit: {
    readonly startsAt: string;
    readonly minutes: number;
    readonly place: string | null;
  } | null;
  readonly preference: ContactPreference;
  /** Partly hidden. */
  readonly sent: {
    readonly name: string;
    readonly email: string;
    readonly phone: string;
    /** BCP 47. */
    readonly language: string | null;
    /** When each message came, oldest first. */
    readonly receivedAt: readonly string[];
  };
  readonly mayWithdraw: boolean;
  /** False: the study's records must be kept by law. */
  readonly mayErase: boolean;
}
