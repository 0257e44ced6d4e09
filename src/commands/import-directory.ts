/**
 * Turns the research's directory (../shared/data/directory.json) into content/services/<region>/<id>.yaml.
 *
 *   node src/commands/import-directory.ts [path/to/directory.json]
 *
 * Running it twice changes nothing. What a person filled in (`verifiedOn`, `verifiedBy`) is kept.
 * It goes once editors keep the files by hand: then they are the truth and this only a memory.
 * The research writes for researchers; the tables below say the same to a reader.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse, stringify } from 'yaml';
import { abroad, countryCodes, wholeCountry, type CountryCode, type RegionId } from '#domain/region.ts';
import { serviceSchema, type Audience, type Kind, type Service } from '#domain/service/service.ts';
import { fold } from '#domain/text.ts';

interface GivenPhone { printed: string; e164: string | null; dial: string; toll_free: boolean | null; label?: string }
interface Given {
  id: string; name: string; organisation: string; organisation_type: Service['organizationType'];
  category: Service['category']; categories: Service['categories']; subtype: string;
  status: Service['status']; publish_advice: Service['advice']; services: string[]; serves: string[];
  phones: GivenPhone[]; whatsapp: GivenPhone[]; sms: GivenPhone[]; chat: string | null; email: string[]; web: string[];
  hours: string; languages: string[]; coverage: string[] | string;
  province: string | null; district: string | null; city: string | null; address: string | null;
  cost: string; notes: string; source_date: string; confidence: Service['confidence'];
  conflicts: string[]; verification: string[]; confidence_basis: string; public_citation: string | null; sources: string[];
}

const kindOf: readonly [RegExp, Kind][] = [
  [/^CEM/, 'cem'], [/^SAR/, 'sar'], [/^SAU/, 'sau'], [/^UPE/, 'upe'], [/^HRT/, 'hogar'], [/^CAR/, 'acogida'],
  [/^(FISTRAP|fiscalía)/, 'fiscalia'], [/^UDAVIT/, 'udavit'], [/^ALEGRA/, 'alegra'], [/^policía/, 'policia'],
  [/^consulado/, 'consulado'], [/^defensoría/, 'defensoria'], [/^DEMUNA/, 'demuna'], [/^ONG (trata|mujeres|\()/, 'organizacion'],
  [/^(inspección|empleo|verificación|aplicativo)/, 'trabajo'],
  [/^(ONG migración|refugio|punto de|oficina migratoria|espacio de|plataforma)/, 'migracion'],
  [/^(línea|chat|emergencia|violencia escolar|aplicación|denuncia)/, 'linea'],
];

const audienceOf: readonly [RegExp, Audience][] = [
  [/cualquier persona|ciudadania|poblacion de|victimas de delitos|denuncias/, 'anyone'],
  [/nin[ao]s|adolescen|menores|estudiantes|jovenes/, 'children'],
  [/mujer/, 'women'],
  [/trata|explotacion|trabajo forzoso|procesos penales/, 'trafficking'],
  [/famil|hijas e hijos/, 'families'],
  [/migrant|refugi|extranjer|venezol|internacional/, 'migrants'],
  [/trabajador|empleo|agencia|trabajo forzoso|escasos recursos/, 'workers'],
  [/en el exterior|en venezuela|peruanos en|en cualquier pais/, 'abroad'],
];

/** Given hours → the reader's; null where no source gives any. */
const hoursInWords: Readonly<Record<string, string | null>> = {
  'No indicado en la fuente': null,
  'No figura en el directorio; llamar antes de acudir (fuera de horario: Línea 100, 24 h)': null,
  'No figura en el directorio (servicio itinerante)': null,
  'Ingreso solo por derivación': null,
  'Funciona dentro de una comisaría y se mantiene operativo en feriados según notas oficiales (2024, 2025); el horario exacto no figura en el directorio':
    'Está dentro de una comisaría y atiende también en feriados, según notas oficiales de 2024 y 2025. El horario exacto no figura.',
  'Operativo también en feriados según nota oficial (2024); el horario exacto no figura. Suele activarse por la Línea 100 (24 h)':
    'Atiende también en feriados, según una nota oficial de 2024. El horario exacto no figura. Se suele pedir por la Línea 100.',
  'CONFLICTO: lunes a sábado 7:00–19:00 (Infobae, jul-2025) / 24 horas, 7 días (nota oficial 2020). Mostrar el horario más corto y derivar fuera de ese horario al 100 o 105':
    'De lunes a sábado, de 7:00 a 19:00, según una nota de julio de 2025. Fuera de ese horario llama al 100 o al 105.',
  '24 horas, diario (Andina, 2020); "canal disponible" en feriados (2025)': 'Todo el día, según una nota de 2020.',
  '24 horas (La República 2022)': '24 horas, según una nota de 2022.',
  '24 horas (El Comercio, 2023)': '24 horas, según una nota de 2023.',
  'Línea: lunes a viernes 8:00–20:00 (2022)': 'La línea atiende de lunes a viernes, de 8:00 a 20:00, según una nota de 2022.',
  'Canales de emergencia 24 horas (crisis de enero de 2026)': '24 horas durante la crisis de enero de 2026. Después no se sabe.',
  'CONFLICTO: lunes a viernes 8:00–24:00, excepto festivos (mar-2024) / chat 24 h, 7 días (2020)': 'De lunes a viernes, de 8:00 a 24:00, salvo feriados, según una nota de marzo de 2024.',
  'Lunes a viernes 8:00–17:00': 'De lunes a viernes, de 8:00 a 17:00.',
  'PDI 134: 24 horas': 'El 134 (PDI) atiende las 24 horas. Del 133 las fuentes no lo dicen.',
};

