// One fact under edit: what was typed, what it was when the edit began, and whether somebody else wrote to
// it since. What was typed is kept until it is saved or given up, also through a reload.
import { checkLeadFact, type LeadFactName, leadFactText } from "@studydesk/domain/leads/lead-facts";
import { cleanLine } from "@studydesk/domain/leads/typed-text";
import { useEffect, useState } from "react";
import { z } from "zod/mini";
import { errorSentence } from "../../../lib/error-sentence";
import { useDraft } from "../../../lib/use-draft";
import type { LeadView } from "../lead-types";
import { useEditLead } from "./use-edit-lead";

const draftSchema = z.object({
  from: z.string(),
  to: z.string(),
  /** Of the lead, when the edit began. */
  version: z.number(),
});
export type FactDraft = z.infer<typeof draftSchema>;

export function useFactEdit(lead: LeadView, name: LeadFactName) {
  const edit = useEditLead(lead);
  const [kept, keep] = useDraft(`fact.${lead.id}.${name}`);
  const [draft, setDraft] = useState(() => readDraft(kept));
  const [problem, setProblem] = useState<string>();
  const stored = leadFactText(lead, name);

  function put(next: FactDraft | undefined) {
    setDraft(next);
    setProblem(undefined);
    keep(next && next.to !== startText(lead, name) ? JSON.stringify(next) : "");
  }

  /** False: it stays open, with what is wrong. `to` in place of what was typed. */
  function save(to = draft?.to ?? "", from = draft?.from ?? stored): boolean {
    const checked = checkLeadFact(name, to, new Date());
    if (!checked.ok) {
      setProblem(checked.sentence);
      return false;
    }
    if (checked.text === from || to === startText(lead, name)) {
      put(undefined);
      return true;
    }
    put({ from, to, version: draft?.version ?? lead.version });
    edit.mutate(
      { [name]: { from, to: checked.text } },
      {
        onSuccess: ({ conflicts }) => {
          if (!conflicts.includes(name)) put(undefined);
        },
        onError: (error) => setProblem(errorSentence(error)),
      },
    );
    return true;
  }

  // Both typed the same, or the answer to our own is here already.
  const isSame = draft !== undefined && draft.from !== stored && cleanLine(draft.to) === stored;
  useEffect(() => {
    if (isSame) put(undefined);
  }, [isSame]);

  return {
    draft: isSame ? undefined : draft,
    problem,
    isSaving: edit.isPending,
    /** Somebody else wrote to it since the edit began. */
    isCrossed: draft !== undefined && draft.from !== stored && !isSame && !edit.isPending,
    begin: () => put({ from: stored, to: startText(lead, name), version: lead.version }),
    type: (to: string) => draft && put({ ...draft, to }),
    save,
    giveUp: () => put(undefined),
  };
}
export type FactEdit = ReturnType<typeof useFactEdit>;

/** What the field begins with: a number as it is shown. */
export function startText(lead: LeadView, name: LeadFactName): string {
  return name === "phone" ? (lead.phoneShown ?? lead.phoneTyped) : leadFactText(lead, name);
}

function readDraft(text: string): FactDraft | undefined {
  if (text === "") return undefined;
  try {
    const read = draftSchema.safeParse(JSON.parse(text));
    return read.success ? read.data : undefined;
  } catch {
    return undefined;
  }
}
