// The button beneath selected words. Below them, because a phone shows its own menu above.
import { Button } from "@mantine/core";
import { useLayoutEffect, useRef } from "react";
import { createPortal } from "react-dom";
import { KeyHint } from "../../../components/key-hint";
import { useKeys } from "../../../lib/keys/use-keys";
import { type SelectedWords, useSelectedWords } from "./selected-words";
import classes from "./words.module.css";

interface Props {
  label: string;
  onPress: (selected: SelectedWords) => void;
}

export function SelectionOffer({ label, onPress }: Props) {
  const selected = useSelectedWords();
  return selected ? <Offer selected={selected} label={label} onPress={onPress} /> : null;
}

function Offer({ selected, label, onPress }: Props & { selected: SelectedWords }) {
  const bar = useRef<HTMLDivElement>(null);
  function press() {
    document.getSelection()?.removeAllRanges();
    onPress(selected);
  }
  useKeys("Selected words", [{ keys: "n", name: label, run: press }]);
  const { box } = selected;
  useLayoutEffect(() => {
    const { current } = bar;
    if (!current) return;
    const gap = matchMedia("(pointer: coarse)").matches ? 32 : 8;
    const within = (at: number, size: number, room: number) =>
      `${Math.max(8, Math.min(at, room - size - 8)).toString()}px`;
    current.style.left = within(
      box.right - current.offsetWidth / 2,
      current.offsetWidth,
      innerWidth,
    );
    current.style.top = within(box.bottom + gap, current.offsetHeight, innerHeight);
  }, [box]);
  return createPortal(
    // A press must not take the selection away before it is heard.
    <div ref={bar} className={classes.bar} onPointerDown={(event) => event.preventDefault()}>
      <Button size="compact-md" onClick={press} rightSection={<KeyHint keys="n" />}>
        {label}
      </Button>
    </div>,
    document.body,
  );
}
