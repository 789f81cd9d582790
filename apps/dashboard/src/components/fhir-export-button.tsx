// The way to an export in FHIR, for any screen that shows a study: what the file holds, and whether it says
// who people are, which the admins of a site alone may ask for.
import { Button, Modal, Radio, Stack } from "@mantine/core";
import type { ExportFhirInput, FhirForm } from "@studydesk/domain/fhir/fhir-export";
import { useRef, useState } from "react";
import { downloadFile } from "../lib/download-file";
import { useMe } from "../lib/me";
import { showToast } from "../lib/toasts";
import { useFocusBack } from "../lib/use-focus-back";
import classes from "./fhir-export-button.module.css";

interface Props {
  studyIds?: readonly number[];
  siteIds?: readonly number[];
}

export function FhirExportButton(props: Props) {
  const me = useMe();
  const [isOpen, setIsOpen] = useState(false);
  if (me.sites.length === 0) return null;
  return (
    <>
      <Button variant="default" onClick={() => setIsOpen(true)}>
        Export FHIR…
      </Button>
      {isOpen ? <FhirExportDialog {...props} onClose={() => setIsOpen(false)} /> : null}
    </>
  );
}

function FhirExportDialog({ studyIds, siteIds, onClose }: Props & { onClose: () => void }) {
  useFocusBack();
  const isAdmin = useMe().sites.some(({ roles }) => roles.includes("admin"));
  const [form, setForm] = useState<FhirForm>("de_identified");
  const [bytes, setBytes] = useState<number>();
  const [refusal, setRefusal] = useState<string>();
  const loading = useRef<AbortController>(undefined);

  async function run() {
    const controller = new AbortController();
    loading.current = controller;
    setRefusal(undefined);
    setBytes(0);
    const body: ExportFhirInput = {
      form,
      ...(studyIds ? { studyIds: [...studyIds] } : {}),
      ...(siteIds ? { siteIds: [...siteIds] } : {}),
    };
    try {
      await downloadFile(
        { address: "/api/fhir/export", body, fallbackName: "studydesk-fhir.json" },
        setBytes,
        controller.signal,
      );
      showToast("FHIR bundle exported");
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
      title="Export in FHIR R5"
      closeButtonProps={{ "aria-label": "Close" }}
    >
      <Stack gap="md">
        <p className={classes.quiet}>
          One bundle in JSON: each study as a ResearchStudy, each lead as a ResearchSubject with the
          state it is in. Invalid leads are left out, merged ones told once. Who exported what is
          kept in the audit.
        </p>
        <Radio.Group
          label="People"
          value={form}
          onChange={(value) => setForm(value === "identified" ? "identified" : "de_identified")}
        >
          <Stack gap={8} mt={6}>
            <Radio
              value="de_identified"
              label="De-identified"
              description="A pseudonym for each person, and years instead of days"
            />
            <Radio
              value="identified"
              label="With names"
              description={
                isAdmin
                  ? "Names, ways to reach them, screening numbers and days, of the sites that you are an admin of"
                  : "Only an admin of the site may take this out"
              }
              disabled={!isAdmin}
            />
          </Stack>
        </Radio.Group>
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
