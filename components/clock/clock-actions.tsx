import { Button, ButtonLink } from "@/components/ui/button";
import type { ClockSlot, ClockTone } from "./clock.rules";

/** How the update is written: a link to the composer, or something to run. */
export interface WriteAction {
  href?: string;
  onClick?: () => void;
  /** By default "Write update 4". */
  label?: string;
}

interface ClockActionsProps {
  slot: ClockSlot | null;
  tone: ClockTone;
  write?: WriteAction;
  onSnooze?: () => void;
}

const VARIANTS = { calm: "secondary", soon: "primary", late: "onOverdue" } as const;

/** The buttons at the end of the band. Snoozing is once, and not once it is late. */
export function ClockActions({ slot, tone, write, onSnooze }: ClockActionsProps) {
  if (!slot) return null;
  const label = write?.label ?? `Write update ${slot.number}`;
  return (
    <>
      {onSnooze && tone !== "late" && !slot.snoozed && (
        <Button variant="onBand" onClick={onSnooze}>
          Snooze…
        </Button>
      )}
      {write?.href && (
        <ButtonLink href={write.href} variant={VARIANTS[tone]} size="lg" kbd="U">
          {label}
        </ButtonLink>
      )}
      {write && !write.href && (
        <Button onClick={write.onClick} variant={VARIANTS[tone]} size="lg" kbd="U">
          {label}
        </Button>
      )}
    </>
  );
}
