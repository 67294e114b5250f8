"use client";

import { useQuery } from "@tanstack/react-query";
import { apiGet } from "@/components/api/fetch";
import type { Profile } from "@/lib/people/dto";
import { AddressesForm } from "./addresses-form";
import { AppearanceForm } from "./appearance-form";
import { IdentityForm } from "./identity-form";
import { peopleKeys } from "./keys";
import { PasswordForm } from "./password-form";
import { ProfileSection } from "./profile-section";
import { SessionsForm } from "./sessions-form";

interface ProfilePageProps {
  first: Profile;
  timeZones: readonly string[];
}

/** Everything a person decides about themselves. */
export function ProfilePage({ first, timeZones }: ProfilePageProps) {
  const { data: profile } = useQuery({
    queryKey: peopleKeys.profile,
    queryFn: ({ signal }) => apiGet<Profile>("/me", { signal }),
    initialData: first,
  });
  return (
    <div className="mx-auto w-full max-w-190 px-4 pb-12">
      <ProfileSection title="You" text={`${profile.email}, ${profile.accessRole}`}>
        <IdentityForm profile={profile} timeZones={timeZones} />
      </ProfileSection>
      <ProfileSection
        title="Contact addresses"
        text="Where others reach you besides this console, first one first."
      >
        <AddressesForm key={JSON.stringify(profile.addresses)} saved={profile.addresses} />
      </ProfileSection>
      <ProfileSection title="Appearance and sound">
        <AppearanceForm profile={profile} />
      </ProfileSection>
      <ProfileSection title="Password" text="Changing it signs you out everywhere else.">
        <PasswordForm profile={profile} />
      </ProfileSection>
      <ProfileSection title="Sessions" text="Every browser in which you are signed in.">
        <SessionsForm />
      </ProfileSection>
    </div>
  );
}
