import {
  createContext,
  useContext,
  useEffect,
  useRef,
  useState,
  type Dispatch,
  type SetStateAction,
} from "react";
import { toast } from "@/components/ui/toast";

/** A field that is open in the checklist. */
interface OpenField {
  /** It holds text that is not in the Markdown. */
  holds: boolean;
  /** The same at the moment of a press, which may come before the page is drawn anew. */
  holdsNow: () => boolean;
  /** Writes its text into the Markdown. @returns false where that cannot be; the field then stays as it is */
  take: () => boolean;
}

type Opened = readonly OpenField[];

const OpenedContext = createContext<Dispatch<SetStateAction<Opened>> | null>(null);

export const OpenFieldsProvider = OpenedContext.Provider;

/** A field is open: its text is taken in before the runbook is saved or left. */
export function useOpenField(field: Pick<OpenField, "holds" | "take">): void {
  const setOpened = useContext(OpenedContext);
  const { holds } = field;
  const latest = useRef(field);
  useEffect(() => {
    latest.current = field;
  });
  useEffect(() => {
    const own = { holds, holdsNow: () => latest.current.holds, take: () => latest.current.take() };
    setOpened?.((before) => [...before, own]);
    return () => setOpened?.((before) => before.filter((one) => one !== own));
  }, [setOpened, holds]);
}

/**
 * The fields that are open. One change makes the reading stale that the next would be written by, so one field is
 * taken in at a time: what others hold keeps the save waiting.
 */
export function useOpenFields() {
  const [opened, setOpened] = useState<Opened>([]);
  return {
    anyOpen: opened.length > 0,
    anyHolds: opened.some(({ holds }) => holds),
    setOpened,
    /** @returns whether a text was taken in, null where one still waits in its field */
    takeIn: (): boolean | null => {
      const [first, ...others] = opened.filter((field) => field.holdsNow());
      if (!first) return false;
      if (!first.take()) return null;
      if (others.length === 0) return true;
      toast.failed("Another field still holds a text: add it or cancel it first.");
      return null;
    },
  };
}
