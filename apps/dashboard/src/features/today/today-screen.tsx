import { ScreenHeader } from "../../components/screen-header";
export function TodayScreen() {
  return <ScreenHeader title="Today" />;
}
