import { leaveTo } from "@/components/api/leave";
import { signInWithPassword } from "./next-auth-client";

/** Signs in who has just chosen a password, and opens their day; if that fails, the sign-in page says why. */
export async function enter(email: string, password: string): Promise<void> {
  leaveTo((await signInWithPassword(email, password)) === "in" ? "/" : "/sign-in");
}
