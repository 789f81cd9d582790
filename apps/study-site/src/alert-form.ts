// The forms about study alerts, as a page shows them: what was typed, what is wrong with it, and the towns
// to choose from where a name does not say which is meant.
import {
  type AlertProblems,
  emptyAlert,
  type TypedAlert,
} from "@studydesk/domain/subscriptions/subscription-input";

/** A town that a name may mean. */
export interface PlaceChoice {
  id: number;
  name: string;
  countryCode: string;
  region?: string;
  /** A large town close by. */
  near?: string;
}

export interface AlertForm {
  typed: TypedAlert;
  problems: AlertProblems;
  places: readonly PlaceChoice[];
  /** When all tries of this network are used. */
  retryAfterSeconds?: number;
}

export const emptyAlertForm: AlertForm = { typed: emptyAlert, problems: {}, places: [] };
