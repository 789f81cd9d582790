// The browser's side of the live hub: Web Locks elect, a BroadcastChannel tells. A page that is not
// served securely has no locks; there each tab reads its own stream.
import type { LiveHubParts } from "./live-hub";
import { liveMessageSchema } from "./live-message";

export function browserParts(name: string): Pick<LiveHubParts, "channel" | "lead" | "after"> {
  // One object both ways: a channel does not hear what it posted itself.
  const channel = new BroadcastChannel(name);
  return {
    channel: {
      post: (message) => channel.postMessage(message),
      listen(hear) {
        channel.onmessage = (event) => {
          const message = liveMessageSchema.safeParse(event.data);
          if (message.success) hear(message.data);
        };
        return () => channel.close();
      },
    },
    lead(signal, onLead) {
      const locks: LockManager | undefined = navigator.locks;
      if (!locks) return onLead();
      // Once held, the lock stays with this tab until it leaves or closes.
      const hold = () =>
        new Promise<void>((release) => {
          signal.addEventListener("abort", () => release());
          onLead();
        });
      locks.request(name, { signal }, hold).catch(() => {
        // Left while still waiting: another tab leads.
      });
    },
    after(ms, run) {
      const timer = window.setTimeout(run, ms);
      return () => window.clearTimeout(timer);
    },
  };
}
