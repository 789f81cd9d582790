// Who asks, from the session cookie. Found sessions are remembered for some seconds, so that a screen's
// requests do not each read the same rows; whatever ends a session or changes a role empties it at once.
import type { Viewer } from "@studydesk/domain/people/viewer";

export interface Viewers {
  /** Undefined: nobody is signed in, or no longer. */
  read(headers: Headers): Promise<Viewer | undefined>;
  /** Call after the commit that ended a session, changed a role or a password. */
  forgetAll(): void;
}
