// Ends the session and forgets everything this tab had loaded.
import { showToast } from "../../lib/toasts";
import { forgetDrafts } from "../../lib/use-draft";
import { signOut } from "./auth-requests";

export async function endSession(): Promise<void> {
  const answer = await signOut();
  if (answer.ok) {
    forgetDrafts();
    // A fresh page: nothing of what was open stays in this tab's memory.
    window.location.assign("/desk/");
  } else {
    showToast(`You are still signed in. ${answer.sentence}`, { tone: "bad" });
  }
}
