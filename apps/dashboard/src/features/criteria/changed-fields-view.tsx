// Fields that differ, before and after side by side, with the words marked that only one of them has.
import { TwoSides } from "../../components/two-sides";
import { markWords } from "../../lib/mark-words";
import type { ChangedField } from "./changed-fields";
import classes from "./changed-fields-view.module.css";

interface Props {
  fields: readonly ChangedField[];
  names?: { before: string; after: string };
}

export function ChangedFields({ fields, names }: Props) {
  return fields.map(({ name, before, after }) => (
    <div key={name} className={classes.field}>
      <p className={classes.name}>{name}</p>
      <TwoSides texts={markWords(before, after)} {...(names ? { names } : {})} />
    </div>
  ));
}
