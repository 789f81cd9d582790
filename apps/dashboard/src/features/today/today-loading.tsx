// The shape of a lead while the first one is fetched.
import { Skeleton } from "@mantine/core";
import classes from "./lead-in-front.module.css";

export function TodayLoading() {
  return (
    <div
      className={classes.sheet}
      role="status"
      aria-label="Loading the next lead"
      aria-busy="true"
    >
      <Skeleton height={16} width={260} radius="sm" />
      <Skeleton height={32} width={300} radius="sm" />
      <Skeleton height={56} width={460} maw="100%" radius="sm" />
      <Skeleton height={16} width={320} radius="sm" />
      <Skeleton height={120} mt={20} radius="sm" />
    </div>
  );
}
