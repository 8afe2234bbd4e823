import { describe, expect, it } from 'vitest'
import { exactIndex, findSlash, matchCommands } from './slash.rules'

const COMMANDS = [
  { id: 'task', words: ['tâche', 'task'], label: 'Tâche' },
  { id: 'call', words: ['appel', 'call'], label: 'Appel' },
  { id: 'template', words: ['modèle', 'template'], label: 'Modèle' },
]
const at = (text: string) => findSlash(text.replace('|', ''), text.indexOf('|'))

describe('a slash', () => {
  it.each([
    ['/|', { start: 0, word: '' }],
    ['Spoke.\n/ta|', { start: 7, word: 'ta' }],
    ['/tâ|\nmore', { start: 0, word: 'tâ' }],
  ])('offers commands at the start of a line: %j', (text, slash) => expect(at(text)).toEqual(slash))

  it.each(['24/11|', 'he/she|', ' /|', '//|', '/ |', '/task |', '/1|', '/|home', '/ta|sk', '|/task', '|'])(
    'is plain text everywhere else: %j',
    (text) => expect(at(text)).toBeNull(),
  )

  it('finds commands by their beginning in both languages, accents and case aside', () => {
    const ids = (word: string) => matchCommands(COMMANDS, word).map(({ id }) => id)
    expect(ids('')).toEqual(['task', 'call', 'template'])
    expect(ids('TA')).toEqual(['task'])
    expect(ids('mode')).toEqual(['template'])
    expect(ids('t')).toEqual(['task', 'template'])
    expect(ids('home')).toEqual([])
    expect(exactIndex(COMMANDS, 'tache')).toBe(0)
    expect(exactIndex(COMMANDS, 'ta')).toBe(-1)
    expect(exactIndex(COMMANDS, '')).toBe(-1)
  })
})
