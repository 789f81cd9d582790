// The name of the product with its mark.
import classes from "./brand.module.css";

export function Brand() {
  return (
    <span className={classes.brand}>
      <i aria-hidden="true" />
      Studydesk
    </span>
  );
}
