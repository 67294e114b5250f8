import type { IncidentState, ItemState } from "@/lib/timeline/fold/state";
import type { KeptAct } from "./kept-act";

/**
 * A room with what is kept, as its person sees it: steps moved, remarks and filled gaps in their places. What was
 * refused does not show as done.
 * @param acts of this incident, oldest first
 */
export function withKept(state: IncidentState, acts: readonly KeptAct[]): IncidentState {
  const waiting = acts.filter(({ refusal }) => refusal === null);
  return waiting.reduce(withOne, state);
}

function withOne(state: IncidentState, act: KeptAct): IncidentState {
  const { shows, words, personId } = act;
  const at = new Date(act.at).toISOString();
  const text = { id: act.id, value: words };
  switch (shows.kind) {
    case "step":
      return changeItem(state, shows.itemId, () => shows.change);
    case "remark": {
      const remark = { id: act.id, kind: shows.remark, text, personId, at, image: null };
      return changeItem(state, shows.itemId, ({ remarks }) => ({ remarks: [...remarks, remark] }));
    }
    case "gap": {
      const filled = { seq: state.seq, name: shows.name, value: text, personId, at };
      return { ...state, placeholders: [...state.placeholders, filled] };
    }
    case "note":
      return state;
  }
}

function changeItem(
  state: IncidentState,
  itemId: string,
  change: (item: ItemState) => Partial<ItemState>,
): IncidentState {
  return {
    ...state,
    checklists: state.checklists.map((list) =>
      list.items.some(({ id }) => id === itemId)
        ? {
            ...list,
            items: list.items.map((item) => (item.id === itemId ? { ...item, ...change(item) } : item)),
          }
        : list,
    ),
  };
}
