// All that goes on around one draft: what is typed, what the checks mark in it, who is asked for what,
// and the order in which it happens. What is typed is saved before anything is done with it.
import { createClaimCheck } from "@studydesk/domain/studies/check-claims";
import { useMemo } from "react";
import { languageLabel } from "../../lib/language-words";
import { showToast } from "../../lib/toasts";
import type { OverviewDraft, OverviewPlace, OverviewView } from "./overview-types";
import { useCheckedClaims } from "./use-checked-claims";
import { useDraftWithAi } from "./use-draft-with-ai";
import { useOverviewChanges } from "./use-overview-changes";
import { useTypedOverview } from "./use-typed-overview";

export function useOverviewDesk(place: OverviewPlace, view: OverviewView) {
  const { draft, registry, study } = view;
  const { studyId, language } = place;
  const typed = useTypedOverview(place, draft);
  const checked = useCheckedClaims(place);
  const changes = useOverviewChanges(place);
  const ai = useDraftWithAi(place);
  const check = useMemo(() => createClaimCheck(registry.text), [registry.text]);
  const findings = useMemo(() => check(typed.text, language), [check, typed.text, language]);
  const { save, publish, startOver, takeBack, reuse } = changes;
  const isLocked =
    ai.isPending || [save, publish, startOver, takeBack, reuse].some((each) => each.isPending);

  async function saved(): Promise<OverviewDraft | null> {
    if (!typed.isChanged) return draft;
    const { text, expectedVersion } = typed;
    const answer = await save.mutateAsync({ studyId, language, text, expectedVersion });
    typed.discard();
    return answer;
  }

  async function publishNow() {
    const ready = await saved();
    if (!ready) return;
    await publish.mutateAsync({
      overviewId: ready.id,
      expectedVersion: ready.version,
      sourceSha256: registry.sha256,
      checkedFindings: findings.map(({ key }) => key).filter(checked.has),
    });
    checked.clear();
    showToast(`Published. Readers in ${languageLabel(language)} see it now.`, {
      action: {
        label: "Open the page",
        run: () => window.open(pageAddress(study.nctId, language), "_blank", "noreferrer"),
      },
    });
  }

  // A refusal stands on the screen where it happened.
  const told = (work: Promise<unknown>) => void work.catch(() => undefined);
  const thisDraft = (act: (input: { overviewId: number; expectedVersion: number }) => void) => {
    if (draft) act({ overviewId: draft.id, expectedVersion: draft.version });
  };
  return {
    ...{ typed, checked, changes, ai, findings, isLocked },
    openClaims: findings.filter(({ key }) => !checked.has(key)).length,
    save: () => told(saved()),
    publish: () => told(publishNow()),
    draftWithAi: () => told(saved().then((ready) => ai.start(ready?.version ?? null))),
    startOver: () => thisDraft((input) => startOver.mutate(input)),
    takeBack: () => thisDraft((input) => takeBack.mutate(input)),
  };
}

export type OverviewDesk = ReturnType<typeof useOverviewDesk>;

function pageAddress(nctId: string, language: OverviewPlace["language"]): string {
  return language === "en" ? `/studies/${nctId}` : `/${language}/studies/${nctId}`;
}
