// Home, with the site that the address names, and what a study's clock is about to do.
import { useSearch } from "@tanstack/react-router";
import { HomeScreen } from "../features/home/home-screen";
import { ComingErasures } from "../features/retention/coming-erasures";

export function HomePage() {
  const siteId = useSearch({ from: "/desk/home", select: ({ site }) => site });
  return <HomeScreen siteId={siteId} notice={<ComingErasures />} />;
}
