import Link from "next/link";
import { useId, type ComponentProps, type ReactNode } from "react";
import { buttonClass, type ButtonLook } from "./button-class";
import { cn } from "./cn";
import { Icon } from "./icon";
import type { IconName } from "./icons";
import { Kbd } from "./kbd";

interface Extras {
  icon?: IconName;
  /** The key that does the same, e.g. `T` or `$mod+Enter`; shown, not bound. */
  kbd?: string;
}

interface ButtonProps extends Omit<ComponentProps<"button">, "size">, ButtonLook, Extras {
  /** The work is under way: keeps its width, cannot be pressed again. */
  busy?: boolean;
  /** Why it cannot be pressed yet. It stays in reach of the keyboard, so that the reason can be read. */
  notYet?: string;
}

/** Something to press. `type` is "button" unless said otherwise. */
export function Button({
  variant,
  size,
  icon,
  kbd,
  busy = false,
  notYet,
  className,
  children,
  onClick,
  type,
  ...rest
}: ButtonProps) {
  const reasonId = useId();
  const held = busy || Boolean(notYet);
  return (
    <>
      <button
        {...rest}
        type={held ? "button" : (type ?? "button")}
        className={cn(buttonClass({ variant, size }), className)}
        onClick={held ? undefined : onClick}
        aria-disabled={notYet ? true : undefined}
        aria-busy={busy || undefined}
        aria-describedby={notYet ? reasonId : rest["aria-describedby"]}
        title={notYet ?? rest.title}
      >
        <ButtonBody icon={icon} kbd={kbd} solid={isSolid(variant)}>
          {children}
        </ButtonBody>
        {busy && <Progress />}
      </button>
      {notYet && (
        <span id={reasonId} hidden>
          {notYet}
        </span>
      )}
    </>
  );
}

interface ButtonLinkProps extends ComponentProps<typeof Link>, ButtonLook, Extras {}

/**
 * A link that looks like a button: it goes somewhere and changes nothing. Its page is fetched when it is pressed:
 * it would be made anew then anyway.
 */
export function ButtonLink({ variant, size, icon, kbd, className, children, ...rest }: ButtonLinkProps) {
  const look = cn(buttonClass({ variant, size }), className);
  const body = (
    <ButtonBody icon={icon} kbd={kbd} solid={isSolid(variant)}>
      {children}
    </ButtonBody>
  );
  // A place on this very page: the router would go there without telling those that follow the address.
  if (typeof rest.href === "string" && rest.href.startsWith("#"))
    return (
      <a href={rest.href} onClick={rest.onClick} className={look}>
        {body}
      </a>
    );
  return (
    <Link prefetch={false} {...rest} className={look}>
      {body}
    </Link>
  );
}

interface IconButtonProps extends Omit<ComponentProps<"button">, "size" | "children">, ButtonLook {
  icon: IconName;
  /** Its name for those who cannot see the icon, and its tooltip. */
  label: string;
  iconSize?: ComponentProps<typeof Icon>["size"];
}

/** A square button with an icon; for actions that everybody meets often. */
export function IconButton({
  icon,
  label,
  variant = "quiet",
  size,
  iconSize,
  className,
  ...rest
}: IconButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      {...rest}
      className={cn(buttonClass({ variant, size, square: true }), className)}
    >
      <Icon name={icon} size={iconSize ?? (size === "sm" ? "sm" : "md")} />
    </button>
  );
}

function ButtonBody({ icon, kbd, solid, children }: Extras & { solid: boolean; children: ReactNode }) {
  return (
    <>
      {icon && <Icon name={icon} size="sm" />}
      {children}
      {kbd && <Kbd keys={kbd} inherit={solid} className="phone:hidden" />}
    </>
  );
}

// On solid or coloured ground a key takes the ink of the button.
function isSolid(variant: ButtonLook["variant"]): boolean {
  return variant === "primary" || variant === "onOverdue" || variant === "onBand";
}

function Progress() {
  return (
    <span className="absolute inset-x-0 bottom-0 h-0.5 overflow-hidden" aria-hidden>
      <span className="animate-sweep block h-full w-2/5 bg-current" />
    </span>
  );
}
