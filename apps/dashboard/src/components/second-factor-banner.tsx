// Says by when a second factor has to be set up, on every screen, until it is.
import { Link } from "@tanstack/react-router";
import { useMe } from "../lib/me";
import classes from "./banner.module.css";
import { When } from "./when";

export function SecondFactorBanner() {
  const { isOn, dueAt } = useMe().secondFactor;
  if (isOn || dueAt === null) return null;
  return (
    <aside className={classes.banner} data-tone="due" aria-label="Second factor">
      Your roles ask for a second factor by <When at={dueAt} style="planned" />.{" "}
      <Link to="/account">Set it up</Link>, it takes two minutes.
    </aside>
  );
}
