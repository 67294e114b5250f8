import { request as httpRequest, type IncomingMessage } from "node:http";
import { until, type AListener } from "./a-listener";

/** One server-sent event. */
export interface StreamEvent {
  event: string;
  data: Record<string, unknown>;
}

export interface AStream {
  status: number;
  /** All bytes so far. */
  text: () => string;
  events: (name: string) => StreamEvent[];
  /** The numbers of an incident's entries so far, in the order in which they came. */
  seqs: (incidentId: string) => number[];
  /** Waits for so many events of a name. */
  see: (name: string, count?: number) => Promise<StreamEvent[]>;
  isOver: () => boolean;
  close: () => void;
}

/** Opens a stream as a browser does. @param rooms incident id → the last entry that the browser has */
export function aStream(
  { port }: AListener,
  cookie: string | null,
  rooms: Record<string, number> = {},
): Promise<AStream> {
  const asked = Object.entries(rooms).map(([id, seq]) => `${id}:${seq}`);
  const path = `/api/stream?rooms=${encodeURIComponent(asked.join(","))}`;
  return new Promise((resolve, reject) => {
    const headers = cookie === null ? {} : { cookie };
    const sent = httpRequest({ host: "127.0.0.1", port, path, headers, agent: false }, (response) => {
      resolve(follow(response, () => sent.destroy()));
    });
    sent.on("error", reject).end();
  });
}

function follow(response: IncomingMessage, close: () => void): AStream {
  let text = "";
  let over = false;
  response.setEncoding("utf8").on("data", (part: string) => (text += part));
  response.on("close", () => (over = true)).on("error", () => (over = true));
  const events = (name: string) => parse(text).filter(({ event }) => event === name);
  return {
    ...{ status: response.statusCode ?? 0, text: () => text, events, isOver: () => over, close },
    seqs: (incidentId) =>
      events("entries")
        .filter(({ data }) => data.incidentId === incidentId)
        .flatMap(({ data }) => (data.entries as { seq: number }[]).map(({ seq }) => seq)),
    see: async (name, count = 1) => {
      await until(() => events(name).length >= count);
      return events(name);
    },
  };
}

function parse(text: string): StreamEvent[] {
  return text
    .split("\n\n")
    .slice(0, -1)
    .map((part) => {
      const [event = "", data = ""] = part.split("\n");
      return {
        event: event.replace("event: ", ""),
        data: JSON.parse(data.replace("data: ", "")) as StreamEvent["data"],
      };
    });
}
