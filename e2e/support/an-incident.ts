import type { Caller } from "./api";

interface Declared {
  callLink?: string;
  title: string;
  severity?: 1 | 2 | 3 | 4;
  runbookVersionId?: string;
  serviceIds?: string[];
  commanderId?: string;
}

/** Declares an incident in the console's first environment. @returns its key */
export async function aDeclaredIncident(api: Caller, { title, ...rest }: Declared): Promise<string> {
  const { environments } = await api.call<{ environments: { id: string }[] }>("GET", "/catalogue");
  const declared = { severity: 2, environmentId: environments[0]?.id, ...rest, title };
  return (await api.call<{ key: string }>("POST", "/incidents", declared)).key;
}

/** An incident whose commander is whoever asks. @returns its key */
export async function anIncidentInHand(api: Caller, declared: Declared): Promise<string> {
  const key = await aDeclaredIncident(api, declared);
  await api.call("PUT", `/incidents/${key}/acknowledgement`);
  return key;
}
