// Every page around a private link, by what is to be said.
import type { PageShell } from "../page-shell";
import type { Texts } from "../texts/texts";
import { type Confirmation, ErasePageView, WithdrawPageView } from "./status-confirm-pages";
import {
  type AskedFor,
  AskedLinkPageView,
  AskLinkPageView,
  ErasedPageView,
  UnknownLinkPageView,
  WaitPageView,
} from "./status-link-pages";
import { type OwnPage, StatusPageView } from "./status-page";

export type StatusScreen =
  | ({ kind: "own" } & OwnPage)
  | ({ kind: "withdraw" | "erase" } & Confirmation)
  | { kind: "ask"; asked: AskedFor }
  | { kind: "asked" | "unknown" | "erased" }
  | { kind: "wait"; seconds: number };

export function StatusScreenView(props: { t: Texts; shell: PageShell; screen: StatusScreen }) {
  const { screen, ...rest } = props;
  switch (screen.kind) {
    case "own":
      return <StatusPageView {...rest} own={screen} />;
    case "withdraw":
      return <WithdrawPageView {...rest} confirmation={screen} />;
    case "erase":
      return <ErasePageView {...rest} confirmation={screen} />;
    case "ask":
      return <AskLinkPageView {...rest} asked={screen.asked} />;
    case "asked":
      return <AskedLinkPageView {...rest} />;
    case "unknown":
      return <UnknownLinkPageView {...rest} />;
    case "erased":
      return <ErasedPageView {...rest} />;
    case "wait":
      return <WaitPageView {...rest} seconds={screen.seconds} />;
  }
}
