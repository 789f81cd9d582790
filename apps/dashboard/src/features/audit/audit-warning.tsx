// On every screen of those who answer for the trail: that it does not hold. Asked for once an hour; nothing is
// shown as long as nothing is known to be wrong.
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import banner from "../../components/banner.module.css";
import { useTRPC } from "../../lib/trpc";

const hour = 3_600_000;

export function AuditWarning() {
  const trpc = useTRPC();
  const { data } = useQuery(
    trpc.audit.state.queryOptions(undefined, { staleTime: hour, refetchInterval: hour }),
  );
  if (!data?.warning) return null;
  return (
    <p className={banner.banner} data-tone="bad" role="status">
      The audit trail does not hold. {data.warning} <Link to="/audit">Look at it</Link>
    </p>
  );
}
