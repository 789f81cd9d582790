// Said on every page of a demo.
import classes from "./banner.module.css";

export function DemoBanner() {
  return (
    <aside className={classes.banner} aria-label="Demo">
      <strong>Demo.</strong> Every person here is made up. Do not enter real people’s data.
    </aside>
  );
}
