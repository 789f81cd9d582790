// Saves a site. A stale version brings the newer one back, and the next save is made knowing it.
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { isStale } from "../../lib/error-sentence";
import { showToast } from "../../lib/toasts";
import { useTRPC, useTRPCClient } from "../../lib/trpc";
import type { Site, SiteFields } from "./site-fields";

export function useSaveSite(site: Site | undefined, onSaved: () => void) {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queryClient = useQueryClient();
  const [theirs, setTheirs] = useState<Site>();

  const saving = useMutation({
    mutationFn: (fields: SiteFields) => {
      const known = theirs ?? site;
      return known
        ? client.sites.update.mutate({
            siteId: known.id,
            expectedVersion: known.version,
            ...fields,
          })
        : client.sites.create.mutate(fields);
    },
    onSuccess: (saved) => {
      showToast(site ? `${saved.site.name} is saved.` : `${saved.site.name} is added.`);
      onSaved();
    },
    onError: async (error) => {
      if (!isStale(error)) return;
      const { sites } = await queryClient.fetchQuery({
        ...trpc.sites.list.queryOptions(),
        staleTime: 0,
      });
      setTheirs(sites.find(({ id }) => id === site?.id));
    },
    onSettled: () => queryClient.invalidateQueries(trpc.sites.pathFilter()),
  });

  return { save: saving.mutate, saving, theirs };
}
