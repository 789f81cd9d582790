// placeholder until the stream below is written
import type { ReactNode } from "react";
export function LiveProvider({ children }: { userId: string; children: ReactNode }) {
  return children;
}
