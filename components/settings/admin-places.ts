/** The pages of the administration, in the order of their tabs. */
export const ADMIN_PLACES = [
  { href: "/admin/people", label: "People" },
  { href: "/admin/catalogue", label: "Environments & services" },
  { href: "/admin/webhooks", label: "Webhooks" },
  { href: "/admin/targets", label: "Targets" },
  { href: "/admin/tokens", label: "Tokens" },
  { href: "/admin/audit", label: "Audit log" },
] as const;
