// Which outcomes an attempt can have, by the way it was made.
import type { ContactChannel, ContactOutcome } from "@studydesk/domain/contact/contact-attempt";

export const outcomesOf: Readonly<Record<ContactChannel, readonly ContactOutcome[]>> = {
  phone: [
    "reached",
    "no_answer",
    "left_voicemail",
    "busy",
    "callback_requested",
    "wrong_number",
    "do_not_contact",
  ],
  email: ["message_sent", "replied", "undeliverable", "callback_requested", "do_not_contact"],
  text_message: [
    "message_sent",
    "replied",
    "undeliverable",
    "wrong_number",
    "callback_requested",
    "do_not_contact",
  ],
  in_person: ["reached", "callback_requested", "do_not_contact"],
};
