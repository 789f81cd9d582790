// More time and more views for a link that somebody already has: link and passcode stay the same.
import { Button } from "@mantine/core";
import { shareViews } from "@studydesk/domain/shares/share-inputs";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { ErrorNote } from "../../components/states";
import { showToast } from "../../lib/toasts";
import { useTRPC } from "../../lib/trpc";
import { LifeFields } from "./life-fields";
import type { Share } from "./share-types";
import classes from "./shares-list.module.css";

/** Undefined: it was opened as often as any share may be. */
export function viewsToAdd(share: Share): number | undefined {
  const left = shareViews.most - share.views;
  return left > 0 ? left : undefined;
}

interface Props {
  share: Share;
  mostViews: number;
  onDone: () => void;
}

export function ExtendShare({ share, mostViews, onDone }: Props) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [life, setLife] = useState({ days: 7, views: mostViews < 5 ? 1 : 5 });
  const extend = useMutation(
    trpc.shares.extend.mutationOptions({
      onSuccess: () => {
        showToast("Extended. The same link and passcode open it.");
        onDone();
      },
      onSettled: () => queryClient.invalidateQueries(trpc.shares.pathFilter()),
    }),
  );

  function submit(event: FormEvent) {
    event.preventDefault();
    if (extend.isPending) return;
    extend.mutate({
      shareId: share.id,
      expiresInDays: life.days,
      maxViews: share.views + life.views,
    });
  }

  return (
    <form className={classes.extend} onSubmit={submit} aria-label="Extend the share">
      <LifeFields
        {...life}
        onChange={setLife}
        words={{ days: "From now, opens for", views: "Can be opened, from now" }}
        mostViews={mostViews}
        takesFocus
      />
      {extend.error ? <ErrorNote error={extend.error} /> : null}
      <div className={classes.actions}>
        <Button type="submit" size="compact-sm" loading={extend.isPending}>
          Extend it
        </Button>
        <Button variant="default" size="compact-sm" onClick={onDone}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
