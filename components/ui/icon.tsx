import { cn } from "./cn";
import { ICONS, type IconName } from "./icons";

const SIZES = { xs: "size-3", sm: "size-3.5", md: "size-4", lg: "size-4.5", xl: "size-5" } as const;

interface IconProps {
  name: IconName;
  size?: keyof typeof SIZES;
  /** Only where no word stands beside it; without one the icon is silent. */
  label?: string;
  className?: string;
}

/** One drawing of the set, in the colour of the text around it. */
export function Icon({ name, size = "md", label, className }: IconProps) {
  return (
    <svg
      viewBox="0 0 16 16"
      className={cn("block flex-none", SIZES[size], className)}
      fill="none"
      stroke="currentColor"
      strokeWidth={1.5}
      strokeLinecap="round"
      strokeLinejoin="round"
      role={label ? "img" : undefined}
      aria-label={label}
      aria-hidden={label ? undefined : true}
    >
      <path d={ICONS[name]} />
    </svg>
  );
}
