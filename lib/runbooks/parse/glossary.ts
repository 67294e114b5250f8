/**
 * What headings, labels and heads of tables say in German, Spanish, French and Portuguese, in the English words that
 * the rules know. Other words stay as they are, so that a rule looks at the same text in every language.
 */
const WORDS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    symptoms: "symptome síntomas symptômes sintomas",
    causes: "ursache ursachen causa causas",
    possible: "mögliche posibles",
    prerequisites: "voraussetzungen requisitos prérequis",
    step: "schritt paso étape passo etapa",
    steps: "schritte pasos étapes passos etapas",
    procedure: "vorgehen vorgehensweise ablauf procedimiento procédure procedimento",
    actions: "maßnahmen massnahmen sofortmaßnahmen sofortmassnahmen acciones ações",
    checklist: "checkliste",
    mitigation: "mitigación mitigação atténuation",
    resolution: "behebung fehlerbehebung lösung resolución solución résolution resolução solução",
    recovery: "wiederherstellung recuperación rétablissement récupération recuperação",
    rollback: "zurückrollen reversión",
    diagnosis: "diagnóstico",
    verification: "prüfung überprüfung kontrolle verificación vérification verificação",
    communication: "kommunikation comunicación comunicação",
    escalation: "eskalation escalado escalamiento escalación escalade escalonamento",
    "exit criteria": "abschlusskriterien abschlussbedingungen",
    "post-incident": "nachbereitung",
    background: "hintergrund antecedentes contexte",
    overview: "überblick übersicht resumen aperçu visão",
    impact: "auswirkung auswirkungen impacto",
    contacts: "kontakte ansprechpartner contactos contatos",
    owner: "verantwortlich zuständig responsable responsável",
    incident: "störung vorfall problema problème",
    severity: "schweregrad gravedad severidad gravité gravidade severidade",
    level: "stufe ebene nivel niveau nível",
    who: "wer quién quien qui quem",
    after: "nach después tras après após",
    triggers: "auslöser desencadenantes déclencheurs gatilhos",
    time: "zeit frist reaktionszeit tiempo plazo délai tempo prazo",
    alert: "alarm alerta alerte",
    first: "erste ersten primeros premières primeiros",
    minutes: "minuten minutos",
    hours: "stunde stunden hora horas heure heures",
  }).flatMap(([english, others]) => others.split(" ").map((word): [string, string] => [word, english])),
);

/** A text with the words of the glossary in English. */
export function inEnglish(text: string): string {
  return text
    .replace(/(?<!\p{L})(?:criterios|critères|critérios) de \p{L}+/giu, "exit criteria")
    .replace(/(?<!\p{L})informa(?:ción|tions?|ções) (?:general|générales?|gerais)/giu, "overview")
    .replace(/(?<!\p{L})(?:alle|(?:a )?cada|toutes les)(?= \d)/giu, "every")
    .replace(/\p{L}+/gu, (word) => WORDS.get(word.toLowerCase()) ?? word);
}
