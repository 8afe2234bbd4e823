/**
 * Invented people. The words are made up to look made up: no one real is meant, and no one could think so.
 * A small seeded generator (mulberry32) keeps the demo organisation the same from one installation to the next.
 */
export type Draw = {
  /** A number from 0 up to, not including, 1. */
  readonly next: () => number
  /** A whole number between two bounds, both included. */
  readonly between: (low: number, high: number) => number
  readonly pick: <T>(list: readonly T[]) => T
  readonly chance: (share: number) => boolean
}

export const draws = (seed: number): Draw => {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const between = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1))
  const pick = <T>(list: readonly T[]): T => {
    const found = list[between(0, list.length - 1)]
    if (found === undefined) throw new Error('an empty list has nothing to pick')
    return found
  }
  return { next, between, pick, chance: (share) => next() < share }
}

const GIVEN = [
  'Amaru',
  'Belio',
  'Corvan',
  'Dalimo',
  'Elvero',
  'Fanori',
  'Galuma',
  'Hirova',
  'Ilmaro',
  'Jovani',
  'Kalimo',
]
const MORE = [
  'Luvari',
  'Mirelo',
  'Nadoro',
  'Olvani',
  'Pelumo',
  'Qoriva',
  'Rumalo',
  'Selvio',
  'Tavomi',
  'Uvario',
  'Velino',
]
const FAMILY = [
  'Fictar',
  'Inventis',
  'Exemplo',
  'Nonreal',
  'Fabelo',
  'Dummar',
  'Testaro',
  'Placebo',
  'Imagino',
  'Modelar',
]
const SAMPLE = [
  'Sampleni',
  'Mockaro',
  'Demovar',
  'Notrue',
  'Storiel',
  'Papero',
  'Novela',
  'Fablemi',
  'Legendo',
  'Mythari',
]

export const inventName = (draw: Draw): string =>
  `${draw.pick([...GIVEN, ...MORE])} ${draw.pick([...FAMILY, ...SAMPLE])}`

/** Countries of nationality, as often as they come: Guinea is in the list three times. */
export const NATIONALITIES = [
  'GN',
  'GN',
  'GN',
  'AF',
  'AF',
  'AF',
  'MA',
  'MA',
  'MA',
  'DZ',
  'DZ',
  'DZ',
  'SY',
  'SY',
  'ER',
  'ER',
  'IQ',
  'IQ',
  'CD',
  'CD',
  'CM',
  'TN',
  'AL',
  'AL',
  'PS',
  'SO',
  'BR',
  'BR',
  'VN',
  'IN',
  'GE',
  'TR',
  'XXA',
  'XXX',
] as const

export const LANGUAGES = ['fr', 'ar', 'en', 'ff', 'ps', 'fa', 'ti', 'so', 'sq', 'pt', 'ln', 'vi'] as const

export const NOTES = [
  'Slept badly. Asks for a call with the lawyer before the end of the week.',
  'Quiet conversation. Wants the decision explained once more, slowly, with the interpreter.',
  'Family abroad does not know where he is; prefers to tell them himself.',
  'Says the telephone card was refused twice. Asked us to raise it with the social service.',
  'Calm and well informed. No request today.',
  'Worried about the hearing. We went through the papers together.',
  'Headache for several days, saw the nurse, waits for the doctor.',
  'Asked for clothes and for the bag that stayed with the police.',
  'Would like to see the same visitor again next week.',
  'Spoke little; sat with us for half an hour.',
] as const

export const STEPS = [
  'Call the lawyer about the appeal',
  'Ask the social service for the medical file',
  'Find an interpreter for the next visit',
  'Explain the letter from the Immigration Office',
  'Phone the brother after the visit',
  'Check whether legal aid was granted',
] as const
