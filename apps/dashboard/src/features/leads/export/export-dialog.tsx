// Leads out into a file: how many, with which columns, as what.
import { Radio, Stack } from "@mantine/core";
import type { ExportFormat, ExportLeadsInput } from "@studydesk/domain/exports/export-input";
import type { LeadColumnId } from "@studydesk/domain/views/view-layout";
import { useState } from "react";
import { DownloadDialog } from "../../../components/download-dialog";
import type { RouterInputs } from "../../../lib/trpc";

export interface ExportWanted {
  selection: RouterInputs["bulk"]["start"]["selection"];
  /** "1,204 leads". */
  words: string;
  order: Pick<RouterInputs["leads"]["list"] & object, "sort" | "descending">;
  columns: readonly LeadColumnId[];
}

export function ExportDialog({ wanted, onClose }: { wanted: ExportWanted; onClose: () => void }) {
  const [format, setFormat] = useState<ExportFormat>("csv");
  const { selection, order, columns } = wanted;
  const { sort = "arrived", descending = true } = order;
  const body: ExportLeadsInput = {
    ...{ format, sort, descending, columns: [...columns] },
    selection:
      selection.kind === "picked"
        ? selection
        : { ...selection, exceptIds: selection.exceptIds ?? [] },
  };
  return (
    <DownloadDialog
      title={`Export ${wanted.words}`}
      intro="The file holds what this list shows: its filters, its order, its columns, each lead’s number in front. Who exported what is kept in the audit."
      asked={{ address: "/api/leads/export", body, fallbackName: `leads.${format}` }}
      doneWords={`${wanted.words} exported`}
      hint="Texts that a spreadsheet would take for a formula, phone numbers with + among them, begin with an apostrophe. Keep the file where only your team reads it."
      onClose={onClose}
    >
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
    </DownloadDialog>
  );
}
