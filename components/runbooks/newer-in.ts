import type { ApiError } from "@/components/api/api-error";

/** The version that somebody saved meanwhile, as the console tells it; null when it refused for another reason. */
export function newerIn(error: ApiError | null): { versionId: string; number: number } | null {
  const { versionId, number } = error?.details ?? {};
  if (error?.code !== "conflict" || typeof versionId !== "string" || typeof number !== "number") return null;
  return { versionId, number };
}
