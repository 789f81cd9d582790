// The words to read to the person, and the yes to exactly these words.
import { Button, Checkbox } from "@mantine/core";
import { languageName } from "@studydesk/domain/leads/languages";
import {
  directionOf,
  type PublicLanguage,
  readPublicLanguage,
} from "@studydesk/domain/public-language";
import { useQuery } from "@tanstack/react-query";
import { errorSentence } from "../../../lib/error-sentence";
import { useTRPC } from "../../../lib/trpc";
import classes from "./new-lead.module.css";

/** In the person's own language where it exists in that, else in English. */
export function useConsentText(studyId: number | undefined, spoken: string) {
  const trpc = useTRPC();
  const language: PublicLanguage = readPublicLanguage(spoken) ?? "en";
  return useQuery(
    trpc.leads.consentText.queryOptions(
      { studyId: studyId ?? 0, language },
      { enabled: studyId !== undefined, staleTime: 60_000 },
    ),
  );
}

interface Props {
  text: ReturnType<typeof useConsentText>;
  /** BCP 47, of the person. */
  spoken: string;
  agreedTo: number | undefined;
  problem: string | undefined;
  onAgree: (consentTextId: number | undefined) => void;
}

export function ConsentPart({ text, spoken, agreedTo, problem, onAgree }: Props) {
  const { data, error, refetch } = text;
  const language = readPublicLanguage(data?.language) ?? "en";
  return (
    <fieldset className={classes.consent}>
      <legend>Consent to be contacted</legend>
      {data ? (
        <>
          <p className={classes.quiet}>
            Read this to the person: wording {data.number}, {languageName(language)}
            {spoken !== "" && readPublicLanguage(spoken) === undefined
              ? ` (there is none in ${languageName(spoken)})`
              : ""}
            .
          </p>
          <blockquote lang={language} dir={directionOf(language)} className={classes.wording}>
            {data.text}
          </blockquote>
        </>
      ) : error ? (
        <p className={classes.refusal} role="alert">
          {errorSentence(error)}{" "}
          <Button size="compact-sm" variant="default" onClick={() => void refetch()}>
            Try again
          </Button>
        </p>
      ) : (
        <p className={classes.quiet}>
          {text.isFetching
            ? "Loading the words to read"
            : "Choose the study: its words stand here."}
        </p>
      )}
      <Checkbox
        label="The person agreed to this text"
        required
        disabled={!data}
        checked={data !== undefined && agreedTo === data.id}
        error={problem}
        aria-invalid={problem !== undefined}
        onChange={(event) => onAgree(event.currentTarget.checked ? data?.id : undefined)}
      />
    </fieldset>
  );
}
