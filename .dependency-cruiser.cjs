/** The house style's table of who may import what. Importing a type only is free. */
const PURE = [
  "(\\.rules|[./]schemas|[./]dto)\\.ts$",
  "^lib/timeline/(events|fold|describe)/",
  // Of the parser, the shapes and the small parts that screens need too.
  "^lib/runbooks/parse/(schema[.\\w]*|choices|commands|danger[-\\w]*|edits|executables|http|index-parts|inline|labels|sql-words|trim)\\.ts$",
];
/** Load and chaos are tests too: they need what tests need. */
const TESTS = "\\.test\\.tsx?$|/testing/|^e2e/|^scripts/(load|chaos|bench)[/.]";
/** The features, each standing on those before it only. */
const FEATURES = [
  ...["settings", "runbooks", "incidents", "webhooks", "checklists"],
  ...["updates", "summaries", "people", "record", "room"],
];
const OURS = "^(app|components|lib|scripts|prisma|e2e)/";

/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: "no-cycle",
      comment: "Two files that need each other are one thing, or share a third.",
      severity: "error",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    {
      name: "kernel-knows-nobody",
      severity: "error",
      from: { path: "^lib/kernel/" },
      to: { path: OURS, pathNot: "^lib/kernel/" },
    },
    {
      name: "rules-are-pure",
      comment: "Rules, schemas and DTOs: the kernel and each other; no I/O, no database, no Next.",
      severity: "error",
      from: { path: [`^lib/.*${PURE[0]}`, ...PURE.slice(1)], pathNot: TESTS },
      to: { path: OURS, pathNot: ["^lib/kernel/", ...PURE], dependencyTypesNot: ["type-only"] },
    },
    {
      name: "rules-do-no-io",
      severity: "error",
      from: { path: PURE, pathNot: TESTS },
      to: {
        path: "node_modules/(next|pg|pino|@prisma)/|^(node:)?(fs|net|http|https|child_process|timers)($|/)",
        dependencyTypesNot: ["type-only"],
      },
    },
    {
      name: "components-see-only-pure-parts",
      severity: "error",
      from: { path: "^components/", pathNot: TESTS },
      to: {
        path: "^(app|lib|scripts|prisma)/",
        pathNot: ["^lib/kernel/", ...PURE],
        dependencyTypesNot: ["type-only"],
      },
    },
    {
      name: "pages-hold-no-database",
      severity: "error",
      from: { path: "^app/" },
      to: { path: "^lib/db/(client|generated)|node_modules/(@prisma|pg)/" },
    },
    {
      name: "product-knows-no-screen",
      severity: "error",
      from: { path: "^lib/", pathNot: TESTS },
      to: { path: "^(app|components|scripts|e2e|prisma)/" },
    },
    ...FEATURES.slice(0, -1).map((feature, index) => ({
      name: `features-form-no-cycle (${feature})`,
      comment: "Of the features above it, a feature may use the pure parts only.",
      severity: "error",
      from: { path: `^lib/${feature}/`, pathNot: TESTS },
      to: {
        path: `^lib/(${FEATURES.slice(index + 1).join("|")})/`,
        pathNot: PURE,
        dependencyTypesNot: ["type-only"],
      },
    })),
    {
      name: "ground-knows-no-feature",
      severity: "error",
      from: { path: "^lib/(db|auth|timeline|outbox|http)/", pathNot: ["^lib/http/application\\.ts$", TESTS] },
      to: { path: `^lib/(${FEATURES.join("|")})/`, pathNot: PURE, dependencyTypesNot: ["type-only"] },
    },
    {
      name: "test-helpers-stay-in-tests",
      severity: "error",
      from: { path: "^(app|components|lib|scripts)/", pathNot: TESTS },
      to: { path: "/testing/|\\.test\\.tsx?$" },
    },
    {
      name: "unresolved",
      severity: "error",
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^(\\.next|dist|lib/db/generated/(?!client))" },
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "default", "types"],
    },
  },
};
