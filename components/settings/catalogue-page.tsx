"use client";

import { TopBar } from "@/components/shell/top-bar";
import type { Catalogue } from "@/lib/settings/schemas";
import { AdminNav } from "./admin-nav";
import { CatalogueSection } from "./catalogue-section";
import { useCatalogue } from "./use-catalogue";

/** What incidents are declared on. */
export function CataloguePage({ first }: { first: Catalogue }) {
  const { environments, services } = useCatalogue(first);
  return (
    <>
      <TopBar title="Administration" />
      <AdminNav />
      <div className="grid gap-x-8 pb-12 lg:grid-cols-2">
        <CatalogueSection
          kind="environment"
          title="Environments"
          items={environments}
          empty="Without an environment nothing can be declared. Add one."
        />
        <CatalogueSection
          kind="service"
          title="Services"
          items={services}
          empty="Add the services that people would name when something breaks."
        />
      </div>
    </>
  );
}
