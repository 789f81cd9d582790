// Shows nothing: answers that were pressed before a break go to the server, whichever screen is open.
import { useSendKeptAnswers } from "../features/screening/use-answers";

export function KeptAnswers() {
  useSendKeptAnswers();
  return null;
}
