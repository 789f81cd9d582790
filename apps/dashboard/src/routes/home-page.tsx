// Home, with the site that the address names.
import { useSearch } from "@tanstack/react-router";
import { HomeScreen } from "../features/home/home-screen";

export function HomePage() {
  return <HomeScreen siteId={useSearch({ from: "/desk/home", select: ({ site }) => site })} />;
}
