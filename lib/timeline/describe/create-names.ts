import { cutAtGaps, filledIn, fillGaps } from "@/lib/checklists/gaps.rules";
import { withoutTicks } from "@/lib/kernel/code-spans";
import { bare } from "@/lib/kernel/sentences";
import { formatDay, formatTime, isSameDay } from "@/lib/kernel/clock-times";
import type { ChecklistState, IncidentState, PlaceholderState } from "../fold/state";
import type { Names } from "./names";
import { REDACTED } from "@/lib/kernel/redacted";

interface Named {
  id: string;
  name: string;
}

/** What is known when sentences are made; all but the directory may be left out. */
export interface KnownNames {
  me: string | null;
  /** An IANA name. */
  timeZone: string;
  people: readonly Named[];
  /** Tokens, by the names of their machines. */
  machines?: readonly Named[];
  services?: readonly Named[];
  environments?: readonly Named[];
  /** `short`: first names, where no two people share them. */
  form?: "full" | "short";
  /** Gives checklists, steps and exit criteria their words. */
  state?: Pick<IncidentState, "checklists" | "criteria" | "placeholders"> | null;
  /** The text of a step in a pinned parse: one version may have been parsed more than once. */
  stepTitle?: (runbookVersionId: string, stepKey: string, parserVersion: number | null) => string | undefined;
  /** The title of a section in a pinned parse. */
  sectionTitle?: (
    runbookVersionId: string,
    sectionKey: string,
    parserVersion: number | null,
  ) => string | undefined;
  /** The title of a runbook, by its own id or a version's. */
  runbookTitle?: (id: string) => string | undefined;
  incidentKey?: (id: string) => string | undefined;
  webhookName?: (id: string) => string | undefined;
  linkName?: (id: string) => string | undefined;
}

/** Names from the directory and an incident's state; what is not known gets a plain word. */
export function createNames(known: KnownNames): Names {
  const people = known.form === "short" ? shortNames(known.people) : fullNames(known.people);
  const machines = fullNames(known.machines ?? []);
  const services = fullNames(known.services ?? []);
  const environments = fullNames(known.environments ?? []);
  const lists = known.state?.checklists ?? [];
  const listOf = (id: string) => lists.find((list) => list.id === id);
  const items = new Map(
    lists.flatMap((list) => list.items.map((item) => [item.id, { list, item }] as const)),
  );
  const placeholders = known.state?.placeholders ?? [];
  /** An answer is told with the question above it: alone it says nothing. */
  const titleOf = (itemId: string): string => {
    const found = items.get(itemId);
    const { runbookVersionId: version, parserVersion = null } = found?.item.leftAt ?? found?.list ?? {};
    const key = found?.item.stepKey;
    const title = (version && key && known.stepTitle?.(version, key, parserVersion)) || "a step";
    const { branch, parentId } = found?.item ?? {};
    const above = branch && parentId ? titleOf(parentId) : "";
    return above.endsWith("?") ? `“${above}”: ${title}` : title;
  };
  const stepsWith = (fills: readonly PlaceholderState[]): Pick<Names, "step" | "fillsOf"> => {
    const filled = filledIn(fills);
    const seqs = new Map(fills.map(({ name, seq }) => [name, seq]));
    const own = (itemId: string) => items.get(itemId)?.item.title;
    return {
      step: (itemId) => {
        const title = own(itemId);
        if (title) return withoutTicks(title.value ?? REDACTED);
        const words = fillGaps(titleOf(itemId), filled);
        const round = items.get(itemId)?.item.round ?? 1;
        return round > 1 ? `${bare(words)} in round ${round}` : words;
      },
      fillsOf: (itemId) => {
        const parts = own(itemId) ? [] : cutAtGaps(titleOf(itemId), filled);
        return parts.flatMap((part) => (typeof part === "string" ? [] : (seqs.get(part.name) ?? [])));
      },
    };
  };
  const criteria = new Map((known.state?.criteria ?? []).map((row) => [row.id, row.text.value ?? REDACTED]));
  const names: Names = {
    me: known.me,
    person: (id) => people.get(id) ?? "somebody",
    machine: (id) => machines.get(id) ?? "A machine",
    service: (id) => services.get(id) ?? "a service",
    environment: (id) => environments.get(id) ?? "an environment",
    incident: (id) => known.incidentKey?.(id) ?? "another incident",
    checklist: (id) => {
      const list = listOf(id);
      if (list?.title) return list.title.value ?? REDACTED;
      if (!list?.runbookVersionId || !list.sectionKey) return "a checklist";
      const title = known.sectionTitle?.(list.runbookVersionId, list.sectionKey, list.parserVersion);
      return title || "a checklist";
    },
    addedWith: (id) => {
      const { startedAt, startedById } = listOf(id) ?? {};
      const isOfAct = (list: ChecklistState) =>
        list.sectionKey !== null && list.startedAt === startedAt && list.startedById === startedById;
      return lists.filter(isOfAct).map((list) => list.id);
    },
    isAddedAt: (id, at) => listOf(id)?.startedAt === at,
    ...stepsWith(placeholders),
    criterion: (id) => criteria.get(id) ?? "an exit criterion",
    runbook: (id) => known.runbookTitle?.(id) ?? "a runbook",
    webhook: (id) => known.webhookName?.(id) ?? "a webhook",
    link: (id) => known.linkName?.(id) ?? "a link",
    time: (at, seenFrom) => timeWords(Date.parse(at), Date.parse(seenFrom), known.timeZone),
    asOf: (seq) => {
      const then = placeholders.filter((placeholder) => placeholder.seq <= seq);
      return then.length === placeholders.length ? names : { ...names, ...stepsWith(then) };
    },
  };
  return names;
}

/** First names, unless two people share one: those keep their full names. */
export function shortNames(people: readonly Named[]): Map<string, string> {
  const counts = new Map<string, number>();
  for (const { name } of people) counts.set(firstName(name), (counts.get(firstName(name)) ?? 0) + 1);
  return new Map(
    people.map(({ id, name }) => [id, counts.get(firstName(name)) === 1 ? firstName(name) : name]),
  );
}

function fullNames(named: readonly Named[]): Map<string, string> {
  return new Map(named.map(({ id, name }) => [id, name]));
}

function firstName(name: string): string {
  return name.trim().split(/\s+/)[0] ?? name;
}

function timeWords(at: number, seenFrom: number, timeZone: string): string {
  const time = formatTime(at, timeZone);
  return isSameDay(at, seenFrom, timeZone) ? time : `${formatDay(at, timeZone)}, ${time}`;
}
