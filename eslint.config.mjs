import next from "eslint-config-next/core-web-vitals";
import typescript from "eslint-config-next/typescript";

/** What is said of React holds where React is: its compiler need not read the rest. */
const react = next.map((part) =>
  part.name === "next" ? { ...part, files: ["{app,components}/**/*.{ts,tsx}"] } : part,
);

const config = [
  {
    ignores: [
      ".next/**",
      "dist/**",
      ".data/**",
      "lib/db/generated/**",
      "next-env.d.ts",
      "playwright-report/**",
    ],
  },
  ...react,
  ...typescript,
  {
    rules: {
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      "@typescript-eslint/consistent-type-imports": "error",
      "no-console": "error",
    },
  },
  { files: ["scripts/**", "e2e/**"], rules: { "no-console": "off" } },
  {
    // Time is an argument (house style, rule 3): rules never look at a clock.
    files: ["**/*.rules.ts"],
    rules: {
      "no-restricted-syntax": [
        "error",
        {
          selector: "MemberExpression[object.name='Date'][property.name='now']",
          message: "Time is an argument.",
        },
        {
          selector: "NewExpression[callee.name='Date'][arguments.length=0]",
          message: "Time is an argument.",
        },
      ],
    },
  },
];

export default config;
