// Who can be given leads, at all the sites of the person.
import { useQueries } from "@tanstack/react-query";
import { useMe } from "../../../lib/me";
import { useTRPC } from "../../../lib/trpc";

export interface Colleague {
  userId: string;
  name: string;
}

/** By name, without the person themselves. */
export function useColleagues(): Colleague[] {
  const me = useMe();
  const trpc = useTRPC();
  const answers = useQueries({
    queries: me.sites.map(({ id }) =>
      trpc.leads.assignees.queryOptions({ siteId: id }, { staleTime: 300_000 }),
    ),
  });
  const byId = new Map(
    answers.flatMap(({ data = [] }) => data.map(({ userId, name }) => [userId, name])),
  );
  byId.delete(me.userId);
  return [...byId]
    .map(([userId, name]) => ({ userId, name }))
    .toSorted((a, b) => a.name.localeCompare(b.name));
}