/** Given notes → the reader's; null where the kind's own words or another field already say it. */
const notesInWords: readonly [RegExp, string | null][] = [
  [/^Centro Emergencia Mujer y Familia\./, null], [/^Servicio de Atención Rural\./, null], [/^Servicio de Atención Urgente/, null],
  [/^Fuera de horario: Línea ANNA/, null], [/^Solo aparece en el listado UPE/, null], [/^El directorio MIMP 2026 registra/, null],
  [/^Sin teléfono publicado/, null], [/^La dirección no figura en la fuente/, null], [/^Número difundido por la Cancillería/, 'La Cancillería dio este número durante la crisis de enero de 2024. Puede haber cambiado.'],
  [/^Ubicación, nombre y teléfono NO se publican/, null], [/^La dirección no figura|^Dirección y horario no indicados/, null],
  [/^Se accede por derivación.*sala transitoria/, 'Te lleva la fiscalía que ve el caso. Tiene una sala para víctimas y testigos.'],
  [/^Se accede por derivación/, 'Te lleva la fiscalía que ve el caso.'],
  [/^También app móvil "Policía Perú"/, 'Si hay peligro ahora, llama al 105.'],
  [/^Puerta de entrada a CEM/, 'Es la puerta de entrada a los CEM, a la atención urgente y a los hogares de refugio.'],
  [/^La URL debe confirmarse/, null], [/^Relanzada como "ANNA 1810"/, 'Es la línea para niñas, niños y adolescentes. Cambió de nombre en julio de 2025.'],
  [/^Usar ante peligro inmediato/, 'Para un peligro que pasa ahora.'],
  [/^Cobertura fuera de Lima y Callao/, 'Las fuentes no dicen si atiende fuera de Lima y Callao.'],
  [/^No hay que esperar 24 ni 48 horas/, 'No hay que esperar 24 ni 48 horas. La denuncia se hace ya, en cualquier comisaría.'],
  [/^Teléfonos de una nota de 2020/, 'Los teléfonos son de una nota de 2020. También se denuncia en su página.'],
  [/^Alternativa segura frente a avisos dudosos/, 'Es la bolsa de trabajo del Estado. La dirección web es de una nota de 2020: comprueba que abra una página gob.pe.'],
  [/^Las páginas consultadas solo confirman que el registro/, 'Las fuentes solo confirman que el registro existe. Pregunta al Ministerio de Trabajo (1819) si la agencia está inscrita.'],
  [/^No recibe denuncias penales/, 'No recibe denuncias de delitos. Sirve cuando una autoridad no atiende tu caso.'],
  [/^Solo para violencia escolar/, 'Es solo para violencia en el colegio. No es para denunciar trata.'],
  [/^No se halló teléfono ni dirección pública/, null], [/^Sin teléfono publicado/, null],
  [/^Existen 14 fiscalías/, 'Hay 14 fiscalías de trata: 4 en Lima y 10 en otras regiones.'],
  [/^Cuatro fiscalías en Lima/, 'Son cuatro. Las fuentes no dicen qué distritos ve cada una.'],
  [/^Dirección de la inauguración \(2016\)/, 'La dirección es de 2016, cuando se inauguró.'],
  [/^Según Cutivalú/, 'También recibe los casos de Sullana, según una radio local.'],
  [/^La nota oficial anuncia su creación/, 'Una nota oficial anunció que se crearía en esta ciudad.'],
  [/^Requisitos generales/, 'Piden ser mayor de edad, mostrar el DNI y no poder pagar un abogado. Las fuentes no dicen cómo atienden a menores o a personas sin DNI.'],
  [/lengua bora/, 'Tiene intérpretes; la fuente nombra la lengua bora.'], [/intérpretes \(asháninka\)/, 'Tiene intérpretes de asháninka.'],
  [/intérpretes \(kichwa\)/, 'Tiene intérpretes de kichwa.'], [/intercultural \(aimara\)/, 'Atiende también en aimara.'],
  [/quechua y harakbut/, 'Atiende en español, quechua y harakbut.'], [/shipibo-konibo/, 'Atiende en español y shipibo-konibo. La fuente no dice en qué ciudad está.'],
  [/asháninka y yánesha/, 'Atiende a comunidades asháninka y yánesha. No sabemos si hay intérprete.'],
  [/La Victoria, San Luis/, 'Atiende a personas de La Victoria, San Luis, Surquillo, Breña, Cercado y Jesús María.'],
  [/^Una nota antigua ubicaba/, null],
  [/^Según la oficina distrital/, 'Cuatro defensores de víctimas se turnan día y noche, según su oficina.'],
  [/^844 DEMUNA/, 'Ve a la municipalidad de tu distrito y pregunta por la DEMUNA. No hallamos una lista con teléfonos.'],
  [/^Más de 1 700 casos/, 'Había atendido más de 1700 casos en 2023.'], [/^Oficina confirmada en 2017/, 'La oficina existía en 2017. No hallamos cómo contactarla hoy.'],
  [/^Un folleto antiguo publica/, null], [/^Dirección de un folleto antiguo/, 'La dirección es de un folleto de hace unos diez años.'],
  [/^La nota de 2024 ya no menciona/, null], [/^El sitio alerta sobre fraudes/, 'La ayuda humanitaria nunca se cobra. Su página avisa de estafas que usan nombres de organizaciones.'],
  [/^Citas por la Agencia Digital/, 'Se pide cita en la Agencia Digital de Migraciones. Participan el Estado y varias organizaciones.'],
  [/^Desde el 22-mar-2024/, 'Atiende a personas extranjeras desde marzo de 2024.'], [/^15 jefaturas zonales/, 'Son 15 oficinas y se atiende con cita.'],
  [/^No publicar dirección/, 'Pide orientación en los Espacios de Protección o en Encuentros SJM.'],
  [/^Financiado por BPRM/, 'Tenía fondos para 2024. Puede haber cerrado.'], [/^Referencias de 2018-2019/, 'Las fuentes son de 2018 y 2019. Puede haber cambiado.'],
  [/^Actividades por proyectos/, 'Trabaja por proyectos, que empiezan y terminan.'], [/^Página informativa/, 'Es una página con información. No atiende casos.'],
  [/^La División de Trata y Tráfico/, 'La policía boliviana pide denunciar una desaparición de inmediato.'],
  [/^La Paz cubre también/, 'También atiende Oruro y Pando.'], [/^El número de la línea proviene/, 'El número viene de la copia de un documento, no de una página oficial.'],
];

