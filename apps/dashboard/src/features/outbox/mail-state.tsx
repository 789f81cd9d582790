// How far a mail came, in a dot and a word; what failed on the way is said beside it, never hidden.
import { type MailStatus, mailStatusLabels } from "@studydesk/domain/outbox/mail";
import { DotBadge, type Tone } from "../../components/status-badge";
import type { MailRow } from "./mail-types";

const tones: Readonly<Record<MailStatus, Tone>> = {
  queued: "contacting",
  sent: "good",
  failed: "bad",
};

export function MailState({ status }: Pick<MailRow, "status">) {
  return <DotBadge tone={tones[status]}>{mailStatusLabels[status]}</DotBadge>;
}

/** "Tried 4 times. The server refused the connection."; undefined when nothing went wrong so far. */
export function troubleOf(mail: MailRow): string | undefined {
  if (mail.status === "sent" || mail.attempts === 0) return undefined;
  const times = mail.attempts === 1 ? "once" : `${mail.attempts} times`;
  return `Tried ${times}. ${mail.lastError ?? ""}`.trim();
}
