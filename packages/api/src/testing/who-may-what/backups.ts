// Backups: their state is for whoever answers for data, beginning one for the owner. The desk that is asked
// here has no folder for them, which is said to nobody but the owner.
import { answers, type GridRow, ownerAlone } from "./grid";

const seesBackups = answers({
  coordinator: "forbidden",
  investigator: "forbidden",
  admin: "ok",
  elsewhere: { coordinator: "forbidden", investigator: "forbidden", admin: "ok" },
  owner: "ok",
});

export const backupRows: Readonly<Record<string, GridRow>> = {
  "backups.read": { call: (caller) => caller.backups.read(), outcomes: seesBackups },
  "backups.state": { call: (caller) => caller.backups.state(), outcomes: seesBackups },
  "backups.start": {
    call: (caller) => caller.backups.start(),
    outcomes: { ...ownerAlone, owner: "rule_broken" },
  },
};