const mapOff = 'El mapa del directorio señala otro lugar. Guíate por la dirección escrita.';
const noPhone = 'El directorio no da su teléfono. Llama al 100.';
const older = 'Una lista de hacia 2020 da otro teléfono. Si este no contesta, llama al 100.';
const oneList = 'La dirección viene de una sola lista, sin enlace y sin teléfono. Llama antes al 1810 o al 100.';
const two = (listed: string, written: string) => `El directorio lo pone en ${listed}, pero la dirección es de ${written}. Pregunta antes de ir.`;
const shared = (other: string) => `Uno de sus teléfonos es también del SAR ${other}. Pregunta con cuál hablas.`;

/** Given conflicts → the reader's, by id. Old or unsafe numbers do not carry over. */
const conflictsInWords: Readonly<Record<string, string>> = {
  'cem-amazonas-bagua': older, 'cem-amazonas-condorcanqui': older,
  'sar-amazonas-imaza': 'El directorio imprime un teléfono con un dígito de más. No lo mostramos: llama al 100.',
  'cem-amazonas-luya': 'Una lista de hacia 2020 da el mismo teléfono y otra dirección. Pregunta antes de ir.',
  'cem-ayacucho-huanta': two('Huanta', 'Luricocha'), 'cem-callao-mi-peru': mapOff, 'sar-junin-rio-tambo': mapOff, 'cem-san-martin-uchiza': mapOff,
  'cem-huanuco-dos-de-mayo': 'El directorio lo pone en La Unión, la dirección nombra Ripán y el mapa señala Amarilis. Pregunta antes de ir.',
  'cem-huanuco-pillco-marca': noPhone, 'cem-ica-san-andres': noPhone, 'sar-loreto-santa-rosa-de-loreto': noPhone,
  'sar-huanuco-chaglla': shared('Molino'), 'sar-san-martin-pongo-de-caynarachi': shared('Pinto Recodo'), 'sar-san-martin-pinto-recodo': shared('Pongo de Caynarachi'),
  'sar-huanuco-molino': 'Otra copia del directorio, de septiembre de 2026, da este teléfono a un SAR de Churubamba. Pudo mudarse: llama antes de ir.',
  'sar-junin-tapo': 'La dirección del directorio es igual a la de otro servicio y parece un error. No la mostramos.',
  'cem-la-libertad-huamachuco': 'El directorio lo pone en Chugay, junto al estadio, y su mapa señala Huamachuco. Pregunta antes de ir.',
  'cem-lima-canete': two('Imperial', 'San Vicente'), 'cem-lima-jesus-maria': two('el Rímac', 'Jesús María'), 'cem-lima-magdalena-del-mar': two('San Luis', 'Magdalena del Mar'), 'cem-lima-ancon': two('Santa Rosa', 'Ancón'),
  'cem-lima-la-molina': 'El número empieza distinto que los de otros CEM. Dos copias del directorio lo dan igual.',
  'cem-loreto-putumayo': 'El directorio dice que todavía no tiene local. Llama antes de ir.',
  'sau-madre-de-dios': 'El directorio da dos teléfonos. Uno es de un servicio para agresores y no lo mostramos.',
  'cem-san-martin-picota': 'En agosto de 2026 el directorio lo ponía en Picota; en septiembre, en Morales y sin teléfono. Pudo mudarse: llama antes de ir.',
  'cem-tumbes-aguas-verdes': 'Dos copias del directorio dan teléfonos casi iguales. Prueba los dos o llama al 100.',
  'sar-ucayali-pias-ucayali-i': 'Atiende en una embarcación y no tiene sede fija.',
  'chat-100': 'No hallamos la dirección web de hoy. Pregúntala en la Línea 100.',
  'linea-anna-1810': 'Una nota oficial de 2020 da un horario más largo. Mostramos el más corto, para que no llames en vano.',
  'emergencia-105-pnp': 'Está previsto que Lima y Callao tengan una central única. Por ahora sigue siendo el 105.',
  'linea-114-desaparecidos': 'Las fuentes no dicen su horario ni si cuesta.', 'linea-1819-trabajo-forzoso': 'Las fuentes no dicen su horario ni si cuesta.',
  'linea-113-opcion-5': 'La prensa de 2022 dio números de WhatsApp que se contradicen. No los mostramos.',
  'defensoria-del-pueblo': 'Las fuentes dan dos números para la misma calle: 394-398 y 388.',
  'siseve-minedu': 'Según una nota de 2026, dos páginas oficiales dan números distintos. Confirma en su portal.',
  'alegra-chimbote': 'Una nota antigua lo pone en Nuevo Chimbote y otra de 2025 en Chimbote. Puede ser otra sede.',
  'alegra-juliaca': 'La nota con la dirección no nombra la ciudad. Por otra nota del mismo diario entendemos que es Juliaca.',
  'upe-ancash': 'Una lista da el número 1696 de la calle y otra el 169. Pregunta antes de ir.',
  'upe-cajamarca': oneList, 'upe-ica': oneList, 'upe-huanuco': 'Una lista lo pone en Huánuco, pero la dirección es de Amarilis.',
  'chs-alternativo-calp-lima': 'Las fuentes dan teléfonos y direcciones antiguos y distintos. No los mostramos: mira su página.',
  'encuentros-sjm-piura': 'En 2024 ya no está en su lista de sedes. Puede haber cerrado.',
  'migraciones-sede-central': 'Una nota de 2023 nombra la oficina de Carabaya, que cerró en marzo de 2024.',
  'cepr-refugio-lima': 'Las direcciones que hallamos son antiguas. No las mostramos.',
  'centro-diurno-tacna': 'No queda claro si los dos centros que nombran las fuentes son el mismo.',
  'consulado-peru-la-paz': 'Una fuente imprime el número incompleto. Mostramos el completo.',
  'bo-linea-122': 'No hallamos respaldo para otro número que circula.',
  'br-disque-100': 'Su WhatsApp cambió en 2023. Mostramos el nuevo.',
  'cl-1455-sernameg': 'Una nota de 2020 da un horario más largo para el chat. Mostramos el más corto.',
};
const conflictOfKind: Partial<Record<Kind, string>> = { hogar: 'Las fuentes no coinciden en cuántos hogares hay en el país.', acogida: 'Las fuentes no coinciden en cuántos centros hay en el país.' };

