// The frame of the desk while it is not known yet who is there: nothing jumps when it fills.
import { Brand } from "../../components/brand";
import classes from "./starting-screen.module.css";

export function StartingScreen() {
  return (
    <div className={classes.page} aria-busy="true">
      <div className={classes.side}>
        <Brand />
      </div>
      <div className={classes.rest} role="status" aria-label="Opening the desk" />
    </div>
  );
}
