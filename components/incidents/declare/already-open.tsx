"use client";

import { Banner } from "@/components/ui/banner";
import { ButtonLink } from "@/components/ui/button";
import { useOtherOpen } from "../use-other-open";
import type { DeclareForm } from "./declare-form.rules";
import { similarOpen } from "./similar-open.rules";

/** Open incidents that this one may be: two of the same divide those who work on it. */
export function AlreadyOpen({ form, onLeave }: { form: DeclareForm; onLeave: () => void }) {
  const { incidents } = useOtherOpen({ key: "", kind: form.kind }, "");
  return similarOpen(incidents, form).map(({ key, severity, title }) => (
    <Banner
      key={key}
      title={`Is it ${key}?`}
      action={
        <ButtonLink size="sm" href={`/incidents/${key}`} onClick={onLeave}>
          Open {key}
        </ButtonLink>
      }
    >
      SEV{severity}, open: {title}
    </Banner>
  ));
}
