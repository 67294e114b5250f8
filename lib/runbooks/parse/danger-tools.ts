type Dangers = readonly (readonly [pattern: RegExp, reason: string])[];

/** Options and words between a program and what it is told. */
const TOLD = String.raw`\s+(?:[^\s;&|]+\s+){0,6}?`;

function tells(programs: string, told: string): RegExp {
  return new RegExp(String.raw`\b(?:${programs})${TOLD}(?:${told})(?=\s|;|$|["'])`, "i");
}

/** What takes something out of service that is at work, or moves who leads. */
export const STOPS: Dangers = [
  [
    tells("patronictl", "failover|switchover|reinit|remove"),
    "Moves the leader of a database, or builds one anew.",
  ],
  [tells("pg_ctl|pg_ctlcluster", "stop|promote"), "Stops a database, or makes it the leader."],
  [/\bpg_promote\s*\(|\brs\.(?:stepDown|remove|reconfig)\s*\(/, "Moves the leader of a database."],
  [/\b(?:RESET|STOP)\s+(?:SLAVE|REPLICA|MASTER)\b/i, "Stops or forgets a replication."],
  [
    /\bredis-cli\b[^;&|]*\s(?:CLUSTER\s+(?:FAILOVER|RESET|FORGET)|FAILOVER|SHUTDOWN)\b/i,
    "Stops a server, or moves its leader.",
  ],
  [/\bmysqladmin\b[^;&|]*\sshutdown\b/, "Stops a database."],
  [
    /\bsystemctl\s+(?:-\S+\s+)*(?:stop|disable|mask|isolate)\s|\bservice\s+\S+\s+stop\b|\/init\.d\/\S+\s+stop\b|\bStop-(?:Service|Website|WebAppPool|Cluster\w*)\b|\b(?:net|sc)\s+stop\s/i,
    "Stops a service.",
  ],
  [
    /\b(?:docker|podman|nerdctl)\s+(?:container\s+)?stop\s|\bdocker[- ]compose\s+(?:-\S+\s+\S+\s+)*(?:stop|down)(?=\s|$)|\b(?:supervisorctl|pm2)\s+(?:-\S+\s+\S+\s+)*stop\s/,
    "Stops what runs.",
  ],
  [
    /\bnomad\s+(?:job\s+stop|stop|node\s+drain)\b|\bconsul\s+(?:leave|force-leave)\b|\bvault\s+operator\s+(?:seal|step-down)\b/,
    "Takes something out of service.",
  ],
  [
    tells("nodetool", "decommission|removenode|assassinate|drain|stopdaemon"),
    "Takes a node out of its cluster.",
  ],
  [
    /\betcdctl\b[^;&|]*\smember\s+remove\b|\bceph\s+osd\s+(?:out|down|rm)\b/,
    "Takes a node out of its cluster.",
  ],
  [
    tells("rabbitmqctl", "stop|stop_app|reset|forget_cluster_node|close_connection|close_all_connections"),
    "Takes a node out of service, or ends its connections.",
  ],
  [
    /\b(?:aws|gcloud|az|doctl|openstack)\s[^;&|]*\s(?:stop|reboot|deallocate|failover|reset)(?:-[\w-]+)?(?=\s|$)/,
    "Stops cloud resources, or moves them over.",
  ],
];

/** What takes away data, disks, programs or accounts, told in the words of one tool. */
export const REMOVES: Dangers = [
  [
    /\bkafka-[\w-]+(?:\.sh)?\b[^;&|]*\s--(?:delete|reset-offsets)\b/,
    "Deletes topics or groups, or moves what was read.",
  ],
  [/\betcdctl\b[^;&|]*\sdel\b|\bzkCli(?:\.sh)?\b[^;&|]*\sdeleteall\b/, "Deletes keys."],
  [/\bredis-cli\b[^;&|]*\s(?:DEL|UNLINK)\s/i, "Deletes keys."],
  [/\brsync\b[^;&|]*\s--delete\b/, "Deletes files that the source does not have."],
  [
    /\b(?:lv|vg|pv)remove\b|\blvreduce\b|\bz(?:fs|pool)\s+(?:destroy|rollback|detach|offline)\b/,
    "Removes storage.",
  ],
  [/\bmdadm\b[^;&|]*\s--(?:stop|fail|remove|zero-superblock)\b/, "Removes storage."],
  [/\bdrop(?:db|user)\s|\bpg_resetwal\b|\bpg_restore\b[^;&|]*\s(?:-c|--clean)\b/, "Drops data."],
  [tells("apt|apt-get|yum|dnf|zypper|brew", "remove|purge|erase|autoremove"), "Removes programs."],
  [/\bcrontab\s+(?:-\S+\s+)*-r\b/, "Removes what runs by the clock."],
  [/\b(?:userdel|groupdel)\s/, "Removes accounts."],
  [tells("vault|certbot", "revoke"), "Takes back what others sign in or are trusted with."],
];
