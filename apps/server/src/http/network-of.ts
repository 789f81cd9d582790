// The caller's address, shortened to its network before anything else sees it: enough for limits, too
// little to name a household.
import type { IncomingMessage } from "node:http";
import { isIPv4, isIPv6 } from "node:net";
import proxyAddress from "proxy-addr";

/** `203.0.113.0/24`, `2001:db8:1::/48`, or "unknown". */
export function networkOf(address: string | undefined): string {
  if (!address) return "unknown";
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, "").replace(/%.*$/, "");
  if (isIPv4(plain)) return `${plain.split(".").slice(0, 3).join(".")}.0/24`;
  if (!isIPv6(plain)) return "unknown";
  const [head = "", tail = ""] = plain.toLowerCase().split("::");
  const before = head.split(":").filter(Boolean);
  const after = plain.includes("::") ? tail.split(":").filter(Boolean) : [];
  // An embedded IPv4 address takes the room of two groups.
  const afterGroups = after.length + (tail.includes(".") ? 1 : 0);
  const groups = [
    ...before,
    ...Array<string>(Math.max(0, 8 - before.length - afterGroups)).fill("0"),
    ...after,
  ];
  const network = groups.slice(0, 3).map((group) => group.replace(/^0+(?=.)/, ""));
  return `${network.join(":")}::/48`;
}

/** Whose request it is without Express, by the same rule about proxies as its `req.ip`. */
export function readNetwork(
  trustProxy: false | number | string[],
): (req: IncomingMessage) => string {
  const isTrusted =
    typeof trustProxy === "number"
      ? (_address: string, hop: number) => hop < trustProxy
      : proxyAddress.compile(trustProxy || []);
  return (req) => networkOf(proxyAddress(req, isTrusted));
}

export function isLoopbackAddress(address: string | undefined): boolean {
  return address !== undefined && /^(::ffff:)?127\.|^::1$/i.test(address);
}
