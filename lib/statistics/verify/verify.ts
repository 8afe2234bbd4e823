/** Checks archives of releases and says in plain words what was proven and what could not be. */
import { toFingerprintWords } from '../signature'
import { type Opened, openArchive } from './opened'
import { checkProof } from './proof.rules'
import { Refusal, refuseUnless } from './refuse'

export type Given = { name: string; bytes: Uint8Array }
/** refused: something in it is false. open: nothing is, and not everything could be checked. */
export type Verdict = { name: string; state: 'proven' | 'open' | 'refused'; lines: readonly string[] }

const kinds = {
  table: 'a table of rounded numbers',
  exact: 'exact tables',
  noise: 'tables with noise',
  rows: 'rows of single people',
} as const

/** What no archive can prove, of each kind. */
const never: Readonly<Record<Opened['kind'], string>> = {
  table:
    'that the printed numbers are true, and anything about releases for single recipients: the organisation checked with those too, and has to be believed',
  exact: 'that the printed numbers are true, and anything about other releases for single recipients',
  noise:
    'that the numbers are true, and that the noise was drawn by chance: only the organisation holds the key that draws it',
  rows: 'that the rows are true, how far each group is from all people counted, and how the rows lie beside the tables that left before',
}

const numberOf = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`

type Known = { given: Given; opened: Opened }
type Read = Known | { given: Given; sentence: string }

/** @param keys fingerprints that the organisation gave by another way; none: every archive is open, because anyone can sign */
export function verifyArchives(given: readonly Given[], keys: readonly string[]): readonly Verdict[] {
  const read = given.map((one): Read => {
    try {
      return { given: one, opened: openArchive(one.bytes, keys) }
    } catch (error) {
      if (error instanceof Refusal) return { given: one, sentence: error.message }
      throw error
    }
  })
  const known = read.flatMap((one): Known[] => ('opened' in one ? [one] : []))
  const single = known.filter((one) => findRivals(one, known).length === 0).map(({ opened }) => opened)
  return read.map((one): Verdict => {
    const { name } = one.given
    if ('sentence' in one) return { name, state: 'refused', lines: [`Refused: ${one.sentence}.`] }
    try {
      const rivals = findRivals(one, known)
      refuseUnless(
        rivals.length === 0,
        `${rivals.join(', ')} beside it is signed as the same release ${one.opened.release} and holds something else: ask the organisation which one it released`,
      )
      return { name, ...judge(one.opened, single, keys) }
    } catch (error) {
      if (error instanceof Refusal) return { name, state: 'refused', lines: [`Refused: ${error.message}.`] }
      throw error
    }
  })
}

/** Names of the files that are signed as the same release and hold something else. */
const findRivals = (own: Known, known: readonly Known[]): readonly string[] =>
  known
    .filter(({ opened }) => opened.release === own.opened.release && opened.list !== own.opened.list)
    .map(({ given }) => given.name)

/** @param all archives of which no other one is signed as the same release */
function judge(
  own: Opened,
  all: readonly Opened[],
  keys: readonly string[],
): { state: 'proven' | 'open'; lines: readonly string[] } {
  const trusted = all.filter(({ key }) => keys.length > 0 || key === own.key)
  const others = new Map(trusted.map((one) => [one.release, one]))
  const proven = checkProof(own, others)
  const isNamed = keys.length > 0
  const missing = proven?.missing ?? []
  const beside = trusted.filter(({ release }) => own.certificate?.with.includes(release) ?? false).length
  const later = trusted.filter(
    (one) =>
      own.certificate !== null &&
      one.certificate !== null &&
      one.release !== own.release &&
      !own.certificate.with.includes(one.release) &&
      !one.certificate.with.includes(own.release),
  )
  const lines = [
    `Release ${own.release}: ${kinds[own.kind]}, ${own.days.start} to ${own.days.end}, method ${own.method}.`,
    `Signed by the key ${toFingerprintWords(own.key)}.`,
    isNamed
      ? 'Proven: it was signed by a key that you named, and no file in it was changed, added or taken out since.'
      : 'Not proven: whose key this is. Ask the organisation for the fingerprint of its key by another way than this archive, and run this again with --key. With that key, no file in it was changed, added or taken out.',
    `Proven: data.csv, data.json and data.xlsx hold the same ${numberOf(own.cells, 'row', 'rows')}, and ${claims[own.kind]}.`,
    ...(proven !== null && 'withheld' in proven
      ? [
          `Proven: ${proven.withheld === 0 ? 'nothing is withheld' : `for each of ${numberOf(proven.withheld, 'withheld number', 'withheld numbers')} the certificate holds two complete solutions that differ by ${own.certificate?.width ?? 0} or more`}. All ${proven.witnesses} solutions fit this archive${beside === 0 ? '' : ` and the ${numberOf(beside, 'archive', 'archives')} it rests on`}.`,
        ]
      : []),
    ...(missing.length > 0
      ? [
          `Not proven: that nothing withheld can be worked out. For this the ${missing.length === 1 ? 'archive' : 'archives'} of ${missing.join(', ')} must be named beside this one. They are public tables: ask the organisation for them.`,
        ]
      : []),
    ...(later.length > 0
      ? [
          `This proof says nothing of ${later.map(({ release }) => release).join(', ')}, which it does not rest on.`,
        ]
      : []),
    `No archive proves: ${never[own.kind]}.`,
  ]
  return { state: missing.length === 0 && isNamed ? 'proven' : 'open', lines }
}

const claims: Readonly<Record<Opened['kind'], string>> = {
  table: 'every number fits its bounds and the rounding of the method',
  exact: 'every number is 0, withheld, or 11 at least',
  noise: 'every number fits the bounds of its noise, and the promise is the one of the method',
  rows: 'counted again, they keep the smallest group, the variety and the largest share that the certificate names',
}

/** 0: all proven. 1: something was refused. 2: nothing refused, and not everything could be checked. */
export function exitCodeOf(verdicts: readonly Verdict[]): 0 | 1 | 2 {
  if (verdicts.some(({ state }) => state === 'refused')) return 1
  return verdicts.length > 0 && verdicts.every(({ state }) => state === 'proven') ? 0 : 2
}
