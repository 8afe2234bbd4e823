import type { Seen } from './seen'
import type { Occurrence } from './tally'

/** A dimension that is an own field, `own:person:housing`, in its three words; null for any other one. */
const fieldOf = (seen: Seen, dimension: string) => {
  const [mark, owner, key] = dimension.split(':')
  if (mark !== 'own') return null
  const field = seen.own_field.find((one) => one.key === key && one.owner === owner)
  if (field === undefined || field.class !== 'ordinary')
    throw new Error(`${dimension} is no field that may be counted`)
  return field
}

/** Every word that an answer says today of a person; what was said in a circle the reader is in stands before what all read. */
const saidOfPerson = (seen: Seen, fieldId: string, personId: string): string[] => {
  const current = seen.own_person_value.filter(
    (one) => one.field_id === fieldId && one.withdrawn_at === null && seen.became(one.person_id) === personId,
  )
  const within = current.filter((one) => one.circle_case_id !== null)
  return (within.length > 0 ? within : current).flatMap(({ code }) => code ?? [])
}

/** The answers under which a line is told; null where the dimension is no own field. */
export const answersOf = (seen: Seen, line: Occurrence, dimension: string): readonly string[] | null => {
  const field = fieldOf(seen, dimension)
  if (field === null) return null
  if (field.owner === 'person')
    return line.person === null ? [] : [...new Set(saidOfPerson(seen, field.id, line.person))]
  if (line.file === undefined) throw new Error(`${line.thing} says of no file`)
  const said = seen.own_value.filter(
    (one) => one.case_id === line.file && one.field_id === field.id && one.withdrawn_at === null,
  )
  return [...new Set(said.flatMap(({ code }) => code ?? []))]
}
