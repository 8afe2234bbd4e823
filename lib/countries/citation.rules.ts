// A citation must stand alone in someone else’s text: what, how much, when, by whom, where it was read and on which day.

import type { Locale } from '@/lib/i18n/locales'
import type { Day } from '@/lib/shared/dates'
import { type CodeOf, rest, vocabulary } from '@/lib/shared/vocabulary'
import { formatDay } from './wording.rules'

export type Citation = {
  readonly label: string
  /** With unit and qualifier, as shown on the page. */
  readonly figure: string
  readonly place: string
  /** As the period is said; null when the profile gives none. */
  readonly period: string | null
  readonly source: string | null
  /** The profile that quotes the figure. */
  readonly document: string
  readonly consultedOn: Day
  /** Path of the fact in this application. */
  readonly path: string
  /** The profile, or another source, gives a second figure. */
  readonly disputed: boolean
  readonly derived: boolean
}

type Labels = {
  readonly colon: string
  readonly undated: string
  readonly source: string
  readonly unnamed: string
  readonly inside: string
  readonly consulted: string
  readonly disputed: string
  readonly derived: string
}

const WORDS: Readonly<Record<Locale, Labels>> = {
  en: {
    colon: ':',
    undated: 'no year given',
    source: 'Source',
    unnamed: 'no source given in the profile',
    inside: 'In',
    consulted: 'consulted on',
    disputed: 'The figure is disputed.',
    derived: 'Our calculation from figures of the profile.',
  },
  fr: {
    colon: '\u00a0:',
    undated: 'année non indiquée',
    source: 'Source',
    unnamed: 'source non indiquée dans le profil',
    inside: 'Dans',
    consulted: 'consulté le',
    disputed: 'Ce chiffre est contesté.',
    derived: 'Notre calcul à partir des chiffres du profil.',
  },
  nl: {
    colon: ':',
    undated: 'geen jaar vermeld',
    source: 'Bron',
    unnamed: 'geen bron vermeld in het profiel',
    inside: 'In',
    consulted: 'geraadpleegd op',
    disputed: 'Het cijfer is betwist.',
    derived: 'Onze berekening uit cijfers van het profiel.',
  },
  de: {
    colon: ':',
    undated: 'ohne Jahresangabe',
    source: 'Quelle',
    unnamed: 'keine Quelle im Profil angegeben',
    inside: 'In',
    consulted: 'eingesehen am',
    disputed: 'Die Zahl ist umstritten.',
    derived: 'Unsere Berechnung aus Zahlen des Profils.',
  },
}

/** How much room there is: for a bracket, for a sentence, for a list of sources. */
export const LENGTHS = vocabulary('countries.lengths', ['short', 'sentence', 'full'])
export type Length = CodeOf<typeof LENGTHS>

/** Plain text in one language, which stands alone at each length; a dispute travels with all of them. */
export const toCitation = (citation: Citation, locale: Locale, length: Length = 'full'): string => {
  const labels = WORDS[locale]
  const said = `${citation.figure}, ${citation.period ?? labels.undated}`
  if (length === 'short')
    return `${said} (${citation.source ?? labels.unnamed})${citation.disputed ? `. ${labels.disputed}` : ''}`
  if (length === 'sentence')
    return [
      `${citation.label} (${citation.place})${labels.colon} ${said} (${citation.source ?? labels.unnamed}; ${citation.document}).`,
      ...(citation.disputed ? [labels.disputed] : []),
    ].join(' ')
  rest(length, 'full')
  const sentences = [
    `${citation.label} (${citation.place})${labels.colon} ${citation.figure}, ${citation.period ?? labels.undated}.`,
    `${labels.source}${labels.colon} ${citation.source ?? labels.unnamed}.`,
    `${labels.inside}${labels.colon} ${citation.document}, ${labels.consulted} ${formatDay(citation.consultedOn, locale)}, Accompany ${citation.path}.`,
  ]
  if (citation.derived) sentences.push(labels.derived)
  if (citation.disputed) sentences.push(labels.disputed)
  return sentences.join(' ')
}
