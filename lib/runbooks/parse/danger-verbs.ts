/** What a program is asked to do that cannot be taken back. */
const ALONE = "delete|destroy|purge|wipe";
/** What does so only to what it is joined with: `git reset HEAD` takes nothing away, `reset-offsets` does. */
const JOINED = "drop|flush|reset|truncate";
/** What is joined and harmless: it clears a mark, no data. */
const HARMLESS = "reset-failed";

/** What only reads, or prints, its arguments. */
const READERS = "grep|rg|echo|printf|man|cat|less|head|tail|ls|vim?|which|journalctl";
/** What is followed by a name: `kubectl get pods purge-worker`, `systemctl restart purge-worker`. */
const NAMES_FOLLOW =
  "get|describe|logs?|list|show|status|help|explain|top|wait|create|edit|scale|start|stop|restart|reload|enable|disable";

/** Words of a sub-command are joined: `purge_queue`, `delete-topic`, `force-delete`, `db:drop`. */
const [BEFORE, AFTER] = ["[a-z]+[_:-]", "[_:-][a-z_:-]+"];
const VERB = [
  `(?:${BEFORE})*(?:${ALONE})(?:${AFTER})?`,
  `(?!(?:${HARMLESS})\\b)(?:(?:${BEFORE})+(?:${JOINED})(?:${AFTER})?|(?:${JOINED})${AFTER})`,
].join("|");

const BEGINS = String.raw`(?:^|[;&|]\s*|\s--\s+)(?:sudo\s+)?`;
const PROGRAM = String.raw`(?!(?:${READERS})\b)[a-z.\/][\w.\/-]*`;
const OPTION = String.raw`--?[\w-]+(?:=\S+|\s+[^\s-]\S*)`;
const WORD = String.raw`(?!(?:${NAMES_FOLLOW})\b)[a-z][\w-]*`;

/** A command whose program, after a few words and options, is told such a verb: `rabbitmqctl -p shop purge_queue jobs`. */
export const DELETES_WHAT_IT_NAMES = new RegExp(
  String.raw`${BEGINS}${PROGRAM}(?:\s+(?:${OPTION}|${WORD})){0,4}\s+(?:${VERB})(?:\s|$)`,
  "m",
);
