/** What a key does. */
export interface KeyBinding {
  /** `m`, `g i` (one after the other), `$mod+k` (⌘ on a Mac, Ctrl elsewhere), `Escape`, `?`. */
  keys: string;
  /** What it does, as the list of keys says it: "Move status". */
  label: string;
  /** Its part of that list: "Incident", "Steps", "Go to". */
  group: string;
  run: (event: KeyboardEvent) => void;
  /** Also while typing; for `$mod+Enter` and `Escape`. */
  inInputs?: boolean;
  /** Also while a dialog or menu is open. */
  inDialogs?: boolean;
  /** Offered by the command palette too. */
  palette?: boolean;
  /** Words that find it there besides its label. */
  words?: string;
  /** Off for now; it is not listed either. */
  off?: boolean;
}

/** The bindings of one part of the screen; the newest scope wins a key. */
export interface KeyScope {
  name: string;
  bindings: readonly KeyBinding[];
}

/** Where a key was pressed. */
export interface KeyPlace {
  typing: boolean;
  inDialog: boolean;
  /** It goes on from words that were being typed: whoever types did not see the dialog go. */
  inBurst: boolean;
  /** Single keys are switched on; a person may switch them off (WCAG 2.1.4). */
  singleKeys: boolean;
}

/** The binding that a key sequence means now, or none. */
export function bindingFor(
  scopes: readonly KeyScope[],
  keys: string,
  place: KeyPlace,
): KeyBinding | undefined {
  const newestFirst = scopes.toReversed().flatMap((scope) => scope.bindings);
  return newestFirst.find((binding) => binding.keys === keys && !binding.off && allowed(binding, place));
}

/** So soon after a typed letter, the next one is still of the same words. */
const BURST_MS = 500;

/**
 * Follows what is typed: a letter on the page that comes hard upon one in a field belongs to the words, as do all
 * that come hard upon it. Enter, Escape and the like end the words.
 * @param typedAt when a letter was last typed, milliseconds; null when none was
 * @returns whether this press goes on from there, and the new `typedAt`
 */
export function followTyping(
  typedAt: number | null,
  press: { at: number; isLetter: boolean; typing: boolean },
): { inBurst: boolean; typedAt: number | null } {
  if (!press.isLetter) return { inBurst: false, typedAt: null };
  const inBurst = !press.typing && typedAt !== null && press.at - typedAt < BURST_MS;
  return { inBurst, typedAt: press.typing || inBurst ? press.at : typedAt };
}

/** All key sequences that are bound anywhere. */
export function boundKeys(scopes: readonly KeyScope[]): string[] {
  return [...new Set(scopes.flatMap((scope) => scope.bindings.map((binding) => binding.keys)))];
}

/** What the list of keys shows: by group, each key once, with what it means now. */
export function listedKeys(scopes: readonly KeyScope[]): { group: string; bindings: KeyBinding[] }[] {
  const groups = new Map<string, Map<string, KeyBinding>>();
  for (const binding of scopes.flatMap((scope) => scope.bindings)) {
    if (binding.off) continue;
    groups.forEach((group) => group.delete(binding.keys));
    const group = groups.get(binding.group) ?? new Map<string, KeyBinding>();
    groups.set(binding.group, group.set(binding.keys, binding));
  }
  return [...groups]
    .map(([group, bindings]) => ({ group, bindings: [...bindings.values()] }))
    .filter(({ bindings }) => bindings.length > 0);
}

/** How tinykeys must be asked for it: a sign such as `?` or `/` needs Shift on many keyboards. */
export function pressesOf(keys: string): string[] {
  return /^[?!:/]$/.test(keys) ? [keys, `Shift+${keys}`] : [keys];
}

function allowed(binding: KeyBinding, place: KeyPlace): boolean {
  if (place.typing && !binding.inInputs) return false;
  if (place.inDialog && !binding.inDialogs) return false;
  const needsModifier = binding.keys.includes("$mod") || binding.keys === "Escape";
  return needsModifier || (place.singleKeys && !place.inBurst);
}
