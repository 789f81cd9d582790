// In place of the desk once the grace is over: the set-up, and the way out. Everything else refuses by then.
import { Button } from "@mantine/core";
import { useEffect } from "react";
import { setScreenTitle } from "../../lib/screen-title";
import { DoorPage } from "./door-page";
import { endSession } from "./end-session";
import { SetUpSecondFactor } from "./set-up-second-factor";

export function SecondFactorGate({ onDone }: { onDone: () => Promise<void> }) {
  useEffect(() => {
    setScreenTitle("Second factor – Studydesk");
  }, []);
  return (
    <DoorPage
      title="Set up your second factor"
      lead="Your roles reach people’s data, so signing in takes a code of an app on your phone besides the password. It is set up once, in about two minutes; then you are back at the desk."
    >
      <SetUpSecondFactor isMoving={false} onDone={() => void onDone()} />
      <Button variant="default" onClick={() => void endSession()}>
        Sign out
      </Button>
    </DoorPage>
  );
}
