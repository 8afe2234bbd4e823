import { type CodeOf, vocabulary } from '@/lib/shared/vocabulary'

export const FILE_FORMAT = 'accompany-configuration'
/** Of the format. An older one is read as long as the schema knows it; a newer one is refused. */
export const FILE_VERSION = 1
/** More characters than this are brought in by more than one file: a file need not name everything. */
export const FILE_LENGTH = 300_000

/** What can be wrong with a file. */
export const FAULTS = vocabulary('exchange.faults', [
  'fileTooLarge',
  'fileNotWhole',
  'fileOther',
  'fileVersion',
  'keyTwice',
  'keyNotAllowed',
  'unknownKey',
  'markup',
  'required',
  'wrongKind',
  'notANumber',
  'outsideBounds',
  'riskOrder',
  'tooLong',
  'tooMany',
  'twice',
  'unknownChoice',
  'countryCodes',
  'twoOptions',
  'unknownStandard',
  'noFiner',
  'otherStandard',
  'pinned',
  'tooManyValues',
  'unknownPlace',
  'unknownOffice',
  'unknownField',
  'otherField',
  'conditionTooDeep',
  'tooManyFields',
  'emailInvalid',
])
export const LINE_KINDS = vocabulary('exchange.line-kinds', ['new', 'changed', 'kept', 'same'])
/** Why something is not simply as the file says. */
export const NOTES = vocabulary('exchange.notes', [
  'stricterHere',
  'closedHere',
  'asked',
  'forTwo',
  'again',
  'partnerHere',
])

/** Configurations that are shipped, to begin with. */
export const EXAMPLES = vocabulary('exchange.examples', ['visitors', 'guardianship'])
export type ExampleKey = CodeOf<typeof EXAMPLES>
