import { notFound } from "next/navigation";
import { SummaryPage } from "@/components/reviews/summary-page";
import { requireActor } from "@/lib/auth/current-actor";
import { Failure } from "@/lib/kernel/errors";
import { readSummaryPage } from "@/lib/room/read-summary-page";
import { parts } from "@/lib/server/parts";

export default async function Page({ params }: { params: Promise<{ key: string }> }) {
  const actor = await requireActor();
  const { db, clock } = await parts();
  const { key } = await params;
  const { fileName, ...first } = await readSummaryPage({ db, clock, actor }, key).catch((error: unknown) => {
    if (error instanceof Failure && error.code === "not_found") notFound();
    throw error;
  });
  return <SummaryPage key={first.summary.id} first={first} fileName={fileName} />;
}
