import { AGE_BASES } from './age.rules'
import { AGE_SOURCES } from './age-source.rules'

export const AGE_ANSWERS = ['notAsked', 'notKnown', 'declined', 'years', 'born', 'tested'] as const
/** On what an age or a date of birth can rest; a test has an answer of its own. */
export const TOLD_BASES = AGE_BASES.filter((basis) => basis !== 'test')

type Basis = (typeof AGE_BASES)[number]
type Answered = { readonly ageAnswer: (typeof AGE_ANSWERS)[number]; readonly ageBasis: Basis }

export const basisOf = ({ ageAnswer, ageBasis }: Answered): Basis =>
  ageAnswer === 'tested' ? 'test' : ageBasis === 'test' ? 'said' : ageBasis
/** The sources that fit what is answered, for the form and for the check. */
export const sourcesOf = (answered: Answered) => AGE_SOURCES[basisOf(answered)]
