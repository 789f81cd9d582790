// The link and the passcode, apart: shown once, since neither is kept anywhere.
import { Button } from "@mantine/core";
import { When } from "../../components/when";
import { CopyField } from "./copy-field";
import { LinkWays } from "./link-ways";
import { mailtoOf } from "./share-choices";
import classes from "./share-result.module.css";
import type { MadeShare } from "./use-make-share";

export function ShareResult({ share, onDone }: { share: MadeShare; onDone: () => void }) {
  const { link, passcode, maxViews, expiresAt } = share;
  return (
    <div className={classes.result}>
      <p>
        Send the two by different ways, such as the link by e-mail and the passcode by phone: who
        has only one of them reads nothing.
      </p>
      <CopyField label="Link" value={link} takesFocus />
      <LinkWays link={link} mailto={mailtoOf(link)} />
      <CopyField label="Passcode" value={passcode} />
      <p className={classes.quiet}>
        It opens {maxViews === 1 ? "once" : `${maxViews} times`}, until{" "}
        <When at={expiresAt} style="planned" />. Both are shown only now: neither is kept, not even
        by the server. Lost one? Make a new link in the list of shares.
      </p>
      {share.oldStillOpens ? (
        <p className={classes.problem} role="alert">
          The link that this one replaces could not be revoked and still opens. Revoke it in the
          list.
        </p>
      ) : null}
      <div>
        <Button variant="default" onClick={onDone}>
          Done
        </Button>
      </div>
    </div>
  );
}
