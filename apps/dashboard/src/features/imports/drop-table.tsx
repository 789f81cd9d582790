// Where a table of people is dropped, and how far its sending has come.
import { Button, Progress } from "@mantine/core";
import { Dropzone } from "@mantine/dropzone";
import "@mantine/dropzone/styles.css";
import { mostImportBytes } from "@studydesk/domain/imports/import-state";
import { useNavigate } from "@tanstack/react-router";
import { useEffect, useRef, useState } from "react";
import { sizeWords } from "./import-words";
import classes from "./imports.module.css";
import { uploadFile } from "./upload-file";

export function DropTable() {
  const navigate = useNavigate();
  const open = useRef<() => void>(null);
  const sending = useRef<AbortController>(undefined);
  const [sent, setSent] = useState<{ file: File; bytes: number }>();
  const [refusal, setRefusal] = useState<string>();

  useEffect(() => () => sending.current?.abort(), []);

  async function take(files: readonly File[]) {
    const [file, ...more] = files;
    if (!file) return;
    const problem = judge(file, more.length);
    setRefusal(problem);
    if (problem) return;
    const controller = new AbortController();
    sending.current = controller;
    setSent({ file, bytes: 0 });
    try {
      const importId = await uploadFile(
        file,
        (bytes) => setSent({ file, bytes }),
        controller.signal,
      );
      await navigate({ to: "/imports/$importId", params: { importId } });
    } catch (error) {
      setRefusal(error instanceof Error ? error.message : undefined);
    } finally {
      setSent(undefined);
    }
  }

  return (
    <section className={classes.part} aria-label="A new import">
      <Dropzone
        className={classes.zone ?? ""}
        openRef={open}
        activateOnClick={false}
        activateOnKeyboard={false}
        enablePointerEvents
        tabIndex={-1}
        onDrop={(files) => void take(files)}
        inputProps={{ "aria-label": "Table of people" }}
      >
        <div className={classes.inner}>
          {sent ? (
            <div className={classes.grow} role="status">
              <p>
                Sending {sent.file.name}: {sizeWords(sent.bytes)} of {sizeWords(sent.file.size)}
              </p>
              <Progress
                aria-label="Sent"
                value={(sent.bytes / Math.max(sent.file.size, 1)) * 100}
                transitionDuration={0}
              />
            </div>
          ) : (
            <div>
              <p className={classes.dropTitle}>Drop a table of people here</p>
              <p className={classes.quiet}>
                A CSV or text file with a row for each person, up to 100 MB and 200,000 rows. From a
                spreadsheet: Save as, then CSV. Nothing comes in before you have seen what would.
              </p>
            </div>
          )}
          {sent ? (
            <Button variant="default" onClick={() => sending.current?.abort()}>
              Stop sending
            </Button>
          ) : (
            <Button onClick={() => open.current?.()}>Choose a file</Button>
          )}
        </div>
      </Dropzone>
      {refusal ? (
        <p className={classes.refusal} role="alert">
          {refusal}
        </p>
      ) : null}
    </section>
  );
}

function judge(file: File, others: number): string | undefined {
  if (others > 0) return "Give one file at a time.";
  if (file.size === 0) return `“${file.name}” is empty. Save the table again.`;
  if (file.size > mostImportBytes) {
    return `“${file.name}” has ${sizeWords(file.size)}; at most 100 MB can be taken. Cut it in two.`;
  }
  return /\.(xlsx?|ods|numbers)$/i.test(file.name)
    ? `“${file.name}” is a spreadsheet’s own file. Open it there, choose Save as, then CSV, and bring that.`
    : undefined;
}
