"use client";

import { useRef, useState } from "react";
import { useWrite } from "@/components/api/use-write";
import { useKept } from "@/components/incidents/use-kept";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";
import { toast } from "@/components/ui/toast";
import type { Written } from "@/lib/incidents/dto";
import { LOOKS_AT, ReviewList } from "./review-list";
import type { SummaryView } from "./use-summary";

/** The decision on exactly the text that is shown: its version and hash go with it. */
export function DecideForm({ view }: { view: SummaryView }) {
  const { incidentKey, version, sha256 } = view.summary;
  const [comment, setComment, forget] = useKept(`decision:${incidentKey}`, "");
  const [needed, setNeeded] = useState(false);
  const [seen, setSeen] = useState<ReadonlySet<string>>(new Set());
  const [asking, setAsking] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const decide = useWrite<Written, "sign-offs" | "returns">(
    (kind) => ({
      method: "POST",
      path: `/incidents/${incidentKey}/summary/${kind}`,
      body: { version, sha256, comment: comment.trim() || null },
    }),
    {
      onSuccess: async (written, kind) => {
        view.apply(written.entries);
        forget();
        await view.refresh();
        toast.done(kind === "returns" ? `Returned version ${version}` : `Signed off version ${version}`);
      },
      // It may be another text by now; then that one is to be read.
      onError: () => {
        setAsking(false);
        void view.refresh();
      },
    },
  );

  function sendBack() {
    if (comment.trim() !== "") return decide.mutate("returns");
    setNeeded(true);
    field.current?.focus();
  }

  return (
    <div className="grid gap-3">
      <ReviewList seen={seen} onSee={setSeen} />
      <Field
        label="Comment"
        error={
          needed && comment.trim() === ""
            ? "Say what is missing, so that the authors know what to do."
            : undefined
        }
      >
        <Textarea
          ref={field}
          minRows={2}
          maxLength={5_000}
          placeholder="Needed when you return it"
          value={comment}
          onChange={(event) => setComment(() => event.target.value)}
        />
      </Field>
      {decide.error && <Banner tone="bad" title={decide.error.detail} />}
      <div className="flex gap-2">
        <Button
          variant="primary"
          size="lg"
          className="flex-1"
          busy={decide.isPending && decide.variables === "sign-offs"}
          disabled={decide.isPending && decide.variables === "returns"}
          onClick={() => setAsking(true)}
        >
          Sign off version {version}
        </Button>
        <Button
          size="lg"
          busy={decide.isPending && decide.variables === "returns"}
          disabled={decide.isPending && decide.variables === "sign-offs"}
          onClick={sendBack}
        >
          {comment.trim() === "" ? "Return…" : "Return"}
        </Button>
      </div>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={`Sign off version ${version}?`}
        description="It stands under your name, for exactly this text. An edit afterwards voids it."
        confirmLabel={`Sign off version ${version}`}
        busy={decide.isPending}
        onConfirm={() => decide.mutate("sign-offs")}
      >
        <Unseen seen={seen} />
      </ConfirmDialog>
    </div>
  );
}

/** Names what was not ticked; it is no condition, only a second look. */
function Unseen({ seen }: { seen: ReadonlySet<string> }) {
  const unseen = LOOKS_AT.filter((line) => !seen.has(line));
  if (unseen.length === 0) return null;
  return (
    <Banner tone="warn" title={`${unseen.length} of ${LOOKS_AT.length} not ticked`}>
      <ul className="list-disc pl-4">
        {unseen.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </Banner>
  );
}
