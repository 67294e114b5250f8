import { endOf } from "./trim";

/** With which instructions begin in French, Spanish and Portuguese, as an infinitive or told to somebody. */
const FIRST = new Set(
  `activer analyser appeler arrêter attendre basculer confirmer consulter contacter couper créer démarrer désactiver déployer
   envoyer escalader exécuter fermer identifier informer isoler lancer mettre noter ouvrir passer prévenir redémarrer relancer
   remplacer restaurer surveiller supprimer vider vérifier
   abra abre abrir actualice actualiza actualizar anota anotar anote asegúrate asegúrese avisa avisar avise borra borrar borre
   cambia cambiar cambie compruebe comprueba comprobar conecta conectar conecte confirma confirmar confirme conéctate consultar
   consulte contacta contactar contacte crea crear detener detenga detén ejecuta ejecutar ejecute elimina eliminar elimine escale
   espere guarda guardar guarde haga haz inicia iniciar inicie notifica notificar notifique reinicia reiniciar reinicie restaura
   restaurar restaure revisa revisar revise selecciona seleccione vaya ve verifica verificar verifique
   acesse aguardar aguarde atualizar atualize certifique-se clique conecte contatar contate criar crie enviar envie excluir exclua
   executar faça parar pare remova remover selecione vá`.split(/\s+/),
);

/** With which they begin in German, where a friend is told. */
const TOLD = new Set(
  `aktiviere beende benachrichtige deaktiviere führe geh gehe informiere klicke kontrolliere lies lösche melde notiere prüfe rufe
   schau schaue setze sichere sieh starte stoppe trenne vergleiche warte wähle öffne überprüfe`.split(/\s+/),
);

/** With which they end in German: "Worker neu starten". */
const LAST = new Set(
  `abschalten aktivieren anhalten anlegen anrufen ansehen aufrufen ausführen ausschalten beenden benachrichtigen deaktivieren
   dokumentieren einschalten einspielen erstellen eskalieren finden herunterfahren hochfahren informieren kontrollieren leeren löschen
   melden neustarten notieren prüfen schließen sichern starten stoppen suchen testen trennen umschalten verbinden vergleichen
   warten wiederherstellen zurückrollen zurücksetzen öffnen überprüfen`.split(/\s+/),
);

/** Whether a text in German, French, Spanish or Portuguese tells somebody to do something. */
export function instructsAbroad(text: string): boolean {
  const words = text.replace(JOINS, "");
  const [first = ""] = /^[\p{L}-]+/u.exec(words) ?? [];
  const word = first.toLowerCase();
  if (FIRST.has(word) || TOLD.has(word) || POLITE.test(words)) return true;
  const [, last = ""] = /\s(\p{L}+)[^\p{L}\p{N}]*$/u.exec(endOf(words)) ?? [];
  return LAST.has(last.toLowerCase()) && !STATES.test(words);
}

const JOINS =
  /^(?:puis|ensuite|enfin|d['’]abord|dann|danach|zuerst|anschließend|bitte|luego|después|primero|por favor|depois|então|em seguida)\b,?\s+/i;

/** "Prüfen Sie …", "Vérifiez …". */
const POLITE = /^(?:\p{L}+(?:en|ern|eln) Sie\b|(?!(?:chez|assez|rez)\b)\p{L}{2,}ez(?:-\p{L}+)?\s)/iu;

/** "Worker lassen sich nicht starten" says how it is. */
const STATES =
  /(?<!\p{L})(?:kann|können|lässt|lassen|wird|werden|würde|soll|sollen|will|wollen|muss|müssen|darf|dürfen|ist|sind|hat|haben|nicht|kein\p{L}*)(?!\p{L})/iu;
