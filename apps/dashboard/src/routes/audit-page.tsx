// The audit trail, as the address narrows it.
import { useSearch } from "@tanstack/react-router";
import { AuditScreen } from "../features/audit/audit-screen";

export function AuditPage() {
  return <AuditScreen search={useSearch({ from: "/desk/audit" })} />;
}
