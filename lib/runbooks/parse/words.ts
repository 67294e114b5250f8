import { instructsAbroad } from "./other-verbs";
import { withoutTrailing } from "./trim";

/** Verbs with which an instruction begins. */
const VERBS = new Set(
  `abort accept acknowledge activate add adjust agree alert align allocate allow analyse analyze announce answer append apply
   approve archive arrange ask assemble assess assign assure attach attempt audit authenticate authorise authorize avoid await
   back backup balance begin block boot bounce break brief bring broadcast browse build call cancel capture
   cc change check choose clean cleanup clear click clone close collect come commit communicate compare compile complete
   confirm configure connect consider consult contact contain continue convert coordinate copy cordon correct correlate create
   cross-check cut debug decide declare decommission decrease define delegate delete deny deploy describe destroy detach
   detect determine diagnose disable discard disconnect discuss disable distribute document double-check downgrade download
   drain draft drop dump duplicate edit eject eliminate email enable encrypt end engage ensure enter enumerate eradicate
   escalate establish estimate evacuate evaluate evict examine exclude execute exit expand explain export extend extract fail
   fetch file fill filter find finish fix flag flip flush focus follow force format forward free freeze gather generate get give
   go grab grant halt hand harden hold identify ignore implement import improve include increase inform initialise
   initialize initiate inspect install interview inventory investigate invite invoke isolate issue join keep kick kill
   launch learn leave let limit link list load locate lock log look lower maintain make manage map mark measure
   merge message migrate mirror mitigate modify monitor mount move mute name navigate notify observe obtain offer omit open
   order organise organize overwrite page participate pass patch pause perform pick pin ping place plan post prepare preserve
   press prevent print prioritise prioritize probe proceed promote propose protect prove provide provision prune publish pull
   purge push put quarantine query quit raise re-check re-deploy re-enable re-run reach read reassign rebalance reboot rebuild
   recalculate recheck reconcile reconfigure reconnect record recover recreate redeploy redirect reduce re-index reindex refer
   refresh regenerate register reimage reinstall reissue reject release reload remediate remember remind remove rename
   renew reopen reorder repair repeat replace replay reply report reprocess request rerun reschedule reseed reset resize
   resolve respond restart restore restrict restructure resume resubmit resync retain retest retire retrieve retry return
   revert review revise revoke roll rollback rotate route run sanitise sanitize save scale scan schedule scope search secure see seek
   segment select send separate set share shift ship shorten show shut shutdown sign silence simulate skip snapshot sort specify
   spin split stand start state stay stop store submit subscribe summarise summarize suspend switch sync synchronise
   synchronize tag tail take talk tell terminate test throttle tighten touch trace track train transfer transition treat triage
   trigger try tune turn unblock uncordon understand undo uninstall unlock unmount unplug unset unsubscribe update upgrade
   upload use validate verify view visit vote wait walk warn watch whitelist wipe withdraw work write
   ack bootstrap bump carry cherry-pick collapse curl drill exec expire familiarise familiarize fall figure
   grep hit hover inject login logout mention offboard onboard override paste prefer re-sync rebase rescale scroll seal ssh
   strengthen swap taint tick toggle tunnel type unpause unseal untaint untick wrap
   acquire allowlist amend assume attend blacklist blocklist bypass calculate chase combine comply compute conclude count
   customise customize decrypt deprovision designate develop discover divide enforce expose failover free-up gain impersonate
   insert instruct integrate interact introduce invalidate involve iterate kickoff label liaise listen minimise minimize
   nominate offload parse peek poll populate prefix purchase quiesce re-run reauthenticate recap reclaim recompute reinitialise
   reinitialize reinstate relabel relaunch relocate reproduce resend reuse rewind sample scrub shard shed shrink source stage
   suppress trim truncate unblock uncheck uncomment unfreeze unlink unzip utilise utilize vacuum warm
   apologise apologize backfill ban bisect categorise categorize clarify commence consolidate cross-reference de-escalate debrief
   defer demote deregister dial disseminate divert dry-run enhance enlist expedite finalise finalize grow hard-refresh hide
   highlight incorporate jump lookup mobilise mobilize pinpoint pre-pull quantify re-create re-evaluate re-test
   re-trigger reassess reassure recycle rectify redo reformat relax remount requeue reseat reshard retrigger revalidate rewrite
   sanity-check shadow smoke-test snooze spot-check squash stabilise stabilize stagger thank time-box timebox undrain unmute
   unregister untar widen comment group help`.split(/\s+/),
);

