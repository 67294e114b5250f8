import { expect, test } from "vitest";
import { newId } from "@/lib/kernel/ids";
import { entryHash, headMessage } from "@/lib/timeline/hash.rules";
import { isSignedBy, newSigningKey, signerFrom } from "@/lib/timeline/signing";
import { shortIncident } from "./short-incident";
import { withNotes } from "./with-notes";

test("notes carry on an incident's chain, and the head that is signed is the last of them", () => {
  const signer = signerFrom(newSigningKey());
  const personId = newId();
  const rows = withNotes(signer, shortIncident(signer, anIncident(personId)), personId, 3);
  const [head] = rows.streams ?? [];
  const [before, last] = (rows.timeline_entries ?? []).slice(-2);
  expect(rows.timeline_entries).toHaveLength(6);
  expect(head).toMatchObject({ head_seq: 6, head_hash: last?.hash });
  expect(last?.hash).toBe(
    entryHash(String(before?.hash), {
      ...{ streamId: String(head?.id), seq: 6, kind: "note.added", version: 1 },
      ...{ actor: { kind: "person", id: personId, via: "session" }, occurredAt: null },
      ...{ at: (last?.at as Date).toISOString(), data: JSON.parse(String(last?.data)) as unknown },
    }),
  );
  const message = headMessage(String(head?.id), 6, String(head?.head_hash));
  expect(isSignedBy(signer.publicKey, message, String(head?.head_signature))).toBe(true);
});

function anIncident(personId: string) {
  return {
    ...{
      number: 1,
      title: "Scans reach the tracking page late",
      severity: 2 as const,
      personId,
      closed: false,
    },
    ...{ environmentId: newId(), serviceId: newId(), declaredAt: new Date("2026-03-01T03:00:00Z") },
  };
}
