// A number to call. Where the desk advises against it now, the press asks first and keeps the reason for
// the attempt; whoever must not be called has a number, and no link.
import { mayContact } from "@studydesk/domain/contact/may-contact";
import { type MouseEvent, useState } from "react";
import { givenReason, giveReason } from "../lib/given-reasons";
import type { RouterOutputs } from "../lib/trpc";
import { useNow } from "../lib/use-now";
import { ContactReasonDialog } from "./contact-reason-dialog";

interface Props {
  lead: RouterOutputs["leads"]["get"];
  /** E.164. */
  phone: string;
  className?: string | undefined;
  children: string;
}

export function CallLink({ lead, phone, className, children }: Props) {
  const now = useNow();
  const [isAsking, setAsking] = useState(false);
  const gate = mayContact({ ...lead, hasConsent: lead.consent !== null }, now);
  if (gate.answer === "no") {
    return (
      <span className={className} dir="ltr">
        {children}
      </span>
    );
  }

  function ask(event: MouseEvent) {
    if (gate.answer === "yes" || givenReason(lead.id)) return;
    event.preventDefault();
    setAsking(true);
  }

  return (
    <>
      <a className={className} href={`tel:${phone}`} dir="ltr" onClick={ask}>
        {children}
      </a>
      <ContactReasonDialog
        gate={isAsking ? gate : undefined}
        title="Call all the same?"
        onClose={() => setAsking(false)}
        onPick={(reason) => {
          giveReason(lead.id, reason);
          setAsking(false);
          window.location.assign(`tel:${phone}`);
        }}
      />
    </>
  );
}
