#!/usr/bin/env node
// What Prisma's command line starts instead of a downloaded engine (prisma.config.ts names this file).
import { register } from "tsx/esm/api";

register();
await import("../lib/db/schema-engine/main.ts");
