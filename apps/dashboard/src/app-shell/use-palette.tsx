// Opens the palette over whatever screen is there, gives the focus back when it goes, and only then runs
// what was chosen.
import { useNavigate } from "@tanstack/react-router";
import { useEffect, useRef, useState } from "react";
import { useViews } from "../features/leads/use-views";
import { Palette } from "../features/palette/palette";
import type { PaletteEntry } from "../features/palette/palette-entries";
import type { KeyScope } from "../lib/keys/key-registry";
import { keyRegistry } from "../lib/keys/use-keys";
import { useMe } from "../lib/me";
import { navEntries } from "./nav-entries";

export function usePalette() {
  const me = useMe();
  const navigate = useNavigate();
  const kept = useViews();
  const [scopes, setScopes] = useState<KeyScope[]>();
  const [chosen, setChosen] = useState<() => void>();
  const cameFrom = useRef<Element>(null);

  function close() {
    setScopes(undefined);
    if (cameFrom.current instanceof HTMLElement) cameFrom.current.focus({ preventScroll: true });
  }
  useEffect(() => {
    if (scopes || !chosen) return;
    setChosen(undefined);
    chosen();
  }, [scopes, chosen]);

  const places: PaletteEntry[] = navEntries
    .filter((entry) => entry.isFor(me))
    .map(({ label, link, key }) => ({
      id: `go:${label}`,
      group: "Go to",
      label,
      keys: key === undefined ? undefined : `g ${key}`,
      run: () => void navigate(link),
    }));
  const views: PaletteEntry[] = (kept.data?.views ?? []).map(({ id, name }) => ({
    id: `view:${id.toString()}`,
    group: "Go to",
    label: name,
    keys: undefined,
    run: () => void navigate({ to: "/inbox", search: { view: id } }),
  }));

  return {
    open() {
      cameFrom.current = document.activeElement;
      setScopes(keyRegistry.scopes());
    },
    palette: scopes ? (
      <Palette
        scopes={scopes}
        places={[...places, ...views]}
        onClose={close}
        onChoose={(run) => {
          setChosen(() => run);
          close();
        }}
      />
    ) : null,
  };
}
