import dynamic from "next/dynamic";

/** Dialogs that few visits need; their code is fetched when they open. */
export const VerifyDialog = dynamic(() =>
  import("@/components/timeline/verify-dialog").then((module) => module.VerifyDialog),
);
export const ChangesDialog = dynamic(() => import("./changes-dialog").then((module) => module.ChangesDialog));
export const FollowUpDialog = dynamic(() =>
  import("./follow-up-dialog").then((module) => module.FollowUpDialog),
);
export const DropDialog = dynamic(() => import("./drop-dialog").then((module) => module.DropDialog));
