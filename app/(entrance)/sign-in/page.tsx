import type { Metadata } from "next";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { EntranceHead } from "@/components/auth/entrance-head";
import { ProviderButton } from "@/components/auth/provider-button";
import { SignInForm } from "@/components/auth/sign-in-form";
import { Banner } from "@/components/ui/banner";
import { currentActor } from "@/lib/auth/current-actor";
import { signInProblem } from "@/lib/auth/identity.rules";
import { nextPage } from "@/lib/auth/next-page.rules";
import { isSetUp } from "@/lib/people/is-set-up";
import { parts } from "@/lib/server/parts";

export const metadata: Metadata = { title: "Sign in" };

type Query = Promise<Record<string, string | string[] | undefined>>;

export default async function SignInPage({ searchParams }: { searchParams: Query }) {
  const { next, error } = await searchParams;
  const to = nextPage(one(next));
  if (await currentActor()) redirect(to);
  const { env, db } = await parts();
  const problem = signInProblem(one(error));
  const elsewhere = (await headers()).get("host") !== new URL(env.publicUrl).host;
  return (
    <>
      <EntranceHead title="Sign in" />
      {problem && <Banner tone="bad" title={problem} />}
      {!(await isSetUp({ db })) && (
        <Banner tone="warn" title="Nobody has an account yet.">
          Open the set-up link that the terminal showed at the start, or make a new one there:{" "}
          <code>npm run admin -- link</code>
        </Banner>
      )}
      <SignInForm next={to} />
      {env.oidc && (
        <ProviderButton
          name={env.oidc.name}
          next={to}
          // The provider sends people back to PUBLIC_URL: the way there must begin there too.
          at={elsewhere ? `${env.publicUrl}/sign-in?next=${encodeURIComponent(to)}` : null}
        />
      )}
    </>
  );
}

function one(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value;
}