/** Of these, the ones that head a noun as often ("Alert conditions"): only before a word that a verb takes. */
const NOUNS = new Set(
  "alert log request report access change file monitor process email link list map issue plan test order scope page state time work count failover label poll prefix purchase sample shard source stage comment group help shadow".split(
    " ",
  ),
);
const AFTER_VERB =
  /^(?:on-?call|the|a|an|any|all|your|our|this|that|these|those|it|its|each|every|in|into|on|onto|out|off|for|with|back|up|down|if|whether|which|what|who|<|`|"|@|#)/i;

/** "In the console, …", "For each node, …", "To see why, …": where or for what something is done. */
const PLACE = /^(?:in|on|from|for|at|to|via|using|within|under)\s[^,:;.]{1,60},\s+(?=\S)/i;

/**
 * Whether a text tells somebody to do something: it begins with a verb of ours, with "do not", "please",
 * "make sure", with a place ("In the console, …"), or with a condition that an instruction may follow.
 */
export function isInstruction(text: string): boolean {
  const words = text
    .trim()
    .replace(/^[^\p{L}\p{N}`<]+/u, "")
    .replace(
      /^(?:please|then|also|and|next|now|first|finally|lastly|otherwise|alternatively|optional(?:ly)?:?|manually|immediately|temporarily|if (?:possible|necessary|needed|required)),?\s+/i,
      "",
    );
  if (/^(?:do not|don['’]t|never|always|make sure|be)\s+\w/i.test(words)) return true;
  const place = PLACE.exec(words);
  if (place) return isInstruction(words.slice(place[0].length));
  if (/^(?:if|when|once|unless|whenever|as soon as)\b.*(?:,|\bthen\b)/i.test(words)) return true;
  const [first = "", ...rest] = words.split(/\s+/);
  const verb = withoutTrailing(first.toLowerCase(), ",:;.");
  if (!VERBS.has(verb)) return instructsAbroad(words);
  const behind = rest.join(" ");
  return !NOUNS.has(verb) || AFTER_VERB.test(behind) || /^[A-Z]{2,}s\b/.test(behind);
}

/**
 * Whether a sentence tells its reader what to do. Stricter than for items of a list: behind a condition, a purpose or a
 * place an instruction must follow, references ("See …") are none, and "Query analysis is …" begins with no verb.
 */
export function tellsReader(sentence: string): boolean {
  const words = sentence.trim().replace(JOINS, "");
  if (REFERS.test(words)) return false;
  const [leading] = LEADING.exec(words) ?? [];
  if (leading !== undefined) return tellsReader(words.slice(leading.length));
  if (/^(?:if|when|whenever|once|unless|after|before|until|while|as)\b/i.test(words)) return false;
  if (NAMES_THING.test(words)) return false;
  return OBLIGES.test(words) || isInstruction(words);
}

const JOINS =
  /^(?:(?:and|or|first(?: of all)?|at first|second|third|next|then|now|just|simply|finally|lastly|otherwise|alternatively|also)\b,?\s+){1,3}/i;

/** "If it hangs, …", "To see why, …", "In the console, …", up to what is then to do. */
const LEADING =
  /^(?:if|when|whenever|once|unless|after|before|to|in|in order to|in case|for|on|from|at|via|using|with|during|depending on|based on|according to)\s[^,:;]{1,160},\s+(?:then\s+)?(?=\S)/i;

const REFERS =
  /^(?:please )?(?:see|refer|for example|note|remember|consult|read (?:more|on)|keep in mind|be aware|visit|for (?:more|further|additional|other)|for details)\b/i;

const NAMES_THING =
  /^(?!(?:check|verify|ensure|confirm|validate|make|see)\b)[\w-]+ (?!(?:if|that|whether|what|which|who)\b)[\w-]+ (?:is|are|was|were|has|have|will|can)\b/i;

/** "You need to restart it", not "You should see …". */
const OBLIGES =
  /^(?:you|we)(?:['’]ll| will)? (?:should|must|need to|have to) (?!(?:now |then |also )?(?:see|be able|notice|get|have|find)\b)/i;

/**
 * Whether the sentence directly above commands says that its reader runs them, and for what: "To list them all:",
 * "You can search it as follows", "It can be stopped by running:".
 */
export function leadsToCommand(sentence: string): boolean {
  const words = sentence.trim().replace(JOINS, "");
  if (REFERS.test(words) || SHOWS.test(words)) return false;
  return [PURPOSE, MAY_RUN, BY_RUNNING].some((leads) => leads.test(words));
}

const PURPOSE =
  /^(?:to|in order to) [^:]{1,200}[:：]$|\bto do (?:this|that|so|it),? you (?:then |just )?(?:run|use|execute|do)\s*[:：]$/i;
const MAY_RUN =
  /\b(?:you|we)(?:['’]ll| will)? (?:can|could|may|should|must|need to|have to|want to)\b[^:]{1,200}(?:[:：]|\bas follows)$/i;
const BY_RUNNING =
  /\b(?:by running|as follows|(?:run|use|using|with) (?:this|these|the following)(?: \w+){0,3})\s*[:：]?$/i;

/** What is printed: "You should see something like:". */
const SHOWS = /\b(?:should|will|would|must) (?:now |then |also )?(?:see|be|get|show|look|have|notice)\b/i;

/** Whether a heading tells what to do: "Restart the workers", "3. Restarting the workers", "How to restart them". */
export function headsAction(heading: string): boolean {
  const words = heading
    .trim()
    .replace(/^\d{1,3}(?:\.\d{1,3})*[.):]?\s+/, "")
    .replace(/^how (?:to|do (?:i|we|you)|can (?:i|we|you))\s+/i, "");
  return isInstruction(words) || isDoing(words);
}

/** "Restarting the workers", "Stopping it": a verb of ours that goes on with what it is done to. */
function isDoing(text: string): boolean {
  const [, stem = ""] = /^([a-z]+)ing\s+\S/i.exec(text) ?? [];
  const verb = stem.toLowerCase();
  return [verb, `${verb}e`, verb.replace(/(.)\1$/, "$1")].some(
    (word) => VERBS.has(word) && !NOUNS.has(word) && word !== "use",
  );
}

/** Whether a text only says how something is: "It blocks merges", "These alerts are resolved by …". */
export function isStatement(text: string): boolean {
  if (!STATES.test(text) || /\b(?:should|must|needs?|have|has to|try|please|ensure)\b/i.test(text))
    return false;
  return !text.split(/(?<=[.!?])\s+/).some(isInstruction);
}

/** Whether a text only says how some things are: "Carts are written by the shop". Enough of it in a list tells nothing to do. */
export function isFact(text: string): boolean {
  return IS_SO.test(text) && !/[:：]$/.test(text) && !OBLIGES_THEM.test(text) && !isInstruction(text);
}

const IS_SO =
  /^(?!(?:if|when|once|unless|what|which|who|where|how|why|is|are|was|were|does|do|did|has|have|can|check|verify|ensure|confirm|make)\b)(?:[\p{L}\d`'’/_.-]+ ){1,4}(?:is|are|was|were)(?: not)? (?!to\b)[^?]+$/iu;
const OBLIGES_THEM = /\b(?:should|must|needs?|has to|have to|try|please|ensure)\b/i;

/** Whether a text begins with what somebody or something does: "Locks the index". */
export function isDeed(text: string): boolean {
  const [, word = ""] = /^([A-Z]?[a-z]+s)\s/.exec(text) ?? [];
  const verb = word.toLowerCase();
  return ["s", "es", "ies"].some((end) => {
    const stem = verb.endsWith(end) ? verb.slice(0, -end.length) + (end === "ies" ? "y" : "") : "";
    return VERBS.has(stem) && !NOUNS.has(stem) && !VERBS.has(verb);
  });
}

const STATES =
  /^(?:it|this|that|these|those|they|there)\b(?:\s[\w'’-]+){0,3}?\s(?:is|are|was|were|will|would|can|may|might|means?|\w+s|\w+ed)\b/i;

/** Whether a text only holds the place of one that nobody wrote yet: a word that says so, or dots. */
export function isUnwritten(text: string): boolean {
  return /^[^\p{L}\p{N}]*(?:todo|tbd|tbc|tba|fixme)[^\p{L}\p{N}]*$|^(?:…|\.{3})$/iu.test(text);
}
