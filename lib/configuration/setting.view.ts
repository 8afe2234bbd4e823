import { readSettings } from '@/lib/settings/registry.schema'
import type { FormKey } from './configuration.schema'
import type { Edition } from './edition.rules'

export type ShownSetting = {
  readonly key: FormKey
  /** As it is stored; null: what is shipped. */
  readonly value: unknown
  readonly editions: readonly Edition[]
}

const texts = (value: Readonly<Record<string, number>>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(value).map(([name, one]) => [name, String(one)]))

/** A value as the fields of its form hold it. */
export const toFieldValue = (key: FormKey, value: unknown): unknown => {
  const settings = readSettings(value === null || value === undefined ? {} : { [key]: value })
  switch (key) {
    case 'work.unseen':
    case 'work.review':
    case 'signIn.idle':
      return texts(settings.get(key))
    case 'signIn.day':
    case 'signIn.password':
      return String(settings.get(key))
    case 'signIn.secondStep':
      return settings.get(key) ? 'yes' : 'no'
    case 'organisation.name':
    case 'organisation.short':
    case 'organisation.accent':
    case 'organisation.contact':
    case 'organisation.languages':
    case 'work.names':
    case 'setup.does':
      return settings.get(key)
  }
}

/** The last change that a form knew. */
export const knewOf = (editions: readonly Edition[]): string =>
  editions.find(({ state }) => state === 'set' || state === 'asked')?.id ?? ''
