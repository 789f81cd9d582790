// Words around a mail that a study's team writes to a person.
import { isolate } from "@studydesk/domain/isolate";
import type { LeadMessageTexts } from "../en/lead-message";

const value = (text: string) => isolate("ar", text);

export const leadMessage: LeadMessageTexts = {
  answer: (name) => `يمكنك الرد على هذه الرسالة: يصل ردّك إلى ${value(name)}.`,
  ownPage:
    "في صفحتك الخاصة يمكنك أن ترى إلى أين وصل طلبك، وأن تقول كيف تفضّل أن نتواصل معك، أو أنك لا تريد أن يتواصل معك أحد بعد الآن:",
  openOwnPage: "فتح صفحتي",
  footer: (site) =>
    `تصلك هذه الرسالة لأنك سألت ${value(site)} عن دراسة. وهي تتعلق بتلك الدراسة وحدها.`,
};
