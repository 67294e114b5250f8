import { inEnglish } from "./glossary";
import { instructsAbroad } from "./other-verbs";
import { endOf } from "./trim";
import { isDeed, isFact, isInstruction } from "./words";

/** What the items of a list are. */
export type ListRole = "steps" | "criteria" | "notes";

export type ListFacts = {
  ordered: boolean;
  /** Some item has a check box. */
  tasks: boolean;
  /** The text of each item, without what lies below it. */
  items: readonly { text: string; onlyLink: boolean; command: boolean; alone: boolean; statement: boolean }[];
  /** The words directly above the list, when they lead into it; else null. */
  lead: string | null;
  /** The heading of the section. */
  heading: string;
  /** The heading of the section around it. */
  above?: string | undefined;
};

/**
 * Decides what a list is. The rules, first match wins, are the table in docs/runbooks.md: keep both alike.
 */
export function listRole(facts: ListFacts): ListRole {
  const list = {
    ...facts,
    lead: facts.lead === null ? null : wordsOf(facts.lead),
    heading: wordsOf(facts.heading),
    above: wordsOf(facts.above ?? ""),
  };
  if (list.items.length === 0) return "notes";
  if (isCriteria(list.lead) || (isCriteria(list.heading) && !saysOtherwise(list.lead))) return "criteria";
  if (list.tasks) return "steps";
  if (list.items.every((item) => item.onlyLink)) return "notes";
  if (describes(list.lead) || isAboutDocument(list.heading)) return "notes";
  if (list.lead !== null && NOTE_STARTS.test(list.lead)) return "notes";
  if (list.lead !== null && (ACTION_LEADS.test(list.lead) || ASKS_READER.test(list.lead))) return "steps";
  if (list.items.every((item) => isQuotation(item.text) || item.statement)) return "notes";
  if (list.items.length > 1 && list.items.every((item) => isDeed(item.text))) return "notes";
  if (list.items.length > 1 && list.items.every((item) => item.alone && !item.command && isFact(item.text)))
    return "notes";
  const instructions = list.items.filter((item) => item.command || isInstruction(item.text)).length;
  const mostly = instructions * 2 >= list.items.length;
  if (list.lead !== null && instructions === 0) {
    if (IS_THERE.test(list.lead) || /^\W*before you (?:begin|start)\b/i.test(list.lead)) return "notes";
    if (CAUSES.test(list.lead) && list.items.every((item) => item.alone)) return "notes";
  }
  if (list.lead !== null && NOTE_WORDS.test(list.lead)) return mostly ? "steps" : "notes";
  if (isNoteHeading(facts.heading)) return list.ordered && mostly ? "steps" : "notes";
  if (list.ordered || isActionHeading(list.heading) || WAYS_OUT.test(list.above)) return "steps";
  return mostly ? "steps" : "notes";
}

/** The words of a heading or label; of a longer text its end, which leads into what follows. */
function wordsOf(text: string): string {
  return inEnglish(endOf(text));
}

/** Whether a heading or label announces what must hold before the incident is over. */
export function isCriteria(words: string | null): boolean {
  return words !== null && CRITERIA.test(wordsOf(words));
}

/** Whether a label below a heading makes its list something else: "Steps:" below "Exit criteria". */
function saysOtherwise(lead: string | null): boolean {
  return lead !== null && [NOTE_STARTS, NOTE_WORDS, ACTION_LEADS].some((words) => words.test(lead));
}

