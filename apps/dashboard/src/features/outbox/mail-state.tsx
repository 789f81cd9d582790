// How far a mail came, in a dot and words: tries that failed are said with the state, never hidden.
import { type MailStatus, mailStatusLabels } from "@studydesk/domain/outbox/mail";
import { DotBadge, type Tone } from "../../components/status-badge";
import type { MailRow } from "./mail-types";

const tones: Readonly<Record<MailStatus, Tone>> = {
  queued: "contacting",
  sent: "good",
  failed: "bad",
};

export function MailState({ mail }: { mail: Pick<MailRow, "status" | "attempts"> }) {
  const tried =
    mail.status !== "sent" && mail.attempts > 0 ? ` · tried ${timesWords(mail.attempts)}` : "";
  return (
    <DotBadge tone={tones[mail.status]}>{`${mailStatusLabels[mail.status]}${tried}`}</DotBadge>
  );
}

export function timesWords(count: number): string {
  return count === 1 ? "once" : `${count} times`;
}
