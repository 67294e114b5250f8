import type { Metadata } from "next";
import { PeoplePage } from "@/components/people/people-page";
import { contextFor } from "@/lib/auth/page-context";
import { listPeople } from "@/lib/people/list-people";
import { readInvitations } from "@/lib/people/read-invitations";
import { listPeopleQuery } from "@/lib/people/schemas";

export const metadata: Metadata = { title: "People" };

type Query = Promise<Record<string, string | string[] | undefined>>;

export default async function Page({ searchParams }: { searchParams: Query }) {
  const ctx = await contextFor("people.administer");
  const asked = await searchParams;
  const filters = { q: one(asked.q), role: one(asked.role), active: one(asked.active) };
  // What stands in the address may be anything; what is no filter is none.
  const parsed = listPeopleQuery.safeParse(withoutEmpty(filters));
  const query = parsed.success ? parsed.data : listPeopleQuery.parse({});
  const [first, { invitations }] = await Promise.all([listPeople(ctx, query), readInvitations(ctx)]);
  const shown = parsed.success ? filters : { q: "", role: "", active: "" };
  return <PeoplePage filters={shown} first={first} invitations={invitations} />;
}

function one(value: string | string[] | undefined): string {
  return (Array.isArray(value) ? value[0] : value) ?? "";
}

function withoutEmpty(filters: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== ""));
}
