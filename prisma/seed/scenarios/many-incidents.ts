import type { World } from "../world/world";
export async function manyIncidents(_world: World): Promise<void> {}
