import { expect, test } from "vitest";
import type { AuditThing } from "@/lib/people/dto";
import { anEntry } from "@/lib/timeline/testing/an-entry";
import { people, things, uuid } from "@/lib/timeline/testing/things";
import { auditSearch, pageOf } from "./audit-words.rules";

const known = (change: Partial<AuditThing>, id = uuid(82)) =>
  new Map([[id, { id, name: "#ops", slug: null, incidentKey: null, ...change }]]);
const personName = (id: string) => (id === people.sam ? "Sam Ward" : "somebody");
const page = (entry: Parameters<typeof pageOf>[0], found = known({})) => pageOf(entry, found, personName);

test("an entry leads to the page of what it is about", () => {
  expect(page(anEntry("person.deactivated"))).toBe("/admin/people?q=Sam%20Ward");
  expect(page(anEntry("service.renamed"))).toBe("/admin/catalogue");
  expect(page(anEntry("token.revoked"))).toBe("/admin/tokens");
  const runbook = known({ slug: "planner" }, things.runbook);
  expect(page(anEntry("runbook.imported"), runbook)).toBe("/runbooks/planner");
  expect(page(anEntry("webhook.added"), known({}))).toBe("/admin/webhooks");
  expect(page(anEntry("webhook.changed"), known({ incidentKey: "INC-42" }))).toBe("/incidents/INC-42");
});

test("nothing leads to what has no page, or is not there any more", () => {
  expect(page(anEntry("webhook.removed"), known({}))).toBeNull();
  expect(page(anEntry("webhook.changed"), new Map())).toBeNull();
  expect(page(anEntry("runbook.archived"))).toBeNull();
  expect(page(anEntry("link.made"))).toBeNull();
});

test("the filters are the address", () => {
  expect(auditSearch({ about: "", actor: "" })).toBe("");
  expect(auditSearch({ about: "person", actor: "p1" }, 12)).toBe("about=person&actor=p1&before=12");
});
