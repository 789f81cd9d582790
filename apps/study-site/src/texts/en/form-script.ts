// What only the form's script says: what is kept on the device, how a number was read, a message that
// waits for a connection. The sentences about faults are the page's own.
import { formProblem } from "./form-problems";

export const formScript = {
  problem: formProblem,
  sending: "Sending…",
  draftKept: "What you type is kept on this device until you send it, for 7 days at most.",
  draftClear: "Clear it",
  draftCleared: "Cleared. Nothing is kept on this device.",
  /** `country` is empty where a number belongs to none. */
  phoneRead: (number: string, country: string) =>
    country ? `We read this as ${number} (${country}).` : `We read this as ${number}.`,
  phoneDoubtful:
    "We could not make out a complete number. Please look again; you can also send it as it is.",
  waitingTitle: "No connection",
  waiting:
    "Your message waits on this device and is sent by itself as soon as there is a connection. Keep this page open or come back to it.",
  waitingStill: "There is still no connection. Your message goes on waiting here.",
  sendNow: "Send now",
  doNotSend: "Do not send",
  takenBack: "Your message was not sent. What you typed is still in the form.",
  waitedTooLong:
    "Your message waited on this device for more than 7 days without a connection. It was not sent, and it has been removed.",
};

export type FormScriptTexts = typeof formScript;
