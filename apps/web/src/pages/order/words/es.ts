import { BADGE_WORD_ES } from '../../../words/modality.ts'
import type { OrderWords } from './words.ts'

const counted = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`

export const ES: OrderWords = {
  language: 'es',
  orders: 'Órdenes',
  lead: 'Leyes, ordenanzas, órdenes y memorandos por lugar, con los días en que están vigentes. Rige el texto firmado; lo que está aquí es una lectura de él, en inglés como los originales.',
  allOrders: 'Todas las órdenes',
  places: 'Lugares',
  loading: 'Cargando la orden',
  columns: { order: 'Orden', kind: 'Clase', from: 'Desde', through: 'Hasta', known: 'Cómo se conoce' },
  inForce: 'vigente',
  notYet: 'aún no',
  since: (day) => `desde el ${day}`,
  until: (from, through) => `del ${from} al ${through}`,
  labels: { inForce: 'Vigente', cite: 'Cita', known: 'Cómo se conoce', source: 'Fuente' },
  known: {
    primary: 'Se leyó el texto mismo.',
    secondary: 'Conocido por relatos de otros; el texto mismo no se leyó.',
    recalled: 'Recordado, aún no leído.',
    assumed: 'Supuesto, o propio de un departamento de demostración.',
  },
  knownShort: {
    primary: 'Leído',
    secondary: 'Según relatos de otros',
    recalled: 'Recordado, aún no leído',
    assumed: 'Supuesto, o demo',
  },
  governs: 'Rige el texto firmado.',
  reading: 'Los bloques a su lado son una lectura de él.',
  version: 'Versión',
  hash: 'Hash de su texto',
  verify: 'Verificar',
  changes: {
    title: 'Qué cambió',
    comparedWith: 'Comparado con',
    loading: 'Cargando qué cambió',
    failed: 'No se pudo cargar qué cambió.',
    none: 'Ninguna respuesta cambia: quien cumplía las órdenes anteriores cumple estas.',
    total: (answers, day) =>
      `Desde el ${day} ${answers === 1 ? 'cambia 1 respuesta en algunas situaciones' : `cambian ${answers} respuestas, cada una en algunas situaciones`}.`,
    byOrdersOf: (agency, before, after) =>
      `Una respuesta es lo que un cargo debe, puede o no debe hacer sobre un acto. Se compararon todas las órdenes vigentes para ${agency} el ${before} y el ${after}, en cada situación de la que ambas hablan.`,
    also: { before: 'Terminó en el mismo tiempo:', after: 'Empezó en el mismo tiempo:' },
    same: (count) =>
      count === 1
        ? 'Otra respuesta sigue igual y se apoya en otras reglas.'
        : `Otras ${count} respuestas siguen iguales y se apoyan en otras reglas.`,
    columns: { where: 'Dónde', who: 'Quién y qué' },
    before: 'Antes',
    after: 'Ahora',
    always: 'En toda situación',
    kinds: (count) => `en ${counted(count, 'clase', 'clases')} de situación`,
    more: (count) => `${count} más`,
    moreActs: (count) => `y ${counted(count, 'acto más', 'actos más')}`,
    ask: 'pregunte a:',
    example: 'Por ejemplo:',
    terms: 'La misma respuesta, en otros términos',
    noTerm: 'sin tal término',
    onlyIn: { before: 'Ya no se menciona', after: 'Se menciona por primera vez' },
    sorts: {
      role: 'cargos',
      act: 'actos',
      fact: 'hechos',
      value: 'valores',
      event: 'sucesos',
      list: 'listas',
      report: 'informes debidos',
    },
    paper: {
      sheet: 'Estos cambios en una hoja para imprimir (en inglés):',
      card: 'Tarjeta de ese día:',
      page: 'página',
    },
    text: 'Las palabras que cambiaron en el texto',
    textSame: 'Las mismas palabras, en el mismo orden.',
    textTooLong: 'Los textos son demasiado largos para compararlos palabra por palabra aquí.',
    added: 'solo en esta versión',
    removed: 'solo en la versión anterior',
    badges: BADGE_WORD_ES,
  },
  other: { label: 'English', lang: 'en' },
}
