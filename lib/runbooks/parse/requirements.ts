/**
 * Whether a step says that a second person must take part. Only plain words count ("two people", "four eyes"): asking
 * without need is worse than leaving it to the commander.
 */
export function needsSecondPerson(text: string): boolean {
  const found = SECOND_PERSON.exec(text);
  return found !== null && !NEGATED.test(text.slice(0, found.index));
}

/** Whether a step says that what came out must be kept: attached, shown on a screenshot, recorded. */
export function needsEvidence(text: string): boolean {
  const found = EVIDENCE.exec(text);
  return found !== null && !NEGATED.test(text.slice(0, found.index));
}

const SECOND_PERSON =
  /\b(?:two|2) (?:people|persons|engineers|responders|operators|administrators|approvers)\b|\bsecond (?:person|engineer|responder|operator|approver|pair of eyes)\b|\b(?:four|4)[- ]eyes?\b|\btwo[- ](?:person|man)[- ](?:rule|review|approval)\b/i;

const THINGS = "outputs?|results?|logs?|graphs?|evidence|dumps?|screen ?shots?|traces?";

/** "Attach the volume" is something else. */
const EVIDENCE = new RegExp(
  `\\b(?:take|grab|make|capture|attach|post|share|save|add)\\b[^.;]{0,40}\\bscreen ?shots?\\b|` +
    `\\battach\\b[^.;]{0,40}\\b(?:${THINGS})\\b|\\battach (?:it|them|this) to the (?:incident|ticket|issue|timeline)\\b|` +
    `\\b(?:record|save|keep|paste|note) (?:down )?(?:the |its |their |all )?(?:\\w+ )?(?:outputs?|results?)\\b`,
  "i",
);

const NEGATED = /\b(?:no|not|never|without|n['’]t)\s+(?:\w+\s+){0,2}$/i;
