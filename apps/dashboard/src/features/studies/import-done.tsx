// What the import did, with a way to each study. The heading takes the focus: the button that was
// pressed is gone.
import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import classes from "./import-done.module.css";
import type { ImportedResult } from "./run-import";

const effectWords: Readonly<Record<ImportedResult["effect"], string>> = {
  new: "Imported",
  changed: "Imported again",
  unchanged: "Unchanged",
};

interface Props {
  results: readonly ImportedResult[];
  onAnother: () => void;
}

export function ImportDone({ results, onAnother }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const failed = results.some(({ failedLinks }) => failedLinks.length > 0);
  return (
    <div className={classes.done}>
      <h2 className={classes.title} ref={heading} tabIndex={-1}>
        {failed ? "The studies are stored; not every site could be linked" : "Done"}
      </h2>
      <ul className={classes.results}>
        {results.map((result) => (
          <li key={result.studyId}>
            <Link to="/studies/$studyId" params={{ studyId: result.studyId }}>
              {result.title}
            </Link>
            <div className={classes.line}>
              {[
                result.nctId,
                effectWords[result.effect],
                ...(result.linkedSites.length > 0
                  ? [`linked: ${result.linkedSites.join(", ")}`]
                  : []),
              ].join(" · ")}
            </div>
            {result.failedLinks.map(({ siteName, sentence }) => (
              <p key={siteName} className={classes.failed}>
                {siteName} could not be linked. {sentence} Open the study to link it there.
              </p>
            ))}
          </li>
        ))}
      </ul>
      <div className={classes.next}>
        <Button renderRoot={(props) => <Link to="/studies" {...props} />}>To the studies</Button>
        <Button variant="default" onClick={onAnother}>
          Import another file
        </Button>
      </div>
    </div>
  );
}
