import { type CodeOf, vocabulary } from '@/lib/shared/vocabulary'
import { AGE_BASES } from './age.rules'
import { AGE_SOURCES } from './age-source.rules'

export const AGE_ANSWERS = vocabulary('people.age-answers', [
  'notAsked',
  'notKnown',
  'declined',
  'years',
  'born',
  'tested',
])
/** On what an age or a date of birth can rest; a test has an answer of its own. */
export const TOLD_BASES = AGE_BASES.codes.filter((basis) => basis !== 'test')

type Basis = CodeOf<typeof AGE_BASES>
type Answered = { readonly ageAnswer: CodeOf<typeof AGE_ANSWERS>; readonly ageBasis: Basis }

export const basisOf = ({ ageAnswer, ageBasis }: Answered): Basis =>
  ageAnswer === 'tested' ? 'test' : ageBasis === 'test' ? 'said' : ageBasis
/** The sources that fit what is answered, for the form and for the check. */
export const sourcesOf = (answered: Answered) => AGE_SOURCES[basisOf(answered)]
