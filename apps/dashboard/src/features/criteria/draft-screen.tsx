// A draft of the criteria: its editor, and the step before it is published. Both stand on what is typed here.
import { Button } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { ErrorNote } from "../../components/states";
import { useMe } from "../../lib/me";
import { useTRPC } from "../../lib/trpc";
import { offerUndo } from "../../lib/undo";
import { writeDraft } from "../../lib/use-draft";
import { useBeginDraft } from "./begin-draft";
import { CriteriaEditor } from "./criteria-editor";
import classes from "./criteria-screen.module.css";
import type { CriteriaSearch } from "./criteria-search";
import type { CriteriaVersion } from "./criteria-types";
import { labelsOf } from "./draft-entries";
import { bringBack } from "./draft-state";
import { PublishPart } from "./publish-part";
import { SaveState } from "./save-state";
import { type CriteriaDraft, draftName, saverOf, useCriteriaDraft } from "./use-criteria-draft";

interface Props {
  version: CriteriaVersion;
  search: CriteriaSearch;
  inForce: number | undefined;
}

export function DraftScreen({ version, search, inForce }: Props) {
  const draft = useCriteriaDraft(version);
  const [opened, setOpened] = useState<string>();
  const who = saverOf(version);
  const isPublishing = search.part === "changes";
  return (
    <>
      <div className={classes.bar}>
        <SaveState draft={draft} />
        <PutAside version={version} draft={draft} />
      </div>
      {version.origin === "registry" ? (
        <p className={classes.about}>
          The registry’s record changed, and this draft takes it over. What is flagged wants a look;
          nobody is asked by it before it is published.
        </p>
      ) : null}
      <Crossed draft={draft} who={who} />
      {isPublishing ? (
        <PublishPart version={version} draft={draft} inForce={inForce} onOpen={setOpened} />
      ) : (
        <CriteriaEditor draft={draft} who={who} opened={opened} />
      )}
    </>
  );
}

interface CrossedProps {
  draft: CriteriaDraft;
  who: string;
}

/** Two people changed the same: where to choose. */
function Crossed({ draft: { clashes, entries }, who }: CrossedProps) {
  if (clashes.length === 0) return null;
  const labels = labelsOf(entries);
  const named = clashes.map(({ key }) => labels.get(key) ?? "").join(", ");
  return (
    <p className={classes.note} role="alert">
      {who} saved this draft while you were at it. Nothing was overwritten: what you did not touch
      is as they have it now, and what you both changed waits for you to choose: {named}.
    </p>
  );
}

function PutAside({ version, draft }: { version: CriteriaVersion; draft: CriteriaDraft }) {
  const trpc = useTRPC();
  const { userId } = useMe();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const { id, studyId } = version;
  const begin = useBeginDraft(studyId, (next) =>
    writeDraft(userId, draftName(next.id), bringBack(draft, next)),
  );
  const discard = useMutation(
    trpc.criteria.discardDraft.mutationOptions({
      async onSuccess() {
        draft.forget();
        offerUndo({
          message: "The draft is put aside.",
          run: () => begin.mutate({ studyId }),
          endsWithMessage: true,
        });
        await navigate({ to: "/studies/$studyId/criteria", params: { studyId }, search: {} });
        await queryClient.invalidateQueries(trpc.criteria.pathFilter());
      },
    }),
  );
  return (
    <>
      {discard.error ? <ErrorNote error={discard.error} /> : null}
      <Button
        size="compact-md"
        variant="subtle"
        loading={discard.isPending}
        disabled={draft.isSaving}
        onClick={() => discard.mutate({ versionId: id })}
      >
        Put the draft aside
      </Button>
    </>
  );
}
