// The frame of the desk: navigation at the left (a bar with a menu on a phone), the screen beside it,
// banners above, and the keys that work everywhere.
import { useNavigate } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { newLeadKey, useNewLead } from "../features/leads/new-lead/use-new-lead";
import { useKeyListener, useKeys } from "../lib/keys/use-keys";
import { useMe } from "../lib/me";
import { undoNewest } from "../lib/undo";
import { useUndo } from "../lib/use-undo";
import classes from "./app-shell.module.css";
import { Banners } from "./banners";
import { KeySheet } from "./key-sheet";
import { Nav } from "./nav";
import { navEntries } from "./nav-entries";
import { usePalette } from "./use-palette";

export function AppShell({ children }: { children: ReactNode }) {
  const me = useMe();
  const navigate = useNavigate();
  const [isSheetOpen, setSheetOpen] = useState(false);
  const { open: openPalette, palette } = usePalette();
  const newLead = useNewLead();
  useKeyListener();
  useUndo();
  useKeys("Everywhere", [
    { keys: "?", name: "Show the keys", run: () => setSheetOpen(true) },
    { keys: "$mod+k", name: "Go anywhere, do anything", run: openPalette, inFields: true },
    { keys: ["z", "$mod+z"], name: "Undo", run: undoNewest },
    ...(newLead.open ? [{ keys: newLeadKey, name: "New lead", run: newLead.open }] : []),
    ...navEntries
      .filter((entry) => entry.isFor(me))
      .flatMap(({ key, label, link }) =>
        key ? [{ keys: `g ${key}`, name: `Go to ${label}`, run: () => void navigate(link) }] : [],
      ),
  ]);
  return (
    <div className={classes.shell}>
      <a className={classes.skip} href="#screen">
        Skip to the screen
      </a>
      <Nav onShowKeys={() => setSheetOpen(true)} onSearch={openPalette} onNewLead={newLead.open} />
      <div className={classes.column}>
        <Banners />
        <main id="screen" className={classes.screen} tabIndex={-1}>
          {children}
        </main>
      </div>
      <KeySheet isOpen={isSheetOpen} onClose={() => setSheetOpen(false)} />
      {palette}
      {newLead.dialog}
    </div>
  );
}
