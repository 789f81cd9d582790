// The places that a record lists, the first of them at once and the others behind a button.
import { UnstyledButton } from "@mantine/core";
import { type ReactNode, useState } from "react";
import classes from "./place-list.module.css";

const shownAtFirst = 12;

interface Place {
  facility: string;
  city?: string | null | undefined;
  state?: string | null | undefined;
  country?: string | null | undefined;
}

interface Props<P extends Place> {
  places: readonly P[];
  /** The name of the site that a place is, when it is one of ours: never behind the button. */
  linkedTo: (place: P, index: number) => string | undefined;
  /** What can be done with a place that is not linked. */
  actionFor: (place: P, index: number) => ReactNode;
  /** Chosen places are never behind the button either. */
  isChosen?: (index: number) => boolean;
}

export function PlaceList<P extends Place>({ places, linkedTo, actionFor, isChosen }: Props<P>) {
  const [showsAll, setShowsAll] = useState(false);
  const numbered = places.map((place, index) => ({
    place,
    index,
    siteName: linkedTo(place, index),
  }));
  const shown = numbered.filter(
    ({ index, siteName }) =>
      showsAll || index < shownAtFirst || siteName !== undefined || isChosen?.(index),
  );
  const hidden = places.length - shown.length;
  return (
    <>
      <ul className={classes.places}>
        {shown.map(({ place, index, siteName }) => (
          <li key={index}>
            <div className={classes.place}>
              <div>{place.facility}</div>
              <div className={classes.where}>{whereOf(place)}</div>
            </div>
            {siteName === undefined ? (
              actionFor(place, index)
            ) : (
              <span className={classes.linked}>Linked to {siteName}</span>
            )}
          </li>
        ))}
      </ul>
      {hidden > 0 ? (
        <UnstyledButton className={classes.more} onClick={() => setShowsAll(true)}>
          Show the other {hidden}
        </UnstyledButton>
      ) : null}
    </>
  );
}

function whereOf({ city, state, country }: Place): string {
  return [city, state === city ? null : state, country].filter(Boolean).join(", ");
}
