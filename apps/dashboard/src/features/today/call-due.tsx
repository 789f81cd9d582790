// Somebody is to be called now, as they asked, while another lead is in front: said at once, and one key
// brings it. The lead in front waits its turn with all that was typed.
import { Button } from "@mantine/core";
import { fullName } from "@studydesk/domain/leads/full-name";
import { KeyHint } from "../../components/key-hint";
import { useKeys } from "../../lib/keys/use-keys";
import classes from "./changed-meanwhile.module.css";
import type { ShownLead } from "./lead-types";

export function CallDue({ call, onTake }: { call: ShownLead; onTake: () => void }) {
  useKeys("A call is due", [{ keys: "k", name: "Take the call that is due", run: onTake }]);
  return (
    <div className={classes.notice} role="status">
      <span>
        <strong>A call is due.</strong> <bdi>{fullName(call.lead)}</bdi>: {call.why.sentence}
      </span>
      <Button
        size="compact-md"
        variant="default"
        onClick={onTake}
        rightSection={<KeyHint keys="k" />}
      >
        Take it now
      </Button>
    </div>
  );
}
