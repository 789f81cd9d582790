// Ten recovery codes, shown once: to copy, print or keep as a file. The server has only what they hash to.
import { Button, Checkbox } from "@mantine/core";
import { useClipboard } from "@mantine/hooks";
import { useState } from "react";
import { PrintSheet } from "../../components/print-sheet";
import { saveFile } from "../../lib/download-file";
import { useMe } from "../../lib/me";
import classes from "./account-screen.module.css";

interface Props {
  codes: readonly string[];
  onDone: () => void;
}

export function RecoveryCodes({ codes, onDone }: Props) {
  const me = useMe();
  const clipboard = useClipboard({ timeout: 3000 });
  const [isKept, setKept] = useState(false);
  const heading = `Studydesk recovery codes of ${me.email}`;
  const note = "Each works once, in place of a code of the app.";
  const text = [heading, note, "", ...codes, ""].join("\n");
  return (
    <div className={classes.section}>
      <p>
        <strong>Keep these ten codes where your phone is not.</strong> Each signs you in once when
        the phone is gone. They are shown only now.
      </p>
      <ol className={classes.codes} aria-label="Recovery codes">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ol>
      <div className={classes.buttons}>
        <Button variant="default" onClick={() => clipboard.copy(text)}>
          {clipboard.copied ? "Copied" : "Copy"}
        </Button>
        <Button variant="default" onClick={() => window.print()}>
          Print
        </Button>
        <Button
          variant="default"
          onClick={() =>
            saveFile(new Blob([text], { type: "text/plain" }), "studydesk-recovery-codes.txt")
          }
        >
          Download
        </Button>
      </div>
      <p className={classes.hint} role="status">
        {clipboard.copied ? "The codes are copied." : ""}
        {clipboard.error ? "The browser did not allow it. Select the codes and copy them." : ""}
      </p>
      <Checkbox
        label="I have kept the codes"
        checked={isKept}
        onChange={(event) => setKept(event.currentTarget.checked)}
      />
      <div className={classes.buttons}>
        <Button disabled={!isKept} onClick={onDone}>
          Done
        </Button>
      </div>
      <PrintSheet>
        <h1>{heading}</h1>
        <p>{note}</p>
        <ol>
          {codes.map((code) => (
            <li key={code}>{code}</li>
          ))}
        </ol>
      </PrintSheet>
    </div>
  );
}
