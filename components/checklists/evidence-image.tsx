import Image from "next/image";
import { cn } from "@/components/ui/cn";

interface EvidenceImageProps {
  /** Of the text that says what it shows. */
  textId: string;
  /** Null: redacted, and the image with it. */
  description: string | null;
  width: number;
  height: number;
  className?: string;
}

const HEIGHT = 96;

/** A small picture that opens large, in a page of its own. Its place is kept before it is there. */
export function EvidenceImage({ textId, description, width, height, className }: EvidenceImageProps) {
  if (description === null) return <span className="text-ink-3 italic">image redacted</span>;
  const src = `/api/v1/images/${textId}`;
  const scale = Math.min(1, HEIGHT / height, 240 / width);
  return (
    <a
      href={src}
      target="_blank"
      rel="noreferrer"
      title={`${description}: open it large`}
      className={cn("relative z-1 my-1 block w-fit", className)}
    >
      <Image
        src={src}
        alt={description}
        width={Math.max(24, Math.round(width * scale))}
        height={Math.max(24, Math.round(height * scale))}
        className="border-line bg-sunken block max-w-full rounded-xs border object-contain"
      />
    </a>
  );
}
