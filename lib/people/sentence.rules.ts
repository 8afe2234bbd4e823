/** Reads a sentence about someone, in en, fr, nl or de: what it says of them, and what is left is their name. */
import type { Day } from '@/lib/shared/dates'
import { countryOfWord } from './demonym.rules'
import { foldName } from './name.rules'
import { joinCodes, takeNumber, toCode } from './number.rules'
import { periodOf, readYear, timeOfWord } from './sentence-time.rules'

export type Chip =
  | { readonly id: string; readonly kind: 'name'; readonly text: string }
  | { readonly id: string; readonly kind: 'code'; readonly text: string }
  | { readonly id: string; readonly kind: 'number'; readonly text: string }
  | { readonly id: string; readonly kind: 'country'; readonly country: string }
  | { readonly id: string; readonly kind: 'sex'; readonly sex: 'f' | 'm' }
  | { readonly id: string; readonly kind: 'age'; readonly from: number; readonly to: number }
  | { readonly id: string; readonly kind: 'place'; readonly placeId: string }
  | { readonly id: string; readonly kind: 'worker'; readonly workerId: string }
  | { readonly id: string; readonly kind: 'period'; readonly from: Day; readonly to: Day }

export type Vocabulary = {
  readonly places: readonly { readonly id: string; readonly words: readonly string[] }[]
  readonly workers: readonly { readonly id: string; readonly name: string }[]
  /** Names of countries in the four languages, folded. */
  readonly countries: ReadonlyMap<string, string>
  readonly today: Day
}

const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/))
const MALE = set(
  'man men homme homme mann manner mannelijk male masculin mannlich boy garcon jongen junge jongeman',
)
const FEMALE = set(
  'woman women femme femmes vrouw frau frauen female feminin vrouwelijk weiblich girl fille meisje madchen',
)
const YOUNG = set('boy garcon jongen junge girl fille meisje madchen')
const MINOR = set(
  'minor minors mineur mineure minderjarig minderjarige minderjahrig minderjahrige kid child enfant kind',
)
const YEARS_OLD = set(
  'years year old ans an jaar jarige jahre jahr alt yo jarig oud aged age about environ ongeveer etwa circa ca',
)
const WITH = set(
  'worker with by met bij door avec par chez mit bei von begeleider betreuer travailleur travailleuse colleague collegue',
)
const SILENT =
  set(`that this the a an maybe perhaps probably seen met saw in at is was who named called name nickname from of and or to his her he she it us somebody someone person people last
  ce cet cette peut-etre le la les un une des du de d l peut etre vu vue vus dans a au aux en qui est nomme nommee appelle appele s se son sa dernier derniere probablement personne et ou
  die dat het een misschien gezien te op uit wie naam genaamd heet heette is was vorig vorige iemand persoon en of den der van
  der das ein eine einen vielleicht gesehen im am aus heisst namens ist war letzten letzter letztes jemand und oder dieser diese`)
const AGES = /^(\d{1,2})\s*[-–]\s*(\d{1,2})$/u
/** Who is said to be seventeen may be two years older or younger. */
const ABOUT = 2
const YOUNGEST_ALONE = 8

