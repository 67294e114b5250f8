import { expect, test } from "vitest";
import { isRisky } from "./risky-step.rules";

const command = (text: string, danger: string | null = null) => ({
  ...{ text, danger, kind: "shell" as const, comment: null, placeholders: [] },
  lines: { start: 1, end: 1 },
});

test.each(["Restart the exporter", "Roll back to 4.12", "scale the workers to 0", "Failover to eu-2"])(
  "“%s” changes production",
  (title) => expect(isRisky(title)).toBe(true),
);

test.each(["Look at Grafana", "Say whether the restart helped", "Applying pressure is no step"])(
  "“%s” changes nothing",
  (title) => expect(isRisky(title)).toBe(false),
);

test("a step changes production by its commands, whatever it is called", () => {
  expect(isRisky("The pods", [command("kubectl get pods"), command("kubectl describe pod api-1")])).toBe(
    false,
  );
  expect(
    isRisky("The pods", [command("kubectl get pods"), command("kubectl rollout restart deploy/api")]),
  ).toBe(true);
  expect(isRisky("The pods", [command("kubectl delete pod api-1", "Removes running workloads.")])).toBe(true);
});
