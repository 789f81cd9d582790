// Says at intervals that this screen still has its leads in front of it, so that nobody else gets them; and
// learns when somebody did, after a closed lid or a long absence. A screen that nobody uses lets go by itself.
import { holdRenewMs } from "@studydesk/domain/queue/queue-inputs";
import { useEffect, useEffectEvent, useState } from "react";
import { type RouterOutputs, useTRPCClient } from "../../lib/trpc";
import { screenId } from "./screen-id";

export type HeldElsewhere = RouterOutputs["leads"]["hold"][number];

/** A long call is use, too: the screen is not touched while it lasts. */
const unusedMs = 30 * 60_000;

interface Holds {
  shownId: number | undefined;
  readyId: number | undefined;
  /** What was fetched ahead is somebody else's by now. */
  onReadyLost: () => void;
}

/** Whom the lead in front is in front of instead; undefined: it is ours. */
export function useHolds({ shownId, readyId, onReadyLost }: Holds): HeldElsewhere | undefined {
  const client = useTRPCClient();
  const [lost, setLost] = useState<readonly HeldElsewhere[]>([]);

  const renew = useEffectEvent(async () => {
    const leadIds = [shownId, readyId].flatMap((id) => id ?? []);
    if (leadIds.length === 0 || !navigator.onLine) return;
    try {
      const held = await client.leads.hold.mutate({ screenId: screenId(), leadIds });
      setLost(held);
      if (held.some(({ leadId }) => leadId === readyId)) onReadyLost();
    } catch {
      // No answer, or signed out: the screen stays as it is, and asks again when there is one.
    }
  });

  useEffect(() => {
    let usedAt = Date.now();
    let wasUnused = false;
    const beat = window.setInterval(() => {
      wasUnused = Date.now() - usedAt > unusedMs;
      if (!wasUnused) void renew();
    }, holdRenewMs);
    const use = () => {
      usedAt = Date.now();
      if (wasUnused) void renew();
      wasUnused = false;
    };
    const comeBack = () => {
      if (document.visibilityState !== "visible") return;
      usedAt = Date.now();
      void renew();
    };
    const leave = () => letGo();
    document.addEventListener("visibilitychange", comeBack);
    window.addEventListener("online", comeBack);
    window.addEventListener("keydown", use);
    window.addEventListener("pointerdown", use);
    window.addEventListener("pagehide", leave);
    return () => {
      window.clearInterval(beat);
      document.removeEventListener("visibilitychange", comeBack);
      window.removeEventListener("online", comeBack);
      window.removeEventListener("keydown", use);
      window.removeEventListener("pointerdown", use);
      window.removeEventListener("pagehide", leave);
      leave();
    };
  }, []);

  return lost.find(({ leadId }) => leadId === shownId);
}

/** Also while the page goes away, when an ordinary request would be cut off. */
function letGo(): void {
  if (!navigator.onLine) return;
  fetch("/api/trpc/leads.letGo", {
    method: "POST",
    keepalive: true,
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ screenId: screenId() }),
  }).catch(() => undefined);
}
