// The tags of one's own notes, the most used first: one of them narrows the list.
import pills from "../../../components/pill-tabs.module.css";
import classes from "./my-notes.module.css";

interface Props {
  tags: readonly { tag: string; count: number }[];
  chosen: string | undefined;
  onChoose: (tag: string | undefined) => void;
}

const mostShown = 30;

export function TagFilter({ tags, chosen, onChoose }: Props) {
  if (tags.length === 0) return null;
  return (
    <fieldset className={classes.tagFilter}>
      <legend className={classes.hidden}>Only with the tag</legend>
      {tags.slice(0, mostShown).map(({ tag, count }) => (
        <button
          key={tag}
          type="button"
          className={`${pills.tab} ${classes.tag}`}
          data-current={tag === chosen}
          aria-pressed={tag === chosen}
          onClick={() => onChoose(tag === chosen ? undefined : tag)}
        >
          <bdi>#{tag}</bdi>
          <span>{count.toLocaleString("en")}</span>
        </button>
      ))}
    </fieldset>
  );
}
