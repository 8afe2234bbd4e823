import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { faultsOfWords } from './messages-words.mjs'

const root = mkdtempSync(join(tmpdir(), 'messages-words-'))
const put = (path: string, content: unknown) => {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), JSON.stringify(content))
}
put('messages/same-as-english.json', [])

const faultsOf = (language: string, message: string) => {
  put(`messages/${language}/tasks.json`, { text: message })
  return faultsOfWords(root, 'tasks', [language])
}

// Sentences of the pages of commit 16c1e1d, in the dialect of their first year.
const OLD = {
  en: [
    ['Invite somebody else', 'somebody'],
    ['Nobody is recorded as acting in court.', 'Nobody'],
    ['Whoever reads the file reads this.', 'Whoever'],
    ['Which law counts is not known: the day of lodging is missing. It stands on annex 26.', 'stands'],
    ['I have kept them', 'kept'],
    ['minor without facts of his or her own', 'her'],
  ],
  fr: [
    ['La maison n’a pas répondu. Ce qui est écrit reste écrit.', 'La maison'],
    ['Ce qui permet de le sortir de la maison', 'la maison'],
  ],
  nl: [
    ['Nog niets over een procedure genoteerd', 'genoteer'],
    ['Noteer eerst de beslissing of het beroep waarop dit antwoordt.', 'Noteer'],
  ],
  de: [
    ['Das Haus hat nicht geantwortet. Was geschrieben ist, bleibt geschrieben.', 'Das Haus'],
    ['Haftbeschluss', 'Haftbeschluss'],
  ],
}

describe('the words that no page uses', () => {
  it.each(
    Object.entries(OLD).flatMap(([language, all]) => all.map(([text, word]) => ({ language, text, word }))),
  )('are found in an old text ($language): $text', ({ language, text = '', word }) => {
    const faults = faultsOf(language, text)
    expect(faults).toHaveLength(1)
    expect(faults[0]).toContain(`says "${word}`)
  })

  it.each([
    ['en', 'Invite another person'],
    ['fr', 'Le serveur n’a pas répondu. Rien n’a été perdu.'],
    ['nl', 'Nog niets over een procedure geregistreerd'],
    ['de', 'Der Server hat nicht geantwortet. Nichts ging verloren.'],
  ])('are not found in a text of today (%s)', (language, text) => {
    expect(faultsOf(language, text)).toEqual([])
  })

  it('count as many words of a hint as are read in passing', () => {
    const long = Array.from({ length: 21 }, () => 'word').join(' ')
    put('messages/en/goals.json', { nameHint: long, name: long })
    expect(faultsOfWords(root, 'goals', ['en'])).toEqual([
      'en/goals.json nameHint: has 21 words; a hint or an error has at most 20',
    ])
  })
  it('say something whatever is counted: of nothing the formatter makes no text', () => {
    const late = '{late, plural, =0 {} one { · # overdue} other { · # overdue}}'
    expect(faultsOf('en', late)).toEqual([
      'en/tasks.json text: may say nothing at all: put what is always said into it',
    ])
    expect(faultsOf('en', `{from} to {until}${late}`)).toEqual([])
  })
})
