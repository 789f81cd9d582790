// The server's shapes that Home works with.
import type { RouterOutputs } from "../../lib/trpc";

export type Home = RouterOutputs["home"]["read"];
export type PromiseStanding = Home["promises"][number];
export type SiteCharts = NonNullable<Home["charts"]>;
