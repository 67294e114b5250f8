import type { Prisma } from "@/lib/db/generated/client";
import type { Details } from "./details.rules";

/** The columns of a runbook's details. */
export const detailsSelect = {
  ownerId: true,
  tags: true,
  reviewBy: true,
  services: { orderBy: { serviceId: "asc" }, select: { serviceId: true } },
} as const satisfies Prisma.RunbookSelect;

type Row = Prisma.RunbookGetPayload<{ select: typeof detailsSelect }>;

/** A row's details as they are told. */
export function detailsIn({ ownerId, tags, reviewBy, services }: Row): Details {
  return {
    ...{ ownerId, tags },
    serviceIds: services.map(({ serviceId }) => serviceId),
    reviewBy: reviewBy?.toISOString().slice(0, 10) ?? null,
  };
}
