// The number, large enough to read across a desk; a click calls (and asks why, at a bad hour), a button copies.
import { Button } from "@mantine/core";
import { useEffect, useState } from "react";
import { CallLink } from "../../components/call-link";
import type { LeadView } from "./lead-types";
import classes from "./phone-number.module.css";

export function PhoneNumber({ lead }: { lead: LeadView }) {
  const { phone, phoneShown: shown, phoneTyped: typed } = lead;
  const number = phone ?? typed;
  if (number === "") return <p className={classes.none}>No number was left. Write an e-mail.</p>;
  return (
    <div className={classes.line}>
      <CallLink lead={lead} phone={number.replace(/[^+\d]/g, "")} className={classes.number}>
        {shown ?? typed}
      </CallLink>
      <CopyButton text={number} />
      {phone === null ? (
        <span className={classes.typed}>as typed; it is not a number we know how to dial</span>
      ) : null}
    </div>
  );
}

function CopyButton({ text }: { text: string }) {
  const [isCopied, setCopied] = useState(false);
  useEffect(() => {
    if (!isCopied) return;
    const timer = window.setTimeout(() => setCopied(false), 2_000);
    return () => window.clearTimeout(timer);
  }, [isCopied]);

  // Pages that are not served securely have no clipboard.
  const clipboard: Clipboard | undefined = navigator.clipboard;
  if (!clipboard) return null;
  return (
    <Button
      variant="default"
      size="compact-md"
      aria-label="Copy the number"
      onClick={() => void clipboard.writeText(text).then(() => setCopied(true))}
    >
      <span aria-live="polite">{isCopied ? "Copied" : "Copy"}</span>
    </Button>
  );
}
