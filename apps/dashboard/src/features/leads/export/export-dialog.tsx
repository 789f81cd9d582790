// Leads out into a file: how many, with which columns, as what.
import { Button, Modal, Radio, Stack } from "@mantine/core";
import type { ExportFormat, ExportLeadsInput } from "@studydesk/domain/exports/export-input";
import type { LeadColumnId } from "@studydesk/domain/views/view-layout";
import { useRef, useState } from "react";
import { downloadFile } from "../../../lib/download-file";
import { showToast } from "../../../lib/toasts";
import type { RouterInputs } from "../../../lib/trpc";
import { useFocusBack } from "../../../lib/use-focus-back";
import classes from "./export.module.css";

export interface ExportWanted {
  selection: RouterInputs["bulk"]["start"]["selection"];
  /** "1,204 leads". */
  words: string;
  order: Pick<RouterInputs["leads"]["list"] & object, "sort" | "descending">;
  columns: readonly LeadColumnId[];
}

export function ExportDialog({ wanted, onClose }: { wanted: ExportWanted; onClose: () => void }) {
  useFocusBack();
  const [format, setFormat] = useState<ExportFormat>("csv");
  const [bytes, setBytes] = useState<number>();
  const [refusal, setRefusal] = useState<string>();
  const loading = useRef<AbortController>(undefined);

  async function run() {
    const controller = new AbortController();
    loading.current = controller;
    setRefusal(undefined);
    setBytes(0);
    const { selection, order, columns } = wanted;
    const { sort = "arrived", descending = true } = order;
    try {
      const body: ExportLeadsInput = {
        ...{ format, sort, descending, columns: [...columns] },
        selection:
          selection.kind === "picked"
            ? selection
            : { ...selection, exceptIds: selection.exceptIds ?? [] },
      };
      await downloadFile(
        { address: "/api/leads/export", body, fallbackName: `leads.${format}` },
        setBytes,
        controller.signal,
      );
      showToast(`${wanted.words} exported`);
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
    <Modal
      opened
      onClose={close}
      title={`Export ${wanted.words}`}
      closeButtonProps={{ "aria-label": "Close" }}
    >
      <Stack gap="md">
        <p className={classes.quiet}>
          The file holds what this list shows: its filters, its order, its columns, each lead’s
          number in front. Who exported what is kept in the audit.
        </p>
        <Radio.Group
          label="As"
          value={format}
          onChange={(value) => setFormat(value === "xlsx" ? "xlsx" : "csv")}
        >
          <Stack gap={8} mt={6}>
            <Radio value="csv" label="CSV, for any program" />
            <Radio value="xlsx" label="XLSX, a spreadsheet" />
          </Stack>
        </Radio.Group>
        <p className={classes.quiet}>
          Texts that a spreadsheet would take for a formula, phone numbers with + among them, begin
          with an apostrophe. Keep the file where only your team reads it.
        </p>
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
