// The way to an export in FHIR, for any screen that shows a study: what the file holds, and whether it says
// who people are, which the admins of a site alone may ask for.
import { Button, Radio, Stack } from "@mantine/core";
import type { ExportFhirInput, FhirForm } from "@studydesk/domain/fhir/fhir-export";
import { useState } from "react";
import { useMe } from "../lib/me";
import { DownloadDialog } from "./download-dialog";

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
  const isAdmin = useMe().sites.some(({ roles }) => roles.includes("admin"));
  const [form, setForm] = useState<FhirForm>("de_identified");
  const body: ExportFhirInput = {
    form,
    ...(studyIds ? { studyIds: [...studyIds] } : {}),
    ...(siteIds ? { siteIds: [...siteIds] } : {}),
  };
  return (
    <DownloadDialog
      title="Export in FHIR R5"
      intro="One bundle in JSON: each study as a ResearchStudy, each lead as a ResearchSubject with the state it is in. Invalid leads are left out, merged ones told once. Who exported what is kept in the audit."
      asked={{ address: "/api/fhir/export", body, fallbackName: "studydesk-fhir.json" }}
      doneWords="FHIR bundle exported"
      onClose={onClose}
    >
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
    </DownloadDialog>
  );
}
