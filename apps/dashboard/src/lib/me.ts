// Who is signed in. Inside the desk there always is somebody.
import { createContext, useContext } from "react";
import type { RouterOutputs } from "./trpc";

export type Me = NonNullable<RouterOutputs["people"]["me"]>;

/** Coordinators and admins call people; an investigator has a desk of another kind. */
export function callsPeople(me: Pick<Me, "abilities">): boolean {
  return me.abilities.canWorkLeads;
}

/** Investigators of a site decide about its candidates. */
export function decidesAt(me: Pick<Me, "sites">, siteId: number): boolean {
  return me.sites.some(({ id, roles }) => id === siteId && roles.includes("investigator"));
}

export function decidesOnCandidates(me: Pick<Me, "sites">): boolean {
  return me.sites.some(({ roles }) => roles.includes("investigator"));
}

export const MeContext = createContext<Me | undefined>(undefined);

export function useMe(): Me {
  const me = useContext(MeContext);
  if (!me) throw new Error("useMe is for screens of the desk, which only show when signed in");
  return me;
}
