// Shares a note by link and passcode: choose what goes along, seal it here, take link and passcode along.
import { Modal } from "@mantine/core";
import { ShareForm } from "./share-form";
import classes from "./share-form.module.css";
import { ShareResult } from "./share-result";
import type { LeadFact, ShareableNote } from "./share-types";
import { useMakeShare } from "./use-make-share";

interface Props {
  leadId: number;
  /** The first is chosen; with several the author may pick. Empty or undefined keeps it closed. */
  notes: readonly ShareableNote[] | undefined;
  leadFacts: readonly LeadFact[];
  authorName: string;
  /** A share that this one takes the place of: revoked once the new one is kept. */
  replacesShareId?: number | undefined;
  onClose: () => void;
}

export function ShareNoteDialog({ notes, onClose, replacesShareId, ...rest }: Props) {
  const [first, ...others] = notes ?? [];
  return (
    <Modal
      opened={first !== undefined}
      onClose={onClose}
      title={replacesShareId === undefined ? "Share this note" : "Make a new link"}
      size="lg"
      closeButtonProps={{ "aria-label": "Close" }}
      // A slip beside the dialog must not throw away a link that nobody has yet.
      closeOnClickOutside={false}
    >
      {first ? (
        <Sharing
          {...rest}
          notes={[first, ...others]}
          replacesShareId={replacesShareId}
          onClose={onClose}
        />
      ) : null}
    </Modal>
  );
}

type SharingProps = Omit<Props, "notes"> & {
  notes: readonly [ShareableNote, ...ShareableNote[]];
};

function Sharing({ leadId, notes, leadFacts, authorName, replacesShareId, onClose }: SharingProps) {
  const { making, make } = useMakeShare(leadId, replacesShareId);
  if (!window.isSecureContext) {
    return (
      <p className={classes.problem}>
        Notes are sealed in this browser, which it does only on a secure address. Open the desk at
        its https:// address and share the note there.
      </p>
    );
  }
  if (making.stage === "made") return <ShareResult share={making.share} onDone={onClose} />;
  return (
    <ShareForm
      notes={notes}
      leadFacts={leadFacts}
      authorName={authorName}
      working={making.stage === "working" ? making.words : undefined}
      problem={making.stage === "choosing" ? making.problem : undefined}
      onShare={(choices) => void make(choices)}
      onCancel={onClose}
    />
  );
}
