// The ways by which a link leaves this browser besides the clipboard; none of them passes our server.
import { Button } from "@mantine/core";
import { useState } from "react";
import { QrCode } from "../../components/qr-code";
import classes from "./share-result.module.css";

interface Props {
  link: string;
  /** With the link in it, for the author's own mail program. */
  mailto: string;
}

export function LinkWays({ link, mailto }: Props) {
  const [hasQr, setHasQr] = useState(false);
  return (
    <>
      <div className={classes.ways}>
        <Button component="a" href={mailto} variant="default" size="compact-sm">
          E-mail the link
        </Button>
        {"share" in navigator ? (
          <Button
            variant="default"
            size="compact-sm"
            // A person who closes the sheet has not failed at anything.
            onClick={() => void navigator.share({ url: link }).catch(() => {})}
          >
            Share the link…
          </Button>
        ) : null}
        <Button
          variant="default"
          size="compact-sm"
          aria-expanded={hasQr}
          onClick={() => setHasQr(!hasQr)}
        >
          {hasQr ? "Hide the QR code" : "QR code of the link"}
        </Button>
      </div>
      {hasQr ? <QrCode text={link} label="QR code of the link" /> : null}
    </>
  );
}
