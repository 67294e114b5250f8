/** What a new runbook begins with: the house format (docs/runbooks.md), to be written over. */
export const TEMPLATE = `# What is broken, in the words of who sees it

**Use when**: what somebody sees, or which alert fires.

**Alert**: \`NameOfTheAlert\`

## Triggers

Signature:

- the error text, word for word

Symptoms:

- what customers see

## First five minutes

1. **Say who leads**: Acknowledge the incident and open the call.
2. **See how bad it is**: Look at the one dashboard that shows it.
   - Command: \`kubectl -n <namespace> get pods\`
   - Expected: all pods are ready
   - If this fails: call whoever runs the cluster
3. **Ask what changed**: List releases and changes of configuration of the last two hours.

## Diagnosis

1. Check the logs of the service for the error.
   - Command: \`kubectl -n <namespace> logs deploy/<service> --since=15m\`
2. Check what it depends on: database, queue, provider.

## Mitigation

- If it began with a release, go back to the one before.
  - Command: \`kubectl -n <namespace> rollout undo deploy/<service>\`
  - Expected: errors stop within five minutes
- If traffic is higher than ever, turn off what nobody needs today.
- If one provider fails, move to the other.

## Escalation matrix

| Issue | Escalate to | Within |
|---|---|---|
| No mitigation works | the team's lead | 15 minutes |
| Data may be lost | the head of engineering | 5 minutes |

## Communication

1. Post an update every 15 minutes: what is broken, for whom, what is being done, when the next one comes.
2. Tell support what to answer.

## Exit criteria

- Errors are back to where they were, for 15 minutes.
- Support hears of no new cases.
- The post-incident summary is written and reviewed.
`;
