import type { Edition } from '@/lib/fields/field.rules'

/** The first edition of an invented own field. */
export const anEdition = (change: Partial<Edition> = {}): Edition => ({
  edition: 1,
  state: 'live',
  labels: { en: 'Way of arrival' },
  help: {},
  section: {},
  part: 'overview',
  position: 10,
  required: 'optional',
  level: 'never',
  offices: [],
  kinds: [],
  nationalities: [],
  conditions: [],
  options: [],
  because: 'An invented reason.',
  undoes: null,
  publishedAt: new Date('2026-01-01'),
  ...change,
})
