// What a criterion lists below itself, as deep as the record does.
import type { CriterionChild } from "@studydesk/domain/studies/criteria";

interface Props {
  points: readonly CriterionChild[];
  className: string | undefined;
}

export function CriterionPoints({ points, className }: Props) {
  if (points.length === 0) return null;
  return (
    <ul className={className}>
      {points.map((point, index) => (
        <li key={`${index.toString()} ${point.text}`}>
          {point.text}
          <CriterionPoints points={point.children} className={className} />
        </li>
      ))}
    </ul>
  );
}
