// Before a command erases somebody: the number of people, typed once more, or --yes. Nothing brings anybody back.
import { DomainError } from "@studydesk/domain/errors";
import { ask, canAsk } from "./ask";

/** Throws invalid where nobody can be asked, or another number was typed. */
export async function confirmErasing(count: number, { yes }: { yes?: boolean }): Promise<void> {
  if (yes) return;
  if (!canAsk()) {
    throw new DomainError("invalid", "Nothing was erased: nobody can be asked here. Add --yes.");
  }
  const question = `Nobody can undo this. Type how many people that is, ${count}, to erase them for good: `;
  if ((await ask(question)).trim() === String(count)) return;
  throw new DomainError("invalid", "Nothing was erased: that was another number.");
}
