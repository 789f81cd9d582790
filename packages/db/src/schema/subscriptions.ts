// Study alerts: the subscriptions, and the moments at which a study began to take people at a site.
import type { PublicLanguage } from "@studydesk/domain/public-language";
import type { OpeningKind } from "@studydesk/domain/subscriptions/opening";
import type { SubscriptionStatus } from "@studydesk/domain/subscriptions/subscription";
import type { Generated } from "kysely";
import type { Fixed } from "./columns";

interface SubscriptionsTable {
  id: Generated<number>;
  email: Fixed<string>;
  /** Lower case, as compared for "the same person". */
  emailFolded: Fixed<string>;
  language: PublicLanguage;
  /** As typed; null: any. */
  condition: string | null;
  /** Empty: any. */
  conditionFolded: string;
  /** The four of a place are all null for anywhere. */
  placeName: string | null;
  lat: number | null;
  lon: number | null;
  radiusKm: number | null;
  /** Empty: anywhere. */
  placeKey: string;
  status: SubscriptionStatus;
  /** Number of the wording that was shown: at the sign-up, then at the confirmation. */
  consentVersion: number;
  /** The confirmation link's token, hashed. */
  confirmSha256: Fixed<string>;
  createdAt: Fixed<string>;
  confirmedAt: string | null;
  endedAt: string | null;
  lastAlertAt: string | null;
  /** Openings up to this one were looked at: told, or none of this subscription's. */
  lastOpeningId: Generated<number>;
}

interface StudyOpeningsTable {
  id: Generated<number>;
  studyId: Fixed<number>;
  siteId: Fixed<number>;
  kind: Fixed<OpeningKind>;
  at: Fixed<string>;
}

export interface SubscriptionTables {
  subscriptions: SubscriptionsTable;
  studyOpenings: StudyOpeningsTable;
}
