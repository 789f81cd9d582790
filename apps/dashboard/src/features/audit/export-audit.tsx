// Takes the trail out as a file: the owner all of it, able to prove itself; admins the rows that are listed.
import { Button } from "@mantine/core";
import { useState } from "react";
import { DownloadDialog } from "../../components/download-dialog";
import { useMe } from "../../lib/me";
import type { AuditSearch } from "./audit-search";

const wholeWords =
  "Every row with its digest, the signatures and the public keys, as JSON Lines. Anybody can check the file without this desk: pnpm studydesk audit verify FILE, or the short program in docs/security.";
const excerptWords =
  "The rows that are listed, of the sites that you are an admin of, as JSON Lines. Such a part cannot prove itself; the owner can take out the whole trail, which does.";

export function ExportAudit({ search }: { search: AuditSearch }) {
  const { isOwner } = useMe();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button variant="default" onClick={() => setIsOpen(true)}>
        Export…
      </Button>
      {isOpen ? (
        <DownloadDialog
          title={isOwner ? "Export the whole audit trail" : "Export rows of the audit trail"}
          intro={isOwner ? wholeWords : excerptWords}
          asked={{ address: "/api/audit/export", body: search, fallbackName: "audit.jsonl" }}
          doneWords="Audit trail exported"
          hint="No names of leads are in it. That you took it out becomes a row of the trail."
          onClose={() => setIsOpen(false)}
        >
          {null}
        </DownloadDialog>
      ) : null}
    </>
  );
}
