import type { IconName } from "@/components/ui/icons";

/** A place in the console that the navigation leads to. */
export interface Place {
  label: string;
  href: string;
  icon: IconName;
  /** The key after `g`. */
  key: string;
}

export const PLACES: readonly Place[] = [
  { label: "My day", href: "/", icon: "home", key: "h" },
  { label: "Incidents", href: "/incidents", icon: "incident", key: "i" },
  { label: "Runbooks", href: "/runbooks", icon: "runbook", key: "r" },
  { label: "Reviews", href: "/reviews", icon: "review", key: "v" },
];

/** Whether a path lies in a place. */
export function isIn(place: Place, path: string): boolean {
  return place.href === "/" ? path === "/" : path === place.href || path.startsWith(`${place.href}/`);
}

/** Whether a path is of one incident; its pages have their own dock on a phone. */
export function isRoom(path: string): boolean {
  return /^\/incidents\/[^/]+/.test(path);
}
