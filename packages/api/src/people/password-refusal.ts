// A password that may not become one, as an error with the sentence that says why.
import { DomainError } from "@studydesk/domain/errors";
import { checkPassword, passwordRefusals } from "@studydesk/domain/people/password-policy";

export function requireGoodPassword(
  password: string,
  person: { email: string; name: string },
): void {
  const check = checkPassword(password, person);
  if (!check.ok) {
    throw new DomainError("invalid", passwordRefusals[check.reason], { reason: check.reason });
  }
}
