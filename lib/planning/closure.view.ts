import type { Locale } from '@/lib/i18n/locales'
import type { Closure } from './conflict.rules'

type Labelled = { readonly id: string; readonly label: Readonly<Record<Locale, string>> }
type Placed = Closure & { readonly id: string; readonly placeId: string }

export const toPlaceOptions = (places: readonly Labelled[], locale: Locale) =>
  places.map(({ id, label }) => ({ value: id, label: label[locale] }))

/** Closures with the centre in words. */
export const toClosureLines = (
  { places, closures }: { readonly places: readonly Labelled[]; readonly closures: readonly Placed[] },
  locale: Locale,
) =>
  closures.map(({ placeId, ...closure }) => ({
    ...closure,
    centre: places.find(({ id }) => id === placeId)?.label[locale] ?? '',
  }))
