// From where a request came, for the audit rows that it leaves: set once where requests come in, so that no
// use case passes it on. Loops that a request wakes step out of it: what they do is not its doing.
import { AsyncLocalStorage } from "node:async_hooks";

const networks = new AsyncLocalStorage<string | null>();

/** `network` is shortened already (IPv4 /24, IPv6 /48), or "unknown". */
export function withAuditOrigin<T>(network: string, work: () => T): T {
  return networks.run(network === "unknown" ? null : network, work);
}

export function withoutAuditOrigin<T>(work: () => T): T {
  return networks.run(null, work);
}

export function findAuditNetwork(): string | null {
  return networks.getStore() ?? null;
}
