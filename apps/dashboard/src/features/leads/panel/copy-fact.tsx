// Takes a number or an address along.
import { CopyButton } from "@mantine/core";
import classes from "./lead-facts.module.css";

export function CopyFact({ text, name }: { text: string; name: string }) {
  return (
    <CopyButton value={text} timeout={2000}>
      {({ copied, copy }) => (
        <button
          type="button"
          className={classes.change}
          onClick={copy}
          aria-label={copied ? `The ${name} is copied` : `Copy the ${name}`}
        >
          {copied ? "Copied" : "Copy"}
        </button>
      )}
    </CopyButton>
  );
}
