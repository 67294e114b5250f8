import type { AccessRole } from "@/lib/kernel/actor";

interface Person {
  name: string;
  accessRole: AccessRole;
  timeZone: string;
  /** Where else they are reached; made-up numbers of the ranges that are kept for fiction. */
  chat?: string;
  phone?: string;
  /** What the demonstration says of them when it prints how to sign in. */
  signsInAs?: string;
}

/** The twelve people of Skerrylink, a carrier of parcels that does not exist. */
export const cast = {
  agnes: {
    name: "Agnes Holloway",
    accessRole: "administrator",
    timeZone: "Europe/London",
    phone: "+44 1632 960143",
    signsInAs: "administrator",
  },
  tomasz: {
    name: "Tomasz Wieczorek",
    accessRole: "manager",
    timeZone: "Europe/Warsaw",
    signsInAs: "manager",
  },
  priscila: { name: "Priscila Amaral", accessRole: "manager", timeZone: "America/Sao_Paulo" },
  leila: {
    name: "Leila Haddadi",
    accessRole: "responder",
    timeZone: "Europe/Paris",
    chat: "@leila",
    signsInAs: "commander",
  },
  nikhil: {
    name: "Nikhil Deshpande",
    accessRole: "responder",
    timeZone: "Asia/Kolkata",
    chat: "@nikhil.d",
    signsInAs: "responder",
  },
  kenji: { name: "Kenji Okuda", accessRole: "responder", timeZone: "Asia/Tokyo", chat: "@kenji" },
  signe: {
    name: "Signe Brandvold",
    accessRole: "responder",
    timeZone: "Europe/Oslo",
    phone: "+47 990 12 345",
  },
  seun: { name: "Oluwaseun Bakare", accessRole: "responder", timeZone: "Africa/Lagos", chat: "@seun" },
  hanneke: {
    name: "Hanneke Visser",
    accessRole: "responder",
    timeZone: "Europe/Amsterdam",
    chat: "@hanneke",
  },
  rhea: {
    name: "Rhea Castellan",
    accessRole: "responder",
    timeZone: "America/New_York",
    phone: "+1 212 555 0164",
  },
  callum: { name: "Callum Reid", accessRole: "responder", timeZone: "Pacific/Auckland" },
  beatriz: { name: "Beatriz Solano", accessRole: "viewer", timeZone: "America/Mexico_City" },
} as const satisfies Record<string, Person>;

export type Who = keyof typeof cast;

/** The cast as a list, for loops. */
export const people = Object.entries(cast) as [Who, Person][];

/** @returns agnes.holloway@skerrylink.example */
export function emailOf(name: string): string {
  return `${name.toLowerCase().replaceAll(" ", ".")}@skerrylink.example`;
}
