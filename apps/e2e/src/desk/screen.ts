// A screen as it is looked at: who is there, where, and in which state.
import type { Page } from "@playwright/test";
import type { Desk } from "./start-desk";

export interface Screen {
  name: string;
  /** Start of the e-mail of whoever looks; undefined: a visitor. */
  who?: "mei" | "sam" | "ada" | "wen";
  path: string;
  /** Brings the screen into the state that is looked at. */
  prepare?: (page: Page, desk: Desk) => Promise<void>;
  /** Takes back what would be missing from the screens after it. */
  restore?: (page: Page) => Promise<void>;
  /** What leads to it is not there on a phone. */
  isForDesk?: true;
  /** Nothing may be left of other screens, and what this one leaves behind outlasts it. */
  hasOwnTab?: true;
}
