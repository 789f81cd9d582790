// What only the form's script says.
import type { FormScriptTexts } from "../en/form-script";
import { formProblem } from "./form-problems";

export const formScript: FormScriptTexts = {
  problem: formProblem,
  sending: "正在发送…",
  draftKept: "您填写的内容会保存在这台设备上，直到发送为止，最多保存 7 天。",
  draftClear: "清除",
  draftCleared: "已清除。这台设备上没有保存任何内容。",
  phoneRead: (number, country) =>
    country ? `我们识别为 ${number}（${country}）。` : `我们识别为 ${number}。`,
  phoneDoubtful: "我们没能识别出完整的号码。请您再看一下；也可以就这样发送。",
  waitingTitle: "没有网络连接",
  waiting:
    "您的留言暂存在这台设备上，一旦恢复连接就会自动发送。请保持此页面打开，或稍后再回到此页面。",
  waitingStill: "仍然没有连接。您的留言继续在此等待。",
  sendNow: "立即发送",
  doNotSend: "不发送",
  takenBack: "您的留言没有发送。您填写的内容仍在表单中。",
  waitedTooLong: "您的留言在这台设备上等待了 7 天以上，一直没有连接。留言没有发送，现已删除。",
};
