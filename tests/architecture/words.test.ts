import { describe, expect, it } from 'vitest'
import { SHELL_WORDS } from '@/lib/i18n/words'
import { listBroughtWords, listClientWords } from './client-words'
import { listFiles, read } from './walk'

const organisation = new Set<string>(SHELL_WORDS)
const around = listFiles('app', (file) => /(^|\/)(layout|error|not-found)\.tsx$/.test(file))
const pages = listFiles('app', (file) => file.endsWith('page.tsx')).map((file) => ({
  file,
  words: [...(/\bmessages: \[([^\]]*)\]/.exec(read(file))?.[1] ?? '').matchAll(/'(\w+)'/g)].map(
    ([, room]) => room ?? '',
  ),
}))

describe('the words that travel to the browser', () => {
  it.each(around)('are in every page for %s', (file) => {
    expect(listClientWords(file).filter((room) => !organisation.has(room))).toEqual([])
  })

  it.each(pages)('are those that $file lists, neither more nor less', ({ file, words }) => {
    expect([...words].sort()).toEqual(listClientWords(file).filter((room) => !organisation.has(room)))
  })

  it('come with a part that brings its own: all that it says beside those of the frame, and no more', () => {
    expect(listBroughtWords('components/shell/palette-keys.tsx')).toEqual(
      listClientWords('components/people/palette.tsx').filter((room) => !organisation.has(room)),
    )
  })
})