/** Rows that came without a page or a citation; what was found for them in November 2026 (the research's own notes, or the stored page). */
const foundLater: Readonly<Record<string, Partial<Service>>> = {
  'renape-mtpe': { sources: ['https://docplayer.es/92132965-.html'], publicCitation: 'Resolución del Ministerio de Trabajo del 7 de octubre de 2004, que cita la norma que creó el registro (copia)' },
  'udavit-madre-de-dios': { sources: ['https://noticias.madrededios.com/content/print/mimp-brinda-servicios-victimas-trata-fines-explotacion-sexual/2020080118295015230'] },
  'udavit-arequipa': { sources: ['https://elpueblo.com.pe/generaciones-rotas-por-la-violencia/', 'https://fdokumen.com/documents/universidad-nacional-de-san-agustin-arequipa.html'] },
  'mega-alegra-cusco': { sources: ['https://www.gob.pe/institucion/pmsaj/noticias/897914-se-inauguro-el-tercer-mega-alegra-con-enfoque-intercultural-en-cusco', 'https://www.gob.pe/institucion/minjus/noticias/888078-mas-de-12-mil-usuarios-fueron-atendidos-en-shipibo-konibo-y-quechua-por-la-defensa-publica-del-minjusdh'] },
  'mega-alegra-ucayali': { sources: ['https://www.gob.pe/institucion/minjus/noticias/888078-mas-de-12-mil-usuarios-fueron-atendidos-en-shipibo-konibo-y-quechua-por-la-defensa-publica-del-minjusdh'] },
  'fistrap-la-libertad': { sources: ['https://andina.pe/agencia/noticia-dia-mundial-contra-trata-fiscalia-revela-trujillo-registra-un-aumento-delito-855258.aspx'] },
  'ministerio-publico-central': {
    sources: ['https://elcomercio.pe/politica/actualidad/ministerio-publico-informa-que-su-sede-central-sufre-un-corte-de-electricidad-no-informado-ultimas-noticia/'],
    publicCitation: 'El teléfono es un dato de abril de 2021, sin página que se pueda enlazar', advice: 'publish-with-warning',
    conflicts: ['El teléfono es de 2021 y no tenemos la página de donde salió. Si no contesta, llama al 1818.'],
  },
};

