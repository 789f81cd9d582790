// Review, with the candidate that the address names.
import { useSearch } from "@tanstack/react-router";
import { ReviewScreen } from "../features/reviews/review-screen";

export function ReviewPage() {
  return <ReviewScreen leadId={useSearch({ from: "/desk/review", select: ({ lead }) => lead })} />;
}
