// What everybody must know at once: this is a demo; the network is gone.
import classes from "../components/banner.module.css";
import { DemoBanner } from "../components/demo-banner";
import { useMe } from "../lib/me";
import { useIsOnline } from "../lib/use-is-online";

export function Banners() {
  const me = useMe();
  const isOnline = useIsOnline();
  return (
    <>
      {me.isDemo ? <DemoBanner /> : null}
      <div role="status">
        {isOnline ? null : (
          <p className={classes.banner} data-tone="bad">
            You are offline. You can go on reading; what you log is kept here and sent when the
            connection is back. Leave this tab open.
          </p>
        )}
      </div>
    </>
  );
}
