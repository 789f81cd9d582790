// A subscription to study alerts: what somebody asked to be told of. It counts from the moment its
// address was confirmed until it ends; another one for the same wish needs a confirmation of its own.
import type { PublicLanguage } from "../public-language";

export const subscriptionStatuses = ["pending", "active", "ended"] as const;
export type SubscriptionStatus = (typeof subscriptionStatuses)[number];

/** Offered on the form. */
export const alertRadiiKm = [25, 50, 100, 250] as const;
export const usualRadiusKm = 100;

export interface AlertArea {
  /** As people call the town. */
  name: string;
  lat: number;
  lon: number;
  radiusKm: number;
}

/** What somebody would like to hear of. */
export interface AlertWish {
  /** As typed; null: any. */
  condition: string | null;
  /** Null: anywhere. */
  area: AlertArea | null;
  language: PublicLanguage;
}

const day = 86_400_000;
/** How long a confirmation link works; after that the sign-up is forgotten. */
export const confirmWithinMs = 7 * day;
/** An address gets one mail of alerts in this time, however much opened. */
export const alertEveryMs = 7 * day;
/** What ended is kept for this long, so that the links of its mails still answer. */
export const endedKeptMs = 30 * day;

/** Equal for the same town, whatever it was called. */
export function placeKeyOf(area: AlertArea | null): string {
  return area ? `${area.lat.toFixed(2)},${area.lon.toFixed(2)}` : "";
}
