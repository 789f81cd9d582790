// How wide words are in the desk's type, and anew once its font has come.
import { useEffect, useMemo, useReducer } from "react";
import type { MeasureText } from "./wrap-words";

export const flowFontSize = 13;
/** Figures of one width are a little wider than those that are measured. */
const slack = 1.03;

export function useTextMeasure(): MeasureText {
  const [looks, lookAgain] = useReducer((count: number) => count + 1, 0);
  useEffect(() => {
    let isGone = false;
    void document.fonts.ready.then(() => {
      if (!isGone) lookAgain();
    });
    return () => {
      isGone = true;
    };
  }, []);
  // Anew with the font, though nothing that is read here says so.
  return useMemo(() => createMeasure(looks), [looks]);
}

function createMeasure(_looks: number): MeasureText {
  const pen = document.createElement("canvas").getContext("2d");
  const family = getComputedStyle(document.body).fontFamily;
  const known = new Map<string, number>();
  return (text, weight) => {
    const key = `${weight} ${text}`;
    let width = known.get(key);
    if (width === undefined) {
      if (pen) {
        pen.font = `${weight === "strong" ? "600" : "400"} ${flowFontSize.toString()}px ${family}`;
      }
      width = (pen?.measureText(text).width ?? text.length * 8) * slack;
      known.set(key, width);
    }
    return width;
  };
}
