import exactDe from './content/exact-de.json' with { type: 'json' }
import exactEn from './content/exact-en.json' with { type: 'json' }
import exactFr from './content/exact-fr.json' with { type: 'json' }
import exactNl from './content/exact-nl.json' with { type: 'json' }
import de from './content/method-de.json' with { type: 'json' }
import en from './content/method-en.json' with { type: 'json' }
import fr from './content/method-fr.json' with { type: 'json' }
import nl from './content/method-nl.json' with { type: 'json' }
import noiseDe from './content/noise-de.json' with { type: 'json' }
import noiseEn from './content/noise-en.json' with { type: 'json' }
import noiseFr from './content/noise-fr.json' with { type: 'json' }
import noiseNl from './content/noise-nl.json' with { type: 'json' }
import rowsDe from './content/rows-de.json' with { type: 'json' }
import rowsEn from './content/rows-en.json' with { type: 'json' }
import rowsFr from './content/rows-fr.json' with { type: 'json' }
import rowsNl from './content/rows-nl.json' with { type: 'json' }
import signedDe from './content/signed-de.json' with { type: 'json' }
import signedEn from './content/signed-en.json' with { type: 'json' }
import signedFr from './content/signed-fr.json' with { type: 'json' }
import signedNl from './content/signed-nl.json' with { type: 'json' }
import type { Policy } from './disclosure.rules'
import {
  epsilonOf,
  type NoisePlan,
  noiseBase,
  noiseDelta,
  noiseTables,
  noiseVariance,
  partsOf,
  partsOfOrganisation,
  partsOfPeriod,
} from './noise.rules'
import type { NoteLanguage } from './note-languages'
import { toFingerprintWords } from './signature'

type Note = {
  title: string
  sections: readonly (readonly string[])[]
  words: { few: string; about: string }
}
const notes: Readonly<Record<NoteLanguage, Note>> = { en, fr, nl, de }
const exactNotes: Readonly<Record<NoteLanguage, Note>> = {
  en: exactEn,
  fr: exactFr,
  nl: exactNl,
  de: exactDe,
}
const noiseNotes: Readonly<Record<NoteLanguage, Note & { words: { once: string; several: string } }>> = {
  en: noiseEn,
  fr: noiseFr,
  nl: noiseNl,
  de: noiseDe,
}
type RowNote = Note & { words: { sample: string; whole: string } }
const rowNotes: Readonly<Record<NoteLanguage, RowNote>> = { en: rowsEn, fr: rowsFr, nl: rowsNl, de: rowsDe }
/** One section for every kind of release: by which key it is signed, and how to check it. */
const signed: Readonly<Record<NoteLanguage, readonly string[]>> = {
  en: signedEn,
  fr: signedFr,
  nl: signedNl,
  de: signedDe,
}

export type NoteFacts = {
  releaseId: string
  period: string
  frozenOn: string
  /** To the nearest ten; 0 below twenty. */
  leftOut: number
  policy: Policy
  /** Fingerprint of the key that signs the archive. */
  key: string
}

/** One page for anyone who gets the file: what the numbers are, how they were checked, what they cannot promise. */
export function toNote(language: NoteLanguage, facts: NoteFacts): string {
  const note = notes[language]
  const { base, threshold, width } = facts.policy
  const example = threshold * 3
  return fillNote(language, note, facts, {
    base,
    threshold,
    width,
    most: threshold - 1,
    example,
    exampleLow: example - base + 1,
    exampleHigh: example + base - 1,
  })
}

export type RowNoteFacts = Omit<NoteFacts, 'policy'> & {
  k: number
  /** Whole per cent. */
  share: number
  /** To the nearest ten; 0 below twenty. */
  removed: number
  isSample: boolean
}

/** The same for a file of rows. */
export function toRowNote(language: NoteLanguage, facts: RowNoteFacts): string {
  const note = rowNotes[language]
  return fillNote(language, note, facts, {
    k: facts.k,
    share: facts.share,
    removed: toFew(note, facts.removed),
    sample: facts.isSample ? note.words.sample : note.words.whole,
  })
}

/** The same for a plan of exact tables. */
export function toExactNote(
  language: NoteLanguage,
  { least, width, ...facts }: Omit<NoteFacts, 'policy'> & { least: number; width: number },
): string {
  return fillNote(language, exactNotes[language], facts, { least, width })
}

/** The same for a plan of noisy tables: the promise in numbers, and in words what it is worth. */
export function toNoiseNote(
  language: NoteLanguage,
  { plan, ...facts }: Omit<NoteFacts, 'policy'> & { plan: NoisePlan },
): string {
  const note = noiseNotes[language]
  const { by, answers } = noiseTables[plan]
  const decimal = new Intl.NumberFormat(language, { maximumFractionDigits: 1 })
  return fillNote(language, note, facts, {
    tables: by.length,
    answers: (answers === 1 ? note.words.once : note.words.several).replace('{answers}', String(answers)),
    deviation: decimal.format(Math.sqrt(Number(noiseVariance))),
    base: noiseBase,
    epsilon: decimal.format(epsilonOf(partsOf(plan))),
    most: decimal.format(epsilonOf(partsOfPeriod)),
    organisation: decimal.format(epsilonOf(partsOfOrganisation)),
    delta: decimal.format(1 / noiseDelta),
  })
}

const toFew = ({ words }: { words: { few: string; about: string } }, people: number): string =>
  people === 0 ? words.few : words.about.replace('{people}', String(people))

/** How to check it comes before whom to ask. */
function fillNote(
  language: NoteLanguage,
  { title, sections, words }: Note,
  facts: Omit<NoteFacts, 'policy'>,
  own: Readonly<Record<string, string | number>>,
): string {
  const values: typeof own = {
    ...own,
    release: facts.releaseId,
    key: toFingerprintWords(facts.key),
    period: facts.period,
    frozen: facts.frozenOn,
    leftOut: toFew({ words }, facts.leftOut),
  }
  const fill = (text: string): string =>
    text.replace(/\{(\w+)\}/g, (_, name: string) => {
      const value = values[name]
      if (value === undefined) throw new Error(`a note on method asks for {${name}}, which no one gives it`)
      return String(value)
    })
  return [
    `# ${title}\n`,
    ...[...sections.slice(0, -1), signed[language], ...sections.slice(-1)].map(
      ([head = '', text = '']) => `## ${fill(head)}\n\n${fill(text)}\n`,
    ),
  ].join('\n')
}
