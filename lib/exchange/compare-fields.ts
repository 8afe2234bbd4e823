import type { NextEdition } from '@/lib/fields/field.data'
import { type FieldOption, MOST_OPTIONS, type OwnField, wordsIn } from '@/lib/fields/field.rules'
import { publishFault } from '@/lib/fields/field.view'
import type { Locale } from '@/lib/i18n/locales'
import { newId } from '@/lib/shared/ids'
import type { ConfigFile, FileField } from './file.schema'
import { type Found, kindOf } from './found'
import type { Known } from './known.data'
import { sayField } from './write-file'

const sorted = (field: FileField): FileField => ({
  ...field,
  offices: [...field.offices].sort(),
  kinds: [...field.kinds].sort(),
  nationalities: [...field.nationalities].sort(),
  conditions: field.conditions.map((one) =>
    one.kind === 'answer' ? { ...one, codes: [...one.codes].sort() } : one,
  ),
})
type FileOption = FileField['options'][number]
/** The values of the file, and those that a list has beside: they stay, because answers may say them. */
const joinOptions = (file: readonly FileOption[], here: readonly FileOption[]): FileOption[] => [
  ...file,
  ...here.filter(({ code }) => !file.some((one) => one.code === code)),
]

/** Own fields, as all of them will be when the file is in. */
export const compareFields = (
  found: Found,
  known: Known,
  file: ConfigFile,
  offices: ReadonlyMap<string, string>,
  { locale, newest, now: at }: { readonly locale: Locale; readonly newest: number; readonly now: Date },
): void => {
  const named = Object.entries(file.fields ?? {})
  const ids = new Map([
    ...named.map(([key]) => [key, newId(newest)] as const),
    ...known.fields.map(({ key, id }) => [key, id] as const),
  ])
  const made = named.map(([key, sent]) => {
    const here = known.fields.find((one) => one.key === key) ?? null
    const now = here === null ? null : sayField(here, known)
    const wanted: FileField = { ...sorted(sent), options: joinOptions(sent.options, now?.options ?? []) }
    if (wanted.options.length > MOST_OPTIONS) found.fault('tooMany', 'fields', key, 'options')
    const isOther =
      now !== null &&
      (now.owner !== wanted.owner ||
        now.type !== wanted.type ||
        now.class !== wanted.class ||
        now.decimals !== wanted.decimals)
    if (isOther) found.fault('otherField', 'fields', key)
    const isBack = here !== null && here.now.state === 'retired'
    const kind = isBack ? 'changed' : kindOf(now, wanted)
    found.lines.push({
      part: 'field',
      kind,
      name: wordsIn(wanted.labels, locale) || key,
      key,
      note: isBack ? 'again' : null,
      now,
      wanted,
    })
    const inOffices = wanted.offices.flatMap((name) => {
      const id = offices.get(name)
      if (id === undefined) found.fault('unknownOffice', 'fields', key, 'offices')
      return id === undefined ? [] : [id]
    })
    if (wanted.kinds.some((one) => !known.kinds.has(one)))
      found.fault('unknownChoice', 'fields', key, 'kinds')
    const conditions = wanted.conditions.flatMap((one): NextEdition['conditions'] => {
      if (one.kind !== 'answer') return [{ kind: one.kind }]
      const fieldId = ids.get(one.field)
      if (fieldId === undefined) found.fault('unknownField', 'fields', key, 'conditions')
      return fieldId === undefined ? [] : [{ kind: 'answer', fieldId, codes: one.codes }]
    })
    const options: FieldOption[] = wanted.options
    const next: Omit<NextEdition, 'because'> = {
      state: 'live',
      labels: wanted.labels,
      help: wanted.help,
      section: wanted.section,
      part: wanted.part,
      position: wanted.position,
      required: wanted.required,
      level: wanted.level,
      offices: inOffices,
      kinds: wanted.kinds,
      nationalities: wanted.nationalities,
      conditions,
      options,
      undoes: null,
    }
    const edition = (here?.now.edition ?? 0) + 1
    const id = ids.get(key) ?? newId(newest)
    const { owner, type, decimals } = wanted
    const field: OwnField = {
      id,
      key,
      owner,
      type,
      fieldClass: wanted.class,
      decimals,
      now: { ...next, because: '', edition, publishedAt: at },
      editions: [],
    }
    return { key, kind, here, next, edition, field }
  })
  // As it will be when all of it is published.
  const all = [
    ...known.fields.filter(({ key }) => !made.some((one) => one.key === key)),
    ...made.map(({ field }) => field),
  ]
  for (const { key, field, next } of made) {
    const fault = publishFault(field, next, all, known.languages)
    if (fault === null) continue
    const [first, ...deeper] = fault.at.split('.')
    const place =
      fault.at === ''
        ? []
        : first === 'conditions'
          ? ['conditions']
          : [first === 'fieldClass' ? 'class' : (first ?? ''), ...deeper]
    found.fault(fault.code, 'fields', key, ...place)
  }
  const isAsking = ({ next }: (typeof made)[number]) => next.conditions.some(({ kind }) => kind === 'answer')
  // What a condition asks for is there before the field that asks.
  for (const one of [...made.filter((each) => !isAsking(each)), ...made.filter(isAsking)]) {
    if (one.kind === 'same') continue
    found.steps.push({
      of: 'field',
      id: one.field.id,
      field: one.here === null ? one.field : null,
      edition: one.edition,
      next: one.next,
    })
  }
}
