import { clsx, type ClassValue } from "clsx";

/**
 * Joins class names; falsy ones drop out. Nothing is merged: what a caller adds must place a component
 * (margin, width, flex), not restyle it.
 */
export function cn(...values: ClassValue[]): string {
  return clsx(values);
}
