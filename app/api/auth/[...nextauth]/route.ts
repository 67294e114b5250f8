import NextAuth from "next-auth";
import type { NextRequest } from "next/server";
import { authOptions } from "@/lib/auth/next-auth";
import { parts } from "@/lib/server/parts";

type RouteContext = { params: Promise<{ nextauth: string[] }> };

/** next-auth's routes: csrf, signin, callback, signout. It sends everybody to NEXTAUTH_URL, which is PUBLIC_URL here. */
async function handle(request: NextRequest, context: RouteContext): Promise<Response> {
  const known = await parts();
  process.env.NEXTAUTH_URL = known.env.publicUrl;
  return (await NextAuth(request, context, authOptions(known))) as Response;
}

export { handle as GET, handle as POST };
