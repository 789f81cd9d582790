// How a share's state looks: colour only beside its words.
import type { ShareState } from "@studydesk/domain/shares/share-state";
import type { Tone } from "../../components/status-badge";

export const shareTones: Readonly<Record<ShareState, Tone>> = {
  active: "good",
  expired: "idle",
  used_up: "idle",
  revoked: "bad",
};
