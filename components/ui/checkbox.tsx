import { useId, type ComponentProps, type ReactNode } from "react";
import { cn } from "./cn";

interface CheckboxProps extends Omit<ComponentProps<"input">, "type"> {
  label: ReactNode;
  hint?: ReactNode;
}

/** Something that is so, or not. The whole line can be pressed. */
export function Checkbox({ label, hint, className, ...rest }: CheckboxProps) {
  const id = useId();
  return (
    <div className={cn("phone:min-h-11 phone:items-center flex items-start gap-2", className)}>
      <span className="relative mt-px inline-grid size-4 flex-none place-items-center">
        <input
          id={id}
          aria-describedby={hint ? `${id}-hint` : undefined}
          {...rest}
          type="checkbox"
          className="peer forced-fill border-line-strong bg-surface checked:border-ink checked:bg-ink size-4 appearance-none rounded-[4px] border-[1.5px] disabled:border-dashed"
        />
        <svg
          viewBox="0 0 16 16"
          aria-hidden
          className="text-on-ink pointer-events-none absolute size-3.5 scale-0 peer-checked:scale-100"
        >
          <path
            d="m4 8.2 2.6 2.6 5.2-5.6"
            fill="none"
            stroke="currentColor"
            strokeWidth="2"
            strokeLinecap="round"
          />
        </svg>
      </span>
      <label htmlFor={rest.id ?? id} className="min-w-0">
        {label}
        {hint && (
          <span id={`${id}-hint`} className="meta block">
            {hint}
          </span>
        )}
      </label>
    </div>
  );
}