/**
 * Rows whose printed address names another district than the listed one (tests/content/contradictions.test.ts finds them).
 * The address is what a person walks to, and in three of them the name agrees with it; the conflict stays in words.
 */
const addressDistricts: Readonly<Record<string, string>> = {
  'cem-ayacucho-huanta': 'Luricocha', 'cem-lima-jesus-maria': 'Jesús María', 'cem-lima-magdalena-del-mar': 'Magdalena del Mar', 'cem-lima-ancon': 'Ancón',
  'cem-lima-canete': 'San Vicente de Cañete', 'cem-huanuco-dos-de-mayo': 'Ripan',
};
/** Two rows of the list print one number; both say so (conflicts), until a call settles whose it is. */
const sharedPhones: Readonly<Record<string, string>> = {
  'sar-huanuco-chaglla': 'También lo imprime el SAR Molino.', 'sar-huanuco-molino': 'También lo imprime el SAR Chaglla.',
  'sar-san-martin-pongo-de-caynarachi': 'También lo imprime el SAR Pinto Recodo.', 'sar-san-martin-pinto-recodo': 'También lo imprime el SAR Pongo de Caynarachi.',
};
const everyDay = ['lu', 'ma', 'mi', 'ju', 'vi', 'sa', 'do'] as const;
const allDay = { days: [...everyDay], from: '00:00', to: '24:00', holidays: true };
const office = (from: string, to: string) => [{ days: everyDay.slice(0, 5), from, to }];
/** The hours of the rows whose source gives them, for «abierto ahora»; the sentence for readers is in `hours`. */
const openings: Readonly<Record<string, object[]>> = {
  'linea-1818': [allDay], 'linea-100': [allDay], 'chat-100': [allDay], 'emergencia-105-pnp': [allDay], 'emergencia-106-samu': [allDay], 'emergencia-116-bomberos': [allDay],
  'linea-113-opcion-5': [allDay], 'linea-anna-1810': [{ days: everyDay.slice(0, 6), from: '07:00', to: '19:00' }], 'siseve-minedu': office('08:00', '20:00'),
  'encuentros-sjm-lima': office('08:00', '17:00'), 'espacios-de-proteccion-lima': office('08:00', '17:00'), 'sunafil-sos-alerta': [allDay],
};

