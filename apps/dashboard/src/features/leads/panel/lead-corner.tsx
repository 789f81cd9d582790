// At the corner of an open lead: the one before, the next one, and back.
import { ActionIcon } from "@mantine/core";

interface Props {
  /** Undefined at the end of the list. */
  onBefore: (() => void) | undefined;
  onNext: (() => void) | undefined;
  onClose: () => void;
}

export function LeadCorner({ onBefore, onNext, onClose }: Props) {
  return (
    <>
      <Corner name="Previous lead" keyName="k" sign="↑" onClick={onBefore} />
      <Corner name="Next lead" keyName="j" sign="↓" onClick={onNext} />
      <Corner name="Close the lead" keyName="Esc" sign="×" onClick={onClose} />
    </>
  );
}

interface CornerProps {
  name: string;
  keyName: string;
  sign: string;
  onClick: (() => void) | undefined;
}

function Corner({ name, keyName, sign, onClick }: CornerProps) {
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      aria-label={name}
      title={`${name} (${keyName})`}
      disabled={onClick === undefined}
      onClick={onClick}
    >
      <span aria-hidden="true">{sign}</span>
    </ActionIcon>
  );
}
