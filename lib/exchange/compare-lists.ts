import { wordsIn } from '@/lib/fields/field.rules'
import type { Locale } from '@/lib/i18n/locales'
import { FINER_LISTS, isPinned, MOST_UNDER_ONE, MOST_VALUES, type ShownList } from '@/lib/lists/list.rules'
import { saidOrNull, toAfter } from '@/lib/lists/to-edition.view'
import { newId } from '@/lib/shared/ids'
import type { FileShown, FileValue } from './file.schema'
import { type Found, isSame, kindOf } from './found'
import type { Known } from './known.data'
import { sayShown, sayValue } from './write-file'

const AS_SHIPPED: FileShown = { labels: { en: '', fr: '', nl: '', de: '' }, position: null, hidden: false }

/** How standard values are shown. */
export const compareShown = (
  found: Found,
  known: Known,
  list: ShownList,
  all: Readonly<Record<string, FileShown>>,
  locale: Locale,
): void => {
  for (const [code, wanted] of Object.entries(all)) {
    const standard = known.standard.get(`${list}:${code}`)
    if (standard === undefined) {
      found.fault('unknownStandard', 'lists', list, 'shown', code)
      continue
    }
    if (wanted.hidden && isPinned(list, code)) found.fault('pinned', 'lists', list, 'shown', code, 'hidden')
    const here = known.shown.find((one) => one.list === list && one.code === code)
    const now = here === undefined ? null : sayShown(here)
    const isShipped = isSame(wanted, AS_SHIPPED)
    const kind = now === null ? (isShipped ? 'same' : 'changed') : kindOf(now, wanted)
    found.lines.push({ part: 'shown', kind, name: wordsIn(standard, locale), note: null, list, now, wanted })
    if (kind === 'same') continue
    const after = { labels: saidOrNull(wanted.labels), position: wanted.position, hidden: wanted.hidden }
    found.edition('list', `${list}:${code}`, isShipped ? null : after)
  }
}

/** Finer values of one’s own. */
export const compareValues = (
  found: Found,
  known: Known,
  list: ShownList,
  all: Readonly<Record<string, FileValue>>,
  { locale, newest }: { readonly locale: Locale; readonly newest: number },
): void => {
  const finer = FINER_LISTS.match(list)
  const here = known.values.filter((one) => one.list === list)
  if (finer === null) {
    if (Object.keys(all).length > 0) found.fault('noFiner', 'lists', list, 'own')
    return
  }
  for (const [key, wanted] of Object.entries(all)) {
    const standard = known.standard.get(`${list}:${wanted.standard}`)
    if (standard === undefined) {
      found.fault('unknownStandard', 'lists', list, 'own', key, 'standard')
      continue
    }
    const old = here.find((one) => one.key === key) ?? null
    if (old !== null && old.standard !== wanted.standard)
      found.fault('otherStandard', 'lists', list, 'own', key)
    const isBack = old !== null && (old.retired || old.successorId !== null)
    const now = old === null ? null : sayValue(old)
    const kind = isBack ? 'changed' : kindOf(now, wanted)
    found.lines.push({
      part: 'value',
      kind,
      name: `${wordsIn(standard, locale)}: ${wordsIn(wanted.labels, locale)}`,
      note: isBack ? 'again' : null,
      list: finer,
      now,
      wanted,
    })
    if (kind !== 'same')
      found.edition(
        'value',
        old?.id ?? newId(newest),
        toAfter({ ...wanted, list, key, retired: false, successorId: null }),
      )
  }
  const keys = new Set([...here.map(({ key }) => key), ...Object.keys(all)])
  const fresh = Object.keys(all).filter((key) => !here.some((one) => one.key === key))
  if (fresh.length > 0 && keys.size > MOST_VALUES) found.fault('tooManyValues', 'lists', list, 'own')
  for (const standard of new Set(fresh.map((key) => all[key]?.standard))) {
    const live = here.filter(
      (one) => one.standard === standard && (!one.retired || all[one.key] !== undefined),
    )
    const added = fresh.filter((key) => all[key]?.standard === standard)
    if (live.length + added.length > MOST_UNDER_ONE) found.fault('tooManyValues', 'lists', list, 'own')
  }
}
