import type { Api } from "@/lib/http/api";
import { write } from "@/lib/http/route";
import { acceptOffer, declineOffer } from "./answer-offer";
import { assignCommand } from "./assign-command";
import { writtenDto } from "./dto";
import { offerCommand } from "./offer-command";
import { answerInput, keyParams, offerInput, personInput, reasonInput } from "./schemas";
import { takeCommand } from "./take-command";
import { withdrawOffer } from "./withdraw-offer";

const one = { tag: "Command", params: keyParams, result: writtenDto } as const;

/** Who commands: asked, offered, answered, taken. */
export function commandRoutes(api: Api): void {
  write(api, {
    ...one,
    method: "put",
    path: "/incidents/{key}/commander",
    summary: "Ask somebody to command, before it is acknowledged",
    body: personInput,
    run: (ctx, { params, body }) => assignCommand(ctx, { ...params, ...body }),
  });
  write(api, {
    ...one,
    method: "put",
    path: "/incidents/{key}/command-offer",
    summary: "Offer command",
    body: offerInput,
    run: (ctx, { params, body }) => offerCommand(ctx, { ...params, ...body }),
  });
  write(api, {
    ...one,
    method: "delete",
    path: "/incidents/{key}/command-offer",
    summary: "Take the offer back",
    run: (ctx, { params }) => withdrawOffer(ctx, params),
  });
  write(api, {
    ...one,
    method: "put",
    path: "/incidents/{key}/command-offer/answer",
    summary: "Accept or decline command",
    body: answerInput,
    run: (ctx, { params, body }) =>
      body.answer === "accepted"
        ? acceptOffer(ctx, params)
        : declineOffer(ctx, { ...params, reason: body.reason }),
  });
  write(api, {
    ...one,
    method: "post",
    path: "/incidents/{key}/command-takeovers",
    summary: "Take command, with a reason",
    body: reasonInput,
    run: (ctx, { params, body }) => takeCommand(ctx, { ...params, ...body }),
  });
}
