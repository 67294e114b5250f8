import { ButtonLink } from "@/components/ui/button";

/** What is shown for an address that leads nowhere, or to something this person may not see. */
export function NothingHere() {
  return (
    <>
      <title>Not found · Quarterdeck</title>
      <div>
        <h1 className="text-2xl font-bold tracking-tight">Nothing is here.</h1>
        <p className="text-ink-2 mt-1 text-base">
          The address is wrong, or you may not see what it leads to. Ask whoever sent it to you.
        </p>
      </div>
      <div className="flex gap-2">
        <ButtonLink href="/" variant="primary" size="lg">
          My day
        </ButtonLink>
        <ButtonLink href="/incidents" size="lg">
          Incidents
        </ButtonLink>
      </div>
    </>
  );
}
