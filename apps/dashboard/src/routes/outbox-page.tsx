// Hands the address's choices to the outbox.
import { getRouteApi } from "@tanstack/react-router";
import { OutboxScreen } from "../features/outbox/outbox-screen";

const route = getRouteApi("/desk/outbox");

export function OutboxPage() {
  return <OutboxScreen search={route.useSearch()} />;
}
