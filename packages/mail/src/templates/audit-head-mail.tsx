// The end of the audit chain, once a day, to be kept by its reader: what is in it proves later that nothing before it
// was changed or cut off. Numbers and digests alone.
import type { MailTemplate } from "../render-mail";
import { MailLayout } from "./mail-layout";

export interface AuditHeadMailProps {
  sequence: number;
  sha256: string;
  keyId: string;
  signature: string;
  baseUrl: string;
}

export function auditHeadMail({
  sequence,
  sha256,
  keyId,
  signature,
  baseUrl,
}: AuditHeadMailProps): MailTemplate {
  const title = `The audit trail at row ${sequence}`;
  const what = `This is the newest signed row of the audit trail of ${baseUrl}. Keep this mail: whoever changed or cut off anything up to this row later would have to change it, too.`;
  const lines = [
    `Row: ${sequence}`,
    `Digest: ${sha256}`,
    `Key: ${keyId}`,
    `Signature: ${signature}`,
  ];
  const footer = "You get this mail because the address stands in AUDIT_HEAD_MAIL of this desk.";
  return {
    subject: title,
    text: [what, lines.join("\n"), `--\n${footer}`],
    html: (
      <MailLayout language="en" title={title} footer={footer}>
        <p>{what}</p>
        {lines.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </MailLayout>
    ),
  };
}
