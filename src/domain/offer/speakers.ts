/** A stretch of the text said by the person who received the offer, not by who offers. */
export interface Span {
  start: number;
  end: number;
}

interface Turn extends Span {
  who: string;
  question: boolean;
}

/** A speaker's name at the start of a line or after a full stop: «Yo:», «[10:02] Sra. Carmen:». */
const LABEL = /(^|[\n/|]|[.?!…»"]\s)[ \t]*(?:[-*•>][ \t]*)?(?:\[?\d{1,2}[:/]\d{2}[^\]\n]{0,18}\]?[ \t-]*)?(\p{L}[\p{L}. ]{0,22}?|\+?\d[\d ]{6,15})[ \t]*:[ \t]/gmu;
const DASH = /(^|\n|[.?!,»"]\s|\s)[—–-][ \t]?(?=[\p{L}¿¡])/gmu;
const PERSON = /^(yo|mi|nosotras|tu|hija|mama|mami|prima|postulante|candidata|candidato|me|eu|person|usuaria|user|ella|chica|amiga|victima|persona|interesada|interesado)$/;
const RECRUITER = /^(el|reclutador|reclutadora|agencia|empresa|jefe|jefa|sr|sra|senor|senora|contratante|numero|desconocido|recruiter|contacto|agente|encargado|encargada|dueno|duena|rrhh|ele|ela|boss|agent)/;
/** «Sueldo:», «Horario:» head a line of an ad; no one is called so. */
const HEADING = /^(sueldo|salario|pago|horario|requisito|funcion|beneficio|lugar|direcci|contacto|informe|telefono|cel|ofrec|turno|zona|edad|experiencia|nota|importante|ojo|interesad|puesto|vacante|cargo|area|sede|fecha|hora|ubicaci|modalidad|whatsapp|wsp|correo|email|perfil|tarea|actividad|descanso|contrato|incluye|se |tipo|duraci|inicio|cierre|empresa y|local|referencia|documento|presentar|entrevista|ruc|info|salary|pay|schedule|location|requirement|vaga|cidade|dias|que |costo|atte|p ?d)/;

const plain = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/[.]/g, '').trim();

/**
 * In a chat pasted whole, what the person says («¿y el contrato?», «tengo 17»)
 * is no sign of the offer. Returns those stretches; none when the text is no chat.
 */
export function personSpans(text: string): Span[] {
  const turns = (text.includes(':') ? labelledTurns(text) : null) ?? dashedTurns(text);
  if (!turns) return [];
  const speakers = [...new Set(turns.map((t) => t.who))];
  const person = speakers.find((who) => PERSON.test(who)) ?? asker(turns, speakers.filter((who) => !RECRUITER.test(who)));
  return person === undefined ? [] : turns.filter((t) => t.who === person);
}

function labelledTurns(text: string): Turn[] | null {
  const marks = [...text.matchAll(LABEL)]
    .map((m) => ({ at: m.index + (m[1] ?? '').length, from: m.index + m[0].length, who: plain(m[2] ?? '') }))
    .filter((m) => !HEADING.test(m.who));
  const speakers = new Set(marks.map((m) => m.who));
  const known = [...speakers].some((who) => PERSON.test(who));
  if (speakers.size < 2 || speakers.size > 4 || (!known && marks.length < speakers.size + 1)) return null;
  return marks.map((m, i) => turn(text, m.at, marks[i + 1]?.at ?? text.length, m.who));
}

/** «—¿Y la comida? —La pongo yo.»: two voices take turns. */
function dashedTurns(text: string): Turn[] | null {
  if (!/\?\s*[—–-]/.test(text)) return null;
  const marks = [...text.matchAll(DASH)].map((m) => m.index + (m[1] ?? '').length);
  if (marks.length < 2 || !(marks.length > 2 || text.includes('—'))) return null;
  const starts = text.slice(0, marks[0]).trim().length > 0 ? [0, ...marks] : marks;
  return starts.map((at, i) => turn(text, at, starts[i + 1] ?? text.length, i % 2 === 0 ? 'first' : 'second'));
}

function turn(text: string, start: number, end: number, who: string): Turn {
  return { start, end, who, question: text.slice(start, end).includes('?') };
}

/** Whoever asks most, and says least, is the person. */
function asker(turns: readonly Turn[], speakers: readonly string[]): string | undefined {
  let best: string | undefined;
  let bestShare = 0.34;
  for (const who of speakers) {
    const own = turns.filter((t) => t.who === who);
    const asked = own.filter((t) => t.question).length / own.length;
    const length = own.reduce((sum, t) => sum + t.end - t.start, 0) / own.length;
    const share = asked - Math.min(0.3, length / 600);
    if (share > bestShare) [best, bestShare] = [who, share];
  }
  return best;
}
