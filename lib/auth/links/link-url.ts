import { readSettings } from "@/lib/kernel/env";
import type { LinkPurpose } from "./link.rules";

const pages = {
  setup: "setup",
  invitation: "invitation",
  password_reset: "reset",
} as const satisfies Record<LinkPurpose, string>;

/** The address of the page that takes the link, under PUBLIC_URL. */
export function linkUrl(purpose: LinkPurpose, token: string, publicUrl = readSettings().publicUrl): string {
  return `${publicUrl}/${pages[purpose]}/${token}`;
}
