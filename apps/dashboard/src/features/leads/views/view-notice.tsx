// Says when the list is not what the link or the view meant: the view is not there for this person, or
// part of what it asked for is no longer known.
import { UnstyledButton } from "@mantine/core";
import { filterLabels } from "../filter-labels";
import type { ViewId } from "../inbox-search";
import type { ShownView } from "../use-views";
import classes from "./view-notice.module.css";

interface Props {
  view: ShownView;
  onView: (id: ViewId) => void;
}

export function ViewNotice({ view, onView }: Props) {
  const { saved, isMissing } = view;
  if (isMissing) {
    return (
      <p className={classes.notice} role="status">
        This view belongs to somebody else who did not share it with you, or it was deleted. You see
        all leads at your sites, by the filters that the link itself names.{" "}
        <UnstyledButton className={classes.link} onClick={() => onView("inbox")}>
          Go to the inbox
        </UnstyledButton>
      </p>
    );
  }
  if (!saved || saved.lost.length === 0) return null;
  const lost = saved.lost.map((name) => filterLabels[name].toLowerCase()).join(", ");
  return (
    <p className={classes.notice} role="status">
      Part of what this view asked for is no longer known here ({lost}), so it may show more than it
      did. Set its filters anew and save it.
    </p>
  );
}
