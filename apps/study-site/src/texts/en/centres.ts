// Study centres: the nearest first, and what to do where one takes no messages.
import { isolate } from "@studydesk/domain/isolate";
import { plural } from "@studydesk/domain/plural";

const value = (text: string) => isolate("en", text);

export const centres = {
  findTitle: "Find the nearest",
  town: "Town or city",
  townHint: "For example: Springfield, Illinois",
  sort: "Sort by distance",
  useLocation: "Use my location",
  locating: "Asking your browser where you are…",
  locationRefused: "Your browser did not say where you are. Type a town instead.",
  privacy:
    "A location is rounded to about ten kilometres before it is sent. It is used for this list and not kept.",
  from: (place: string) => `Nearest to ${value(place)} first.`,
  fromHere: "Nearest to you first.",
  asTheCrowFlies: "Distances are in a straight line.",
  which: (typed: string) => `Several towns are called “${value(typed)}”. Which one do you mean?`,
  another: "Did you mean another place?",
  near: (town: string) => `near ${value(town)}`,
  unknown: (typed: string) =>
    `We know no town called “${value(typed)}”. Check the spelling, or try the next larger town. Postcodes are not known here.`,
  empty: "Type the name of a town.",
  tooMany: "Many places were looked up from your network. Please try again in a few minutes.",
  failed: "Towns cannot be looked up at the moment. All study centres are listed below.",
  reset: "Show the whole list again",
  noDistance: "Distance not known",
  inCountry: (n: number) => plural("en", n, { one: "# study centre", other: "# study centres" }),
  noCountry: "Other places",
  write: "Write to this centre",
  placeCredit: "Town names and positions from GeoNames (CC BY 4.0).",
  pausedTitle: (siteName: string) => `${value(siteName)} takes no messages for this study now`,
  pausedAskOthers: "Other study centres do. You can write to them with the form on this page.",
};

export type CentresTexts = typeof centres;
