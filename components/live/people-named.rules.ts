import type { LiveMessage } from "./protocol";

/** The people whom a message of the stream names by id: who acted, who is there, who takes part. */
export function peopleNamed(message: LiveMessage): string[] {
  switch (message.type) {
    case "presence":
      return [message.personId];
    case "entries":
      return message.entries.flatMap(({ actor }) => (actor.kind === "person" && actor.id ? [actor.id] : []));
    case "row": {
      const { commanderId, offer, participants } = message.row;
      const others = [commanderId, offer?.toId].filter((id) => typeof id === "string");
      return [...others, ...participants.map(({ personId }) => personId)];
    }
    case "notice":
      return message.notice.byId ? [message.notice.byId] : [];
    default:
      return [];
  }
}
