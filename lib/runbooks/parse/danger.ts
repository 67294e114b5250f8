import { REMOVES, STOPS } from "./danger-tools";
import { DELETES_WHAT_IT_NAMES } from "./danger-verbs";

/** Why a command can do harm that is hard to undo. The first that fits is given. */
const DANGERS: readonly (readonly [pattern: RegExp, reason: string])[] = [
  [/(?<![-\w])rm\s+(?!--help)/, "Deletes files."],
  [
    /\b(?:unlink|shred|rmdir)\s+\S|\b(?:del|erase|rd)\s+\/[a-z]\b|\bRemove-Item\b|\bfind\b[^|;]*-delete\b/i,
    "Deletes files.",
  ],
  [
    /\b(?:kill|pkill|killall)\b[^|;&]*\s-(?:9|s?\s?(?:SIG)?KILL)\b/i,
    "Ends a process without letting it finish.",
  ],
  [/\b(?:kill|pkill|killall)\s+\S|\bStop-Process\b|\btaskkill\b/i, "Ends processes."],
  [/\bsystemctl\s+(?:\S+\s+)*?kill\b/, "Ends a service without letting it finish."],
  ...STOPS,
  [
    /\bgit\s+push\b[^|;&]*(?:\s--force(?:-with-lease)?\b|\s-f\b|\s\+\S|\s--delete\b|\s:\S)/,
    "Overwrites what others have pushed.",
  ],
  [/\bgit\s+reset\b[^|;&]*--hard\b/, "Throws away changes that are not committed."],
  [
    /\bgit\s+(?:clean\b[^|;&]*-\w*[fdx]|checkout\s+(?:--\s+)?\.(?:\s|$)|stash\s+(?:drop|clear)|branch\s+-D)/,
    "Throws away work.",
  ],
  [/\bgit\s+(?:revert|filter-branch|filter-repo)\b/, "Takes back changes."],
  [/\bFLUSH(?:ALL|DB)\b/i, "Empties the cache or database."],
  [
    /\b(?:DROP|TRUNCATE)\s+(?:TABLE|DATABASE|SCHEMA|INDEX|USER|ROLE|COLLECTION|KEYSPACE|VIEW|\w+)/i,
    "Drops data.",
  ],
  [/\bpg_terminate_backend\s*\(/i, "Ends sessions."],
  [/\bUPDATE\s+\S+\s+SET\b(?![^;]*\bWHERE\b)/i, "Changes every row."],
  [/\bDELETE\s+FROM\b|\bdropDatabase\s*\(|\bdeleteMany\s*\(/i, "Deletes data."],
  [
    /\b(?:kubectl|oc)\s+(?:\S+\s+)*?(?:delete|drain|evict)\b|\b(?:kubectl|oc)\b.*--replicas[= ]0\b/,
    "Removes running workloads.",
  ],
  [/\b(?:kubectl|oc)\s+(?:\S+\s+)*?rollout\s+undo\b/, "Goes back to the version before."],
  [/\bhelm\s+(?:\S+\s+)*?(?:uninstall|delete|rollback)\b/, "Removes or replaces a release."],
  [
    /\b(?:terraform|tofu|terragrunt|pulumi|cdk|vagrant)\s+(?:\S+\s+)*?(?:destroy|taint|state\s+rm|apply\b[^|;]*-auto-approve)/,
    "Changes or destroys infrastructure.",
  ],
  [
    /\bdocker\s+(?:rm|rmi|kill|(?:system|volume|image|container|network)\s+(?:prune|rm))\b|\bdocker[- ]compose\b[^|;&]*\bdown\b[^|;&]*\s(?:-v|--volumes)\b/,
    "Removes containers, images or volumes.",
  ],
  [
    /\b(?:aws|gcloud|az|doctl|gsutil|openstack)\s+.*\b(?:delete\S*|terminate\S*|rm|rb|remove|purge)\b/,
    "Deletes cloud resources.",
  ],
  [
    /\b(?:mkfs(?:\.\w+)?|fdisk|wipefs|parted)\s|\bdd\b[^|;]*\bof=|\bFormat-Volume\b|\bClear-Disk\b/,
    "Writes over a disk.",
  ],
  [
    /\b(?:reboot|shutdown|halt|poweroff)\b|\binit\s+[06]\b|\b(?:Restart|Stop)-(?:Computer|VM)\b/,
    "Stops the machine.",
  ],
  [/\btar\s+(?:-?\w*x\w*|--extract)\b/, "Writes over existing files."],
  [/\b(?:chmod|chown)\s+(?:\S+\s+)*-R\b|\bchmod\s+(?:\S+\s+)*777\b/, "Changes many permissions."],
  [
    /\b(?:ip6?tables|nft)\b[^|;&]*\s(?:-[FX]|--flush|flush)(?:\s|$)|\bufw\s+(?:disable|reset)\b|\bip\s+(?:link|route|addr)\s[^|;&]*(?:\bdown\b|\bdel\b|\bflush\b)|\bifdown\s/,
    "Opens or closes the network.",
  ],
  ...REMOVES,
  [/\b(?:curl|wget)\b.*\|\s*(?:sudo\s+)?(?:ba|z|da)?sh\b/, "Runs what it downloads."],
  [/\bcurl\b.*(?:-X\s*|--request[= ])DELETE\b/, "Deletes over HTTP."],
  [/\/_delete_by_query\b/, "Deletes data."],
  [/^\s*:?\s*>\s*[\w./~-]+\s*$|\btruncate\s+-/, "Empties a file."],
  [/\b(?:Remove|Uninstall)-[A-Z]\w+/, "Deletes what it names."],
  [/\bClear-(?:Content|EventLog|RecycleBin|Item)\b/, "Empties what it names."],
  [DELETES_WHAT_IT_NAMES, "Deletes what it names."],
  [/:\(\)\s*\{|>\s*\/dev\/[sh]d[a-z]\b/, "Destroys the running system."],
];

/** Whether a command should never run without a second look. */
export function isDangerous(command: string): boolean {
  return dangerOf(command) !== null;
}

/**
 * What a command can destroy or undo, as a sentence for the person who is about to run it.
 *
 * @returns null when none of the known patterns fits, which does not make the command safe.
 */
export function dangerOf(command: string): string | null {
  // A pattern must not wander: what stands behind a screenful of text is not one command.
  const text = command.slice(0, 4_000);
  return DANGERS.find(([pattern]) => pattern.test(text))?.[1] ?? null;
}
