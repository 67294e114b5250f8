import { commandKind } from "./commands";
import { plainText } from "./inline";
import type { Block, Metadata, ParsedSection, SectionItem, Trigger } from "./types";
import { blockText } from "./walk-sections";

/**
 * What calls for this runbook or one of its sections: alerts, error signatures, symptoms, "use when"; and the file's
 * name, when it is an alert's.
 */
export function readTriggers(
  sections: readonly ParsedSection[],
  metadata: readonly Metadata[],
  fileName: string | null,
): Trigger[] {
  const fromMetadata = metadata.flatMap(({ key, value, line }): Trigger[] => {
    return /^(?:alerts?|alert_?names?|triggers?)$/i.test(key)
      ? [{ kind: "front_matter", text: value, sectionKey: null, line }]
      : [];
  });
  const found = [
    ...fromMetadata,
    ...sections.flatMap((section) => [...fromHeading(section), ...fromItems(section)]),
  ];
  return [...fromFileName(fileName, found), ...found];
}

function fromFileName(fileName: string | null, others: readonly Trigger[]): Trigger[] {
  const text = /([^\\/.]+)(?:\.[a-z]+)*$/i.exec(fileName ?? "")?.[1] ?? "";
  if (!isAlertName(text) || others.some((other) => other.text === text)) return [];
  return [{ kind: "file_name", text, sectionKey: null, line: 1 }];
}

type Kind = Trigger["kind"];

const LABELS: readonly (readonly [RegExp, Kind])[] = [
  [/^alerts?(?: names?| text)?$/i, "alert"],
  [/^(?:use (?:this )?when|when to use(?: this)?|triggers?|triggered by)$/i, "use_when"],
  [/^(?:error )?signatures?$/i, "signature"],
  [/^symptoms?$/i, "symptom"],
];

function kindOf(words: string): Kind | null {
  return LABELS.find(([label]) => label.test(words.trim()))?.[1] ?? null;
}

/** Headings that are an error text, an alert's name or what a system recommends, kept exactly. */
function fromHeading(section: ParsedSection): Trigger[] {
  const code = section.inlines.find((inline) => inline.type === "code");
  const before = section.inlines[0]?.type === "text" ? section.inlines[0].text.trim() : "";
  const leads = section.inlines[0] === code || /^[\p{L}\d]{1,3}[.)]$/u.test(before);
  const text = code && leads ? plainText([code]) : isAlertName(section.title) ? section.title : null;
  // A heading that is a command names what the section explains, not what calls for it.
  if (text === null || isCommand(text) || /^[\w./-]+\.[a-z]{2,4}$/i.test(text) || !/[\s_A-Z]/.test(text))
    return [];
  return [
    {
      kind: "heading",
      text,
      sectionKey: section.level === 1 ? null : section.key,
      line: section.lines.start,
    },
  ];
}

/** "KubePodNotReady", "etcdNoLeader"; not "JavaScript" and the like, which name products. */
function isAlertName(title: string): boolean {
  if (/^(?:[A-Z]+[a-z0-9]+){2,}[A-Z]*$|^[A-Z][a-z0-9]+[A-Z]+$/.test(title)) return !PRODUCTS.test(title);
  return /^[a-z]+(?:[A-Z][a-z0-9]+){2,}[A-Za-z0-9]*$|^[a-z]+[A-Z]{2,}[a-z]+(?:[A-Z][a-z0-9]+)+$/.test(title);
}

const PRODUCTS =
  /^(?:JavaScript|TypeScript|GitHub|GitLab|BitBucket|OpenShift|OpenStack|OpenSearch|PagerDuty|CloudFront|CloudWatch|CloudFlare|CloudFormation|ElasticSearch|ElastiCache|RabbitMQ|ActiveMQ|MySQL|MariaDB|MongoDB|DynamoDB|PostgreSQL|GraphQL|PowerShell|WordPress|SharePoint|OneDrive|LastPass|YouTube|LinkedIn|OneUptime|StatusPage|VictorOps|OpsGenie|DataDog|NewRelic|HAProxy|PgBouncer|CoreDNS|FluentD|LogStash|JupyterHub|BinderHub|VMware|DevOps|FaceBook)$/i;

function isCommand(text: string): boolean {
  return /^!\w/.test(text) || commandKind(text) !== null;
}

/** "**Alert**: …" in a paragraph, and lists under a label or heading such as "Signature:" or "Symptoms". */
function fromItems(section: ParsedSection): Trigger[] {
  const heading = kindOf(section.title);
  return section.items.flatMap((item, i): Trigger[] => {
    if (item.type !== "note") return [];
    const { block } = item;
    if (block.type === "paragraph") return fromParagraph(block, section.key);
    const kind = labelKind(section.items[i - 1]) ?? heading;
    if (block.type !== "list" || !kind) return [];
    return block.items.map((entry) => ({
      kind,
      text: entry.blocks.map(blockText).join(" ").trim(),
      sectionKey: section.key,
      line: entry.lines.start,
    }));
  });
}

function fromParagraph(block: Extract<Block, { type: "paragraph" }>, sectionKey: string): Trigger[] {
  const [label, ...others] = block.inlines;
  if (label?.type !== "strong") return [];
  const kind = kindOf(plainText([label]).replace(/:$/, ""));
  const text = plainText(others)
    .replace(/^:\s*/, "")
    .replace(/^["“](.*)["”]$/, "$1");
  return kind && text !== "" ? [{ kind, text, sectionKey, line: block.lines.start }] : [];
}

function labelKind(item: SectionItem | undefined): Kind | null {
  if (item?.type !== "note" || item.block.type !== "paragraph") return null;
  return kindOf(plainText(item.block.inlines).replace(/:$/, ""));
}