const wayIn: Partial<Record<Kind, string[]>> = {
  fiscalia: ['linea-1818'], udavit: ['linea-1818'], policia: ['emergencia-105-pnp', 'linea-1818'],
  hogar: ['linea-100', 'emergencia-105-pnp'], cem: ['linea-100'], sar: ['linea-100'], upe: ['linea-anna-1810', 'linea-100'],
  demuna: ['linea-anna-1810'], alegra: ['linea-1818'],
};
/** Places that the research asks not to print. */
const noPlace = new Set(['chs-alternativo-calp-lima', 'chs-alternativo-calp-iquitos', 'cepr-refugio-lima', 'asociacion-huarayo']);
const basis: Readonly<Record<string, Service['confidenceBasis']>> = {
  'copia de terceros de un listado oficial': 'copy-of-official-list', 'existencia del servicio (sin contacto publicado)': 'existence-only', 'datos de contacto en las fuentes citadas': 'contact-in-sources',
};

function firstMatch<T>(table: readonly [RegExp, T][], text: string): T | undefined {
  return table.find(([pattern]) => pattern.test(text))?.[1];
}
const slug = (name: string) => fold(name).replaceAll(' ', '-') as RegionId;

function coverageOf(given: Given): Service['coverage'] {
  if (given.coverage === 'national') return 'national';
  if (typeof given.coverage === 'string') return countryCodes.find((code) => code === given.coverage) as CountryCode;
  return given.coverage.map(slug);
}

function phoneOf({ printed, e164, dial, toll_free, label }: GivenPhone) {
  const shownLabel = label?.replace('marcar opción 5', 'marca la opción 5');
  return { printed, ...(e164 === null ? {} : { e164 }), dial, ...(toll_free === null ? {} : { tollFree: toll_free }), ...(shownLabel === undefined ? {} : { label: shownLabel }) };
}

