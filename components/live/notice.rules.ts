import type { Notice } from "@/lib/server/live/notices.rules";

/** What a notice says, on whatever screen the person is. */
export function noticeWords(notice: Notice, by: string): string {
  switch (notice.kind) {
    case "offered":
      return `${by} offers you command of ${notice.incidentKey}`;
    case "assigned":
      return `${by} named you in ${notice.incidentKey}: ${notice.title}`;
    case "mentioned":
      return `${by} mentioned you in ${notice.incidentKey}`;
    case "step_assigned":
      return `${by} gave you a step in ${notice.incidentKey}`;
  }
}
