// Ten codes for the day when the phone is gone: 80 random bits each, so that a plain hash keeps them.
import { createHash, randomInt } from "node:crypto";
import {
  recoveryCodeCount,
  recoveryCodeLength,
  recoveryLetters,
} from "@studydesk/domain/people/second-factor";

export function makeRecoveryCodes(): string[] {
  const codes = new Set<string>();
  while (codes.size < recoveryCodeCount) {
    const signs = Array.from({ length: recoveryCodeLength }, () =>
      recoveryLetters.charAt(randomInt(recoveryLetters.length)),
    );
    codes.add(signs.join(""));
  }
  return [...codes];
}

export function hashRecoveryCode(code: string): string {
  return createHash("sha256").update(code).digest("hex");
}