/** What French leaves out before a vowel. Names begin so too (D’Almeida, N’Diaye), so it is taken off a word that is known without it. */
const ELIDED = /^(?:[cdjlmnst]|qu|quelqu|jusqu)['’]/iu
const isKnown = (word: string, { places, countries }: Vocabulary): boolean =>
  [MALE, FEMALE, MINOR, YEARS_OLD, SILENT].some((words) => words.has(word)) ||
  timeOfWord(word) !== null ||
  (countries.get(word) ?? countryOfWord(word) ?? null) !== null ||
  places.some(({ words }) => words.includes(word))
const foldWord = (word: string, known: Vocabulary): string => {
  const [whole, rest] = [word, word.replace(ELIDED, '')].map((text) => foldName(text).replace(/\s/gu, '-'))
  return (rest !== undefined && isKnown(rest, known) ? rest : whole) ?? ''
}

/** The first age counts; one after "or" makes it a range. */
const addAge = (chips: Chip[], from: number, to: number, isOther = false): void => {
  const at = chips.findIndex(({ kind }) => kind === 'age')
  const known = chips[at]
  if (known?.kind !== 'age') {
    chips.push({ id: `age:${from}-${to}`, kind: 'age', from, to })
    return
  }
  if (!isOther) return
  const [least, most] = [Math.min(known.from, from), Math.max(known.to, to)]
  chips[at] = { id: `age:${least}-${most}`, kind: 'age', from: least, to: most }
}
/** "Or" in four languages; the Dutch one is an English "of", which is one only between two names. */
const OR = set('or ou oder of')
/** More names than these are a list, not a doubt. */
const MOST_NAMES = 3

type Before = 'name' | 'age' | 'other' | null

/** The chips of a sentence, the name first; of "one or another" both. A word that says nothing known belongs to the name. */
export const readSentence = (sentence: string, known: Vocabulary): Chip[] => {
  const chips: Chip[] = []
  const names: string[][] = []
  let before: Before = null
  let isOther = false
  let time: ReturnType<typeof timeOfWord> = null
  let year: number | null = null
  let afterWith = false
  const { number, rest } = takeNumber(joinCodes(sentence))
  if (number !== null) chips.push({ id: 'number', kind: 'number', text: number })
  for (const word of rest.split(/[\s,;:()"“”«»?!]+/u).filter((part) => part !== '')) {
    const bare = word.replace(/^[.'’]+|[.'’]+$/gu, '')
    const folded = foldWord(bare, known)
    const isAfterWith = afterWith
    const last: Before = before
    const follows = isOther
    before = 'other'
    isOther = false
    if (OR.has(folded) && last !== null && last !== 'other') {
      // What stands before it is remembered: the word behind says whether it is another one of these.
      before = last
      isOther = true
      continue
    }
    afterWith = WITH.has(folded)
    const ages = AGES.exec(bare)
    const placed = known.places.filter(({ words }) => words.includes(folded))
    const country = known.countries.get(folded) ?? countryOfWord(folded)
    const worker = isAfterWith
      ? known.workers.find((one) => foldName(one.name).split(' ').includes(folded))
      : undefined
    const code = toCode(bare)
    if (code !== null) chips.push({ id: `code:${code}`, kind: 'code', text: code })
    else if (ages !== null)
      addAge(chips, Math.min(Number(ages[1]), Number(ages[2])), Math.max(Number(ages[1]), Number(ages[2])))
    else if (readYear(bare) !== null) year = readYear(bare)
    else if (/^\d{1,2}$/u.test(bare)) {
      const age = Number(bare)
      if (age >= YOUNGEST_ALONE) {
        addAge(chips, Math.max(0, age - ABOUT), age + ABOUT, follows && last === 'age')
        before = 'age'
      }
    } else if (worker !== undefined)
      chips.push({ id: `worker:${worker.id}`, kind: 'worker', workerId: worker.id })
    else if (placed.length > 0)
      for (const { id } of placed) chips.push({ id: `place:${id}`, kind: 'place', placeId: id })
    else if (MALE.has(folded) || FEMALE.has(folded)) {
      const sex = MALE.has(folded) ? 'm' : 'f'
      chips.push({ id: `sex:${sex}`, kind: 'sex', sex })
      if (YOUNG.has(folded)) addAge(chips, 0, 21)
    } else if (MINOR.has(folded)) addAge(chips, 0, 18)
    else if (timeOfWord(folded) !== null) time = timeOfWord(folded)
    else if (country !== null && country !== undefined)
      chips.push({ id: `country:${country}`, kind: 'country', country })
    else if (!SILENT.has(folded) && !YEARS_OLD.has(folded) && !afterWith) {
      const isAnother = follows && last === 'name' && names.length < MOST_NAMES
      if (isAnother || names.length === 0) names.push([bare])
      else names.at(-1)?.push(bare)
      before = 'name'
    } else if (follows) [before, isOther] = [last, true]
  }
  const period = periodOf(time, year, known.today)
  if (period !== null) chips.push({ id: `period:${period.from}`, kind: 'period', ...period })
  const said = names.map(
    (words, index): Chip => ({
      id: index === 0 ? 'name' : `name:${index + 1}`,
      kind: 'name',
      text: words.join(' '),
    }),
  )
  return [...said, ...chips.filter((chip, index) => chips.findIndex(({ id }) => id === chip.id) === index)]
}
