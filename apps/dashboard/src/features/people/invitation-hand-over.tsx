// The link of a new invitation, shown once: the server keeps only its fingerprint.
import { Button, TextInput } from "@mantine/core";
import { useClipboard } from "@mantine/hooks";
import { useEffect, useRef } from "react";
import dialog from "../../components/dialog-form.module.css";
import { When } from "../../components/when";
import classes from "./invitation-hand-over.module.css";
import type { InvitationLink } from "./people-types";

interface Props {
  email: string;
  invitation: InvitationLink;
  onDone: () => void;
}

export function InvitationHandOver({ email, invitation, onDone }: Props) {
  const field = useRef<HTMLInputElement>(null);
  const clipboard = useClipboard({ timeout: 4000 });
  useEffect(() => field.current?.select(), []);
  return (
    <div className={dialog.form}>
      <p>
        A mail with the link waits in the outbox for <strong>{email}</strong>. You can hand the link
        over yourself as well; it is shown only now.
      </p>
      <div className={classes.link}>
        <TextInput
          ref={field}
          label="Link"
          readOnly
          value={invitation.link}
          onFocus={(event) => event.currentTarget.select()}
        />
        <Button
          onClick={() => {
            clipboard.copy(invitation.link);
            field.current?.select();
          }}
        >
          {clipboard.copied ? "Copied" : "Copy"}
        </Button>
      </div>
      <p className={classes.quiet} role="status">
        {clipboard.error
          ? "The browser did not let the link be copied. It is selected: press Ctrl+C or ⌘C."
          : null}
        {clipboard.copied ? "The link is copied. " : null}
      </p>
      <p className={classes.quiet}>
        It works once and ends <When at={invitation.expiresAt} style="planned" />. Whoever has it
        can take the role, so give it to nobody else.
      </p>
      <div className={dialog.buttons}>
        <Button variant="default" onClick={onDone}>
          Done
        </Button>
      </div>
    </div>
  );
}
