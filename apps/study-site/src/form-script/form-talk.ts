// What every part of the form's script is given.
import type { FormScriptTexts } from "../texts/en/form-script";

export interface FormTalk {
  form: HTMLFormElement;
  words: FormScriptTexts;
  /** Says it to those who hear the page, when they have a moment. */
  announce: (sentence: string) => void;
  /** Ends when the form is sent, or another takes its place. */
  signal: AbortSignal;
}
