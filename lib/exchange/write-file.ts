import * as z from 'zod/mini'
import type { OwnField } from '@/lib/fields/field.rules'
import { toAllWords } from '@/lib/fields/field.view'
import { LOCALES } from '@/lib/i18n/locales'
import type { Labels, ShownList } from '@/lib/lists/list.rules'
import { FILE_KEYS, REGISTRY } from '@/lib/settings/registry.schema'
import { canonical } from '@/lib/shared/canonical'
import { filePartners } from './compare-partners'
import { FILE_FORMAT, FILE_VERSION } from './file.rules'
import {
  type ConfigFile,
  type FileField,
  type FileOffice,
  type FileOwnPlace,
  type FilePlace,
  type FileShown,
  type FileValue,
  fileSettings,
} from './file.schema'
import type { Known, OwnPlaceNow, PlaceNow } from './known.data'

/** What is set, each thing as a file says it; of something that is no longer in use, null. */

export const sayOffice = ({ name, locale }: Known['offices'][number]): FileOffice => ({
  name,
  locale: LOCALES.match(locale) ?? '',
})
export const sayShown = ({ labels, position, hidden }: Known['shown'][number]): FileShown => ({
  labels: { ...labels },
  position,
  hidden,
})
export const sayValue = ({ standard, labels, position }: Known['values'][number]): FileValue => ({
  standard,
  labels: { ...labels },
  position,
})
export const sayPlace = ({ labels, aliases, hidden, visit }: NonNullable<PlaceNow['shown']>): FilePlace => ({
  labels: { ...labels },
  aliases: [...aliases],
  hidden,
  visit: { ...visit },
})
export const sayOwnPlace = ({ kind, city, labels, aliases, visit }: OwnPlaceNow): FileOwnPlace => ({
  kind,
  city,
  labels: { ...labels },
  aliases: [...aliases],
  visit: { ...visit },
})
const nameOf = (offices: Known['offices'], id: string): string[] =>
  offices.flatMap((one) => (one.id === id ? [one.name] : []))

export const sayField = (
  { owner, type, fieldClass, decimals, now }: OwnField,
  { offices, fields }: Pick<Known, 'offices' | 'fields'>,
): FileField => ({
  owner,
  type,
  class: fieldClass,
  decimals,
  labels: toAllWords(now.labels),
  help: toAllWords(now.help),
  section: toAllWords(now.section),
  part: now.part,
  position: now.position,
  required: now.required,
  level: now.level,
  offices: now.offices.flatMap((id) => nameOf(offices, id)).sort(),
  kinds: [...now.kinds].sort(),
  nationalities: [...now.nationalities].sort(),
  conditions: now.conditions.flatMap((one): FileField['conditions'] => {
    if (one.kind !== 'answer') return [{ kind: one.kind }]
    const other = fields.find(({ id }) => id === one.fieldId)
    return other === undefined ? [] : [{ kind: 'answer', field: other.key, codes: [...one.codes].sort() }]
  }),
  options: now.options.map(({ code, labels, isOffered }) => ({
    code,
    labels: toAllWords(labels),
    isOffered,
  })),
})

/** By what a place of one's own is known again: its kind, its first name, and where it is. */
export const identityOf = ({
  kind,
  city,
  labels,
}: {
  readonly kind: string
  readonly city: string
  readonly labels: Labels
}): string => {
  const name = LOCALES.codes.map((one) => labels[one]).find((one) => one !== '') ?? ''
  return [kind, name, city].join(' | ').toLowerCase()
}

const byName =
  <T>(of: (one: T) => string) =>
  (a: T, b: T): number =>
    of(a) < of(b) ? -1 : 1
const once = <T>(of: (one: T) => string, all: readonly T[]): T[] => [
  ...new Map(all.map((one) => [of(one), one])).values(),
]

/** What the organisation has set and uses, as a file. */
export const toFile = (known: Known): ConfigFile => {
  const live = known.values.filter(({ retired, successorId }) => !retired && successorId === null)
  const lists = [...new Set<ShownList>([...known.shown, ...live].map(({ list }) => list))]
  return {
    format: FILE_FORMAT,
    version: FILE_VERSION,
    settings: z.parse(
      fileSettings,
      Object.fromEntries(
        FILE_KEYS.flatMap((key) => {
          const value = known.settings.get(key)
          // Set to what is shipped is not set.
          return value === undefined || canonical(value) === canonical(REGISTRY[key].shipped)
            ? []
            : [[key, value]]
        }),
      ),
    ),
    offices: known.offices
      .filter(({ isClosed }) => !isClosed)
      .map(sayOffice)
      .sort(byName(({ name }) => name)),
    lists: Object.fromEntries(
      lists.map((list) => [
        list,
        {
          shown: Object.fromEntries(
            known.shown.filter((one) => one.list === list).map((one) => [one.code, sayShown(one)]),
          ),
          own: Object.fromEntries(
            live.filter((one) => one.list === list).map((one) => [one.key, sayValue(one)]),
          ),
        },
      ]),
    ),
    places: Object.fromEntries(
      known.places.flatMap(({ slug, shown }) => (shown === null ? [] : [[slug, sayPlace(shown)]])),
    ),
    ownPlaces: once(
      identityOf,
      known.ownPlaces.filter(({ hidden, isAsked }) => !hidden && !isAsked),
    )
      .map(sayOwnPlace)
      .sort(byName(identityOf)),
    partners: filePartners(known.partners),
    fields: Object.fromEntries(
      known.fields
        .filter(({ now }) => now.state === 'live')
        .map((field) => [field.key, sayField(field, known)] as const),
    ),
  }
}

/** The text of the file: keys in order, two spaces, so that two files can be compared line by line. */
export const toText = (file: ConfigFile): string => `${canonical(file, 2)}\n`
