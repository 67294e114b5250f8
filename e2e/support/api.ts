import { randomUUID } from "node:crypto";
import { expect, type APIRequestContext, type Page } from "@playwright/test";

type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

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
