// What to look for in the trail: a chip for each thing, all in the address.
import { Button, NumberInput, UnstyledButton } from "@mantine/core";
import { auditGroupLabels, auditGroups } from "@studydesk/domain/audit/audit-actions";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { ChipPopover } from "../../components/chip-popover";
import { DayRangeChip } from "../../components/day-range-chip";
import { FilterChip, type FilterOption } from "../../components/filter-chip";
import { useTRPC } from "../../lib/trpc";
import classes from "./audit.module.css";
import { type AuditSearch, isNarrowed, withoutFilters } from "./audit-search";

const groups = auditGroups.map((value) => ({ value, label: auditGroupLabels[value] }));

type Choice = "actorId" | "group" | "siteId" | "studyId";

export function AuditFilterBar({ search }: { search: AuditSearch }) {
  const trpc = useTRPC();
  const navigate = useNavigate({ from: "/audit" });
  const [openName, setOpenName] = useState<string>();
  const choices = useQuery(trpc.audit.choices.queryOptions(undefined, { staleTime: 60_000 }));
  const studies = useQuery(trpc.studies.list.queryOptions(undefined, { staleTime: 300_000 }));
  const set = (change: Partial<AuditSearch>) =>
    void navigate({ search: (before) => ({ ...before, ...change }), resetScroll: false });
  const openProps = (name: string) => ({
    isOpen: openName === name,
    onOpenChange: (isOpen: boolean) => setOpenName(isOpen ? name : undefined),
  });
  const chips: readonly {
    name: Choice;
    label: string;
    options: readonly FilterOption[];
    read: (picked: string) => Partial<AuditSearch>;
  }[] = [
    {
      name: "actorId",
      label: "Who",
      options: (choices.data?.people ?? []).map(({ userId, name }) => ({
        value: userId,
        label: name,
      })),
      read: (actorId) => ({ actorId }),
    },
    {
      name: "group",
      label: "What",
      options: groups,
      read: (picked) => ({ group: auditGroups.find((group) => group === picked) }),
    },
    {
      name: "siteId",
      label: "Site",
      options: (choices.data?.sites ?? []).map(({ siteId, name }) => ({
        value: String(siteId),
        label: name,
      })),
      read: (picked) => ({ siteId: Number(picked) }),
    },
    {
      name: "studyId",
      label: "Study",
      options: (studies.data?.studies ?? []).map(({ id, title }) => ({
        value: String(id),
        label: title,
      })),
      read: (picked) => ({ studyId: Number(picked) }),
    },
  ];
  return (
    <div className={classes.filters}>
      {chips.map(({ name, label, options, read }) => {
        const picked = search[name] === undefined ? [] : [String(search[name])];
        return (
          <FilterChip
            key={name}
            isSingle
            name={label}
            options={options}
            picked={picked}
            {...openProps(name)}
            onPick={([value]) => set(value === undefined ? { [name]: undefined } : read(value))}
            onRemove={picked.length > 0 ? () => set({ [name]: undefined }) : undefined}
          />
        );
      })}
      <LeadChip
        leadId={search.leadId}
        {...openProps("leadId")}
        onLead={(leadId) => set({ leadId })}
      />
      <DayRangeChip
        name="When"
        range={{ from: search.from, to: search.to }}
        {...openProps("days")}
        onRange={({ from, to }) => set({ from, to })}
        onRemove={
          search.from || search.to ? () => set({ from: undefined, to: undefined }) : undefined
        }
      />
      {isNarrowed(search) ? (
        <UnstyledButton className={classes.clear} onClick={() => set(withoutFilters)}>
          Clear all
        </UnstyledButton>
      ) : null}
    </div>
  );
}

interface LeadChipProps {
  leadId: number | undefined;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  onLead: (leadId: number | undefined) => void;
}

function LeadChip({ leadId, isOpen, onOpenChange, onLead }: LeadChipProps) {
  const [typed, setTyped] = useState<string | number>(leadId ?? "");
  function submit(event: FormEvent) {
    event.preventDefault();
    onLead(typeof typed === "number" && typed > 0 ? typed : undefined);
    onOpenChange(false);
  }
  return (
    <ChipPopover
      name="Lead"
      words={leadId === undefined ? "any" : String(leadId)}
      isOn={leadId !== undefined}
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      onRemove={leadId === undefined ? undefined : () => onLead(undefined)}
      width={300}
    >
      <form className={classes.leadForm} onSubmit={submit}>
        <NumberInput
          label="Lead number"
          value={typed}
          onChange={setTyped}
          min={1}
          max={2_147_483_647}
          allowDecimal={false}
          hideControls
        />
        <Button type="submit">Show</Button>
      </form>
    </ChipPopover>
  );
}
