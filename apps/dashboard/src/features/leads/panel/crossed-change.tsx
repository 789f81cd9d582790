// A status, an owner or a follow-up that met somebody else's: both and what was before, and a pick.
import { fullName } from "@studydesk/domain/leads/full-name";
import { type LeadStatus, leadStatusLabels } from "@studydesk/domain/leads/lead-status";
import { type StatusReason, statusReasonLabels } from "@studydesk/domain/leads/status-reasons";
import { useMe } from "../../../lib/me";
import { dayAndTimeWords } from "../../../lib/time-words";
import { offerUndo } from "../../../lib/undo";
import { useNow } from "../../../lib/use-now";
import { type Crossing, dropCrossing, useCrossing } from "../crossings";
import type { LeadView } from "../lead-types";
import { useAssignLead } from "../use-assign-lead";
import { useChangeStatus } from "../use-change-status";
import { useSetFollowUp } from "../use-set-follow-up";
import classes from "./crossed-change.module.css";
import { ThreeWays } from "./three-ways";

interface Props {
  lead: LeadView;
  /** After a pick: what was open for it can close. */
  onPicked: () => void;
}

type Of<Kind extends Crossing["kind"]> = Extract<Crossing, { kind: Kind }>;

export function CrossedChange({ lead, onPicked }: Props) {
  const me = useMe();
  const crossing = useCrossing(lead.id);
  // The lead is on its way; without what is there now nobody can pick.
  if (!crossing || lead.version <= crossing.version) return null;
  const settle = () => {
    dropCrossing(me.userId, lead.id);
    onPicked();
  };
  return (
    <div className={classes.place}>
      {crossing.kind === "status" ? (
        <CrossedStatus lead={lead} crossing={crossing} onSettled={settle} />
      ) : crossing.kind === "owner" ? (
        <CrossedOwner lead={lead} crossing={crossing} onSettled={settle} />
      ) : (
        <CrossedFollowUp lead={lead} crossing={crossing} onSettled={settle} />
      )}
    </div>
  );
}

interface CrossedProps<Kind extends Crossing["kind"]> {
  lead: LeadView;
  crossing: Of<Kind>;
  onSettled: () => void;
}

function CrossedStatus({ lead, crossing, onSettled }: CrossedProps<"status">) {
  const change = useChangeStatus(lead);
  const { to, reason, criterionId, was, version } = crossing;
  const move = lead.moves.find((each) => each.to === to && each.blocked === null);
  const fitsReason = move && (reason ? move.reasons.includes(reason) : !move.reasonRequired);
  // What was entered of a consent is kept nowhere: it is entered again.
  const isConsent = move?.asks.includes("study_consent") === true;
  const fits = fitsReason && !isConsent;
  const input = { leadId: lead.id, expectedVersion: lead.version, to };
  const given = { ...(reason ? { reason } : {}), ...(criterionId ? { criterionId } : {}) };
  return (
    <ThreeWays
      lead={lead}
      part="status"
      version={version}
      mine={statusWords(to, reason)}
      theirs={statusWords(lead.status, lead.statusReason)}
      was={statusWords(was)}
      isSaving={change.isPending}
      onTheirs={onSettled}
      why={
        isConsent
          ? "Enter the consent once more under Status, if it still holds."
          : `From “${leadStatusLabels[lead.status]}” there is no way to “${leadStatusLabels[to]}”. Talk to each other, or pick another status.`
      }
      onMine={
        fits
          ? () =>
              change.mutateAsync({ ...input, ...given }).then((changed) => {
                onSettled();
                said(changed, statusWords(changed.status));
              }, stays)
          : undefined
      }
    />
  );
}

function statusWords(status: LeadStatus, reason?: StatusReason | null): string {
  const why = reason ? `: ${statusReasonLabels[reason].toLowerCase()}` : "";
  return `${leadStatusLabels[status]}${why}`;
}

function CrossedOwner({ lead, crossing, onSettled }: CrossedProps<"owner">) {
  const { to, toName, wasName, version } = crossing;
  const assign = useAssignLead(lead, to && toName ? [{ userId: to, name: toName }] : []);
  return (
    <ThreeWays
      lead={lead}
      part="owner"
      version={version}
      mine={toName ?? "Unassigned"}
      theirs={lead.ownerName ?? "Unassigned"}
      was={wasName ?? "Unassigned"}
      isSaving={assign.isPending}
      onTheirs={onSettled}
      onMine={() =>
        assign
          .mutateAsync({ leadId: lead.id, expectedVersion: lead.version, ownerId: to })
          .then((changed) => {
            onSettled();
            said(changed, `with ${changed.ownerName ?? "nobody"}`);
          }, stays)
      }
    />
  );
}

function CrossedFollowUp({ lead, crossing, onSettled }: CrossedProps<"followUp">) {
  const set = useSetFollowUp(lead);
  const now = useNow();
  const { to, note, was, wasNote, version } = crossing;
  const words = (at: string | null, text: string | null) =>
    at && `${dayAndTimeWords(at, now)}${text ? ` — ${text}` : ""}`;
  return (
    <ThreeWays
      lead={lead}
      part="followUp"
      version={version}
      mine={words(to, note)}
      theirs={words(lead.followUpAt, lead.followUpNote)}
      was={words(was, wasNote)}
      isSaving={set.isPending}
      onTheirs={onSettled}
      onMine={() =>
        set
          .mutateAsync({
            leadId: lead.id,
            expectedVersion: lead.version,
            at: to,
            ...(note ? { note } : {}),
          })
          .then((changed) => {
            onSettled();
            said(changed, to ? `follow-up ${dayAndTimeWords(to, new Date())}` : "no follow-up");
          }, stays)
      }
    />
  );
}

function said(lead: LeadView, words: string): void {
  offerUndo({ message: `${fullName(lead)}: ${words}.`, changeId: lead.changeId });
}

/** The change itself says what went wrong; the pick stays to be made. */
function stays(): void {}
