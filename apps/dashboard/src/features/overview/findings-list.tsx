// What the text says and the registry's text does not bear out, claim by claim: where it stands, why it
// is marked, and the person's word that they looked.
import { Checkbox, UnstyledButton } from "@mantine/core";
import { type ClaimFinding, claimKindLabels } from "@studydesk/domain/studies/check-claims";
import { setIn } from "../../lib/language-words";
import classes from "./findings-list.module.css";
import type { OverviewPlace } from "./overview-types";
import type { CheckedClaims } from "./use-checked-claims";

interface Props {
  place: OverviewPlace;
  hasText: boolean;
  findings: readonly ClaimFinding[];
  checked: CheckedClaims;
  onShow: (finding: ClaimFinding) => void;
}

export function FindingsList({ place, hasText, findings, checked, onShow }: Props) {
  const open = findings.filter(({ key }) => !checked.has(key)).length;
  return (
    <section className={classes.section} aria-labelledby="overview-findings">
      <h2 className={classes.title} id="overview-findings">
        Claims to check{" "}
        {findings.length > 0 ? (
          <span>
            · {open} of {findings.length} open
          </span>
        ) : null}
      </h2>
      <p className={classes.none}>
        {!hasText
          ? "Numbers, treatments, names and promises that the registry text does not bear out are marked as you type."
          : findings.length === 0
            ? "Nothing is marked. The checks know numbers, treatments, names and promises; whether the text is right, only a reader can tell."
            : "Change the words, or compare each with the registry text and say that you did."}
      </p>
      <ul className={classes.list}>
        {findings.map((finding) => (
          <li key={`${finding.start} ${finding.key}`} className={classes.finding}>
            <div>
              <span className={classes.kind}>{claimKindLabels[finding.kind]}</span>{" "}
              <UnstyledButton
                className={classes.quote}
                onClick={() => onShow(finding)}
                aria-label={`Show “${finding.quote}” in the text`}
              >
                <span {...setIn(place.language)}>{finding.quote}</span>
              </UnstyledButton>
            </div>
            <p>{finding.why}</p>
            <Checkbox
              size="xs"
              label="I checked this"
              aria-label={`I checked this: ${finding.quote}`}
              checked={checked.has(finding.key)}
              onChange={(event) => checked.set(finding.key, event.currentTarget.checked)}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
