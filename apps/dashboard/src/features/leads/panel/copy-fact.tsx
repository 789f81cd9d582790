// Takes a number or an address along.
import { Button, CopyButton } from "@mantine/core";

export function CopyFact({ text, name }: { text: string; name: string }) {
  return (
    <CopyButton value={text} timeout={2000}>
      {({ copied, copy }) => (
        <Button variant="subtle" size="compact-sm" onClick={copy} aria-label={`Copy the ${name}`}>
          {copied ? "Copied" : "Copy"}
        </Button>
      )}
    </CopyButton>
  );
}
