// Names for a person that say nothing about them: made with the installation's secret, so that the same lead
// has the same name in every export, and nobody without the secret finds a way back from it.
import { createHmac } from "node:crypto";
import type { SecretKeys } from "../secret-keys";

/** A UUID of version 8, for this row of this installation. */
export function pseudonymOf(
  { pseudonyms }: Pick<SecretKeys, "pseudonyms">,
  kind: "subject" | "patient" | "study",
  id: number,
): string {
  const bytes = createHmac("sha256", pseudonyms).update(`${kind} ${id}`).digest().subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString("hex");
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20),
  ].join("-");
}
