import * as z from 'zod/mini'
import { DETENTION_KINDS } from '@/lib/countries/vocabulary.rules'
import { wordsIn } from '@/lib/fields/field.rules'
import type { Locale } from '@/lib/i18n/locales'
import { SHOWN_LISTS } from '@/lib/lists/list.rules'
import { hasFacts, NO_FACTS } from '@/lib/lists/place.rules'
import { said, saidOrNull } from '@/lib/lists/to-edition.view'
import { FILE_KEYS, noLooser, REGISTRY, readSettings, type SettingKey } from '@/lib/settings/registry.schema'
import { newId } from '@/lib/shared/ids'
import { compareFields } from './compare-fields'
import { compareShown, compareValues } from './compare-lists'
import { comparePartners } from './compare-partners'
import type { ConfigFile } from './file.schema'
import { type Comparison, Found, isSame, kindOf } from './found'
import type { Known } from './known.data'
import { identityOf, sayOffice, sayOwnPlace, sayPlace } from './write-file'

const compareSettings = (found: Found, known: Known, file: ConfigFile): void => {
  /** What holds after the file: never looser than what is set here. */
  const settle = <K extends SettingKey>(key: K, here: unknown, sent: unknown) => {
    const read = (value: unknown) => readSettings(value === null ? {} : { [key]: value }).get(key)
    return noLooser(key, read(here), read(sent))
  }
  for (const key of FILE_KEYS) {
    const sent = file.settings?.[key]
    if (sent === undefined) continue
    const now = z.parse(z.json(), known.settings.get(key) ?? null)
    const wanted = z.parse(z.json(), settle(key, now, sent))
    const isKept = !isSame(wanted, sent)
    // What is set nowhere holds as it is shipped.
    const kind = kindOf(now ?? z.parse(z.json(), REGISTRY[key].shipped), wanted)
    found.lines.push({
      part: 'setting',
      kind: kind === 'same' && isKept ? 'kept' : kind,
      name: key,
      note: isKept ? 'stricterHere' : null,
      key,
      now,
      wanted,
    })
    if (kind !== 'same') found.edition('setting', key, wanted)
  }
}

/** @returns the ids of the offices that a field may name */
const compareOffices = (
  found: Found,
  known: Known,
  file: ConfigFile,
  newest: number,
): Map<string, string> => {
  const ids = new Map(known.offices.map(({ name, id }) => [name, id]))
  const seen = new Set<string>()
  for (const [index, wanted] of (file.offices ?? []).entries()) {
    if (seen.has(wanted.name)) found.fault('twice', 'offices', index, 'name')
    seen.add(wanted.name)
    const here = known.offices.find(({ name }) => name === wanted.name) ?? null
    const now = here === null ? null : sayOffice(here)
    const isClosed = here?.isClosed === true
    const kind = isClosed ? 'kept' : kindOf(now, wanted)
    found.lines.push({
      part: 'office',
      kind,
      name: wanted.name,
      note: isClosed ? 'closedHere' : null,
      now,
      wanted,
    })
    if (kind !== 'new' && kind !== 'changed') continue
    const id = here?.id ?? newId(newest)
    ids.set(wanted.name, id)
    found.edition('office', id, {
      name: wanted.name,
      locale: wanted.locale === '' ? null : wanted.locale,
      closed: false,
    })
  }
  return ids
}

const comparePlaces = (
  found: Found,
  known: Known,
  file: ConfigFile,
  { locale, newest }: { readonly locale: Locale; readonly newest: number },
): void => {
  for (const [slug, typed] of Object.entries(file.places ?? {})) {
    const place = known.places.find((one) => one.slug === slug)
    if (place === undefined) {
      found.fault('unknownPlace', 'places', slug)
      continue
    }
    const now = place.shown === null ? null : sayPlace(place.shown)
    const visit = typed.visit ?? now?.visit ?? NO_FACTS
    const wanted = { ...typed, visit }
    const own = saidOrNull(wanted.labels)
    const isShipped = own === null && wanted.aliases.length === 0 && !wanted.hidden && !hasFacts(visit)
    const kind = now === null ? (isShipped ? 'same' : 'changed') : kindOf(now, wanted)
    found.lines.push({ part: 'place', kind, name: wordsIn(place.official, locale), note: null, now, wanted })
    const after = {
      kind: null,
      city: null,
      labels: own,
      aliases: wanted.aliases,
      hidden: wanted.hidden,
      visit,
    }
    if (kind !== 'same') found.edition('place', place.id, isShipped ? null : after)
  }
  const seen = new Set<string>()
  for (const [index, typed] of (file.ownPlaces ?? []).entries()) {
    const identity = identityOf(typed)
    if (seen.has(identity)) found.fault('twice', 'ownPlaces', index)
    seen.add(identity)
    // One that is in use before one that is hidden.
    const [here = null] = known.ownPlaces
      .filter((one) => identityOf(one) === identity)
      .sort((a, b) => Number(a.hidden) - Number(b.hidden))
    const now = here === null ? null : sayOwnPlace(here)
    const visit = typed.visit ?? now?.visit ?? NO_FACTS
    const wanted = { ...typed, visit }
    const isHeld = here === null && DETENTION_KINDS.has(wanted.kind)
    const kind = here?.isAsked === true ? 'kept' : here?.hidden === true ? 'changed' : kindOf(now, wanted)
    found.lines.push({
      part: 'ownPlace',
      kind,
      name: wordsIn(wanted.labels, locale),
      note: kind === 'kept' ? 'asked' : isHeld ? 'forTwo' : here?.hidden === true ? 'again' : null,
      now,
      wanted,
    })
    if (kind === 'kept' || kind === 'same') continue
    found.edition('place', here?.id ?? newId(newest), {
      kind: wanted.kind,
      city: wanted.city === '' ? null : wanted.city,
      labels: said(wanted.labels),
      aliases: wanted.aliases,
      hidden: false,
      visit,
    })
  }
}

/**
 * A file beside what is set now, line by line, and what bringing it in would write. What the file does not name has no line and is left
 * alone. With a fault, nothing of it may be written.
 */
export const compareWith = (
  known: Known,
  file: ConfigFile,
  { locale, now }: { readonly locale: Locale; readonly now: Date },
): Comparison => {
  const found = new Found()
  const newest = now.getTime()
  compareSettings(found, known, file)
  const offices = compareOffices(found, known, file, newest)
  for (const list of SHOWN_LISTS.codes) {
    const part = file.lists?.[list]
    if (part === undefined) continue
    compareShown(found, known, list, part.shown, locale)
    compareValues(found, known, list, part.own, { locale, newest })
  }
  comparePlaces(found, known, file, { locale, newest })
  comparePartners(found, known, file)
  compareFields(found, known, file, offices, { locale, newest, now })
  return found
}
