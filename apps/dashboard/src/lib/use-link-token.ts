// The token of a link stands behind its #, which no server and no log sees; it is read once and taken out of
// the address bar.
import { useNavigate } from "@tanstack/react-router";
import { useEffect, useState } from "react";

/** Empty where the address is not complete. */
export function useLinkToken(): string {
  const navigate = useNavigate();
  const [token] = useState(() => window.location.hash.slice(1));
  useEffect(() => {
    if (token !== "") void navigate({ to: ".", hash: "", replace: true });
  }, [token, navigate]);
  return token;
}
