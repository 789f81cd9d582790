// One text that private notes can hang on: shown to the letter, so that what is selected on the page is the
// string that the server knows. What stands below it comes from whoever keeps notes on this screen, if any.
import { createContext, type ReactNode, type RefObject, useContext, useRef } from "react";
import classes from "./anchor-text.module.css";

export interface AnchorSpot {
  sourceType: "lead" | "study";
  sourceId: number;
  /** Such as "message.7". */
  fieldPath: string;
  /** Which state of the source is shown. */
  revision: string;
  text: string;
  /** For people: "the message". */
  name: string;
}

export type BelowAnchorText = (
  spot: AnchorSpot,
  element: RefObject<HTMLElement | null>,
) => ReactNode;

export const AnchorNotes = createContext<BelowAnchorText | undefined>(undefined);

interface Props extends AnchorSpot {
  lang?: string | undefined;
  /** What the text stands in; a paragraph otherwise. */
  around?: (words: ReactNode) => ReactNode;
}

export function AnchorText({ lang, around = paragraph, ...spot }: Props) {
  const below = useContext(AnchorNotes);
  const element = useRef<HTMLElement>(null);
  if (!below) return around(<span lang={lang}>{spot.text}</span>);
  return (
    <div className={classes.block}>
      {around(
        <span
          ref={element}
          lang={lang}
          className={classes.text}
          data-anchor-source={`${spot.sourceType}:${spot.sourceId}`}
          data-anchor-field={spot.fieldPath}
        >
          {spot.text}
        </span>,
      )}
      {below(spot, element)}
    </div>
  );
}

function paragraph(words: ReactNode) {
  return <p dir="auto">{words}</p>;
}
