// Puts the study's questions into Today, loaded when they are first asked: the first screen stays quick.
import { lazy, Suspense } from "react";
import { LoadingRows } from "../components/states";
import type { QuestionsSlot } from "../features/today/today-screen";

const ScreeningSection = lazy(async () => {
  const { ScreeningSection } = await import("../features/screening/screening-section");
  return { default: ScreeningSection };
});

export const renderQuestions: QuestionsSlot = (lead, onMoved) => (
  <Suspense fallback={<LoadingRows rows={6} height={56} />}>
    <ScreeningSection lead={lead} onMoved={onMoved} />
  </Suspense>
);
