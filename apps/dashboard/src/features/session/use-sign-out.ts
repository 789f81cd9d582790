// Ends the session and forgets everything this tab had loaded.
import { useQueryClient } from "@tanstack/react-query";
import { clearToasts, showToast } from "../../lib/toasts";
import { useTRPC } from "../../lib/trpc";
import { signOut } from "./auth-requests";

export function useSignOut(): () => void {
  const queryClient = useQueryClient();
  const trpc = useTRPC();
  return () => {
    void signOut().then((answer) => {
      if (!answer.ok) {
        showToast(`You are still signed in. ${answer.sentence}`, { tone: "bad" });
        return;
      }
      clearToasts();
      queryClient.clear();
      queryClient.setQueryData(trpc.people.me.queryKey(), null);
    });
  };
}
