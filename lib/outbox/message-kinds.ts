import type { Context, ReadContext } from "@/lib/db/context";
import type { OutboxMessage } from "@/lib/db/generated/client";

export type Message = Pick<
  OutboxMessage,
  "id" | "kind" | "incidentId" | "seq" | "webhookId" | "payload" | "attempts" | "createdAt"
>;

/** What the outbox asks of a kind of message; the feature that decides such messages answers. */
export interface MessageKind {
  /** The body to post, made from what is stored now: what was redacted meanwhile is not in it. */
  render: (ctx: Pick<ReadContext, "db">, message: Message) => Promise<object>;
  /** Why it must not be sent any more, as a sentence for the screen; null: it may. Asked before each try. */
  refusal?: (ctx: Pick<ReadContext, "db">, message: Message) => Promise<string | null>;
  /** Whether it is tried again when it fails. */
  retries: boolean;
  /** Says in the record that it was given up; runs in the transaction that ends the message. */
  onAbandoned?: (ctx: Context, message: Message) => Promise<void>;
}

export type MessageKinds = Readonly<Record<string, MessageKind>>;

/** What became of one try. `error` is a sentence for the screen: no address, no body. `final`: no other follows. */
export type Posted = { ok: true; ms: number } | { ok: false; ms: number; error: string; final?: true };

/** Posts JSON to the outside: safe HTTP, or what a test puts in its place. */
export type Post = (url: string, body: object, headers: Readonly<Record<string, string>>) => Promise<Posted>;
