import type { Details, DetailChanges } from "@/lib/runbooks/details.rules";

/** Details as the dialog holds them: tags and day as they are typed. */
export interface DetailsForm {
  ownerId: string | null;
  tags: string;
  serviceIds: readonly string[];
  /** YYYY-MM-DD, or "". */
  reviewBy: string;
}

export function formOf({ ownerId, tags, serviceIds, reviewBy }: Details): DetailsForm {
  return { ownerId, tags: tags.join(", "), serviceIds, reviewBy: reviewBy ?? "" };
}

/** Only what differs, each with what it was. */
export function changesOf(before: Details, form: DetailsForm): DetailChanges {
  const after: Details = {
    ownerId: form.ownerId,
    tags: tagsIn(form.tags),
    serviceIds: [...form.serviceIds].sort(),
    reviewBy: form.reviewBy || null,
  };
  const names = Object.keys(after) as (keyof Details)[];
  return Object.fromEntries(
    names
      .filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]))
      .map((name) => [name, { from: before[name], to: after[name] }]),
  );
}

/** What was typed, on top of what somebody else changed meanwhile: what was not touched follows. */
export function rebased(before: Details, typed: DetailsForm, now: Details): DetailsForm {
  const [was, is] = [formOf(before), formOf(now)];
  const names = Object.keys(typed) as (keyof DetailsForm)[];
  const touched = names.filter((name) => JSON.stringify(typed[name]) !== JSON.stringify(was[name]));
  return { ...is, ...Object.fromEntries(touched.map((name) => [name, typed[name]])) };
}

/** Tags as they are kept: small letters, each once, in order. @param typed with commas between them */
export function tagsIn(typed: string): string[] {
  const tags = typed.split(",").map((tag) => tag.trim().toLowerCase());
  return [...new Set(tags.filter(Boolean))].sort();
}
