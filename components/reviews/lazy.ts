import { later } from "@/components/ui/later";

/** Dialogs that few visits need; their code is fetched when they open. */
export const VerifyDialog = later(() =>
  import("@/components/timeline/verify-dialog").then((module) => module.VerifyDialog),
);
export const ChangesDialog = later(() => import("./changes-dialog").then((module) => module.ChangesDialog));
export const FollowUpDialog = later(() =>
  import("./follow-up-dialog").then((module) => module.FollowUpDialog),
);
export const DropDialog = later(() => import("./drop-dialog").then((module) => module.DropDialog));
