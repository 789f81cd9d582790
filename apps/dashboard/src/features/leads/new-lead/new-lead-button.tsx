// Stands in the head of the list of leads.
import { Button } from "@mantine/core";
import { KeyHint } from "../../../components/key-hint";
import { useOpenNewLead } from "./new-lead-context";
import { newLeadKey } from "./use-new-lead";

export function NewLeadButton() {
  const open = useOpenNewLead();
  if (!open) return null;
  return (
    <Button
      variant="default"
      size="compact-sm"
      onClick={open}
      rightSection={<KeyHint keys={newLeadKey} />}
    >
      New lead
    </Button>
  );
}
