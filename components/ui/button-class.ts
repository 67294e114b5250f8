import { cva, type VariantProps } from "class-variance-authority";

/** The look of a button, also for links and menu triggers that must look like one. */
export const buttonClass = cva(
  "relative inline-flex items-center justify-center gap-1.5 overflow-hidden whitespace-nowrap border font-medium select-none transition-colors duration-(--duration-fast) disabled:cursor-default disabled:border-dashed disabled:text-ink-3 aria-disabled:cursor-default aria-disabled:border-dashed aria-disabled:text-ink-3 phone:min-h-11",
  {
    variants: {
      variant: {
        secondary: "border-line-strong bg-surface not-disabled:not-aria-disabled:hover:bg-hover",
        primary:
          "border-ink bg-ink text-on-ink not-disabled:not-aria-disabled:hover:bg-ink-2 disabled:bg-surface disabled:border-line-strong aria-disabled:bg-surface aria-disabled:border-line-strong",
        quiet: "border-transparent text-ink-2 not-disabled:not-aria-disabled:hover:bg-hover",
        danger: "border-bad bg-surface text-bad not-disabled:not-aria-disabled:hover:bg-bad-soft",
        // On the clock band the ground is coloured: these take its ink.
        onBand: "border-transparent text-(--band-2) not-disabled:not-aria-disabled:hover:bg-black/10",
        onOverdue:
          "border-on-overdue bg-on-overdue text-overdue-ink not-disabled:not-aria-disabled:hover:bg-on-overdue/90",
      },
      size: {
        sm: "h-6 rounded-sm px-2 text-xs",
        md: "h-7 rounded-sm px-2.5 text-sm/4",
        lg: "h-9 rounded-sm px-3.5 text-base/4",
        /** The thumb dock of a phone. */
        xl: "h-13 rounded-[10px] px-3.5 text-[15px]/5",
      },
      square: { true: "", false: "" },
    },
    compoundVariants: [
      { square: true, size: "sm", class: "w-6 px-0! phone:w-11" },
      { square: true, size: "md", class: "w-7 px-0! phone:w-11" },
      { square: true, size: "lg", class: "w-9 px-0! phone:w-11" },
      { square: true, size: "xl", class: "w-13 px-0!" },
    ],
    defaultVariants: { variant: "secondary", size: "md", square: false },
  },
);

export type ButtonLook = Omit<VariantProps<typeof buttonClass>, "square">;
