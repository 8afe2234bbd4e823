import type { Fact } from '@/lib/countries/fact.rules'

const same = (text: string) => ({ en: text, fr: text, nl: text, de: text })

/** An invented fact of one year; whatever a test is about is said in `part`. */
export const aFact = (part: Partial<Fact> & { readonly slug: string }): Fact => ({
  country: 'BE',
  topic: 'asylum',
  chapter: 'protection',
  label: same('Applications'),
  value: 1,
  valueMin: null,
  valueMax: null,
  unit: 'applications',
  qualifier: 'exact',
  periodStart: '2018-01-01',
  periodEnd: '2018-12-31',
  periodText: same('2018'),
  geography: 'BE',
  where: same('Belgium'),
  population: null,
  breakdown: {},
  source: null,
  profileLine: 1,
  isOfProfile: true,
  beside: null,
  address: null,
  sourceOn: null,
  derived: false,
  note: null,
  recordedOn: '2026-11-24',
  words: [],
  contradictions: [],
  version: 1,
  editions: [],
  hasVersions: false,
  withdrawn: null,
  ...part,
})
