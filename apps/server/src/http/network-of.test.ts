import { IncomingMessage } from "node:http";
import { Socket } from "node:net";
import { expect, it } from "vitest";
import { isLoopbackAddress, networkOf, readNetwork } from "./network-of";

it.each([
  ["203.0.113.77", "203.0.113.0/24"],
  ["::ffff:203.0.113.77", "203.0.113.0/24"],
  ["2001:db8:1:2:3:4:5:6", "2001:db8:1::/48"],
  ["2001:0DB8:0001::6", "2001:db8:1::/48"],
  ["2001:db8::6", "2001:db8:0::/48"],
  ["2001::1:2:3:4:5:6", "2001:0:1::/48"],
  ["fe80::1%eth0", "fe80:0:0::/48"],
  ["::1", "0:0:0::/48"],
  ["64:ff9b::192.0.2.1", "64:ff9b:0::/48"],
  ["nonsense", "unknown"],
  [undefined, "unknown"],
])("shortens %s to %s", (address, network) => {
  expect(networkOf(address)).toBe(network);
});

it.each([
  ["127.0.0.1", true],
  ["::ffff:127.0.0.1", true],
  ["::1", true],
  ["128.0.0.1", false],
  ["1127.0.0.1", false],
  [undefined, false],
])("is %s this machine: %s", (address, expected) => {
  expect(isLoopbackAddress(address)).toBe(expected);
});

it("takes the caller's word for another address only behind proxies that were announced", () => {
  const socket = new Socket();
  Object.defineProperty(socket, "remoteAddress", { value: "10.0.0.7" });
  const req = new IncomingMessage(socket);
  req.headers["x-forwarded-for"] = "198.51.100.1, 203.0.113.9";
  expect(readNetwork(false)(req)).toBe("10.0.0.0/24");
  expect(readNetwork(1)(req)).toBe("203.0.113.0/24");
  expect(readNetwork(["10.0.0.0/8"])(req)).toBe("203.0.113.0/24");
  expect(readNetwork(["192.0.2.1"])(req)).toBe("10.0.0.0/24");
});
