// The step before a draft is in force: what it does to the leads, what is still open, what changed; then
// one press.
import { Button, UnstyledButton } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { ErrorNote, LoadingRows } from "../../components/states";
import { isStale } from "../../lib/error-sentence";
import { showToast } from "../../lib/toasts";
import { useTRPC } from "../../lib/trpc";
import type { CriteriaVersion } from "./criteria-types";
import { labelsOf } from "./draft-entries";
import { EffectNumbers } from "./effect-numbers";
import classes from "./publish-part.module.css";
import type { CriteriaDraft } from "./use-criteria-draft";
import { VersionChanges } from "./version-changes";

interface Props {
  version: CriteriaVersion;
  draft: CriteriaDraft;
  inForce: number | undefined;
  /** A criterion that the editor opens. */
  onOpen: (key: string) => void;
}

export function PublishPart({ version, draft, inForce, onOpen }: Props) {
  const trpc = useTRPC();
  const { id: versionId, number, revision } = version;
  const isSaved = !draft.isChanged;
  const effect = useQuery({
    ...trpc.criteria.effect.queryOptions({ versionId }),
    enabled: isSaved,
  });
  const diff = useQuery({ ...trpc.criteria.diff.queryOptions({ versionId }), enabled: isSaved });
  const publish = usePublish(version);
  const doubtful = draft.entries.filter(({ doubt }) => doubt !== null);
  const isSame = inForce !== undefined && diff.data?.changes.length === 0;
  const isReady = isSaved && doubtful.length === 0 && !isSame && draft.entries.length > 0;
  return (
    <div className={classes.parts}>
      <section>
        <h2 className={classes.title}>What it does to the leads</h2>
        {effect.data ? <EffectNumbers effect={effect.data} /> : null}
        {!effect.data && effect.error ? <ErrorNote error={effect.error} /> : null}
        {!effect.data && !effect.error ? <LoadingRows rows={1} height={76} /> : null}
        <p className={classes.hint}>
          Of all sites. Leads that are open and not yet screened go over to the new version; answers
          that were given stay as they are, with the version that they were given to.
        </p>
      </section>
      {doubtful.length > 0 ? <Doubtful version={version} draft={draft} onOpen={onOpen} /> : null}
      <div className={classes.publish}>
        <Button
          disabled={!isReady}
          loading={publish.isPending}
          onClick={() => publish.mutate({ versionId, expectedRevision: revision })}
        >
          Publish version {number}
        </Button>
        <p className={classes.hint}>
          {isSame
            ? "Nothing to publish: nothing differs from the version in force."
            : "From then on it stays as it is. A later change is a version of its own."}
        </p>
        {publish.error && !isStale(publish.error) ? <ErrorNote error={publish.error} /> : null}
        {isStale(publish.error) ? (
          <p role="alert">
            Not published: somebody saved the draft in the same moment. Look at what changed, then
            publish.
          </p>
        ) : null}
      </div>
      <section>
        <h2 className={classes.title}>
          {inForce === undefined
            ? "The first version"
            : `What changes against version ${inForce.toString()}`}
        </h2>
        {isSaved ? (
          <VersionChanges versionId={versionId} />
        ) : (
          <p className={classes.hint}>It stands here once everything that you typed is saved.</p>
        )}
      </section>
    </div>
  );
}

function Doubtful({ version, draft, onOpen }: Omit<Props, "inForce">) {
  const navigate = useNavigate();
  const labels = labelsOf(draft.entries);
  const open = (key: string) => {
    onOpen(key);
    void navigate({
      to: "/studies/$studyId/criteria",
      params: { studyId: version.studyId },
      search: { version: version.id },
    });
  };
  return (
    <section>
      <h2 className={classes.title}>To settle first</h2>
      <ul className={classes.doubts}>
        {draft.entries.map(({ key, doubt }) =>
          doubt ? (
            <li key={key}>
              <UnstyledButton className={classes.open} onClick={() => open(key)}>
                {labels.get(key)}
              </UnstyledButton>{" "}
              {doubt.sentence}
            </li>
          ) : null,
        )}
      </ul>
    </section>
  );
}

function usePublish({ id, studyId }: CriteriaVersion) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  return useMutation(
    trpc.criteria.publish.mutationOptions({
      async onSuccess({ number, effect: { askAgain, mayFit } }) {
        showToast(
          `Version ${number.toString()} is in force. ${askAgain.toString()} to ask again, ${mayFit.toString()} may fit now.`,
        );
        await queryClient.invalidateQueries(trpc.criteria.pathFilter());
        void queryClient.invalidateQueries(trpc.studies.pathFilter());
        await navigate({
          to: "/studies/$studyId/criteria",
          params: { studyId },
          search: { version: id, part: "leads" },
        });
      },
      onError: () => queryClient.invalidateQueries(trpc.criteria.pathFilter()),
    }),
  );
}
