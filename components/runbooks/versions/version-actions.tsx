"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { messageOf } from "@/components/api/fetch";
import { useMe } from "@/components/api/me";
import { useWrite } from "@/components/api/use-write";
import { Button, ButtonLink } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { toast } from "@/components/ui/toast";
import { can } from "@/lib/auth/policy.rules";
import type { SavedDto, VersionContentDto } from "@/lib/runbooks/dto";
import { SaveDialog } from "../editor/save-dialog";
import { runbookKeys } from "../keys";

/** Publishes a version, brings its text back, or goes on from it when it is the newest. */
export function VersionActions({ content }: { content: VersionContentDto }) {
  const me = useMe();
  const [asking, setAsking] = useState<"publish" | "restore" | null>(null);
  const { version, slug, newestId, kept } = content;
  const isNewest = version.id === newestId;
  if (kept || !can(me, "runbook.edit")) return null;
  const mayPublish = version.state === "draft" && can(me, "runbook.publish");
  const close = () => setAsking(null);
  return (
    <>
      {isNewest ? (
        <ButtonLink
          href={`/runbooks/${slug}/edit`}
          icon="pencil"
          className={cn(mayPublish && "phone:hidden")}
        >
          Edit
        </ButtonLink>
      ) : (
        <Button icon="undo" onClick={() => setAsking("restore")}>
          Restore…
        </Button>
      )}
      {mayPublish && (
        <Button variant="primary" onClick={() => setAsking("publish")}>
          Publish…
        </Button>
      )}
      {asking === "publish" && <PublishDialog content={content} onClose={close} />}
      {asking === "restore" && <RestoreDialog content={content} onClose={close} />}
    </>
  );
}

interface ActionProps {
  content: VersionContentDto;
  onClose: () => void;
}

function PublishDialog({ content, onClose }: ActionProps) {
  const { version, slug, publishedVersionId } = content;
  const done = useDone(onClose);
  const publish = useWrite<SavedDto>(
    () => ({
      method: "PUT",
      path: `/runbooks/${slug}/published-version`,
      body: { versionId: version.id, expected: publishedVersionId },
    }),
    { onSuccess: done },
  );
  return (
    <ConfirmDialog
      open
      onOpenChange={onClose}
      title={`Publish version ${version.number}?`}
      description="Checklists are started from it from now on. Those that run keep their version."
      confirmLabel="Publish"
      onConfirm={() => publish.mutate()}
      busy={publish.isPending}
      error={publish.error ? messageOf(publish.error) : undefined}
    />
  );
}

function RestoreDialog({ content, onClose }: ActionProps) {
  const me = useMe();
  const { version, slug, newestId } = content;
  const done = useDone(onClose);
  const restore = useWrite<SavedDto, { why: string; publish: boolean }>(
    ({ why, publish }) => ({
      method: "POST",
      path: `/runbooks/${slug}/restorations`,
      body: { versionId: version.id, why, publish, basedOn: newestId },
    }),
    { onSuccess: done },
  );
  return (
    <SaveDialog
      open
      onOpenChange={onClose}
      title={`Bring version ${version.number} back`}
      reasonNeeded
      mayPublish={can(me, "runbook.publish")}
      busy={restore.isPending}
      error={restore.error}
      conflict={null}
      onSave={(how) => restore.mutate(how)}
    />
  );
}

function useDone(onClose: () => void) {
  const client = useQueryClient();
  const router = useRouter();
  return (saved: SavedDto) => {
    onClose();
    void client.invalidateQueries({ queryKey: runbookKeys.all });
    toast.done(`${saved.published ? "Published" : "Draft saved"}: ${saved.title}, version ${saved.number}`);
    router.push(
      saved.published ? `/runbooks/${saved.slug}` : `/runbooks/${saved.slug}/versions/${saved.number}`,
    );
  };
}
