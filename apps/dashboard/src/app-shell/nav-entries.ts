// What the navigation lists, in order. A screen adds itself here and in router.ts.
import type { LinkProps } from "@tanstack/react-router";
import type { Me } from "../lib/me";
import type { RouterOutputs } from "../lib/trpc";
import type { router } from "../router";

type LeadCounts = RouterOutputs["leads"]["counts"];

export interface NavEntry {
  label: string;
  link: Pick<LinkProps<"a", typeof router>, "to" | "search">;
  /** Second key after g, where the desk's key map has one. */
  key?: string;
  count?: (counts: LeadCounts) => number;
  isFor: (me: Me) => boolean;
}

export const navEntries: readonly NavEntry[] = [
  { label: "Today", link: { to: "/" }, key: "t", isFor: (me) => me.abilities.canWorkLeads },
];
