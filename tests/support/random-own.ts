import type { OwnDimension } from '@/lib/reporting/own-dimension.rules'
import type { Row, Table } from './given/rows'
import { type File, openDraw, type RandomDraw } from './random-draw'

// What a random organisation asks besides, and what was answered: withdrawn, in circles, twice, as a reason why there is none, encrypted.

type Field = {
  readonly owner: 'file' | 'person'
  readonly key: string
  readonly type: 'yes_no' | 'one' | 'several'
  readonly fieldClass?: 'sensitive'
  readonly isRetired?: true
}
const CODES = ['v1', 'v2', 'v3', 'v4']
const FIELDS: readonly Field[] = [
  { owner: 'person', key: 'insured', type: 'yes_no' },
  { owner: 'person', key: 'shelter', type: 'one' },
  { owner: 'person', key: 'speaks', type: 'several' },
  { owner: 'person', key: 'illness', type: 'one', fieldClass: 'sensitive' },
  { owner: 'file', key: 'urgent_help', type: 'yes_no' },
  { owner: 'file', key: 'came_by', type: 'one', isRetired: true },
  { owner: 'file', key: 'hopes', type: 'several' },
  { owner: 'file', key: 'threats', type: 'several', fieldClass: 'sensitive' },
]
const codesOf = ({ type }: Field): readonly string[] => (type === 'yes_no' ? ['yes', 'no'] : CODES)

/** Those that reports count by. */
export const RANDOM_OWN = FIELDS.filter(({ fieldClass }) => fieldClass === undefined).map(
  (field): Pick<OwnDimension, 'id' | 'values'> => ({
    id: `own:${field.owner}:${field.key}`,
    values: codesOf(field).map((code) => ({ code, label: null })),
  }),
)

const options = ({ type }: Field) =>
  type === 'yes_no'
    ? []
    : CODES.map((code) => ({ code, labels: { en: `Zzoption ${code}` }, isOffered: code !== 'v4' }))

const GONE = { withdrawnAt: '2026-11-01T10:00:00Z', withdrawnBecause: 'changed' }
const STANDS = { withdrawnAt: null, withdrawnBecause: null }

/** The rows of one answer. */
const answer = (draw: RandomDraw, field: Field, isClosed: boolean, isGone: boolean): Row[] => {
  const gone = isGone || draw.chance(0.25) ? GONE : STANDS
  const answerId = draw.id()
  const none = { answerId, id: answerId, position: 0, state: null, code: null, cipher: null, ...gone }
  if (isClosed || field.fieldClass === 'sensitive') return [{ ...none, cipher: new Uint8Array(16) }]
  if (draw.chance(0.2)) return [{ ...none, state: draw.pick(['unknown', 'declined', 'not_applicable']) }]
  const codes = field.type === 'several' ? draw.some(codesOf(field), 0.5) : [draw.pick(codesOf(field))]
  return codes.map((code, position) => ({
    ...none,
    id: position === 0 ? answerId : draw.id(),
    position,
    state: 'given',
    code,
  }))
}

export const inventOwn = (
  seed: number,
  { organisationId, admin }: { readonly organisationId: string; readonly admin: string },
  add: (table: Table, row: Row) => void,
  files: readonly File[],
): void => {
  const draw = openDraw(seed ^ 0x0d14)
  const people = [...new Set(files.flatMap((file) => file.people))]
  const circlesOf = (personId: string) =>
    files.filter((file) => file.secrecy !== 'open' && file.people.includes(personId))
  for (const field of FIELDS) {
    const { owner, key, type, isRetired, fieldClass = 'ordinary' } = field
    const id = draw.id()
    add('ownField', { id, organisationId, key, owner, type, class: fieldClass, createdBy: admin })
    for (const [at, state] of (isRetired === true ? ['live', 'retired'] : ['live']).entries())
      add('ownFieldEdition', {
        fieldId: id,
        edition: at + 1,
        organisationId,
        state,
        labels: { en: `Zzfield ${key}` },
        help: {},
        section: {},
        part: 'overview',
        position: 0,
        required: 'optional',
        level: 'never',
        offices: [],
        kinds: [],
        nationalities: [],
        conditions: [],
        options: options(field),
        because: 'Verzonnen',
        createdBy: admin,
      })
    const times = (): number => draw.pick([0, 1, 1, 1, 2])
    // Of a file one answer stands; of a person two may, since two people became one.
    if (owner === 'file')
      for (const file of files)
        for (let n = times(); n > 0; n--)
          for (const row of answer(draw, field, file.secrecy === 'sealed', n > 1))
            add('ownValue', { ...row, caseId: file.id, fieldId: id, edition: 1, createdBy: file.workerId })
    else
      for (const personId of people)
        for (let n = times(); n > 0; n--) {
          const circles = circlesOf(personId)
          const circleCaseId = circles.length > 0 && draw.chance(0.5) ? draw.pick(circles).id : null
          const isClosed = circles.some(({ secrecy }) => secrecy === 'sealed')
          for (const row of answer(draw, field, isClosed, false))
            add('ownPersonValue', { ...row, personId, fieldId: id, edition: 1, circleCaseId })
        }
  }
}
