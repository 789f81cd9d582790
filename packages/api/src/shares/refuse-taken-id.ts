// A link's id is made by chance in a browser: that another has it already is told, and changes nothing.
import { isUniqueViolation } from "@studydesk/db/dialect";
import { DomainError } from "@studydesk/domain/errors";

export async function refuseTakenId<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    throw new DomainError(
      "conflict",
      "This was not kept, since its address is taken. Make the link again: it gets another.",
      { reason: "id_taken" },
    );
  }
}
