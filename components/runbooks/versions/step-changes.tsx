import { WordChanges } from "@/components/ui/word-changes";
import { Tag } from "@/components/ui/tag";
import type { DifferenceDto } from "@/lib/runbooks/dto";

type Change = DifferenceDto["steps"][number];

const KIND = { step: "", node: "chart", criterion: "exit criterion" } as const;

/** Steps that were added, removed, changed or moved, section by section. */
export function StepChanges({ steps }: { steps: readonly Change[] }) {
  const sections: { title: string; changes: Change[] }[] = [];
  for (const change of steps) {
    const title = (change.after ?? change.before)?.sectionTitle ?? "";
    if (sections.at(-1)?.title === title) sections.at(-1)?.changes.push(change);
    else sections.push({ title, changes: [change] });
  }
  return (
    <div className="space-y-4 p-4">
      {sections.map(({ title, changes }, index) => (
        <section key={index} aria-label={title || "Before the first heading"}>
          <h2 className="mb-1 font-semibold">{title || "Before the first heading"}</h2>
          <ul className="space-y-1.5">
            {changes.map((change) => (
              <StepChange key={`${change.before?.key} ${change.after?.key}`} change={change} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function StepChange({ change }: { change: Change }) {
  const { before, after, changed, moved } = change;
  const kind = KIND[(after ?? before)?.kind ?? "step"];
  return (
    <li className="phone:flex-col phone:gap-0.5 flex items-start gap-2">
      <span className="flex flex-none gap-1 sm:w-36 sm:flex-wrap">
        {!before && <Tag tone="good">added</Tag>}
        {!after && <Tag tone="bad">removed</Tag>}
        {changed.length > 0 && <Tag tone="warn">changed</Tag>}
        {moved && <Tag tone="act">moved</Tag>}
        {kind && <Tag>{kind}</Tag>}
      </span>
      <div className="min-w-0">
        <p className="break-words">
          {before && after ? (
            <WordChanges before={before.text} after={after.text} />
          ) : (
            (after ?? before)?.text
          )}
        </p>
        {changed.some((part) => part !== "text") && (
          <p className="meta">Also changed: {changed.filter((part) => part !== "text").join(", ")}</p>
        )}
        {moved && before && after && before.sectionTitle !== after.sectionTitle && (
          <p className="meta">Was in {before.sectionTitle || "no section"}</p>
        )}
      </div>
    </li>
  );
}
