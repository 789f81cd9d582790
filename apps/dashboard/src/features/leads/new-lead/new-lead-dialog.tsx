// Takes in somebody who called, came by or was sent: what is typed is kept until the server has it. Who is
// here already is found before there are two of them.
import { Button, Modal } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { type FormEvent, useRef, useState } from "react";
import { EmptyState, ErrorState } from "../../../components/states";
import { errorSentence } from "../../../lib/error-sentence";
import { useDraft } from "../../../lib/use-draft";
import { useFocusBack } from "../../../lib/use-focus-back";
import { ConsentPart, useConsentText } from "./consent-part";
import classes from "./new-lead.module.css";
import { checkNewLead, isUntouched, type NewLeadDraft, readNewLead } from "./new-lead-draft";
import { PersonFields } from "./person-fields";
import { PlaceFields } from "./place-fields";
import { leadHereAlready, useAddLead, useOpenLead } from "./use-add-lead";
import { placeIn, usePlaces } from "./use-places";

export function NewLeadDialog({ onClose }: { onClose: () => void }) {
  useFocusBack();
  const isPhone = useMediaQuery("(max-width: 640px)", false, { getInitialValueInEffect: false });
  return (
    <Modal
      opened
      onClose={onClose}
      title="New lead"
      size="lg"
      fullScreen={isPhone}
      closeButtonProps={{ "aria-label": "Close" }}
    >
      <NewLeadForm onClose={onClose} />
    </Modal>
  );
}

function NewLeadForm({ onClose }: { onClose: () => void }) {
  const [kept, keep] = useDraft("newLead");
  const draft = readNewLead(kept);
  const { places, error } = usePlaces();
  const place = placeIn(places ?? [], draft);
  const text = useConsentText(place.studyId, draft.language);
  const [isSent, setSent] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const add = useAddLead(() => {
    keep("");
    onClose();
  });
  const openLead = useOpenLead();
  const checked = checkNewLead(draft, place, text.data?.id);
  const problems = isSent && "problems" in checked ? checked.problems : {};
  const hereAlready = leadHereAlready(add.error);

  const set = (change: Partial<NewLeadDraft>) => {
    // On its way as it stands: a change now would be neither sent nor kept.
    if (add.isPending) return;
    add.reset();
    keep(JSON.stringify({ ...draft, ...change }));
  };
  function send(event?: FormEvent) {
    event?.preventDefault();
    if (add.isPending) return;
    setSent(true);
    if ("input" in checked) add.mutate(checked.input);
    // The problems are drawn by then.
    else requestAnimationFrame(() => focusFirstProblem(form.current));
  }

  if (error && !places) return <ErrorState error={error} onRetry={onClose} />;
  if (places?.length === 0) {
    return (
      <EmptyState title="No study recruits at your sites">
        A lead belongs to a study that takes people at one of your sites. Open a study and let it
        recruit, then take the person in here.
      </EmptyState>
    );
  }
  return (
    <form
      ref={form}
      className={classes.form}
      noValidate
      onSubmit={send}
      onKeyDown={(event) => {
        if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) send(event);
      }}
    >
      <PlaceFields place={place} isLoading={!places} problems={problems} onPlace={set} />
      <PersonFields draft={draft} problems={problems} onDraft={set} />
      <ConsentPart
        text={text}
        spoken={draft.language}
        agreedTo={draft.agreedTo}
        problem={problems.consentGiven}
        onAgree={(agreedTo) => set({ agreedTo })}
      />
      <div role="alert">
        {add.error ? (
          <p className={classes.refusal}>
            {hereAlready === undefined ? (
              errorSentence(add.error)
            ) : (
              <>
                This person is here already, for this study at this site.{" "}
                <Button
                  size="compact-sm"
                  onClick={() => {
                    onClose();
                    openLead(hereAlready);
                  }}
                >
                  Open lead #{hereAlready}
                </Button>
              </>
            )}
          </p>
        ) : null}
      </div>
      <p className={classes.quiet} role="status">
        {add.isPaused
          ? "There is no connection. This is sent as soon as there is one; keep the page open."
          : "Taken in by mistake? Set the lead’s status to Invalid, with the reason “A test” or “Spam”."}
      </p>
      <div className={classes.buttons}>
        {isUntouched(draft) || add.isPending ? null : (
          <Button
            variant="subtle"
            onClick={() => {
              add.reset();
              setSent(false);
              keep("");
            }}
          >
            Empty the fields
          </Button>
        )}
        <Button variant="default" onClick={onClose}>
          {isUntouched(draft) ? "Close" : "Close, keep this"}
        </Button>
        <Button type="submit" loading={add.isPending && !add.isPaused} disabled={add.isPaused}>
          Save and open
        </Button>
      </div>
    </form>
  );
}

function focusFirstProblem(form: HTMLFormElement | null): void {
  const field = form?.querySelector('[aria-invalid="true"]');
  if (field instanceof HTMLElement) field.focus();
}
