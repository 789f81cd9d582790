// Something that may take a while: what it is at once, for how long from the second second on.
import { Loader } from "@mantine/core";
import { useEffect, useState } from "react";
import classes from "./working.module.css";

export function Working({ words }: { words: string }) {
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    const timer = window.setInterval(() => setSeconds((before) => before + 1), 1000);
    return () => window.clearInterval(timer);
  }, []);
  return (
    <p className={classes.working}>
      <Loader size={16} aria-hidden />
      <span role="status">{words}</span>
      {seconds > 0 ? <span>· {seconds} s</span> : null}
    </p>
  );
}
