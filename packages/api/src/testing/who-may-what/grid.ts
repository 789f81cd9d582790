// The table of who may call what: one row per procedure, one outcome per kind of viewer. Rows stand in
// a file per noun; the test beside the router asks them all.
import type { Row } from "@studydesk/db/schema";
import type { DomainErrorCode } from "@studydesk/domain/errors";
import type { Viewer } from "@studydesk/domain/people/viewer";
import type { AppRouter } from "../../app-router";
import type { TestDeps } from "../build-deps";

export type Caller = ReturnType<AppRouter["createCaller"]>;
export type Outcome = "ok" | DomainErrorCode;

export const viewerKinds = [
  "anonymous",
  "coordinator",
  "investigator",
  "admin",
  "coordinator elsewhere",
  "investigator elsewhere",
  "admin elsewhere",
  "owner",
] as const;
export type ViewerKind = (typeof viewerKinds)[number];

/** What a call is about: everything in it belongs to one site, and is new for every call. */
export interface Place {
  deps: TestDeps;
  /** Who asks; undefined when nobody is signed in. */
  viewer: Viewer | undefined;
  siteId: number;
  studyId: number;
  studySiteId: number;
  lead: Row<"leads">;
  /** Another coordinator of the site. */
  colleague: Viewer;
}

export interface GridRow {
  /** Prepares what it needs in `place.deps.db`, then calls the one procedure. */
  call(caller: Caller, place: Place): Promise<unknown>;
  outcomes: Readonly<Record<ViewerKind, Outcome>>;
}

interface Answers {
  anonymous?: Outcome;
  coordinator: Outcome;
  investigator: Outcome;
  admin: Outcome;
  /** One for every role at another site, or each by itself. */
  elsewhere: Outcome | { coordinator: Outcome; investigator: Outcome; admin: Outcome };
  /** Holds no role at any site. */
  owner: Outcome;
}

export function answers(expected: Answers): Readonly<Record<ViewerKind, Outcome>> {
  const { elsewhere, anonymous = "unauthenticated", ...own } = expected;
  const other =
    typeof elsewhere === "string"
      ? { coordinator: elsewhere, investigator: elsewhere, admin: elsewhere }
      : elsewhere;
  return {
    ...own,
    anonymous,
    "coordinator elsewhere": other.coordinator,
    "investigator elsewhere": other.investigator,
    "admin elsewhere": other.admin,
  };
}

/** The same for everybody who is signed in. */
export function everybodySignedIn(outcome: Outcome): Readonly<Record<ViewerKind, Outcome>> {
  return answers({
    coordinator: outcome,
    investigator: outcome,
    admin: outcome,
    elsewhere: outcome,
    owner: outcome,
  });
}

/** Whoever works at a site that takes part, and the owner. */
export const seesStudy = answers({
  coordinator: "ok",
  investigator: "ok",
  admin: "ok",
  elsewhere: "not_found",
  owner: "ok",
});

export const ownerAlone = answers({
  coordinator: "forbidden",
  investigator: "forbidden",
  admin: "forbidden",
  elsewhere: "forbidden",
  owner: "ok",
});
