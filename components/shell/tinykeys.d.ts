// The package has types but does not export them.
declare module "tinykeys" {
  /** Listens for key sequences on a target; returns how to stop. */
  export function tinykeys(
    target: Window | HTMLElement,
    bindings: Record<string, (event: KeyboardEvent) => void>,
  ): () => void;
}
