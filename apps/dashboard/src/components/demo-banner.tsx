// Said on every page of a demo.
import classes from "./banner.module.css";

export function DemoBanner() {
  return (
    <p className={classes.banner}>
      <strong>Demo.</strong> Every person here is made up. Do not enter real people’s data.
    </p>
  );
}
