// Reports, of the leads that the address names.
import { useSearch } from "@tanstack/react-router";
import { ReportsScreen } from "../features/reports/reports-screen";

export function ReportsPage() {
  return <ReportsScreen search={useSearch({ from: "/desk/reports" })} />;
}
