"use client";

import Image from "next/image";
import { useEffect, useId, useMemo, useState, type ClipboardEvent, type DragEvent } from "react";
import { Button } from "@/components/ui/button";
import { buttonClass } from "@/components/ui/button-class";
import { cn } from "@/components/ui/cn";
import { Icon } from "@/components/ui/icon";
import { toast } from "@/components/ui/toast";
import { IMAGE_LIMIT_BYTES, imageTypes } from "@/lib/checklists/image.rules";

interface ImageFieldProps {
  file: File | null;
  onFile: (file: File | null) => void;
}

/** Chooses an image, from the camera on a phone, and shows it; one can also be pasted or dropped on the form. */
export function ImageField({ file, onFile }: ImageFieldProps) {
  const id = useId();
  const [unreadable, setUnreadable] = useState<string | null>(null);
  const url = useMemo(() => file && URL.createObjectURL(file), [file]);
  useEffect(() => () => (url ? URL.revokeObjectURL(url) : undefined), [url]);
  if (file && url) {
    return (
      <div className="flex items-start gap-2">
        <Image
          src={url}
          alt="The image to be added"
          width={240}
          height={160}
          className="border-line h-auto max-h-40 w-auto max-w-full rounded-sm border"
          onError={() => {
            setUnreadable(file.name);
            onFile(null);
          }}
        />
        <Button size="sm" variant="quiet" icon="cross" onClick={() => onFile(null)}>
          Take it out
        </Button>
      </div>
    );
  }
  return (
    <p className="text-ink-2 flex flex-wrap items-center gap-2 text-xs">
      <label
        htmlFor={id}
        className={cn(
          buttonClass({ size: "sm" }),
          "focus-within:outline-focus cursor-pointer focus-within:outline-2 focus-within:outline-offset-2",
        )}
      >
        <Icon name="plus" size="sm" />
        Image…
        <input
          id={id}
          type="file"
          accept={imageTypes.join(",")}
          className="sr-only"
          onChange={(event) => {
            setUnreadable(null);
            take(event.target.files?.[0], onFile);
          }}
        />
      </label>
      {unreadable && (
        <span role="alert" className="text-bad w-full font-medium break-words">
          {unreadable} holds no image that can be shown. Choose another one.
        </span>
      )}
      <span className="phone:hidden">or paste or drop one here. 5 MB at most.</span>
      <span>The file’s metadata (place, device, author) is taken out; what the picture shows stays.</span>
    </p>
  );
}

/** Pasting and dropping an image anywhere on a form. */
export function imageHandlers(onFile: (file: File) => void) {
  return {
    onPaste: (event: ClipboardEvent) => {
      const file = imageIn(event.clipboardData.files);
      if (!file) return;
      event.preventDefault();
      take(file, onFile);
    },
    onDragOver: (event: DragEvent) => {
      if (event.dataTransfer.types.includes("Files")) event.preventDefault();
    },
    onDrop: (event: DragEvent) => {
      if (!event.dataTransfer.types.includes("Files")) return;
      event.preventDefault();
      take(event.dataTransfer.files[0], onFile);
    },
  };
}

function imageIn(files: FileList): File | undefined {
  return [...files].find(({ type }) => type.startsWith("image/"));
}

/** Says at once what the console would refuse. */
function take(file: File | undefined, onFile: (file: File) => void): void {
  if (!file) return;
  if (!(imageTypes as readonly string[]).includes(file.type))
    toast.failed("Choose a PNG, JPEG, WebP or GIF image.");
  else if (file.size > IMAGE_LIMIT_BYTES)
    toast.failed(
      `This image has ${(file.size / 1024 / 1024).toFixed(1)} MB. 5 MB are the most: make it smaller first.`,
    );
  else onFile(file);
}