const CRITERIA =
  /\b(?:close|resolve|end)(?: the| this)?(?: incident)?(?: only)? (?:when|once)\b|\bhow (?:do|will|can) (?:i|we|you) know (?:that )?(?:it|this|the incident)(?:['’]s| is) (?:fixed|resolved|over|done|solved)\b|\b(?:exit|closing|closure|resolution|completion|success|acceptance|recovery|stand[- ]?down)\s+(?:criteria|criterion|conditions?)\b|\bdefinition of (?:resolved|done|recovered|closed)\b|\b(?:resolved|done|closed|over|complete|recovered)\s+(?:when|once|if)\b|\ball[- ]clear\b|\bbefore (?:closing|resolving|you (?:close|resolve))\b/i;

/** Words that head what is so, not what to do, however they go on: "Possible causes of …", "Escalate when …". */
const NOTE_STARTS =
  /^\W*(?:\d+[.)]\s*)?(?:signatures?|(?:(?:possible|likely|common|root|typical) )*causes?|symptoms?|pre-?requisites?|you(?:'ll| will)? need(?! to\b)|escalat\w+ (?:\w+ ){0,3}(?:if|when|criteria)|when to escalate|use (?:this )?when|when to use|when (?:do|should) (?:i|we|you)|see also|further reading|table of contents|related|references?|include in|include|how it works|expected (?:behaviou?rs?|results?|outputs?|outcomes?)|examples?)\b/i;

const NOTE_NOUNS =
  "scope|purpose|goals?|objectives?|overview|introduction|about|background|summary|context|description|signs?|impact|meaning|severity|severities|requirements?|assumptions|limitations|links?|resources?|documentation|docs|information|info|details|notes?|usage|audience|glossary|definitions?|terminology|roles?|triggers?|contacts?|owners?|tools?|metrics|alerts?|dashboards?|logs|inputs?|outputs?|architecture|components?|faq|changelog|revision history|history|examples?|where|contents|disclaimer|licen[cs]e|dependencies|failure modes?|benefits|caveats";

/** Nouns that do so only when they stand alone or among themselves: "Links and contacts", not "Metrics to reset". */
const NOTE_WORDS = new RegExp(
  `^\\W*(?:\\d+[.)]\\s*)?(?:(?:additional|useful|more|other|key|quick|helpful|known|important|relevant|common|general) )?(?:${NOTE_NOUNS})(?:\\s*(?:,|&|and|/|or)\\s*(?:${NOTE_NOUNS}))*\\W*$`,
  "i",
);

const ACTION_LEADS =
  /^\W*(?:recovery|resolutions?|mitigations?|remediations?|fix(?:es)?|steps?|actions?|procedures?|solutions?|workarounds?|response|to (?:do|fix|resolve|recover|mitigate|verify|check)|(?:debug|debugging|diagnostic|recovery|resolution|verification|investigation) steps?|do the following|follow these steps|checklist|immediate actions?|next steps?|verification|diagnosis|rollback|containment|eradication)\b/i;

/** "In the other cluster you need to:", not "It is there so that you can:". */
const ASKS_READER =
  /(?<!\b(?:so|that|which|means|lets?|allows?|helps?|enables?)\s)\byou(?:['’]ll| will)?(?: (?:can|could|should|must|need to|have to))(?: (?:also|now|then|either))?\s*[:：]\s*$/i;

const ACTION_HEADINGS =
  /\b(?:steps?|checklists?|procedures?|recovery|recover|mitigations?|mitigate|remediations?|remediate|resolutions?|response|rollback|roll back|runbook|triage|diagnos\w+|investigat\w+|contain\w*|eradicat\w+|actions?|tasks?|to[- ]?do|verif\w+|monitoring|maintenance|daily|weekly|monthly|minutes|communications?|post-incident)\b/i;

/** A heading that is a sentence ("Give clear steps. Alerts without are useless.") speaks about steps. */
function isActionHeading(heading: string): boolean {
  return ACTION_HEADINGS.test(heading) && heading.split(" ").length <= 10 && !/[.!]$/.test(heading);
}

/** Whether a section is there for what to do, told by its heading or by that of the section around it. */
export function isActionSection(heading: string, above: string | undefined): boolean {
  return isActionHeading(wordsOf(heading)) || WAYS_OUT.test(wordsOf(above ?? ""));
}

/** Whether the section around one is there to find out: paragraphs below "Diagnosis" that tell what to do are steps. */
export function isLookedInto(above: string | undefined): boolean {
  return /^\W*(?:\d+[.)]\s*)?(?:diagnos(?:is|tics?)|triage|investigation|troubleshooting|verification)\W*$/i.test(
    wordsOf(above ?? ""),
  );
}

/** Whether a heading announces nothing but a way out: "Rollback", "2. Recovery steps", not "Perform Rollback". */
export function isWayOut(heading: string | undefined): boolean {
  const words = wordsOf(heading ?? "").replace(/^\W*(?:\d+(?:\.\d+)*[.)]?\s*)?/, "");
  return WAYS_OUT.test(words) && !(words.includes(" ") && isInstruction(words));
}

/** Whether a heading announces what is so, not what to do. */
export function isNoteHeading(heading: string): boolean {
  const words = wordsOf(heading);
  // "Ursache finden" tells what to do.
  if (words !== endOf(heading) && instructsAbroad(heading)) return false;
  return NOTE_STARTS.test(words) || NOTE_WORDS.test(words) || isAboutDocument(words);
}

/** Whether a heading announces what is there to look up: "Useful commands". */
export function isReference(heading: string): boolean {
  return /\bcommands?\W*$|\bcheat ?-?sheet\b|\breference\b/i.test(endOf(heading));
}

/** What the lists of the sections below such a heading hold, too. */
const WAYS_OUT =
  /^\W*(?:\d+[.)]\s*)?(?:\w+ )?(?:resolutions?|mitigations?|remediations?|recovery|fix|workarounds?|rollback|procedures?|checklists?)(?: (?:steps?|procedures?|actions?|options))?\W*$/i;

/** A lead that leaves the verb to the list's items, with somebody else as the subject; or that tells what there is. */
function describes(lead: string | null): boolean {
  if (lead === null) return false;
  const sentence = lead.split(/(?<=[.!?])\s+/).at(-1) ?? lead;
  if ([NAMES_STEPS, LOOKS_FOR, ASKS_READER, IS_EITHER].some((words) => words.test(sentence))) return false;
  if (DESCRIBES.test(lead)) return true;
  if (isInstruction(sentence)) return false;
  return (
    TELLS.test(sentence) || NAMES_PEOPLE.test(sentence) || (IS_NAMED.test(sentence) && !MUST.test(sentence))
  );
}

const DESCRIBES =
  /\b(?:will|would|can|may|does|is|are|be|was|were|for|means|contains?|includes?|supports?|of)(?:\s+(?:then|also|now|only|automatically|usually|that))*\s*[:：]\s*$|\b(?:is|are|looks?|works?)(?:\s+\w+){0,2}\s+as follows\s*[:：]\s*$/i;

/** "Check for:", "Look out for:". */
const LOOKS_FOR =
  /^(?:then |also )?(?:check|look|watch|search|scan|monitor|inspect|ask)(?: \w+){0,2} for\s*[:：]\s*$/i;

/** "Either of:" says nothing of what the items are. */
const IS_EITHER = /^\W*(?:do )?either(?: of)?\s*[:：]\s*$/i;

/** "The steps to add one are:". */
const NAMES_STEPS =
  /\b(?:steps?|procedures?|process|instructions?|actions|tasks|workflow|commands?|plan)\b[^.:]{0,100}\b(?:is|are)(?: (?:then|now|simply|as follows))?\s*[:：]\s*$/i;

/** "It lets us do the following:", "This installs the following components:". */
const TELLS =
  /\b(?:it|this|that|these|they|which|there|we|\w+s)\s+(?:also\s+)?(?:lets?|allows?|enables?|installs?|provides?|offers?|has|have|consists? of|exposes?|covers?|manifests?|manifested)\b[^.]*[:：]\s*$/i;

/** "You should invite the following people:". */
const NAMES_PEOPLE =
  /\bthe following (?:people|persons|roles|teams|groups|members|stakeholders)\b[^.:]*[:：]\s*$/i;

/** "The following files hold the configuration:", not "The following steps …" nor "… should be updated". */
const IS_NAMED =
  /^(?:here (?:are|is) )?the following\s+(?!(?:\w+ )?(?:steps?|actions?|commands?|tasks?|checks?|instructions?|procedures?|things|order)\b)\w[^.:]*[:：]\s*$/i;
const MUST = /\b(?:should|must|needs?|ha(?:ve|s) to)\b/i;

/**
 * "There are four points where it fails:", "Production has two pools:", "… such as:", unless the reader is told to do
 * something with them.
 */
const IS_THERE =
  /^(?:we|this|it|they)\b(?!.*\b(?:need to|must|should|have to|steps)\b)[^.:]{1,100}[:：]\s*$|^(?:there (?:are|is)|(?!you\b)[^.:]{1,60}\bha(?:s|ve) (?:two|three|four|five|six|several|\d+))\b(?!.*\b(?:you|steps|ways|options|things to)\b)|\b(?:such as|for example|for instance|e\.g\.)\s*[:：]\s*$/i;

/** "It could be for one of these reasons:", "They are caused by:"; not "To see whether it is the cause, look at either:". */
const CAUSES =
  /\b(?:causes?|reasons?|benefits)\b(?!.*\beither\b)[^.:,]{0,80}[:：]\s*$|\b(?:caused|used|triggered|affected) by\s*[:：]\s*$/i;

/** What somebody would say or read: “We are looking into it”. */
function isQuotation(text: string): boolean {
  return /^["“«„]/.test(text) && /["”»]\W*$/.test(endOf(text.slice(1)));
}

/** Sections that tell how runbooks are written, not what to do in an incident. */
function isAboutDocument(heading: string): boolean {
  return /\b(?:creating|writing|adding|maintaining|updating|contributing)\b.*\b(?:runbooks?|playbooks?|documents?|docs?|guide)\b|^contributing\b|\b(?:runbook|document) format\b/i.test(
    heading,
  );
}
