// Shares notes by link and passcode: choose what goes along, seal it here, take link and passcode along.
import { Modal } from "@mantine/core";
import type { NoteHome } from "@studydesk/domain/notes/note-home";
import type { ShareMemo } from "@studydesk/domain/shares/share-memo";
import { LoadingRows } from "../../components/states";
import { useMe } from "../../lib/me";
import { ShareForm } from "./share-form";
import classes from "./share-form.module.css";
import { ShareResult } from "./share-result";
import type { ShareableNote } from "./share-types";
import { useLeadFacts } from "./use-lead-facts";
import { useMakeShare } from "./use-make-share";

/** What is to be shared. */
export interface NotesToShare {
  /** The one lead whose notes are among them; without any, a study. */
  home: NoteHome;
  notes: readonly ShareableNote[];
  /** Ticked at first; the others may be. */
  chosenIds: readonly number[];
  /** Chosen for the share that this one takes the place of, which is revoked once the new one is kept. */
  replaces?: {
    shareId: number;
    memo: ShareMemo | null;
    takesReplies: boolean;
    /** So many of its notes are deleted, or on something else. */
    lost: number;
  };
}

interface Props {
  /** Undefined keeps it closed. */
  sharing: NotesToShare | undefined;
  onClose: () => void;
}

export function ShareNotesDialog({ sharing, onClose }: Props) {
  const title = sharing && sharing.chosenIds.length > 1 ? "Share these notes" : "Share this note";
  return (
    <Modal
      opened={sharing !== undefined}
      onClose={onClose}
      title={sharing?.replaces ? "Make a new link" : title}
      size="lg"
      classNames={{ content: classes.dialog }}
      closeButtonProps={{ "aria-label": "Close" }}
      // A slip beside the dialog must not throw away a link that nobody has yet.
      closeOnClickOutside={false}
    >
      {sharing ? <Sharing {...sharing} onClose={onClose} /> : null}
    </Modal>
  );
}

function Sharing({
  home,
  notes,
  chosenIds,
  replaces,
  onClose,
}: NotesToShare & { onClose: () => void }) {
  const me = useMe();
  const leadFacts = useLeadFacts(home);
  const { making, make } = useMakeShare(home, replaces?.shareId);
  if (!window.isSecureContext) {
    return (
      <p className={classes.problem}>
        Notes are sealed in this browser, which it does only on a secure address. Open the desk at
        its https:// address and share the note there.
      </p>
    );
  }
  if (making.stage === "made") return <ShareResult share={making.share} onDone={onClose} />;
  if (!leadFacts) return <LoadingRows rows={5} />;
  return (
    <ShareForm
      notes={notes}
      chosenIds={chosenIds}
      memo={replaces?.memo ?? undefined}
      lost={replaces?.lost ?? 0}
      tookReplies={replaces?.takesReplies ?? false}
      leadFacts={leadFacts}
      authorName={me.name}
      working={making.stage === "working" ? making.words : undefined}
      problem={making.stage === "choosing" ? making.problem : undefined}
      onShare={(choices) => void make(choices)}
      onCancel={onClose}
    />
  );
}
