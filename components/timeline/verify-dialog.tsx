"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { apiGet, messageOf } from "@/components/api/fetch";
import type { RoomView } from "@/components/room/use-room-view";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { VerificationDto } from "@/lib/record/dto";
import { formatExact } from "@/lib/kernel/clock-times";

type Words = Pick<RoomView, "state" | "names" | "timeZone">;

interface VerifyDialogProps {
  room: Words;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

/** Says whether anything in the timeline was altered, removed or cut off. */
export function VerifyDialog({ room, open, onOpenChange }: VerifyDialogProps) {
  const [typed, setTyped] = useState("");
  const [noted, setNoted] = useState("");
  const { data, error, isFetching } = useQuery({
    queryKey: ["verification", room.state.key, noted, room.state.seq],
    queryFn: ({ signal }) =>
      apiGet<VerificationDto>(
        `/incidents/${room.state.key}/verification${noted && `?head=${encodeURIComponent(noted)}`}`,
        { signal },
      ),
  });
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={`Timeline of ${room.state.key}`} size="sm">
      <div className="space-y-3">
        {error && <Banner tone="bad" title={messageOf(error)} />}
        {data && <Result result={data} room={room} />}
        <form
          className="flex items-end gap-2"
          onSubmit={(event) => {
            event.preventDefault();
            setNoted(typed.trim());
          }}
        >
          <Field
            className="flex-1"
            label="Against a head noted elsewhere"
            hint="As a summary or an export shows it: 61:9f3c41d07be2. Finds what was cut off."
            optional
          >
            <Input value={typed} onChange={(event) => setTyped(event.target.value)} />
          </Field>
          <Button type="submit" busy={isFetching}>
            Verify
          </Button>
        </form>
      </div>
    </Dialog>
  );
}

function Result({ result, room }: { result: VerificationDto; room: Words }) {
  return (
    <>
      {result.ok ? (
        <Banner tone="good" title={`${result.entries} entries verified.`}>
          Nothing was altered, removed or cut off.
        </Banner>
      ) : (
        <Banner tone="bad" title={`${result.problems.length} problems in ${result.entries} entries.`}>
          Keep a copy of the database before anything else is written, and tell the administrator.
        </Banner>
      )}
      <ul className="space-y-1">
        {result.problems.map(({ seq, what }) => (
          <li key={`${seq} ${what}`}>
            #{seq}: {what}
          </li>
        ))}
        {result.redacted.map(({ seq, by, at }) => (
          <li key={`redacted ${seq}`}>
            #{seq}: redacted by {by ? room.names.person(by) : "the console"},{" "}
            {formatExact(Date.parse(at), room.timeZone)}
          </li>
        ))}
      </ul>
      <p className="meta break-all">
        Head {result.head.seq}:{result.head.hash}
      </p>
    </>
  );
}
