// Asks for a file: what it holds and as what, then how much of it has come. Closing it stops the file.
import { Button, Modal, Stack } from "@mantine/core";
import { type ReactNode, useRef, useState } from "react";
import { downloadFile } from "../lib/download-file";
import { showToast } from "../lib/toasts";
import { useFocusBack } from "../lib/use-focus-back";
import classes from "./download-dialog.module.css";

interface Props {
  title: string;
  /** What the file holds. */
  intro: string;
  asked: Parameters<typeof downloadFile>[0];
  /** Said once the file is here. */
  doneWords: string;
  /** What there is to choose. */
  children: ReactNode;
  /** What to mind about the file. */
  hint?: string;
  onClose: () => void;
}

export function DownloadDialog(props: Props) {
  const { title, intro, asked, doneWords, children, hint, onClose } = props;
  useFocusBack();
  const [bytes, setBytes] = useState<number>();
  const [refusal, setRefusal] = useState<string>();
  const loading = useRef<AbortController>(undefined);

  async function run() {
    const controller = new AbortController();
    loading.current = controller;
    setRefusal(undefined);
    setBytes(0);
    try {
      await downloadFile(asked, setBytes, controller.signal);
      showToast(doneWords);
      onClose();
    } catch (error) {
      if (!controller.signal.aborted && error instanceof Error) setRefusal(error.message);
    } finally {
      setBytes(undefined);
    }
  }

  function close() {
    loading.current?.abort();
    onClose();
  }

  return (
    <Modal opened onClose={close} title={title} closeButtonProps={{ "aria-label": "Close" }}>
      <Stack gap="md">
        <p className={classes.quiet}>{intro}</p>
        {children}
        {hint ? <p className={classes.quiet}>{hint}</p> : null}
        {refusal ? (
          <p className={classes.refusal} role="alert">
            {refusal}
          </p>
        ) : null}
        <div className={classes.actions}>
          <span className={classes.quiet} role="status">
            {bytes ? `${Math.ceil(bytes / 1000).toLocaleString("en")} kB so far` : ""}
          </span>
          <Button variant="default" onClick={close}>
            Cancel
          </Button>
          <Button disabled={bytes !== undefined} onClick={() => void run()}>
            {bytes === undefined ? "Export" : "Exporting"}
          </Button>
        </div>
      </Stack>
    </Modal>
  );
}
