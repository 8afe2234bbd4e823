import { describe, expect, it } from 'vitest'
import type { PageKey } from '@/components/layout/places'
import type { KeptEntry } from '@/lib/countries/offline/kept.rules'
import { beginsWordsOf, findEntries, findPages } from './palette-options'

const say = (key: PageKey) => ({
  name: key === 'deadlines' ? 'Échéances' : key === 'rules' ? 'Règles des échéances' : key,
  also: key === 'newPerson' ? 'noter quelqu’un' : '',
})
const ALL = ['newPerson', 'today', 'deadlines', 'rules', 'circles']
const keysFor = (typed: string, allowed: readonly string[] = ALL) =>
  findPages(allowed, typed, say).map(({ key }) => key)

const entry = (slug: string, name: string, words: string): KeptEntry => ({
  kind: 'fact',
  path: `/countries/be/facts/${slug}`,
  name: { en: name, fr: name, nl: name, de: name },
  line: { en: '', fr: '', nl: '', de: '' },
  words: `${name} ${words}`.toLowerCase(),
  cite: { en: [], fr: [], nl: [], de: [] },
})

describe('pages by name', () => {
  it('are found by the beginnings of their words, whatever the accents', () => {
    expect(keysFor('echea')).toEqual(['deadlines', 'rules'])
    expect(keysFor('éché règ')).toEqual(['rules'])
    expect(keysFor('cheances')).toEqual([])
  })
  it('are found by other words too, after those that are called so', () => {
    expect(keysFor('noter')).toEqual(['newPerson'])
  })
  it('are the beginnings and the menu when nothing is typed, and never what the role may not open', () => {
    expect(keysFor('')).toEqual(['newPerson', 'today', 'deadlines'])
    expect(keysFor('eche', ['rules'])).toEqual(['rules'])
    expect(keysFor('', [''])).toEqual([])
  })
})

describe('entries of a country', () => {
  const entries = [
    entry('b', 'Bahn', ''),
    entry('c', 'Other', 'recognition'),
    entry('a', 'Recognition rate', ''),
  ]
  it('stand first when they are called so', () => {
    expect(findEntries(entries, 'recogn', 'en').map(({ path }) => path.at(-1))).toEqual(['a', 'c'])
  })
  it('say nothing to a single letter', () => {
    expect(findEntries(entries, 'r', 'en')).toEqual([])
  })
  it('are meant by the beginning of a word only', () => {
    expect(beginsWordsOf('Recognition rate', 'rate rec')).toBe(true)
    expect(beginsWordsOf('Recognition rate', 'cogn')).toBe(false)
  })
})
