// Says quietly whether changes of others appear by themselves right now.
import { useContext } from "react";
import type { LiveState } from "../lib/live/live-message";
import { LiveContext } from "../lib/live/live-provider";
import { useIsOnline } from "../lib/use-is-online";
import classes from "./live-mark.module.css";

const words: Readonly<Record<LiveState, { short: string; long: string }>> = {
  connecting: { short: "Connecting", long: "Changes of others will appear in a moment." },
  live: { short: "Live", long: "Changes of others appear by themselves." },
  lost: {
    short: "Not live, trying again",
    long: "The connection was lost. What you see may be old until it is back.",
  },
};

export function LiveMark() {
  const heard = useContext(LiveContext);
  // The stream notices a lost connection later than the browser does.
  const state = useIsOnline() ? heard : "lost";
  return (
    <span className={classes.mark} data-state={state} title={words[state].long}>
      {words[state].short}
    </span>
  );
}
