import { ReviewsPage } from "@/components/reviews/reviews-page";
import { stateIn } from "@/components/reviews/state-in";
import { requireActor } from "@/lib/auth/current-actor";
import { parts } from "@/lib/server/parts";
import { listReviews } from "@/lib/summaries/list-reviews";

interface Props {
  searchParams: Promise<{ state?: string | string[] }>;
}

export default async function Page({ searchParams }: Props) {
  const actor = await requireActor();
  const { db, clock } = await parts();
  const asked = (await searchParams).state;
  const state = stateIn(Array.isArray(asked) ? asked[0] : asked);
  const page = await listReviews({ db, clock, actor }, { state: state ?? undefined });
  return <ReviewsPage initial={{ state, page }} />;
}
