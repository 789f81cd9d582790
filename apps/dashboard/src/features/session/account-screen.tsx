// One's own account: where one is signed in, the password, the second factor, reminders, and the keys.
import { ScreenHeader } from "../../components/screen-header";
import { useMe } from "../../lib/me";
import { roleWords } from "../../lib/role-words";
import classes from "./account-screen.module.css";
import { ChangePassword } from "./change-password";
import { OwnKeys } from "./own-keys";
import { OwnReminders } from "./own-reminders";
import { OwnSecondFactor } from "./own-second-factor";
import { OwnSessions } from "./own-sessions";

export function AccountScreen() {
  const me = useMe();
  return (
    <>
      <ScreenHeader title="Your account" detail={`${me.name} · ${me.email} · ${roleWords(me)}`} />
      <div className={classes.page}>
        <OwnSessions />
        <ChangePassword />
        <OwnSecondFactor />
        <OwnReminders />
        <OwnKeys />
      </div>
    </>
  );
}
