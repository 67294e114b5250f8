import { describe, expect, it } from "vitest";
import { section, steps } from "./fixtures/load";
import { inEnglish } from "./glossary";
import { parseRunbook } from "./parse-runbook";

describe("words of headings and labels", () => {
  it.each([
    ["Mögliche Ursachen", "possible causes"],
    ["Criterios de cierre", "exit criteria"],
    ["Étapes de résolution", "steps de resolution"],
    ["Alle 30 Minuten", "every 30 minutes"],
    ["Alle Worker", "Alle Worker"],
    ["Check the disk", "Check the disk"],
  ])("“%s” are read as “%s”", (words, english) => expect(inEnglish(words)).toBe(english));
});

describe("a runbook in another language", () => {
  const german = parseRunbook(
    `# Platte voll

**Alarm:** DiskNearFull

## Symptome

- Aufträge bleiben liegen

## Sofortmaßnahmen (erste 10 Minuten)

- Worker neu starten
- Wenn die Platte voll ist, alte Dateien löschen

## Kommunikation

Alle 30 Minuten den Stand schreiben.

## Eskalation

| Problem | Ansprechpartner | Zeit |
|---|---|---|
| Datenbank | Bereitschaft | 1 Stunde |

## Abschlusskriterien

- Keine Alarme mehr
`,
  );

  it("has its steps, symptoms and exit criteria", () => {
    const actions = "Sofortmaßnahmen (erste 10 Minuten)";
    expect(steps(german, actions).map(({ condition }) => condition)).toEqual([
      null,
      "Wenn die Platte voll ist",
    ]);
    expect(section(german, actions).timeBoxMinutes).toBe(10);
    expect(german.triggers.map(({ text }) => text)).toEqual(["DiskNearFull", "Aufträge bleiben liegen"]);
    expect(section(german, "Abschlusskriterien").kind).toBe("exit_criteria");
  });

  it("has its cadence and escalation", () => {
    expect(german.cadenceMinutes).toBe(30);
    expect(german.escalation).toMatchObject([{ issue: "Datenbank", target: "Bereitschaft", minutes: 60 }]);
  });

  it.each(["Pasos a seguir", "Étapes", "Passos"])("knows “%s”", (heading) => {
    expect(steps(parseRunbook(`# A\n\n## ${heading}\n\n- Uno\n`), heading)).toHaveLength(1);
  });

  it("holds what ends with a command for something to do", () => {
    const source = "# A\n\n## Platte\n\n- Erst ansehen: `df -h`\n";
    expect(steps(parseRunbook(source), "Platte")).toHaveLength(1);
  });
});
