// For how long a link opens, and how often.
import { NativeSelect } from "@mantine/core";
import classes from "./share-form.module.css";

interface Life {
  days: number;
  views: number;
}

interface Props extends Life {
  onChange: (life: Life) => void;
  words?: { days: string; views: string };
  mostViews?: number;
  takesFocus?: boolean;
}

const dayChoices = [1, 3, 7, 14, 30];
const viewChoices = [1, 2, 5, 10, 20, 50];
const usualWords = { days: "Opens for", views: "Can be opened" };

export function LifeFields(props: Props) {
  const { days, views, onChange, words = usualWords, mostViews = 50, takesFocus = false } = props;
  return (
    <div className={classes.pair}>
      <NativeSelect
        label={words.days}
        value={String(days)}
        onChange={(event) => onChange({ days: Number(event.currentTarget.value), views })}
        data={dayChoices.map((count) => ({
          value: String(count),
          label: count === 1 ? "1 day" : `${count} days`,
        }))}
        autoFocus={takesFocus}
      />
      <NativeSelect
        label={words.views}
        value={String(views)}
        onChange={(event) => onChange({ days, views: Number(event.currentTarget.value) })}
        data={viewChoices
          .filter((count) => count <= mostViews)
          .map((count) => ({
            value: String(count),
            label: count === 1 ? "once" : `${count} times`,
          }))}
      />
    </div>
  );
}
