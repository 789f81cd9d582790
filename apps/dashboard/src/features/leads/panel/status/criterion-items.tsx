// Which criterion failed: those that speak against the person first, then all others of the study.
import { Menu } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { errorSentence } from "../../../../lib/error-sentence";
import { useTRPC } from "../../../../lib/trpc";
import classes from "../../lead-menus.module.css";

interface Props {
  leadId: number;
  /** They are there now: the focus can go to the first. */
  onLoaded: () => void;
  onPick: (criterionId: number) => void;
}

export function CriterionItems({ leadId, onLoaded, onPick }: Props) {
  const trpc = useTRPC();
  const asked = useQuery(trpc.leads.moveChoices.queryOptions({ leadId }, { staleTime: 0 }));
  const criteria = asked.data?.criteria;
  const hasCome = criteria !== undefined;
  const loaded = useRef(onLoaded);
  useEffect(() => {
    if (hasCome) loaded.current();
  }, [hasCome]);
  if (!criteria) {
    return (
      <Menu.Label>
        {asked.isError ? errorSentence(asked.error) : "Loading the criteria…"}
      </Menu.Label>
    );
  }
  if (criteria.length === 0) {
    return (
      <Menu.Label>
        This study has no criteria yet. Whoever imports its record, or writes them, makes them.
      </Menu.Label>
    );
  }
  return (
    <>
      <Menu.Label>Which criterion failed?</Menu.Label>
      {criteria.map(({ id, label, text, isFailing }) => (
        <Menu.Item key={id} onClick={() => onPick(id)}>
          <span className={classes.criterion}>
            <strong>{label}</strong>
            <span>
              {isFailing ? <span className={classes.failing}>Answered against it. </span> : null}
              {text}
            </span>
          </span>
        </Menu.Item>
      ))}
    </>
  );
}