function serviceOf(given: Given): Record<string, unknown> {
  const kind = firstMatch(kindOf, given.subtype);
  if (kind === undefined) throw new Error(`${given.id}: no kind for «${given.subtype}»; add one to kindOf.`);
  const hidden = given.publish_advice === 'do-not-publish';
  const shelter = given.category === 'shelter-referral';
  const regions = coverageOf(given);
  const phones = given.phones.map(phoneOf);
  const hours = given.hours in hoursInWords ? hoursInWords[given.hours] : `${given.hours.replace(/\.$/, '')}.`;
  const rewritten = firstMatch(notesInWords, given.notes);
  const notes = hidden || rewritten === undefined ? given.notes.trim() : rewritten;
  const reader = conflictsInWords[given.id] ?? conflictOfKind[kind];
  const whom = audienceOf.filter(([pattern]) => pattern.test(fold(given.serves.join(' ; ')))).map(([, audience]) => audience);
  const [region] = Array.isArray(regions) ? regions : [];
  const ways = kind !== 'acogida' ? (wayIn[kind] ?? []) : region === undefined ? ['linea-anna-1810', 'linea-1818'] : [`upe-${region}`, 'linea-anna-1810'];
  const fromList = given.public_citation?.startsWith('Directorio nacional de servicios del MIMP') === true;
  const service = {
    id: given.id, name: given.name, organization: given.organisation, organizationType: given.organisation_type,
    kind, subtype: given.subtype, category: given.category, categories: given.categories,
    status: given.status, advice: given.publish_advice,
    phones, whatsapp: given.whatsapp.map(phoneOf), sms: given.sms.map(phoneOf), chat: given.id === 'chat-100' ? null : given.chat,
    email: given.email, web: given.web.filter((each) => !each.startsWith('App ')).map((each) => (/^https?:/.test(each) ? each : `https://${each}`)),
    hours: hidden ? given.hours : hours,
    coverage: regions, province: given.province, district: given.district, city: given.city,
    addressVisibility: shelter ? 'by-referral' : noPlace.has(given.id) ? 'area-only' : given.address !== null || given.city !== null || kind !== 'linea' ? 'public' : 'none',
    address: given.address, addressDistrict: addressDistricts[given.id], sharedPhone: sharedPhones[given.id], opens: openings[given.id], accessVia: phones.length > 0 || hidden || given.coverage === 'CO' ? [] : ways,
    services: given.services, serves: given.serves, audiences: whom.length > 0 ? whom : ['anyone'],
    languages: given.languages, cost: /no lo precisa|No indicado/.test(given.cost) ? null : given.cost, notes: notes === null ? null : notes,
    conflicts: reader === undefined ? (given.conflicts.length > 0 && !hidden ? fail(given.id) : given.conflicts) : given.conflicts.length > 0 ? [reader] : [],
    confidence: given.confidence, confidenceBasis: basis[given.confidence_basis],
    sourceName: fromList ? 'el directorio del MIMP' : null, sourceDate: given.source_date.replace(/unknown/g, 'sin fecha visible').trim(),
    publicCitation: given.public_citation, sources: given.sources, verification: given.verification,
    ...foundLater[given.id],
  };
  return Object.fromEntries(Object.entries(service).filter(([, value]) => value !== null && value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0)));
}

function fail(id: string): never {
  throw new Error(`${id}: its conflict has no reader's words; add them to conflictsInWords.`);
}

/** The folder: its region, «nacional» for all of Peru or for many regions, «exterior» abroad. */
function folderOf(coverage: Service['coverage']): string {
  if (coverage === 'national') return wholeCountry;
  if (typeof coverage === 'string') return abroad;
  return coverage.length > 2 ? wholeCountry : (coverage[0] as string);
}

const from = process.argv[2] ?? '../shared/data/directory.json';
const rows = JSON.parse(readFileSync(from, 'utf8')) as Given[];
const schema = serviceSchema(new Date().toISOString().slice(0, 10));
let changed = 0;
for (const given of rows) {
  const fields = serviceOf(given);
  const path = join('content/services', folderOf(fields['coverage'] as Service['coverage']), `${given.id}.yaml`);
  const before = existsSync(path) ? readFileSync(path, 'utf8') : '';
  const { verifiedOn = null, verifiedBy = null } = (parse(before) ?? {}) as Partial<Service>;
  const checked = schema.safeParse({ ...fields, verifiedOn, verifiedBy });
  if (!checked.success) throw new Error(`${path}: ${checked.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('\n')}`);
  const after = `${stringify(fields, { lineWidth: 0, flowCollectionPadding: false })}# Se llena cuando una persona llama y el dato es correcto.\nverifiedOn: ${verifiedOn ?? ''}\nverifiedBy: ${verifiedBy ?? ''}\n`.replace(/ +$/gm, '');
  if (after === before) continue;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, after);
  changed += 1;
}
console.log(`${rows.length} services read, ${changed} files written, ${rows.length - changed} as before.`);
