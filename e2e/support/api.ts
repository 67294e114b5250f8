import { randomUUID } from "node:crypto";
import { expect, type APIRequestContext, type Page } from "@playwright/test";

type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

/** What can ask the API for state that a journey begins with. */
export type Caller = Pick<Api, "call">;

/** The API from within a page, for names that only the browser knows. */
export function apiIn(page: Page): Caller {
  return {
    call: <T>(method: Method, path: string, body: unknown = {}) =>
      page.evaluate(
        async ({ request, init }) => {
          const response = await fetch(request, init);
          if (!response.ok) throw new Error(`${request}: ${await response.text()}`);
          return (await response.json()) as T;
        },
        {
          request: `/api/v1${path}`,
          init: {
            method,
            headers: { "content-type": "application/json", "idempotency-key": randomUUID() },
            ...(method !== "GET" && { body: JSON.stringify(body) }),
          },
        },
      ),
  };
}

/** The API as the page's signed-in person, for making state that a journey begins with. */
export class Api {
  private readonly request: APIRequestContext;

  constructor(
    page: Page,
    private readonly baseUrl: string,
  ) {
    this.request = page.request;
  }

  /** @returns the answer's body; fails the test on a refusal, with its words */
  async call<T>(method: Method, path: string, body: unknown = {}): Promise<T> {
    const response = await this.request.fetch(`${this.baseUrl}/api/v1${path}`, {
      method,
      headers: {
        "content-type": "application/json",
        "idempotency-key": randomUUID(),
        origin: this.baseUrl,
      },
      ...(method !== "GET" && { data: JSON.stringify(body) }),
    });
    expect(response.ok(), `${method} ${path}: ${await response.text()}`).toBe(true);
    return (await response.json()) as T;
  }
}
