// Asks somebody outside for a note: what is asked for is sealed here, and the link to it is shown once.
import { Button, Modal } from "@mantine/core";
import type { NoteHome } from "@studydesk/domain/notes/note-home";
import { When } from "../../../components/when";
import { useMe } from "../../../lib/me";
import { CopyField } from "../copy-field";
import { LinkWays } from "../link-ways";
import formClasses from "../share-form.module.css";
import classes from "../share-result.module.css";
import { RequestForm } from "./request-form";
import { type MakingRequest, useMakeRequest } from "./use-make-request";

interface Props {
  home: NoteHome;
  isOpen: boolean;
  onClose: () => void;
}

export function AskDialog({ home, isOpen, onClose }: Props) {
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title="Ask for a note"
      size="lg"
      classNames={{ content: formClasses.dialog }}
      closeButtonProps={{ "aria-label": "Close" }}
      // A slip beside the dialog must not throw away a link that nobody has yet.
      closeOnClickOutside={false}
    >
      {isOpen ? <Asking home={home} onClose={onClose} /> : null}
    </Modal>
  );
}

function Asking({ home, onClose }: { home: NoteHome; onClose: () => void }) {
  const me = useMe();
  const { making, make } = useMakeRequest(home);
  if (!window.isSecureContext) {
    return (
      <p className={formClasses.problem}>
        Notes are sealed in this browser, which it does only on a secure address. Open the desk at
        its https:// address and ask there.
      </p>
    );
  }
  if (making.stage === "made") return <MadeRequest made={making} onDone={onClose} />;
  return (
    <RequestForm
      authorName={me.name}
      isWorking={making.stage === "working"}
      problem={making.stage === "choosing" ? making.problem : undefined}
      onMake={(choices) => void make(choices)}
      onCancel={onClose}
    />
  );
}

function MadeRequest({
  made: { link, maxNotes, expiresAt },
  onDone,
}: {
  made: Extract<MakingRequest, { stage: "made" }>;
  onDone: () => void;
}) {
  return (
    <div className={classes.result}>
      <p>
        Whoever has this link reads what you ask for, and can send you a sealed note. Send it to the
        one person you mean.
      </p>
      <CopyField label="Link" value={link} takesFocus />
      <LinkWays link={link} mailto={mailtoOf(link)} />
      <p className={classes.quiet}>
        It takes {maxNotes === 1 ? "one note" : `up to ${maxNotes} notes`}, until{" "}
        <When at={expiresAt} style="planned" />. What comes opens in the browsers you use now, and
        waits under Shares, Received. The link is shown only now: it is not kept, not even by the
        server.
      </p>
      <div>
        <Button variant="default" onClick={onDone}>
          Done
        </Button>
      </div>
    </div>
  );
}

function mailtoOf(link: string): string {
  const subject = encodeURIComponent("A note from you");
  const body = encodeURIComponent(
    `I would like to ask you for a note. What I need stands here, and you can write it there, sealed for me alone:\n${link}`,
  );
  return `mailto:?subject=${subject}&body=${body}`;
}
