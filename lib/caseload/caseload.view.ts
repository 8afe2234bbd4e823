import { isSecretKind } from '@/lib/cases/case.rules'
import { ABSENT } from '@/lib/cases/gap.rules'
import { SEVERITIES } from '@/lib/cases/severity.rules'
import type { Labels } from '@/lib/cases/word.view'
import { holdsCodes, YES_NO } from '@/lib/fields/field.rules'
import type { CaseloadPageData } from './caseload.data'
import {
  AGES,
  ANY_GAP,
  CONTACTS,
  type Field,
  GUARDIANS,
  LACKS,
  NONE,
  OWN_ANSWERED,
  writeOwnValue,
} from './caseload.schema'

type Known = Pick<CaseloadPageData, 'workers' | 'centres' | 'nationalities' | 'address' | 'ownFields'>

/** What may be chosen for each filter today, and whatever the address holds already. */
export const toChoices = (
  { workers, centres, nationalities, address, ownFields }: Known,
  labels: Labels,
): Readonly<Record<Field, readonly string[]>> => {
  const codes = (list: string): string[] => labels.options(list).map(({ value }) => value)
  const choices: Readonly<Record<Field, readonly string[]>> = {
    worker: workers.map(({ id }) => id),
    contact: CONTACTS.codes,
    gap: [ANY_GAP, ...ABSENT.codes],
    missing: LACKS.codes,
    status: codes('case_status'),
    risk: codes('risk_level'),
    kind: codes('case_kind').filter((kind) => !isSecretKind(kind)),
    centre: [...centres.map(({ slug }) => slug), NONE],
    signal: [...SEVERITIES.codes.toReversed(), NONE],
    nationality: [...nationalities, NONE],
    age: AGES.codes,
    guardian: GUARDIANS.codes,
    own: ownFields.flatMap(({ id, type, now }) => {
      const codes = type === 'yes_no' ? YES_NO.codes : now.options.map(({ code }) => code)
      return [...(holdsCodes(type) ? codes : []), OWN_ANSWERED.any, OWN_ANSWERED.none].map((code) =>
        writeOwnValue(id, code),
      )
    }),
  }
  const all = (field: Field): string[] => [
    ...new Set([...choices[field], ...(address.filters[field]?.values ?? [])]),
  ]
  return {
    worker: all('worker'),
    contact: all('contact'),
    gap: all('gap'),
    missing: all('missing'),
    status: all('status'),
    risk: all('risk'),
    kind: all('kind'),
    centre: all('centre'),
    signal: all('signal'),
    nationality: all('nationality'),
    age: all('age'),
    guardian: all('guardian'),
    own: all('own'),
  }
}
