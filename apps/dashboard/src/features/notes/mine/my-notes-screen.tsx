// My notes: all of one's own in one place, on whatever lead or study they hang. Searched by opening them on
// the server, which keeps nothing of the search.

import { Button, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { Link } from "@tanstack/react-router";
import { useRef, useState } from "react";
import { KeyHint } from "../../../components/key-hint";
import { NextPage } from "../../../components/next-page";
import pills from "../../../components/pill-tabs.module.css";
import { ScreenHeader } from "../../../components/screen-header";
import { EmptyState, ErrorState, LoadingRows } from "../../../components/states";
import { useKeys } from "../../../lib/keys/use-keys";
import classes from "./my-notes.module.css";
import { MyNotesList } from "./my-notes-list";
import { type MyNotesSearch, type MyNotesTab, myNotesTabs } from "./my-notes-search";
import { TagFilter } from "./tag-filter";
import { type MyNote, useMyNotes } from "./use-my-notes";

const tabNames: Readonly<Record<MyNotesTab, string>> = {
  all: "All",
  pinned: "Pinned",
  changed: "Words changed",
};

interface Props {
  search: MyNotesSearch;
  onShare: (notes: readonly MyNote[]) => void;
}

export function MyNotesScreen({ search: { only }, onShare }: Props) {
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState("");
  const [tag, setTag] = useState<string>();
  const [text] = useDebouncedValue(typed.trim(), 250);
  const notes = useMyNotes({
    ...(text === "" ? {} : { search: text }),
    ...(tag === undefined ? {} : { tag }),
    ...(only === undefined ? {} : { only }),
  });
  useKeys("My notes", [{ keys: "/", name: "Search", run: () => field.current?.focus() }]);
  const isNarrowed = text !== "" || tag !== undefined;
  const isWhole = notes.data !== undefined && !notes.goesOn && !notes.hasNextPage;
  return (
    <>
      <ScreenHeader
        title="My notes"
        detail="Yours alone: nobody else reads them, whatever their role"
      >
        <div className={classes.filters}>
          <nav className={pills.tabs} aria-label="Which notes">
            {myNotesTabs.map((tab) => (
              <Link
                key={tab}
                to="/notes"
                search={tab === "all" ? {} : { only: tab }}
                className={pills.tab}
                data-current={tab === (only ?? "all")}
                {...(tab === (only ?? "all") ? { "aria-current": "page" } : {})}
              >
                {tabNames[tab]}
              </Link>
            ))}
          </nav>
          <TextInput
            ref={field}
            className={classes.search}
            type="search"
            aria-label="Search my notes, their quotes and tags"
            placeholder="Search my notes…"
            maxLength={200}
            autoComplete="off"
            value={typed}
            rightSection={typed === "" ? <KeyHint keys="/" /> : null}
            onChange={(event) => setTyped(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key !== "Escape") return;
              if (typed === "") event.currentTarget.blur();
              setTyped("");
            }}
          />
        </div>
        <TagFilter tags={notes.tags} chosen={tag} onChoose={setTag} />
      </ScreenHeader>
      <div className={classes.body}>
        <MyNotesList
          notes={notes.rows}
          of={JSON.stringify([only, text, tag])}
          onShare={onShare}
          empty={
            isWhole ? (
              <NoNotes
                only={only}
                isNarrowed={isNarrowed}
                onWiden={() => {
                  setTyped("");
                  setTag(undefined);
                  field.current?.focus();
                }}
              />
            ) : null
          }
        />
        {notes.isError && !notes.data ? (
          <ErrorState error={notes.error} onRetry={() => void notes.refetch()} />
        ) : null}
        {notes.isPending || notes.goesOn ? <LoadingRows rows={4} height={90} /> : null}
        {notes.goesOn ? null : <NextPage pages={notes}>Show older ones</NextPage>}
      </div>
    </>
  );
}

interface NoNotesProps {
  only: MyNotesSearch["only"] | undefined;
  isNarrowed: boolean;
  onWiden: () => void;
}

function NoNotes({ only, isNarrowed, onWiden }: NoNotesProps) {
  if (isNarrowed) {
    return (
      <EmptyState
        title="No note of yours has these words"
        action={
          <Button variant="default" size="compact-md" onClick={onWiden}>
            Search for something else
          </Button>
        }
      >
        Looked for in what your notes say, in the words they are about and in their tags.
      </EmptyState>
    );
  }
  if (only === "changed") {
    return (
      <EmptyState title="Every note fits its words">
        When a text that one of your notes is about is edited, the note comes here, with the way to
        attach it again.
      </EmptyState>
    );
  }
  if (only === "pinned") {
    return (
      <EmptyState title="Nothing is pinned">
        Pin a note to have it first on its lead or study, and here.
      </EmptyState>
    );
  }
  return (
    <EmptyState title="You have no notes yet">
      Open a lead or a study and write one, or select words there and press Add note. What you write
      is for you alone.
    </EmptyState>
  );
}
