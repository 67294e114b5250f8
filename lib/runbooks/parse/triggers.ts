import { commandKind } from "./commands";
import { inEnglish } from "./glossary";
import { plainText } from "./inline";
import type { Block, Inline, Metadata, ParsedSection, SectionItem, Trigger } from "./types";
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
    return /^(?:(?:alerts?|alarms?)(?:[ _]?names?)?|triggers?)$/i.test(inEnglish(key))
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
  [/^(?:alerts?|alarms?)(?: names?| text)?$/i, "alert"],
  [
    /^(?:use (?:this )?(?:runbook )?when|when to use(?: (?:this|it)(?: runbook)?)?|when (?:do|should) (?:i|we|you) use (?:this|it)(?: runbook)?\??|triggers?|triggered by)$/i,
    "use_when",
  ],
  [/^(?:error )?signatures?$/i, "signature"],
  [/^symptoms?$/i, "symptom"],
];

function kindOf(words: string): Kind | null {
  const label = inEnglish(words.trim().replace(/^\d{1,3}(?:\.\d{1,3})*[.):]?\s+/, ""));
  return LABELS.find(([known]) => known.test(label))?.[1] ?? null;
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

/**
 * Lines such as "**Alert**: …" or "- Alert: …", and what stands under a label or heading such as "Signature:" or
 * "Symptoms": each item of a list; under "When to use" paragraphs, too.
 */
function fromItems(section: ParsedSection): Trigger[] {
  const heading = kindOf(section.title);
  return section.items.flatMap((item, i): Trigger[] => {
    if (item.type !== "note") return [];
    const { block } = item;
    if (block.type === "paragraph") {
      const labelled = fromLine(block, section.key);
      return labelled.length > 0 || heading !== "use_when"
        ? labelled
        : triggersIn(heading, plainText(block.inlines), section.key, block.lines.start);
    }
    if (block.type !== "list") return [];
    const kind = labelKind(section.items[i - 1]) ?? heading;
    return block.items.flatMap(({ blocks, lines }) => {
      const [first] = blocks;
      if (!kind) return first?.type === "paragraph" ? fromLine(first, section.key) : [];
      return triggersIn(kind, blocks.map(blockText).join(" ").trim(), section.key, lines.start);
    });
  });
}

/** What stands behind a label at the beginning of a text; not an address, which leads to alerts and names none. */
function fromLine(block: Extract<Block, { type: "paragraph" }>, sectionKey: string): Trigger[] {
  const [label, ...others] = block.inlines;
  const isBold = label?.type === "strong";
  const words = isBold
    ? plainText([label]).replace(/:$/, "")
    : (/^([\p{L} ]{5,20}):/u.exec(plainText(block.inlines))?.[1] ?? "");
  const kind = kindOf(words);
  if (!kind) return [];
  const behind = isBold ? plainText(untilLabel(others)) : plainText(block.inlines).slice(words.length);
  const text = behind.replace(/^:\s*/, "").replace(/^["“](.*)["”]$/, "$1");
  return text === "" || /^https?:/.test(text) ? [] : triggersIn(kind, text, sectionKey, block.lines.start);
}

/** Up to the next bold label of a paragraph: each stands on a line of its own. */
function untilLabel(inlines: readonly Inline[]): Inline[] {
  const next = inlines.findIndex((inline, i) => {
    const rest = plainText(inlines.slice(i + 1, i + 2));
    return inline.type === "strong" && (plainText([inline]).endsWith(":") || rest.startsWith(":"));
  });
  return inlines.slice(0, next < 0 ? inlines.length : next);
}

/** A text, and the names of alerts in it; behind "Alert:" names are all that counts. */
function triggersIn(kind: Kind, text: string, sectionKey: string, line: number): Trigger[] {
  const names = text.split(/[\s,;`"“”()]+/).filter(isAlertName);
  const whole: Trigger[] = kind === "alert" && names.length > 0 ? [] : [{ kind, text, sectionKey, line }];
  return [...whole, ...names.map((name): Trigger => ({ kind: "alert", text: name, sectionKey, line }))];
}

function labelKind(item: SectionItem | undefined): Kind | null {
  if (item?.type !== "note" || item.block.type !== "paragraph") return null;
  return kindOf(plainText(item.block.inlines).replace(/:$/, ""));
}
